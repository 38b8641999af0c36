"""How an account did: trades out of fills, figures, months, and what holding would have made."""

from dataclasses import fields
from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.backtest.figures import Figures
from photon_desktop.trading.closed_trades import TradeLedger
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metric_words import METRIC_WORDS
from photon_desktop.trading.orders import Fill, Side
from photon_desktop.trading.performance import Dealings, held_evenly, monthly_returns, performance
from photon_desktop.trading.timestamps import from_iso

HOUR = Interval.HOUR_1.nanoseconds
START = from_iso("2024-12-07T10:00:00Z")
NOT_METRICS = {
    "bars", "initial_balance", "final_equity", "best_trade", "worst_trade", "refused_entries", "periods_per_year",
}  # fmt: skip


def fill(side: Side, quantity: str, price: str, hours: int, commission: str = "1") -> Fill:
    return Fill(
        f"f{hours}", f"o{hours}", "BTCUSDT", side, Decimal(quantity), Decimal(price), Decimal(commission), Decimal(0),
        START + hours * HOUR,
    )  # fmt: skip


def dealings(ledger: TradeLedger | None = None) -> Dealings:
    none = np.array([])
    closed = () if ledger is None else tuple(ledger.closed)
    return Dealings(np.array([], dtype=np.int64), none, none, none, closed)


def test_a_trade_goes_from_flat_to_flat_net_of_its_commissions() -> None:
    ledger = TradeLedger()
    for each in (fill(Side.BUY, "1", "100", 0), fill(Side.BUY, "1", "110", 1), fill(Side.SELL, "2", "120", 2)):
        ledger.take(each)
    (trade,) = ledger.closed
    assert (trade.invested, trade.profit, trade.is_long) == (Decimal(210), Decimal(27), True)
    assert trade.return_ == pytest.approx(27 / 210)
    assert ledger.open_since == ()


def test_a_fill_that_turns_a_position_round_ends_one_trade_and_begins_another() -> None:
    ledger = TradeLedger()
    ledger.take(fill(Side.BUY, "1", "100", 0, "0"))
    ledger.take(fill(Side.SELL, "3", "90", 1, "3"))
    ledger.take(fill(Side.BUY, "2", "80", 2, "0"))
    first, second = ledger.closed
    assert (first.profit, first.is_long) == (Decimal(-11), True)  # a third of the commission
    assert (second.profit, second.is_long, second.opened_at) == (Decimal(18), False, START + HOUR)


def test_a_period_counts_only_bars_and_keeps_the_last_equity_of_each() -> None:
    times = START + HOUR * np.array([0, 1, 1, 2, 3]) - np.array([0, HOUR // 2, 0, 0, 0])
    shown = performance(times, np.array([100.0, 50.0, 110.0, 99.0, 121.0]), dealings(), Interval.HOUR_1)
    assert shown is not None
    assert shown.equity.tolist() == [100.0, 110.0, 99.0, 121.0]
    assert shown.figures["total_return"] == pytest.approx(0.21)
    assert shown.figures["max_drawdown"] == pytest.approx(-0.1)
    assert shown.figures["max_drawdown_bars"] == 1
    assert shown.figures["win_rate"] is None


def test_exposure_is_the_share_of_bars_in_which_something_was_held() -> None:
    ledger = TradeLedger()
    ledger.take(fill(Side.BUY, "1", "100", 1, "0"))
    ledger.take(fill(Side.SELL, "1", "100", 2, "0"))
    times = START + HOUR * np.arange(8)
    shown = performance(times, np.full(8, 100.0), dealings(ledger), Interval.HOUR_1)
    assert shown is not None
    assert shown.figures["exposure"] == 2 / 8


def test_under_two_bars_there_is_nothing_to_measure() -> None:
    assert performance(np.array([START]), np.array([100.0]), dealings(), Interval.HOUR_1) is None
    assert performance(np.array([], dtype=np.int64), np.array([]), dealings(), Interval.HOUR_1) is None


def test_each_month_begins_where_the_one_before_ended() -> None:
    times = np.array([from_iso(f"2024-{month}-15T00:00:00Z") for month in ("10", "11", "12")])
    assert monthly_returns(times, np.array([100.0, 110.0, 99.0])) == pytest.approx(
        {(2024, 10): 0.0, (2024, 11): 0.1, (2024, 12): -0.1}
    )


def test_holding_spreads_the_money_evenly_and_waits_for_a_first_price() -> None:
    times = START + HOUR * np.arange(3)
    early, late = (times, np.array([10.0, 20.0, 20.0])), (times[1:], np.array([5.0, 10.0]))
    held = held_evenly(times, 100.0, [early, late])
    assert held is not None
    assert held.tolist() == [100.0, 150.0, 200.0]
    assert held_evenly(times, 100.0, []) is None


def test_every_metric_of_a_backtest_has_its_words() -> None:
    assert {field.name for field in fields(Figures)} - NOT_METRICS <= set(METRIC_WORDS)
    assert all(words.formula and words.source for words in METRIC_WORDS.values())


@pytest.mark.parametrize(("days", "is_shown"), [(29, False), (30, True)])
def test_what_a_year_would_bring_is_not_said_of_less_than_a_month(days: int, is_shown: bool) -> None:
    times = START + HOUR * np.arange(24 * days + 1)
    equity = 100 + np.sin(np.arange(len(times)))
    shown = performance(times, equity, dealings(), Interval.HOUR_1)
    assert shown is not None
    yearly = [shown.figures[key] for key in ("cagr", "annual_volatility", "sharpe", "sortino", "calmar")]
    assert all((figure is not None) == is_shown for figure in yearly)
    assert None not in (shown.figures["total_return"], shown.figures["max_drawdown"])
