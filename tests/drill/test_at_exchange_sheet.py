"""Books are held against the exchange: each way in which they can differ is found."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.drill.at_exchange.sheet import Differences, at_home, differences, examine_at_exchange
from photon_desktop.drill.exchange.process import Account
from photon_desktop.drill.sheet import passed
from photon_desktop.store.store import Store
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.orders import OrderStatus
from tests.store.samples import deposit, order, trade

NAME = "paper"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    trade(opened, deposit(opened), order())
    yield opened
    opened.close()


@pytest.fixture
def there(store: Store) -> Account:
    """An exchange at which the same was done."""
    account = store.trades.load_account(NAME)
    (position,) = account.open_positions()
    fills = tuple(item.fill.fill_id for item in store.trades.fills(9, NAME))
    return Account(
        coins={"USDT": account.cash + position.cost},
        quantities={position.symbol: position.quantity},
        cost=position.cost,
        links=(order().client_order_id,),
        open_links=frozenset(),
        asked=(order().client_order_id,),
        trades=fills,
        in_parts=0,
    )


def failing(store: Store, there: Account, disagreements: tuple[str, ...] = ()) -> list[str]:
    return [line.what for line in examine_at_exchange(store, NAME, there, disagreements) if not line.holds]


def test_books_that_say_what_the_exchange_does_pass_every_line(store: Store, there: Account) -> None:
    assert failing(store, there) == []
    assert passed(examine_at_exchange(store, NAME, there, ()))
    assert differences(store, NAME, there) == Differences()


def test_an_execution_that_is_not_booked_is_lost(store: Store, there: Account) -> None:
    missed = replace(there, trades=(*there.trades, "another"))
    assert failing(store, missed) == ["Every execution is booked once, and nothing else is"]
    assert differences(store, NAME, missed).sentences == ("Executions: 1 lost, 0 too many: another.",)
    told = replace(missed, words={"another": "a sale of 2"})
    assert differences(store, NAME, told).sentences == ("Executions: 1 lost, 0 too many: a sale of 2.",)


def test_of_many_that_are_lost_a_few_are_told(store: Store, there: Account) -> None:
    missed = replace(there, trades=(*there.trades, "a", "b", "c", "d", "e"))
    assert differences(store, NAME, missed).sentences == ("Executions: 5 lost, 0 too many: a; b; c; and 2 more.",)
    assert differences(store, NAME, missed).left == 6


def test_a_funding_that_is_not_booked_is_lost(store: Store, there: Account) -> None:
    paid = replace(there, fundings=("f-1",))
    assert differences(store, NAME, paid).sentences == ("Executions: 1 lost, 0 too many: f-1.",)
    account, lines = store.trades.load_account(NAME).paid(flow := CashFlow("f-1", "BTCUSDT", Decimal(-1), 0))
    store.trades.record_flow(flow, lines, NAME)
    assert account.cash == there.coins["USDT"] - there.cost - 1
    assert failing(store, replace(paid, coins={"USDT": there.coins["USDT"] - 1})) == []


def test_a_fill_that_the_exchange_does_not_know_is_too_many(store: Store, there: Account) -> None:
    (name,) = there.trades
    assert differences(store, NAME, replace(there, trades=())).sentences == (
        f"Executions: 0 lost, 1 too many: {name}.",
    )


def test_cash_and_positions_are_compared(store: Store, there: Account) -> None:
    richer = replace(there, coins={"USDT": there.coins["USDT"] + Decimal("0.00000001")})
    assert failing(store, richer) == ["Cash is the exchange's, as the books count it"]
    assert differences(store, NAME, richer).sentences == ("The books have -0.00000001 USDT more than the exchange.",)
    other = replace(there, quantities={**there.quantities, "ETHUSDT": Decimal(1)})
    assert failing(store, other) == ["Positions are the exchange's"]
    assert differences(store, NAME, other).sentences == ("The books hold 0 ETHUSDT, the exchange 1.",)


def test_an_order_asked_for_twice_is_found_though_the_exchange_took_it_once(store: Store, there: Account) -> None:
    assert failing(store, replace(there, asked=there.asked * 2)) == ["The exchange was asked for no order twice"]


def test_an_order_of_which_nothing_is_known_is_found(store: Store, there: Account) -> None:
    lost = order(2)
    store.trades.add_order(lost, OrderStatus.UNKNOWN, NAME)
    assert failing(store, there) == ["Of no order it is unknown what became of it"]
    name = lost.client_order_id
    assert differences(store, NAME, there).sentences == (f"The order {name} is open in the books only.",)
    working = replace(there, open_links=frozenset({name}))
    assert differences(store, NAME, working).sentences == (
        f"The order {name} is unknown in the books and open at the exchange.",
    )


def test_an_exchange_elsewhere_is_found() -> None:
    assert at_home("http://127.0.0.1:80", "ws://127.0.0.1:81").holds
    assert not at_home("http://127.0.0.1:80", "wss://stream.example.com").holds
    assert not at_home("").holds


def test_what_stayed_different_after_a_restart_is_told(store: Store, there: Account) -> None:
    (line,) = [one for one in examine_at_exchange(store, NAME, there, ("Not after 3 kills.", "Cash.")) if not one.holds]
    assert line.detail == "Not after 3 kills. Cash."
