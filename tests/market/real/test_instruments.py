"""What symbols are traded in, remembered between runs."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.market.real.instruments import KnownInstruments
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import assumed_instrument

TOLD = replace(assumed_instrument("BTCUSDT"), tick_size=Decimal("0.10"), minimum_notional=Decimal(5))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


def test_until_an_exchange_has_told_the_usual_steps_are_assumed(store: Store) -> None:
    assert KnownInstruments(store.settings).of("AAPL") == assumed_instrument("AAPL")


def test_what_was_told_is_known_in_the_next_run(store: Store) -> None:
    KnownInstruments(store.settings).learn(TOLD)
    assert KnownInstruments(store.settings).of("BTCUSDT") == TOLD


def test_what_is_told_anew_counts(store: Store) -> None:
    known = KnownInstruments(store.settings)
    known.learn(TOLD)
    finer = replace(TOLD, tick_size=Decimal("0.01"))
    known.learn(finer)
    assert known.of("BTCUSDT") == KnownInstruments(store.settings).of("BTCUSDT") == finer


@pytest.mark.parametrize("damaged", [7, {}, {"kind": "crypto"}, {"kind": "house", "quote": "USD"}, "text"])
def test_what_can_not_be_read_is_assumed_again(store: Store, damaged: Any) -> None:
    store.settings.put("instrument.BTCUSDT", damaged)
    assert KnownInstruments(store.settings).of("BTCUSDT") == assumed_instrument("BTCUSDT")


@pytest.mark.parametrize("step", ["zero", "0", "NaN"])
def test_steps_that_are_none_are_not_believed(store: Store, step: str) -> None:
    KnownInstruments(store.settings).learn(TOLD)
    stored = store.settings.get("instrument.BTCUSDT")
    store.settings.put("instrument.BTCUSDT", stored | {"tick_size": step})
    assert KnownInstruments(store.settings).of("BTCUSDT") == assumed_instrument("BTCUSDT")
