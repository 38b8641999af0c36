import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.errors import AccountBreachError, DuplicateError, DuplicateOrderError, StoreError
from photon_desktop.store import Store
from photon_desktop.store.fills import StoredFill
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.store.orders import StoredOrder
from photon_desktop.trading.account import Account, Book, LedgerLine
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail, TrailUnit
from photon_desktop.trading.orders import Fill, OrderPurpose, OrderStatus, Side
from tests.store.columns_of_today import columns_of_today
from tests.store.samples import HOUR, START, deposit, fill_of, filled, order, trade

UNSETTLED = [OrderStatus.NEW, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED, OrderStatus.UNKNOWN]


def test_an_order_comes_back_exactly(store: Store) -> None:
    placed = replace(order(), take_profit=Decimal("93000.000000010"), quantity=Decimal("1E+2"))
    store.trades.add_order(placed)
    assert store.trades.order("order-1") == StoredOrder(placed, OrderStatus.NEW, "")
    assert store.trades.order("order-2") is None


def test_orders_of_the_third_schema_get_the_hash_that_their_decision_names(store_path: Path) -> None:
    old = Store.open(store_path, migrations=DEFAULT[:3])
    put = "INSERT INTO orders VALUES (NULL, ?, 'paper', 't', ?, 'X', 'BUY', '1', '2', 3, 'paper', 'signal', NULL, NULL,"
    for name, payload in (("a", {"model_hash": "abc"}), ("b", {})):
        said = (f"d{name}", "t", "TRADE_DECISION", "X", "s", "r", 1, json.dumps(payload), "done", "", 2)
        marks = ", ".join("?" * len(said))
        old.connections.write_many(f"INSERT INTO messages VALUES (NULL, {marks})", [said])
        old.connections.write_many(f"{put} 'filled', '')", [(name, f"d{name}")])
    old.connections.write_many(f"{put} 'filled', '')", [("c", "gone")])
    old.close()
    store = Store.open(store_path)
    found = {name: store.trades.order(name) for name in "abc"}
    assert {name: stored.order.model_hash for name, stored in found.items() if stored} == {"a": "abc", "b": "", "c": ""}
    store.close()


@pytest.mark.parametrize(
    "more",
    [
        {"kind": OrderKind.STOP_LIMIT, "stop_price": Decimal("90.10"), "limit_price": Decimal(90), "group": "g"},
        {"kind": OrderKind.TRAILING_STOP, "trail": Trail(Decimal("0.015"), TrailUnit.SHARE), "is_triggered": True},
        {"kind": OrderKind.TRAILING_STOP, "trail": Trail(Decimal(7)), "stop_price": Decimal(90)},
        {"time_in_force": TimeInForce.DAY, "expires_at": START + HOUR},
        {"time_in_force": TimeInForce.IMMEDIATE_OR_CANCEL},
        {"filled": Decimal("0.1"), "filled_value": Decimal("8850.123"), "parts": 3},
    ],
)
def test_an_order_of_any_kind_comes_back_exactly(store: Store, more: dict[str, Any]) -> None:
    placed = replace(order(), **more)
    store.trades.add_order(placed)
    assert store.trades.open_orders() == [placed]


def test_orders_of_the_fourth_schema_are_market_orders_filled_by_their_fills(store_path: Path) -> None:
    old = Store.open(store_path, migrations=DEFAULT[:4])
    with columns_of_today(old):
        account = trade(old, deposit(old), order(1))
        trade(old, account, order(2, Side.SELL, "0.2"))
        old.trades.add_order(order(3))
    old.close()
    store = Store.open(store_path)
    found = [store.trades.order(f"order-{number}") for number in (1, 2, 3)]
    assert [stored.order for stored in found if stored] == [
        filled(order(1)), filled(order(2, Side.SELL, "0.2")), order(3),
    ]  # fmt: skip
    assert store.trades.open_orders() == [order(3)]
    store.close()


