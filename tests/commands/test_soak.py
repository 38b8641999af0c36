"""The long-running test, run for a moment: its figures, its ends, and what it leaves behind."""

import json
import os
import signal
import tempfile
from concurrent.futures import Future
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from photon_desktop.application import PAPER_PROFILE, Application, Rules
from photon_desktop.cli import main
from photon_desktop.commands.soak_run import SoakRun
from photon_desktop.drill.trader import NoFits, trade_every_bar
from photon_desktop.errors import DataError
from photon_desktop.learning.decision import DecisionContext
from photon_desktop.market.csv_files import write_bars
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.pace import FASTEST
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import TradeDecision
from tests.learning.markets import fair_bars

Captured = pytest.CaptureFixture[str]
PROMISED = {
    "seconds", "bars", "decisions", "reports", "failed", "p50_ms", "p99_ms", "rss_start_mb", "rss_end_mb",
    "threads_start", "threads_end",
}  # fmt: skip


class NoModel(NoFits):
    """Says at once that there will be no model: training is not what is tried here."""

    def submit(self, *_: Any) -> "Future[str]":
        failed: Future[str] = Future()
        failed.set_exception(RuntimeError("none is trained"))
        return failed


class AtFirstBar(QObject):
    """Does what a person does in a terminal, once there is a bar."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        application.team.monitor.bar_closed.connect(self.interrupt)
        self.has_pressed = False

    @Slot(object)
    def interrupt(self, _closed: object) -> None:
        if not self.has_pressed:
            self.has_pressed = True
            os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> None:
    monkeypatch.setattr("photon_desktop.application.FitPool", NoModel)


def soaked(capsys: Captured, *words: str | Path) -> tuple[dict[str, Any], str]:
    """The figures, and what was said on stderr."""
    assert main(["soak", "--json", *map(str, words)]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    figures: dict[str, Any] = json.loads(printed.out)
    return figures, printed.err


def demo(folder: Path, **more: Any) -> Application:
    session = DemoSession(Interval.HOUR_1, FASTEST, ("DEMO-BTC",))
    return Application(folder, session, Rules(), PAPER_PROFILE, fits=NoModel(), **more)


@pytest.mark.slow
def test_it_runs_the_agents_on_the_whole_simulated_market_and_prints_the_promised_figures(
    capsys: Captured, tmp_path: Path
) -> None:
    figures, said = soaked(capsys, "--duration", "4", "--data-dir", tmp_path)
    assert set(figures) >= PROMISED
    assert (figures["symbols"], figures["failed"], said) == (list(DEMO_SYMBOLS), 0, "")
    assert 4 <= figures["seconds"] < 13
    assert figures["bars"] >= figures["decisions"] > 0
    assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert figures["rss_start_mb"] > 20
    assert figures["threads_end"] >= 4
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        assert store.health().ledger_equals_cash
        assert store.health().messages_failed == 0


def test_without_a_data_folder_of_its_own_nothing_is_left(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "short").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "short"))
    monkeypatch.setattr("photon_desktop.paths.user_data_path", lambda *_, **__: tmp_path / "users")
    figures, _ = soaked(capsys, "--duration", "0.5", "--symbol", "demo-eth")
    assert (figures["symbols"], figures["failed"]) == (["DEMO-ETH"], 0)
    assert list((tmp_path / "short").iterdir()) == list((tmp_path / "users").iterdir()) == []


def test_a_real_symbol_is_played_until_its_bars_are_over(capsys: Captured, tmp_path: Path) -> None:
    write_bars(tmp_path / "BTCUSDT_1h.csv", fair_bars(240))
    figures, said = soaked(capsys, "--duration", "60", "--symbol", "BTCUSDT", "--data-dir", tmp_path)
    assert (figures["bars"], figures["decisions"], figures["failed"]) == (120, 120, 0)
    assert figures["seconds"] < 60
    assert "All bars of BTCUSDT were played before the time was over." in said


def test_without_json_every_figure_has_its_row(capsys: Captured, tmp_path: Path) -> None:
    assert main(["soak", "--duration", "0.3", "--data-dir", str(tmp_path)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split("  ")[0] for row in rows] == [
        "Symbols", "Time", "Bars", "Decisions", "Reports", "Failed", "Bar close to decision", "Bar close to report",
        "Memory", "Threads",
    ]  # fmt: skip
    assert "DEMO-BTC, DEMO-ETH, DEMO-AAPL" in rows[0]


@pytest.mark.parametrize("duration", ["0", "-1", "nan", "inf"])
def test_a_time_that_is_none_is_wrong_usage(capsys: Captured, tmp_path: Path, duration: str) -> None:
    assert main(["soak", f"--duration={duration}", "--data-dir", str(tmp_path)]) == 2
    assert "write seconds above 0" in capsys.readouterr().err


def test_a_symbol_that_the_simulated_market_lacks_is_answered_with_those_it_has(
    capsys: Captured, tmp_path: Path
) -> None:
    assert main(["soak", "--duration", "1", "--symbol", "DEMO-X", "--data-dir", str(tmp_path)]) == 1
    assert "use one of DEMO-BTC" in capsys.readouterr().err


def test_an_agent_that_gives_up_ends_it_with_one_sentence(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise DataError("The market is not there.")

    monkeypatch.setattr(DemoSession, "open", broken)
    assert main(["soak", "--duration", "60", "--json", "--data-dir", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "photon-desktop: The MarketMonitor could not go on: The market is not there.\n"


def test_an_interruption_ends_it_in_order_with_its_figures(tmp_path: Path) -> None:
    application = demo(tmp_path)
    try:
        run = SoakRun(application, 100)
        interrupting = AtFirstBar(application)
        run.run()
        figures = run.figures()
    finally:
        assert application.close() == ()
    assert interrupting.has_pressed
    assert figures["bars"] >= 1
    assert figures["seconds"] < 100


@pytest.mark.slow
def test_each_order_is_timed_from_the_close_of_its_bar_to_its_report(tmp_path: Path) -> None:
    application = demo(tmp_path, decide=trade_every_bar)
    try:
        run = SoakRun(application, 3)
        run.run()
        figures, fills = run.figures(), application.store.trades.fills()
    finally:
        application.close()
    assert figures["reports"] >= len(fills) - 1 > 1
    assert figures["report_p99_ms"] >= figures["report_p50_ms"] > figures["p50_ms"]  # its price comes later
    assert all(stored.fill.quantity > Decimal(0) for stored in fills)


@pytest.mark.slow
def test_what_fails_is_counted_and_the_run_goes_on(tmp_path: Path) -> None:
    def fails(_context: DecisionContext) -> TradeDecision:
        raise DataError("No decision today.")

    application = demo(tmp_path, decide=fails)
    try:
        run = SoakRun(application, 3)
        run.run()
        figures = run.figures()
    finally:
        application.close()
    assert figures["failed"] > 1
    assert (figures["decisions"], figures["p50_ms"], figures["report_p99_ms"]) == (0, None, None)
