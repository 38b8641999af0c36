"""Finished trades are reckoned on from where the reading stopped, for each account and symbol by itself."""

from decimal import Decimal

import pytest

from photon_desktop.agents import finished_trades
from photon_desktop.agents.finished_trades import FinishedTrade, FinishedTrades
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.orders import Side
from tests.store.samples import deposit, order, trade

# Bought and sold at one price, so that both commissions are what was lost.
LOSS = -2 * Decimal("44.29444") / (Decimal("0.5") * Decimal("88588.88"))


def rounds(store: Store, before: Account, first: int, count: int, account: str = "paper") -> Account:
    """Buy and sell `count` times; orders are numbered from `first` on."""
    for number in range(first, first + 2 * count, 2):
        before = trade(store, before, order(number), account)
        before = trade(store, before, order(number + 1, Side.SELL), account)
    return before


def test_what_was_read_once_is_not_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finished_trades, "_AT_ONCE", 3)
    trades, account = FinishedTrades(store, 10), rounds(store, deposit(store, "1000000"), 1, 2)
    account = trade(store, account, order(5))
    assert trades.of("paper", "BTCUSDT") == (FinishedTrade("trace-1", LOSS), FinishedTrade("trace-3", LOSS))
    asked: list[int] = []
    read = store.trades.fills_of_symbol_after
    monkeypatch.setattr(
        store.trades, "fills_of_symbol_after", lambda sequence, *rest: asked.append(sequence) or read(sequence, *rest)
    )
    trade(store, account, order(6, Side.SELL))
    assert trades.of("paper", "BTCUSDT")[2:] == (FinishedTrade("trace-5", LOSS),)
    assert asked == [5, 6]


def test_the_oldest_are_let_go(store: Store) -> None:
    rounds(store, deposit(store, "1000000"), 1, 3)
    assert [each.trace_id for each in FinishedTrades(store, 2).of("paper", "BTCUSDT")] == ["trace-3", "trace-5"]


def test_accounts_and_symbols_are_kept_apart(store: Store) -> None:
    trades = FinishedTrades(store, 10)
    rounds(store, deposit(store, "1000000"), 1, 1)
    rounds(store, deposit(store, "1000000", "deposit-2", "other"), 11, 2, "other")
    assert [each.trace_id for each in trades.of("other", "BTCUSDT")] == ["trace-11", "trace-13"]
    assert [each.trace_id for each in trades.of("paper", "BTCUSDT")] == ["trace-1"]
    assert trades.of("paper", "ETHUSDT") == ()