def test_each_part_of_an_order_says_how_far_it_is_filled(store: Store) -> None:
    account, placed = deposit(store, "100000"), order()
    store.trades.add_order(placed)
    for number, (quantity, status) in enumerate((("0.2", "partially_filled"), ("0.3", "filled")), start=1):
        fill = replace(fill_of(placed), fill_id=f"order-1-{number}", quantity=Decimal(quantity))
        account = book(store, account, fill)
        placed = placed.after(fill)
        assert store.trades.order("order-1") == StoredOrder(placed, OrderStatus(status), "")
        assert store.trades.open_orders() == ([placed] if placed.remaining else [])
        assert store.trades.opening_order("BTCUSDT") == placed
    assert store.health().ledger_equals_cash
    assert store.health().duplicate_fills == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [("unknown", "partially_filled"), ("triggered", "partially_filled"), ("cancelled", "cancelled")],
)
def test_a_part_of_an_order_that_ended_meanwhile_leaves_its_end(store: Store, before: str, after: str) -> None:
    store.trades.add_order(order(), OrderStatus(before))
    book(store, deposit(store, "100000"), replace(fill_of(order()), quantity=Decimal("0.2")))
    stored = store.trades.order("order-1")
    assert stored is not None
    assert (stored.status, stored.order.filled) == (after, Decimal("0.2"))


def test_an_order_filled_beyond_its_quantity_can_still_be_read(store: Store) -> None:
    store.trades.add_order(order())
    book(store, deposit(store, "100000"), replace(fill_of(order()), quantity=Decimal("0.7")))
    stored = store.trades.order("order-1")
    assert stored is not None
    assert (stored.status, stored.order.remaining) == (OrderStatus.FILLED, 0)
    assert store.health().duplicate_fills == 1


def test_where_a_stop_stands_is_kept_while_its_order_waits(store: Store) -> None:
    placed = replace(order(), kind=OrderKind.TRAILING_STOP, trail=Trail(Decimal(5)))
    store.trades.add_order(placed)
    moved = replace(placed, stop_price=Decimal("88495.5"))
    assert store.trades.move_order(moved, START)
    assert store.trades.order("order-1") == StoredOrder(moved, OrderStatus.NEW, "")
    triggered = replace(moved, is_triggered=True)
    assert store.trades.move_order(triggered, START)
    assert store.trades.order("order-1") == StoredOrder(triggered, OrderStatus.TRIGGERED, "")
    store.trades.set_order_status("order-1", OrderStatus.CANCELLED)
    assert not store.trades.move_order(moved, START)


def test_a_client_order_id_is_stored_once(store: Store) -> None:
    store.trades.add_order(order(1))
    with pytest.raises(DuplicateOrderError, match="order-1 is stored already"):
        store.trades.add_order(order(1, Side.SELL))
    assert store.trades.open_orders() == [order(1)]


def test_a_second_order_inside_a_transaction_leaves_the_rest_of_it_alone(store: Store) -> None:
    with store.transaction():
        store.trades.add_order(order(1))
        with pytest.raises(DuplicateOrderError):
            store.trades.add_order(order(1))
        store.trades.add_order(order(2))
    assert store.trades.open_orders() == [order(1), order(2)]


@pytest.mark.parametrize("status", UNSETTLED)
def test_an_order_that_waits_or_is_unknown_can_be_settled(store: Store, status: OrderStatus) -> None:
    store.trades.add_order(order(), status)
    assert store.trades.open_orders() == [order()]
    assert store.trades.set_order_status("order-1", OrderStatus.REJECTED, "no cash")
    assert store.trades.order("order-1") == StoredOrder(order(), OrderStatus.REJECTED, "no cash")
    assert store.trades.open_orders() == []


@pytest.mark.parametrize("final", sorted(set(OrderStatus) - set(UNSETTLED)))
def test_a_settled_order_stays_as_it_is(store: Store, final: OrderStatus) -> None:
    store.trades.add_order(order(), final)
    assert not store.trades.set_order_status("order-1", OrderStatus.NEW, "again")
    assert store.trades.order("order-1") == StoredOrder(order(), final, "")


