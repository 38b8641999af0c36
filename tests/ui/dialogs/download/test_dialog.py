"""The download dialog over sources that a test holds in its hand."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from photon_desktop.errors import DataError, UnknownSymbolError
from photon_desktop.market.csv_files import read_bars, write_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DEMO_EPOCH
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_iso
from photon_desktop.ui.dialogs.download.dialog import DownloadDialog
from photon_desktop.ui.dialogs.download.layout import DATES
from photon_desktop.ui.dialogs.download.orders import Order, Outlook

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
        self.pages = 0
        self.breaks_at = breaks_at
        self.is_closed = False
        self.threads: set[str] = set()

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        self.threads.add(threading.current_thread().name)
        if count > 1:  # one bar alone is the newest, which is no page
            self._turn_page()
        return super().history(symbol, interval, count, end_ns)

    def _turn_page(self) -> None:
        self.pages += 1
        assert self.gate.wait(20)
        if self.pages == self.breaks_at:
            raise DataError("The connection was lost; try again.")

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    dialogs: list[DownloadDialog] = []

    def make(source: HeldDemo) -> DownloadDialog:
        dialog = DownloadDialog(lambda _symbol: source, [SYMBOL, "BTCUSDT"], tmp_path, Clock())
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.parts.period.setCurrentText("6mo")
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        assert dialog.finish()


def told(dialog: DownloadDialog, qtbot: QtBot, amount: str) -> None:
    qtbot.waitUntil(lambda: dialog.parts.amount.text() == amount, timeout=10_000)


def fetched(dialog: DownloadDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.thread_of_downloads.ended, timeout=20_000):
        dialog.parts.start.click()


def test_bars_are_saved_and_can_be_shown(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    source = HeldDemo()
    dialog = opened(source)
    assert dialog.parts.where.text() == "From the simulated market."
    told(dialog, qtbot, "About 4,416 bars, 0.3 MB.")
    with qtbot.waitSignal(dialog.downloaded, timeout=20_000) as saved:
        dialog.parts.start.click()
    assert saved.args == [SYMBOL, Interval.HOUR_1, tmp_path / f"{SYMBOL}_1h.csv"]
    assert dialog.parts.state.text() == f"✓ Saved 4,416 bars from demo to {SYMBOL}_1h.csv. No bar is missing."
    assert source.is_closed
    assert threading.main_thread().name not in source.threads
    with qtbot.waitSignal(dialog.show_requested) as shown:
        dialog.parts.show_bars.click()
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
    assert dialog.parts.state.text() == "▲ The connection was lost; try again."
    assert not path.exists()
    told(dialog, qtbot, "Goes on where it stopped (3,000 of about 4,416 bars).")
    assert dialog.parts.start.text() == "&Go on"
    pages = failing.pages
    fetched(dialog, qtbot)
    assert path.read_bytes() == expected
    assert failing.pages - pages == 2  # the two that were missing
    told(dialog, qtbot, f"About 4,416 bars, 0.3 MB. {SYMBOL}_1h.csv is replaced once all of them are there.")
    assert dialog.parts.start.text() == "&Download"


def test_it_stops_at_once_while_its_source_is_silent_and_can_begin_again(
    opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    silent, path = HeldDemo(), tmp_path / f"{SYMBOL}_1h.csv"
    silent.gate.clear()
    dialog = opened(silent)
    dialog.parts.start.click()
    qtbot.waitUntil(lambda: silent.pages == 1, timeout=10_000)
    parts = dialog.parts
    assert (parts.cancel.text(), parts.start.isEnabled(), parts.symbol.isEnabled()) == ("Stop", False, False)
    with qtbot.waitSignal(dialog.thread_of_downloads.ended, timeout=1_000):
        parts.cancel.click()
    assert silent.is_closed
    assert parts.state.text() == "Stopped."
    assert parts.start.isEnabled()
    parts.start.click()
    qtbot.waitUntil(lambda: silent.pages == 2, timeout=10_000)  # on a thread of its own: the first still waits
    with qtbot.waitSignal(dialog.downloaded, timeout=20_000):
        silent.gate.set()
    assert path.exists()
    assert dialog.finish()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]  # what was left behind has written nothing
    parts.cancel.click()
    assert not dialog.isVisible()


def test_bars_from_one_day_to_another_are_saved(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(HeldDemo())
    assert not dialog.parts.first_day.isVisible()
    dialog.parts.period.setCurrentText(DATES)
    assert dialog.parts.first_day.isVisible()
    last = dialog.parts.last_day.date().addDays(-10)
    dialog.parts.first_day.setDate(last.addDays(-1))
    dialog.parts.last_day.setDate(last)
    fetched(dialog, qtbot)
    bars = read_bars(tmp_path / f"{SYMBOL}_1h.csv")
    assert len(bars) == 48
    assert to_iso(int(bars.times[0]))[:10] == last.addDays(-1).toString(Qt.DateFormat.ISODate)
    assert to_iso(int(bars.times[-1]))[:13] == f"{last.toString(Qt.DateFormat.ISODate)}T23"
    dialog.parts.first_day.setDate(last.addDays(1))
    assert dialog.parts.where.text() == "The first day is after the last; choose an earlier one."
    assert not dialog.parts.start.isEnabled()


def test_bars_saved_elsewhere_can_be_found_but_not_shown(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    dialog = opened(HeldDemo())
    dialog.parts.folder.setText(str(elsewhere))
    fetched(dialog, qtbot)
    assert (elsewhere / f"{SYMBOL}_1h.csv").exists()
    assert dialog.parts.state.text().endswith("It is not in the data folder: import it to use it here.")
    assert (dialog.parts.show_bars.isVisible(), dialog.parts.open_folder.isVisible()) == (False, True)


@pytest.mark.parametrize(
    ("symbol", "sentence"),
    [("", "Write a symbol"), ("A*B", "can't be a symbol"), ("aapl", "Yahoo Finance"), ("eth/usdt", "Bybit")],
)
def test_it_says_where_the_bars_would_come_from_or_what_is_missing(opened: Opener, symbol: str, sentence: str) -> None:
    dialog = opened(HeldDemo())
    dialog.parts.symbol.setCurrentText(symbol)
    assert sentence in dialog.parts.where.text()
    assert dialog.parts.start.isEnabled() == (symbol in ("aapl", "eth/usdt"))


def test_a_folder_that_is_not_there_is_told(opened: Opener) -> None:
    dialog = opened(HeldDemo())
    dialog.parts.folder.setText("/no/such/folder")
    assert "folder is not there" in dialog.parts.where.text()
    assert not dialog.parts.start.isEnabled()


def test_what_can_not_even_be_opened_is_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(symbol: str) -> HeldDemo:
        raise UnknownSymbolError(f"Nobody here has bars of {symbol}; choose another symbol.")

    dialog = DownloadDialog(refuse, ["XYZ"], tmp_path, Clock())
    qtbot.addWidget(dialog)
    fetched(dialog, qtbot)
    assert dialog.finish()
    assert dialog.parts.state.text() == "▲ Nobody here has bars of XYZ; choose another symbol."


def test_what_was_fetched_is_handed_on_to_be_kept_and_changed_prices_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    kept: list[tuple[str, str, int, str]] = []

    def keep(order: Order, source: str, bars: Bars) -> str:
        kept.append((order.symbol, source, len(bars), threading.current_thread().name))
        return "There are other prices now."

    dialog = DownloadDialog(lambda _symbol: HeldDemo(), [SYMBOL], tmp_path, Clock(), keep=keep)
    qtbot.addWidget(dialog)
    dialog.parts.period.setCurrentText("6mo")
    fetched(dialog, qtbot)
    ((symbol, source, bars, thread),) = kept
    assert (symbol, source, bars) == (SYMBOL, "demo", 4_416)
    assert thread != threading.main_thread().name
    assert dialog.parts.state.text().endswith("No bar is missing. ▲ There are other prices now.")
    assert dialog.finish()


def test_a_file_that_is_replaced_by_other_prices_is_told(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(HeldDemo())
    fetched(dialog, qtbot)
    path = tmp_path / f"{SYMBOL}_1h.csv"
    bars = read_bars(path)
    write_bars(path, Bars(bars.times, bars.open, bars.high * 2, bars.low, bars.close, bars.volume))
    fetched(dialog, qtbot)
    assert "▲ Demo now gives 4,416 of 4,416 bars of DEMO-BTC 1h differently" in dialog.parts.state.text()


def test_a_dialog_that_is_finished_asks_nobody_what_a_symbol_is(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[str] = []

    def kind(symbol: str) -> InstrumentKind:
        asked.append(symbol)
        return kind_of(symbol)

    silent = HeldDemo()
    silent.gate.clear()
    dialog = DownloadDialog(lambda _symbol: silent, [SYMBOL], tmp_path, Clock(), kind_of=kind)
    qtbot.addWidget(dialog)
    dialog.parts.period.setCurrentText("6mo")
    dialog.parts.start.click()
    qtbot.waitUntil(lambda: silent.pages == 1, timeout=10_000)
    late = dialog._order()
    silent.gate.set()
    asked.clear()
    assert dialog.finish()
    dialog.thread_of_downloads.looked.emit(Outlook(late, None))
    QCoreApplication.processEvents()
    assert asked == []
    assert not dialog._look_soon.isActive()
