"""Rows written by SQL made once are those that Peewee writes, and those that it reads."""

from decimal import Decimal
from typing import Any

import pytest
from peewee import AutoField, Model

from photon_desktop.errors import DuplicateError, StoreError, ValueRefusedError
from photon_desktop.store import Store
from photon_desktop.store.insertions import inserting
from photon_desktop.store.models import ALL, EquityPoint, Fill, LedgerEntry, Position
from photon_desktop.trading.orders import OrderStatus
from tests.store.samples import order

LINE = {
    "account": "paper", "transaction": "t", "line": 0, "book": "cash", "symbol": "", "amount": Decimal("1.10"),
    "booked_at": 1,
}  # fmt: skip
POINT = {"account": "paper", "time": 1, "equity": Decimal(10), "cash": Decimal(5)}


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_a_row_takes_every_column_but_the_number_that_the_store_gives(model: type[Model], store: Store) -> None:
    meta: Any = model._meta
    named = {field.column_name for field in meta.sorted_fields if not isinstance(field, AutoField)}
    asked = inserting(model)
    assert len(asked.columns) == len(named)
    assert all(f'"{name}"' in asked.sql for name in named)
    store.connections.tuples(f"EXPLAIN {asked.sql}", [None] * len(named))  # SQLite knows the table and its columns


def test_values_are_stored_as_their_own_fields_store_them(store: Store) -> None:
    store.connections.insert(LedgerEntry, LINE)
    store.connections.write(LedgerEntry.insert({**LINE, "line": 1}))
    ours, peewees = store.connections.tuples("SELECT amount, typeof(amount), typeof(line) FROM ledger_entries")
    assert ours == peewees == ("1.1", "text", "integer")
    assert store.connections.rows(LedgerEntry.select())[0]["amount"] == Decimal("1.1")


def test_an_insert_tells_the_number_of_its_row(store: Store) -> None:
    numbers = [store.connections.insert(LedgerEntry, {**LINE, "line": line}) for line in range(3)]
    assert [row["sequence"] for row in store.connections.rows(LedgerEntry.select())] == numbers


def test_what_is_no_finite_number_is_refused_before_it_is_written(store: Store) -> None:
    with pytest.raises(ValueRefusedError, match="not a finite number"):
        store.connections.insert(LedgerEntry, {**LINE, "amount": Decimal("NaN")})
    assert store.connections.rows(LedgerEntry.select()) == []


def test_a_value_left_out_is_no_silent_default(store: Store) -> None:
    with pytest.raises(KeyError, match="cash"):
        store.connections.put(EquityPoint, {name: value for name, value in POINT.items() if name != "cash"})


def test_a_foreign_key_is_held(store: Store) -> None:
    store.trades.add_order(order(), OrderStatus.NEW)
    values = {
        "fill_id": "f", "account": "paper", "order": "order-1", "symbol": "S", "side": "BUY", "quantity": Decimal(1),
        "price": Decimal(1), "commission": Decimal(0), "slippage": Decimal(0), "filled_at": 1,
    }  # fmt: skip
    store.connections.insert(Fill, values)
    with pytest.raises(StoreError, match="FOREIGN KEY"):
        store.connections.insert(Fill, {**values, "fill_id": "g", "order": "no such order"})
    assert len(store.connections.rows(Fill.select())) == 1


def test_of_several_rows_all_are_written_or_none(store: Store) -> None:
    with pytest.raises(DuplicateError):
        store.connections.insert_all(LedgerEntry, [LINE, {**LINE, "line": 1}, LINE])
    assert store.connections.rows(LedgerEntry.select()) == []


def test_a_row_that_is_put_again_takes_the_place_of_the_first(store: Store) -> None:
    held = {
        "account": "paper", "symbol": "S", "quantity": Decimal(1), "cost": Decimal(2), "realised": Decimal(3),
        "opened_at": 4, "stop_loss": Decimal(5), "take_profit": Decimal(6),
    }  # fmt: skip
    other = {**held, "symbol": "T"}
    after = {**held, "quantity": Decimal(0), "opened_at": 9, "stop_loss": None, "take_profit": None}
    for values in (held, other, after):
        store.connections.put(Position, values)
    assert store.connections.rows(Position.select().order_by(Position.symbol)) == [after, other]


def test_a_change_counts_the_rows_it_changed(store: Store) -> None:
    store.connections.insert_all(LedgerEntry, [{**LINE, "line": line} for line in range(3)])
    assert store.connections.change("UPDATE ledger_entries SET book = ? WHERE line < ?", ("capital", 2)) == 2
    assert store.connections.change("DELETE FROM ledger_entries WHERE line = ?", (7,)) == 0
