"""Trades from flat to flat, out of fills."""

from decimal import Decimal

import pytest

from photon_desktop.trading.account import Account
from photon_desktop.trading.closed_trades import ClosedTrade, TradeLedger
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Side

D = Decimal


def fill(number: int, side: Side, quantity: str, price: str, commission: str = "0", symbol: str = "BTCUSDT") -> Fill:
    return Fill(f"f{number}", f"o{number}", symbol, side, D(quantity), D(price), D(commission), ZERO, number)


def closed_by(*fills: Fill) -> list[ClosedTrade]:
    ledger = TradeLedger()
    for one in fills:
        ledger.take(one)
    return ledger.closed


def test_a_position_that_is_taken_off_in_parts_is_one_trade_and_closed_by_the_last() -> None:
    ledger = TradeLedger()
    ledger.take(fill(1, Side.BUY, "1", "100", "0.1"))
    ledger.take(fill(2, Side.BUY, "1", "110", "0.1"))
    ledger.take(fill(3, Side.SELL, "0.5", "120", "0.1"))
    assert ledger.closed == []
    assert ledger.open_since == (1,)
    ledger.take(fill(4, Side.SELL, "1.5", "90", "0.2"))
    assert ledger.closed == [ClosedTrade("BTCUSDT", True, 1, 4, D(210), D("-15.5"))]
    assert ledger.closed[0].return_ == pytest.approx(-15.5 / 210)
    assert ledger.open_since == ()


def test_a_fill_that_turns_a_position_round_pays_its_commission_in_both_trades() -> None:
    turned = closed_by(
        fill(1, Side.SELL, "1", "100"), fill(2, Side.BUY, "3", "90", "0.3"), fill(3, Side.SELL, "2", "95")
    )
    assert [(trade.is_long, trade.profit) for trade in turned] == [(False, D("9.9")), (True, D("9.8"))]


def test_the_positions_of_symbols_do_not_mix() -> None:
    both = closed_by(
        fill(1, Side.BUY, "1", "100"), fill(2, Side.SELL, "2", "10", symbol="ETHUSDT"), fill(3, Side.SELL, "1", "101")
    )
    assert [(trade.symbol, trade.profit) for trade in both] == [("BTCUSDT", D(1))]


def test_trades_that_are_closed_made_what_the_account_has_more() -> None:
    account, _ = Account().deposited(D(10_000))
    ledger = TradeLedger()
    prices = ["100", "103", "99.5", "101", "97", "105"]
    sizes = [(Side.BUY, "2"), (Side.SELL, "3"), (Side.SELL, "1"), (Side.BUY, "4"), (Side.SELL, "1"), (Side.SELL, "1")]
    for number, (price, (side, size)) in enumerate(zip(prices, sizes, strict=True)):
        one = fill(number, side, size, price, "0.12")
        account, _ = account.after(one)
        ledger.take(one)
    assert not account.position("BTCUSDT").is_open
    assert sum(trade.profit for trade in ledger.closed) == account.cash - 10_000


def test_a_trade_that_cost_nothing_has_no_return() -> None:
    assert ClosedTrade("X", True, 1, 2, ZERO, D(3)).return_ == 0.0
