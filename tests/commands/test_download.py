import json
from argparse import Namespace
from pathlib import Path

import pytest

from photon_desktop.cli import main
from photon_desktop.commands.download import fetch
from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.rest.client import open_client
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.csv_files import read_bars
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.trading.instrument import InstrumentKind
from tests.fakes.bybit_server import BybitServer


def test_a_simulated_symbol_is_written_and_described(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["download", "--symbol", "DEMO-ETH", "--period", "5d", "--interval", "1h", "--json"]
    assert main([*words, "--output-dir", str(tmp_path), "--data-dir", str(tmp_path / "data")]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["rows"], result["source"], result["warnings"]) == (120, "demo", [])
    assert (result["first"]["timestamp"], result["last"]["timestamp"]) == (
        "2024-12-27T00:00:00Z",
        "2024-12-31T23:00:00Z",
    )
    assert len(read_bars(Path(result["path"]))) == 120


def test_a_crypto_symbol_comes_from_the_exchange(tmp_path: Path) -> None:
    options = Namespace(symbol="BTCUSDT", period="1d", interval="1m", output_dir=tmp_path, data_dir=None)
    with BybitServer() as server:

        def open_local() -> HeldSource:
            return BybitSource(open_client(Endpoint(rest_url=server.rest_url), Category.LINEAR))

        result = fetch(options, {InstrumentKind.CRYPTO: open_local})
    assert (result["source"], result["path"]) == ("bybit", str(tmp_path / "BTCUSDT_1m.csv"))
    assert result["rows"] == len(read_bars(tmp_path / "BTCUSDT_1m.csv")) == 1_440


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--symbol", "A/B"], "can't be a symbol"),
        (["--symbol", "DEMO-BTC", "--period", "1month"], "1mo"),
        (["--symbol", "DEMO-BTC", "--interval", "1H"], "did you mean 1h"),
        (["--symbol", "DEMO-DOGE"], "lists no"),
        (["--symbol", "DEMO-BTC", "--output-dir", "nowhere/at/all"], "is not there"),
    ],
)
def test_what_can_not_be_fetched_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], what: str
) -> None:
    assert main(["download", *words, "--data-dir", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert what in printed.err
