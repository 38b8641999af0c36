"""The bars a backtest can be made on."""

from pathlib import Path

import numpy as np
import pytest

from photon_desktop.desks.bar_library import BarLibrary
from photon_desktop.market.demo import world
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso
from photon_desktop.ui.dialogs.backtest.views import Coverage, NoCoverage

NOW = from_iso("2025-02-01T00:00:00Z")


@pytest.fixture
def library(tmp_path: Path) -> BarLibrary:
    Store.open(tmp_path / "photon.sqlite3").close()
    return BarLibrary(Store.open(tmp_path / "photon.sqlite3"), tmp_path, lambda: NOW)


def test_the_simulated_markets_bars_are_made_once(library: BarLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    first = library.read("DEMO-ETH", Interval.DAY_1)
    assert isinstance(first, Coverage)

    def refuse(*_: object) -> None:
        raise AssertionError("It was made once more.")

    monkeypatch.setattr(world, "generator", refuse)
    again = library.read("DEMO-ETH", Interval.DAY_1)
    assert isinstance(again, Coverage)
    assert len(again.bars) > 300
    assert np.array_equal(again.bars.close, first.bars.close)


def test_symbols_are_those_of_the_store_and_of_the_simulated_market(library: BarLibrary) -> None:
    assert set(library.symbols()) == set(DEMO_SYMBOLS)


def test_a_symbol_without_bars_is_told_with_what_to_do(library: BarLibrary) -> None:
    found = library.read("BTCUSDT", Interval.HOUR_1)
    assert isinstance(found, NoCoverage)
    assert "Import a file or download bars of it." in found.sentence
