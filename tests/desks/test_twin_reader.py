"""The paper twin read from the store in portions."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.desks.twin_reader import TwinReader
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.orders import OrderStatus, Side
from photon_desktop.trading.twin import TradingCost
from photon_desktop.trading.twin_curve import TwinStanding
from tests.store.samples import HOUR, START, deposit, order, trade

D = Decimal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "photon.sqlite3")
    yield made
    made.close()


def read(reader: TwinReader) -> tuple[TwinStanding, int]:
    """How it stands when all is read, and how many portions that took."""
    for number in range(1, 100):
        if (standing := reader.read_on({})) is not None:
            return standing, number
    raise AssertionError("it never comes to an end")


def traded(store: Store, orders: int, account: str = "paper") -> Account:
    """Buys and sells in turn, each at 88,588.88 where 88,500.37 was asked for."""
    held = deposit(store, "1000000", f"deposit-{account}", account)
    first = 1 if account == "paper" else 1_000_000
    with store.transaction():
        for number in range(first, first + orders):
            side = Side.BUY if number % 2 else Side.SELL
            held = trade(store, held, order(number, side), account)
            store.trades.add_equity_point(START + HOUR + number, held.cash, held.cash, account)
    return held


def test_a_long_history_is_read_in_portions_and_only_once(store: Store) -> None:
    traded(store, 1_201)
    reader = TwinReader(store, "paper")
    standing, portions = read(reader)
    assert (portions, standing.orders, len(standing.times)) == (3, 1_201, 1_201)
    assert standing.cost.fees == 1_201 * D("44.29444")
    again, portions = read(reader)
    assert (portions, again.orders, again.cost) == (1, 1_201, standing.cost)


def test_a_restart_and_another_account_show_the_right_twin(store: Store) -> None:
    traded(store, 4)
    traded(store, 2, "other")
    one, other = read(TwinReader(store, "paper"))[0], read(TwinReader(store, "other"))[0]
    assert (one.orders, other.orders, one.cost.fees) == (4, 2, 2 * other.cost.fees)
    assert read(TwinReader(store, "nobody"))[0].cost == TradingCost()


def test_what_became_of_an_order_is_asked_until_it_is_known(store: Store) -> None:
    deposit(store)
    store.trades.add_order(order(1))
    store.trades.add_equity_point(START + HOUR, D(10_000), D(10_000))
    reader = TwinReader(store, "paper")
    up = {START + HOUR: {"BTCUSDT": D("88510.37")}}
    standing = reader.read_on(up)
    assert standing is not None
    assert (standing.orders, standing.cost.delay, standing.equity.tolist()) == (1, D(5), [10_005.0])
    store.trades.set_order_status("order-1", OrderStatus.CANCELLED)
    assert read(reader)[0].cost == TradingCost()


def test_an_expired_order_and_its_price_at_the_mark_are_the_delay(store: Store) -> None:
    store.trades.add_order(replace(order(1), quantity=D(2)))
    store.trades.set_order_status("order-1", OrderStatus.EXPIRED)
    reader = TwinReader(store, "paper")
    assert read(reader)[0].cost == TradingCost()
    store.trades.add_equity_point(START + HOUR, D(10_000), D(10_000))
    standing = reader.read_on({START + HOUR: {"BTCUSDT": D("88400.37")}})
    assert standing is not None
    assert standing.cost == TradingCost(delay=D(-200))
