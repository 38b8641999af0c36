"""The download dialog over sources that a test holds in its hand."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.errors import DataError, UnknownSymbolError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DEMO_EPOCH
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.download.dialog import DownloadDialog

SYMBOL = "DEMO-BTC"
Opener = Callable[["HeldDemo"], DownloadDialog]


class Clock:
    def now_ns(self) -> int:
        return DEMO_EPOCH


class HeldDemo(DemoSource):
    """The simulated market, each page after `gate` is open; the page with number `breaks_at` fails."""

    def __init__(self, breaks_at: int = 0) -> None:
        super().__init__(DemoWorld(), Checkpoint.opening())
        self.gate = threading.Event()
        self.gate.set()
        self.asked = 0
        self.breaks_at = breaks_at
        self.is_closed = False
        self.threads: set[str] = set()

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        self.asked += 1
        self.threads.add(threading.current_thread().name)
        assert self.gate.wait(20)
        if self.asked == self.breaks_at:
            raise DataError("The connection was lost; try again.")
        return super().history(symbol, interval, count, end_ns)

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    dialogs: list[DownloadDialog] = []

    def make(source: HeldDemo) -> DownloadDialog:
        dialog = DownloadDialog(lambda _symbol: source, [SYMBOL, "BTCUSDT"], tmp_path, Clock())
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.period.setCurrentText("6mo")
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        assert dialog.finish()


def fetched(dialog: DownloadDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.thread_of_downloads.ended, timeout=20_000):
        dialog.start.click()


def test_bars_are_saved_and_can_be_shown(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    source = HeldDemo()
    dialog = opened(source)
    assert dialog.where.text() == "From the simulated market."
    assert dialog.amount.text() == "About 4,416 bars, 0.3 MB."
    with qtbot.waitSignal(dialog.downloaded, timeout=20_000) as saved:
        dialog.start.click()
    assert saved.args == [SYMBOL, Interval.HOUR_1, tmp_path / f"{SYMBOL}_1h.csv"]
    assert dialog.state.text() == f"● Saved 4,416 bars from demo to {SYMBOL}_1h.csv; no gap."
    assert source.is_closed
    assert threading.main_thread().name not in source.threads
    with qtbot.waitSignal(dialog.show_requested) as shown:
        dialog.show_bars.click()
    assert shown.args == [SYMBOL, Interval.HOUR_1]
    assert not dialog.isVisible()


def test_a_download_that_fails_goes_on_where_it_stopped(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    whole = opened(HeldDemo())
    fetched(whole, qtbot)
    path = tmp_path / f"{SYMBOL}_1h.csv"
    expected = path.read_bytes()
    path.unlink()
    failing = HeldDemo(breaks_at=4)
    dialog = opened(failing)
    fetched(dialog, qtbot)
    assert dialog.state.text().startswith("The connection was lost; try again. What was fetched is kept")
    assert not path.exists()
    asked = failing.asked
    fetched(dialog, qtbot)
    assert path.read_bytes() == expected
    assert failing.asked - asked == 4  # the newest bar, and the three pages that were missing


def test_it_stops_after_the_page_that_is_being_fetched(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    source = HeldDemo()
    source.gate.clear()
    dialog = opened(source)
    dialog.start.click()
    qtbot.waitUntil(lambda: source.asked == 1, timeout=10_000)
    assert (dialog.cancel.text(), dialog.start.isEnabled(), dialog.symbol.isEnabled()) == ("Stop", False, False)
    dialog.cancel.click()
    with qtbot.waitSignal(dialog.thread_of_downloads.ended, timeout=10_000):
        source.gate.set()
    assert dialog.state.text().startswith("Stopped.")
    assert dialog.start.isEnabled()
    assert not (tmp_path / f"{SYMBOL}_1h.csv").exists()
    dialog.cancel.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("symbol", "sentence"),
    [("", "Write a symbol"), ("A*B", "can't be a symbol"), ("aapl", "Yahoo Finance"), ("eth/usdt", "Bybit")],
)
def test_it_says_where_the_bars_would_come_from_or_what_is_missing(opened: Opener, symbol: str, sentence: str) -> None:
    dialog = opened(HeldDemo())
    dialog.symbol.setCurrentText(symbol)
    assert sentence in dialog.where.text()
    assert dialog.start.isEnabled() == (symbol in ("aapl", "eth/usdt"))


def test_a_folder_that_is_not_there_is_told(opened: Opener) -> None:
    dialog = opened(HeldDemo())
    dialog.folder.setText("/no/such/folder")
    assert "folder is not there" in dialog.where.text()
    assert not dialog.start.isEnabled()


def test_what_can_not_even_be_opened_is_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(symbol: str) -> HeldDemo:
        raise UnknownSymbolError(f"Nobody here has bars of {symbol}; choose another symbol.")

    dialog = DownloadDialog(refuse, ["XYZ"], tmp_path, Clock())
    qtbot.addWidget(dialog)
    fetched(dialog, qtbot)
    assert dialog.state.text().startswith("Nobody here has bars of XYZ")
    assert dialog.finish()