def test_a_fill_books_everything_at_once(store: Store) -> None:
    before = deposit(store, "100000")
    after = trade(store, before, order())
    assert store.trades.load_account() == after
    assert store.trades.order("order-1") == StoredOrder(filled(order()), OrderStatus.FILLED, "")
    assert store.trades.fills() == [StoredFill(fill_of(order()), "trace-1", OrderPurpose.SIGNAL, "paper")]
    assert store.trades.cash_of_ledger() == after.cash
    assert store.trades.deposits() == Decimal(100_000)
    newest = store.trades.ledger(2)
    assert [(each.transaction, each.line.book) for each in newest] == [
        ("order-1-1", Book.COMMISSION),
        ("order-1-1", Book.CASH),
    ]
    assert newest[0].line.amount == Decimal("44.29444")


def test_the_opening_order_is_the_newest_filled_one_of_a_decision(store: Store) -> None:
    account = trade(store, trade(store, deposit(store), order(1)), order(2, symbol="ETHUSDT"))
    trade(store, account, replace(order(3, Side.SELL, "0.1"), purpose=OrderPurpose.STOP))
    store.trades.add_order(order(4))
    assert store.trades.opening_order("BTCUSDT") == filled(order(1))
    assert store.trades.opening_order("BTCUSDT", "other") is None


def test_waiting_orders_of_decisions_are_cancelled_also_when_half_filled(store: Store) -> None:
    kept = (OrderStatus.UNKNOWN, OrderStatus.FILLED)
    for number, status in enumerate((*UNSETTLED, OrderStatus.FILLED)):
        store.trades.add_order(order(number), status)
    store.trades.add_order(replace(order(9), purpose=OrderPurpose.FLATTEN))
    store.trades.add_order(replace(order(10), mode="demo"), account="at the exchange")
    assert store.trades.cancel_waiting("halted") == 3
    found = [store.trades.order(f"order-{number}") for number in (*range(5), 9, 10)]
    assert [stored.status for stored in found if stored] == [OrderStatus.CANCELLED] * 3 + [
        *kept,
        *[OrderStatus.NEW] * 2,
    ]


def test_a_fill_is_booked_once(store: Store) -> None:
    after = trade(store, deposit(store), order())
    again, lines = after.after(fill_of(order()))
    with pytest.raises(DuplicateError, match="order-1-1 is booked already"):
        store.trades.record_fill(fill_of(order()), again, lines)
    assert store.trades.load_account() == after
    assert len(store.trades.fills()) == 1


def test_a_fill_without_its_order_is_refused(store: Store) -> None:
    after, lines = deposit(store).after(fill_of(order()))
    with pytest.raises(StoreError, match="store the order order-1 first"):
        store.trades.record_fill(fill_of(order()), after, lines)
    store.trades.add_order(order(), account="other")
    with pytest.raises(StoreError, match="account paper"):
        store.trades.record_fill(fill_of(order()), after, lines)
    assert store.trades.fills() == []


def test_a_fill_whose_lines_do_not_sum_to_zero_is_refused_whole(store: Store) -> None:
    before = deposit(store)
    store.trades.add_order(order())
    after, lines = before.after(fill_of(order()))
    with pytest.raises(AccountBreachError, match=r"sum to 44\.29444, not to zero"):
        store.trades.record_fill(fill_of(order()), after, (*lines, LedgerLine(Book.COMMISSION, Decimal("44.29444"))))
    assert store.trades.load_account() == before
    assert store.trades.open_orders() == [order()]
    assert store.trades.fills() == []


def test_a_deposit_is_booked_once(store: Store) -> None:
    deposit(store, "10000.00000001")
    with pytest.raises(DuplicateError, match="deposit-1 is booked already"):
        deposit(store, "5")
    assert store.trades.load_account() == Account(Decimal("10000.00000001"))


