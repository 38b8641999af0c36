import csv
import json
from math import isfinite
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading import metrics
from photon_desktop.trading.interval import Interval

SERIES = ("aapl_2015_2017", "hand10", "lcg1000", "all_zero", "constant_up")
DAY = 86_400 * 10**9
MONDAY = 4 * DAY  # 5 January 1970


def figures(returns: np.ndarray, year: float) -> dict[str, float | None]:
    return {
        "total_return": metrics.total_return(returns),
        "cagr": metrics.cagr(returns, year),
        "annual_volatility": metrics.annual_volatility(returns, year),
        "sharpe_ratio": metrics.sharpe_ratio(returns, year),
        "sortino_ratio": metrics.sortino_ratio(returns, year),
        "max_drawdown": metrics.max_drawdown(returns),
        "max_drawdown_periods": metrics.max_drawdown_periods(returns),
        "calmar_ratio": metrics.calmar_ratio(returns, year),
        "ulcer_index": metrics.ulcer_index(returns),
        "profit_factor": metrics.profit_factor(returns),
        "win_rate": metrics.win_rate(returns),
        "mean": metrics.mean(returns),
        "downside_deviation": metrics.downside_deviation(returns),
        "value_at_risk": metrics.value_at_risk(returns),
        "expected_shortfall": metrics.expected_shortfall(returns),
        "payoff_ratio": metrics.payoff_ratio(returns),
    }


AT_252 = {
    "total_return": ("plain.total_return", "empyrical.cum_returns_final"),
    "cagr": ("plain.annual_return_252", "empyrical.cagr"),
    "annual_volatility": ("plain.annual_vol_ddof1_252", "empyrical.annual_volatility"),
    "sharpe_ratio": ("plain.sharpe_ddof1_252", "empyrical.sharpe_ratio"),
    "sortino_ratio": ("plain.sortino_252", "empyrical.sortino_ratio"),
    "max_drawdown": ("plain.max_drawdown", "empyrical.max_drawdown"),
    "max_drawdown_periods": ("plain.max_drawdown_bars_under_water",),
    "calmar_ratio": ("plain.calmar", "empyrical.calmar_ratio"),
    "ulcer_index": ("plain.ulcer_index",),
    "profit_factor": ("plain.profit_factor", "empyrical.omega_ratio"),
    "win_rate": ("plain.positive_fraction",),
    "mean": ("plain.mean",),
    "downside_deviation": ("plain.downside_dev_per_period",),
    "value_at_risk": ("empyrical.value_at_risk_5pct",),
    "expected_shortfall": ("empyrical.conditional_value_at_risk_5pct",),
    "payoff_ratio": ("quantstats.payoff_ratio",),
}
AT_365 = {
    "cagr": ("plain.annual_return_365", "empyrical.annual_return_365"),
    "annual_volatility": ("empyrical.annual_volatility_365",),
    "sharpe_ratio": ("plain.sharpe_ddof1_365", "empyrical.sharpe_ratio_365"),
}


@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize(("year", "names"), [(252, AT_252), (365, AT_365)])
def test_figures_agree_with_the_reference_libraries(
    shared_folder: Path, series: str, year: int, names: dict[str, tuple[str, ...]]
) -> None:
    folder = shared_folder / "oracles" / "metrics"
    with (folder / f"returns_{series}.csv").open() as file:
        returns = np.array([float(row["ret"]) for row in csv.DictReader(file)])
    expected = json.loads((folder / "metrics.json").read_text())["series"][series]["metrics"]
    found = figures(returns, year)
    for name, keys in names.items():
        for key in keys:
            if found[name] is None:
                assert is_undefined(expected[key]["value"]), (name, key)
            else:
                assert found[name] == pytest.approx(expected[key]["value"], rel=1e-9, abs=1e-12), (name, key)


EMPYRICAL_TESTS = {
    "cum_returns_final": metrics.total_return,
    "max_drawdown": metrics.max_drawdown,
    "annual_volatility": lambda returns: metrics.annual_volatility(returns, 252),
    "sharpe_ratio": lambda returns: metrics.sharpe_ratio(returns, 252),
    "sortino_ratio": lambda returns: metrics.sortino_ratio(returns, 252),
}


