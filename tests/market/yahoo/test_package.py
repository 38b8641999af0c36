"""What importing the package costs, and what using it leaves behind."""

import logging
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.interval import Interval
from tests.fakes.yahoo_server import YahooServer


def test_nothing_of_yfinance_is_imported_before_something_is_asked() -> None:
    code = (
        "import sys; import photon_desktop.market.yahoo.venue;"
        "print(sorted({'yfinance', 'pandas', 'curl_cffi', 'requests'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"


def test_no_file_is_left_anywhere(tmp_path_factory: pytest.TempPathFactory, server: YahooServer) -> None:
    home = tmp_path_factory.mktemp("home")
    code = (
        "import sys, threading, time\n"
        "from photon_desktop.market.yahoo.ask.client import open_client, polite_rates\n"
        "from photon_desktop.market.yahoo.ask.endpoint import Endpoint\n"
        "from photon_desktop.market.yahoo.source import YahooSource\n"
        "from photon_desktop.trading.interval import Interval\n"
        "class Clock:\n"
        f"    def now_ns(self): return {server.now_s} * 10**9\n"
        "source = YahooSource(open_client(polite_rates(), Endpoint(*sys.argv[1:3])), Clock())\n"
        "print(len(source.history('AAPL', Interval.DAY_1, 5)))\n"
    )
    asked = [sys.executable, "-c", code, server.proxy, server.authority]
    environment = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PATH": "/usr/bin"}
    ran = subprocess.run(
        asked, capture_output=True, text=True, check=True, timeout=60, env=environment, cwd=Path(__file__).parents[3]
    )
    assert (ran.stdout.strip(), ran.stderr.strip()) == ("5", "")
    assert list(home.iterdir()) == []


def test_yfinance_neither_prints_nor_logs_nor_warns(
    source: YahooSource, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        source.history("AAPL", Interval.DAY_1, 5)
        with pytest.raises(Exception, match="GONE"):
            source.history("GONE", Interval.DAY_1, 5)
    assert [str(warning.message) for warning in caught] == []
    assert capfd.readouterr() == ("", "")
    assert [record for record in caplog.records if record.name.startswith("yfinance")] == []
