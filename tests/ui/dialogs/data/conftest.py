"""A dialog over a real store with four series: a clean one, one with gaps, one that changed, one without a passport."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desks.series_shelf import SeriesShelf
from photon_desktop.market.keeping import keep
from photon_desktop.market.passport import Provenance
from photon_desktop.store.series import SeriesKey
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import FULLY_ADJUSTED
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.data.dialog import DataDialog
from photon_desktop.ui.stylesheet import apply_theme
from tests.ui.examples import BEGIN, SECOND, walk

BTC = SeriesKey("BTCUSDT", Interval.HOUR_1, "bybit")
ETH = SeriesKey("ETHUSDT", Interval.HOUR_1, "bybit")
FILE = SeriesKey("SOLUSDT", Interval.HOUR_1, "csv")
DEMO = SeriesKey("DEMO-BTC", Interval.HOUR_1, "demo")
CHANGED = "Bybit now gives other prices for 3 bars of SOLUSDT 1h."


@dataclass
class Watched:
    """Says which symbols are watched."""

    symbols: set[str] = field(default_factory=set)

    def __call__(self, symbol: str) -> bool:
        return symbol in self.symbols


def without(bars: Bars, *places: int) -> Bars:
    """The bars but for those at these places."""
    kept = np.delete(np.arange(len(bars)), places)
    return Bars.of(*(column[kept] for column in bars.columns()))


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "photon.db")
    yield store
    store.close()


@pytest.fixture
def store(empty_store: Store) -> Store:
    """The store with its four series."""
    keep(empty_store, BTC.symbol, BTC.interval, BTC.source, walk(8_760, 42_000.0), BEGIN)
    gappy = without(walk(1_000, 2_300.0), 10, 500, 501, 502, 503, 900, 901)
    keep(empty_store, ETH.symbol, ETH.interval, ETH.source, gappy, BEGIN + 60 * SECOND)
    known = Provenance("solana hourly.csv", "Europe/Berlin", FULLY_ADJUSTED, duplicates=2)
    keep(empty_store, FILE.symbol, FILE.interval, FILE.source, walk(200, 140.0), BEGIN - 60 * SECOND, known)
    passport = empty_store.passports.get(FILE.symbol, FILE.interval, FILE.source)
    assert passport is not None
    empty_store.passports.put(replace(passport, changed=CHANGED))
    empty_store.bars.put(DEMO.symbol, DEMO.interval, DEMO.source, walk(50, 96_000.0))
    return empty_store


@pytest.fixture
def watched() -> Watched:
    return Watched()


Opener = Callable[[Store], DataDialog]


@pytest.fixture
def dialog_over(qtbot: QtBot, qapp: QApplication, watched: Watched) -> Iterator[Opener]:
    """Makes a shown dialog that has read its store; its thread is ended after the test."""
    apply_theme(qapp, DARK)
    made: list[DataDialog] = []

    def opener(store: Store) -> DataDialog:
        dialog = DataDialog(SeriesShelf(store), watched, DARK)
        qtbot.addWidget(dialog)
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)
        return dialog

    yield opener
    for dialog in made:
        assert dialog.finish()


@pytest.fixture
def dialog(dialog_over: Opener, store: Store) -> DataDialog:
    """A dialog over the store with its series."""
    return dialog_over(store)


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[DataDialog], None]:
    """Waits until a dialog has done all that was asked of it."""

    def wait(dialog: DataDialog) -> None:
        qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)

    return wait
