"""A report that stands alone: its tables, and what it does with very many trades."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from photon_desktop.backtest.plan import plan_of_rule
from photon_desktop.backtest.report import Report, report_html
from photon_desktop.backtest.report_tables import MOST_TRADES, monthly_returns, trades_table
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.trading.interval import Interval
from tests.backtest.markets import generated_bars

DAY_NS = 86_400 * 10**9


def made_report(**other: Any) -> Report:
    bars, rules = generated_bars(400), Rules()
    done = trade(plan_of_rule(SmaCross(), bars, False, Stopwatch()), bars, Interval.HOUR_1, rules, Stopwatch())
    report = Report(
        "A <run>", "It made something.", ("A bar is missing.",), None, {"Trades": "3"}, bars.times,
        done.simulation.equity, done.simulation.equity, 10_000.0, done.simulation.trades, {"fast": 10}, {"Seed": 7},
    )  # fmt: skip
    return replace(report, **other)


def test_each_month_is_measured_from_the_end_of_the_one_before() -> None:
    days = np.array([19_753, 19_754, 19_755, 19_785], dtype=np.int64)  # 2024-01-31, 2024-02-01, 02, and 2024-03-03
    made = monthly_returns(days * DAY_NS, np.array([110.0, 100.0, 121.0, 60.5]), 100.0)
    assert list(made) == [(2024, 1), (2024, 2), (2024, 3)]
    assert list(made.values()) == pytest.approx([0.1, 0.1, -0.5])


def test_a_month_begun_with_nothing_made_nothing() -> None:
    made = monthly_returns(np.array([0, 40]) * DAY_NS, np.array([0.0, 0.0]), 100.0)
    assert list(made.values()) == [-1.0, 0.0]


def test_of_very_many_trades_the_last_are_shown_and_the_rest_is_told() -> None:
    report = made_report()
    many = list(report.trades) * (MOST_TRADES // len(report.trades) + 1)
    page = trades_table(many)
    assert page.count("<tr>") == MOST_TRADES + 1
    assert f"The last {MOST_TRADES:,} of {len(many):,} trades" in page


def test_a_page_escapes_what_it_is_told_and_needs_nothing_beside_it() -> None:
    page = report_html(made_report())
    assert "A &lt;run&gt;" in page
    assert "was not found out" in page
    assert "@media print" in page
    assert not any(word in page for word in ("http", "src=", "<script", "url("))
