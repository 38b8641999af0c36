"""The recorded past put together moment by moment."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.desks.time_machine.reader import read_recording
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.ui.dialogs.time_machine.views import Recording
from tests.store.samples import HOUR, START, decision, deposit, message, order, snapshot, trade


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "photon.sqlite3")
    yield made
    made.close()


def read(store: Store) -> Recording:
    return read_recording(store, "BTCUSDT", "paper", assumed_instrument("BTCUSDT"), None)


def recorded(store: Store) -> None:
    """Three bars, a decision on the first, whose order is filled an hour later."""
    for place in range(3):
        at = START + place * HOUR
        bar = replace(snapshot().bar, open_time=at - HOUR)
        seen = replace(snapshot(), close_time=at, bar=bar)
        store.messages.add(replace(message(payload=seen), id=f"s{place}", trace_id=f"trace-{place}"))
        store.trades.add_equity_point(at, Decimal(100_000 + place), Decimal(100_000))
    store.messages.add(replace(message(payload=decision()), id="d0", trace_id="trace-0"))
    trade(store, deposit(store, "100000"), order())


def test_nothing_recorded_is_no_moment(store: Store) -> None:
    assert read(store).moments == ()


def test_each_moment_has_the_books_as_they_were_then(store: Store) -> None:
    recorded(store)
    first, second, third = read(store).moments
    assert first.decision is not None
    assert second.decision is None
    assert (first.account.cash, first.orders, first.equity) == (Decimal(100_000), (), 100_000.0)
    assert [each.words for each in second.orders] == ["not filled yet"]
    assert [each.words for each in third.orders] == ["filled"]
    assert third.account.position("BTCUSDT").quantity == Decimal("0.5")


def test_bars_are_those_recorded_where_the_window_has_none(store: Store) -> None:
    recorded(store)
    assert len(read(store).bars) == 3
