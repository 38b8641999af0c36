"""The recorded past put together moment by moment."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.desks.time_machine.reader import read_recording
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.order_kinds import OrderKind, Trail
from photon_desktop.ui.dialogs.time_machine.views import Recording
from tests.store.samples import HOUR, START, decision, deposit, message, order, snapshot, trade


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "photon.sqlite3")
    yield made
    made.close()


def read(store: Store) -> Recording:
    return read_recording(store, "BTCUSDT", "paper", assumed_instrument("BTCUSDT"), None)


def recorded(store: Store, bars: int = 3) -> Account:
    """So many bars, a decision on the first, whose order is filled an hour later; the account then."""
    for place in range(bars):
        at = START + place * HOUR
        bar = replace(snapshot().bar, open_time=at - HOUR)
        seen = replace(snapshot(), close_time=at, bar=bar)
        store.messages.add(replace(message(payload=seen), id=f"s{place}", trace_id=f"trace-{place}"))
        store.trades.add_equity_point(at, Decimal(100_000 + place), Decimal(100_000))
    store.messages.add(replace(message(payload=decision()), id="d0", trace_id="trace-0"))
    return trade(store, deposit(store, "100000"), order())


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


def test_a_past_moment_has_the_stop_of_then_and_not_the_later_one_nor_one_before_the_first(tmp_path: Path) -> None:
    before_kill = Store.open(tmp_path / "photon.sqlite3")
    account = recorded(before_kill, 6)
    for hours, stop, target in ((3, "86000", None), (4, "87000.5", "93000")):
        levels = (Decimal(stop), None if target is None else Decimal(target))
        account = account.protected("BTCUSDT", *levels)
        before_kill.trades.save_position(account.position("BTCUSDT"), START + hours * HOUR)
    before_kill.connections.close()  # as a kill would
    store = Store.open(tmp_path / "photon.sqlite3")
    held = [moment.account.position("BTCUSDT") for moment in read(store).moments]
    assert [position.is_open for position in held] == [False, False, True, True, True, True]
    assert [(position.stop_loss, position.take_profit) for position in held] == [
        (None, None),
        (None, None),
        (None, None),
        (Decimal(86_000), None),
        (Decimal("87000.5"), Decimal(93_000)),
        (Decimal("87000.5"), Decimal(93_000)),
    ]
    store.close()


def test_an_order_has_its_stop_of_then(store: Store) -> None:
    recorded(store)
    fixed = replace(order(2), kind=OrderKind.STOP, stop_price=Decimal(80_000))
    trailing = replace(order(3), kind=OrderKind.TRAILING_STOP, trail=Trail(Decimal(5)))
    for placed in (fixed, trailing):
        store.trades.add_order(placed)
    store.trades.move_order(replace(trailing, stop_price=Decimal(88_100)), START + HOUR + 9)
    _, second, third = read(store).moments
    assert [each.stop for each in second.orders] == [None, Decimal(80_000), None]
    assert [each.stop for each in third.orders] == [Decimal(88_100), Decimal(80_000), None]
