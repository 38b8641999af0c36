import pytest

from photon_desktop.store import Store
from photon_desktop.store.health import StoreHealth
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.trading.messages import MessageStatus
from photon_desktop.trading.orders import OrderStatus, Side
from tests.store.samples import deposit, message, order, trade


def test_a_sound_store_says_so_and_counts_what_is_left_over(store: Store) -> None:
    account = trade(store, deposit(store), order(1))
    trade(store, account, order(2, Side.SELL, "0.2"))
    store.trades.add_order(order(3), OrderStatus.UNKNOWN)
    for number in range(3):
        store.messages.add(message(number))
    store.messages.settle("message-0", MessageStatus.FAILED)
    assert store.health() == StoreHealth(
        path=store.path,
        schema=len(DEFAULT),
        integrity="ok",
        messages_queued=2,
        messages_failed=1,
        orders_unknown=1,
        duplicate_fills=0,
        ledger_equals_cash=True,
    )


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE ledger_entries SET amount = '10001' WHERE book = 'cash' AND \"transaction\" = 'deposit-1'",
        "UPDATE ledger_entries SET amount = amount || '1' WHERE \"transaction\" = 'order-1-1' AND book = 'cash'",
        "DELETE FROM ledger_entries WHERE \"transaction\" = 'order-1-1'",
        "UPDATE fills SET price = '88588.87'",
        "UPDATE fills SET commission = '0'",
        "DELETE FROM fills",
        "UPDATE positions SET quantity = '0.50001'",
        "DELETE FROM positions",
        "UPDATE positions SET account = 'other'",
    ],
)
def test_books_that_were_changed_are_found(store: Store, tampering: str) -> None:
    trade(store, deposit(store), order())
    assert store.health().ledger_equals_cash
    store.connections.tuples(tampering)
    assert not store.health().ledger_equals_cash


def test_an_order_filled_twice_under_two_ids_is_found(store: Store) -> None:
    trade(store, deposit(store), order())
    store.connections.tuples(
        "INSERT INTO fills (fill_id, account, client_order_id, symbol, side, quantity, price, commission, slippage,"
        " filled_at) SELECT 'again', account, client_order_id, symbol, side, quantity, price, commission, slippage,"
        " filled_at FROM fills"
    )
    assert store.health().duplicate_fills == 1