def test_a_deposit_that_is_not_what_its_lines_bring_is_refused(store: Store) -> None:
    _, lines = Account().deposited(Decimal(5))
    with pytest.raises(AccountBreachError, match="is 6 but its lines bring 5"):
        store.trades.record_deposit(Decimal(6), lines, START, "deposit-1")
    assert store.trades.cash_of_ledger() == ZERO


def test_accounts_live_side_by_side(store: Store) -> None:
    paper = trade(store, deposit(store), order(1))
    live = trade(store, deposit(store, "77", "deposit-2", "live"), order(2, symbol="ETHUSDT"), "live")
    store.trades.add_order(order(3), account="live")
    assert store.trades.load_account() == paper
    assert store.trades.load_account("live") == live
    assert store.trades.open_orders() == []
    assert store.trades.open_orders("live") == [order(3)]
    assert store.trades.deposits("live") == Decimal(77)
    assert [stored.fill.symbol for stored in store.trades.fills(account="live")] == ["ETHUSDT"]
    assert store.health().ledger_equals_cash


def test_a_changed_stop_and_target_come_back(store: Store) -> None:
    after = trade(store, deposit(store), order())
    protected = after.protected("BTCUSDT", Decimal("86000.25"), None)
    store.trades.save_position(protected.position("BTCUSDT"), START)
    assert store.trades.load_account() == protected


def test_a_stop_for_another_quantity_than_is_held_is_refused(store: Store) -> None:
    after = trade(store, deposit(store), order())
    stale = replace(after.position("BTCUSDT"), quantity=Decimal(7), stop_loss=Decimal(1))
    with pytest.raises(StoreError, match="does not hold 7 BTCUSDT"):
        store.trades.save_position(stale, START)
    assert store.trades.load_account() == after


def test_the_equity_curve_rises_in_time_and_keeps_one_point_a_time(store: Store) -> None:
    for time, equity in ((3, "30.5"), (1, "10"), (2, "20"), (3, "33.25")):
        store.trades.add_equity_point(time, Decimal(equity), ZERO)
    store.trades.add_equity_point(9, Decimal(9), ZERO, "live")
    times, equity_values = store.trades.equity_curve()
    assert (times.dtype.name, equity_values.dtype.name) == ("int64", "float64")
    assert (times.tolist(), equity_values.tolist()) == ([1, 2, 3], [10.0, 20.0, 33.25])
    assert store.trades.equity_curve(last=2)[0].tolist() == [2, 3]
    assert store.trades.equity_curve("nobody")[0].tolist() == []


amounts = st.decimals(min_value=Decimal("0.00001"), max_value=Decimal(1000), places=5)
prices = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99_999), places=2)
trades = st.lists(
    st.tuples(st.sampled_from(["BTCUSDT", "ETHUSDT"]), st.sampled_from(Side), amounts, prices, st.booleans()),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(trades=trades, start=amounts)
def test_any_fills_reload_to_the_account_they_led_to(
    trades: list[tuple[str, Side, Decimal, Decimal, bool]], start: Decimal
) -> None:
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "photon.sqlite3")
        account = deposit(store, str(start))
        for number, (symbol, side, quantity, price, closes) in enumerate(trades):
            held = account.position(symbol).quantity
            placed = order(number, side, str(quantity), symbol)
            if closes and held:
                placed = replace(placed, side=Side.SELL if held > 0 else Side.BUY, quantity=abs(held))
            account = booked(store, account, fill_of(placed, str(price), str(quantity / 1000)), number)
        assert store.trades.load_account() == account
        assert store.trades.cash_of_ledger() == account.cash
        assert store.health().ledger_equals_cash
        assert store.health().duplicate_fills == 0
        store.close()


def book(store: Store, account: Account, fill: Fill) -> Account:
    after, lines = account.after(fill)
    store.trades.record_fill(fill, after, lines)
    return after


def booked(store: Store, account: Account, fill: Fill, number: int) -> Account:
    after, lines = account.after(fill)
    placed = replace(order(number, fill.side, str(fill.quantity), fill.symbol))
    with store.transaction():
        store.trades.add_order(placed)
        store.trades.record_fill(fill, after, lines)
    return after