def test_figures_are_those_of_the_numbers_the_reference_library_tests_itself_by(shared_folder: Path) -> None:
    content = json.loads((shared_folder / "oracles" / "metrics" / "empyrical_test_numbers.json").read_text())
    compared = set()
    for row in content["values"]:
        if row["metric"] not in EMPYRICAL_TESTS:
            continue
        returns = np.array([value for value in content["series"][row["series"]] if value is not None])
        found, expected = EMPYRICAL_TESTS[row["metric"]](returns), row["empyrical_reloaded_0_7_1"]
        if found is None:
            assert is_undefined(expected), row
        else:
            assert found == pytest.approx(expected, rel=1e-9), row
            compared.add(row["metric"])
    assert compared == set(EMPYRICAL_TESTS)


def is_undefined(value: float | None) -> bool:
    """The libraries show a ratio over nothing as nan, infinite, or a huge number made of rounding."""
    return value is None or not isfinite(value) or abs(value) > 1e9


@given(st.lists(st.floats(-1, 3), max_size=40), st.sampled_from([1.0, 52.0, 252.0, 525_600.0]))
def test_no_figure_is_ever_nan_or_infinite(values: list[float], year: float) -> None:
    for name, value in figures(np.array(values, dtype=np.float64), year).items():
        assert value is None or isfinite(value), name


@given(st.lists(st.floats(-0.5, 0.5), min_size=2, max_size=40))
def test_a_drawdown_lies_between_minus_one_and_zero_and_has_a_length_only_if_it_is_there(values: list[float]) -> None:
    returns = np.array(values)
    depth, length = metrics.max_drawdown(returns), metrics.max_drawdown_periods(returns)
    assert -1 <= depth <= 0
    assert 0 <= length <= len(values)
    assert (depth < 0) == (length > 0)


def test_figures_that_would_divide_by_zero_are_none() -> None:
    still = np.zeros(10)
    for name in ("sharpe_ratio", "sortino_ratio", "calmar_ratio", "profit_factor"):
        assert figures(still, 252)[name] is None, name
    assert metrics.sharpe_ratio(np.full(10, 0.01), 252) is None
    assert metrics.win_rate([]) is None
    assert metrics.expectancy([]) is None
    assert metrics.profit_factor([1.0, 2.0]) is None


def test_growth_too_large_for_a_number_is_none() -> None:
    assert metrics.cagr(np.array([1.0, 1.0]), 525_600) is None


def test_losing_everything_has_a_total_return_and_no_annual_one() -> None:
    returns = metrics.period_returns([100.0, 50.0, -10.0, -10.0])
    assert returns.tolist() == [-0.5, -1.2, 0.0]
    assert metrics.total_return(returns) == pytest.approx(-1.1)
    assert metrics.cagr(returns, 252) is None
    assert metrics.max_drawdown(returns) == pytest.approx(-1.1)


def test_money_figures_by_hand() -> None:
    profits = [10.0, -5.0, 20.0, 0.0]
    assert metrics.profit_factor(profits) == 6.0
    assert metrics.win_rate(profits) == 0.5
    assert metrics.expectancy([0.1, -0.05]) == pytest.approx(0.025)


def times(day_count: int, hours: list[int], is_weekend_open: bool) -> np.ndarray:
    days = [day for day in range(day_count) if is_weekend_open or day % 7 < 5]
    return np.array([MONDAY + day * DAY + hour * DAY // 24 for day in days for hour in hours])


@pytest.mark.parametrize(
    ("moments", "interval", "expected"),
    [
        (times(60, [0], False), Interval.DAY_1, 252),
        (times(60, [0], True), Interval.DAY_1, 365),
        (times(60, list(range(24)), True), Interval.HOUR_1, 365 * 24),
        (times(3, list(range(24)), True), Interval.HOUR_1, 365 * 24),
        (times(60, list(range(14, 21)), False), Interval.HOUR_1, 252 * 7),
        (times(60, [0], False)[::5], Interval.WEEK_1, 52),
    ],
)
def test_a_year_holds_as_many_bars_as_the_market_is_open_for(
    moments: np.ndarray, interval: Interval, expected: float
) -> None:
    assert metrics.periods_per_year(moments, interval) == expected
