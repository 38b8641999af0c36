import csv
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.indicators import WARM_UP_BARS, compute_indicators, simple_average
from tests.learning.markets import fair_bars

COLUMNS = {
    "sma10": "SMA10",
    "sma20": "SMA20",
    "rsi14": "RSI14",
    "macd": "MACD",
    "macd_signal": "MACDSIGNAL",
    "macd_hist": "MACDHIST",
    "volatility": "STDDEV20",
}
FIRST_DEFINED = {"sma10": 9, "sma20": 19, "rsi14": 14, "macd": 33, "macd_signal": 33, "macd_hist": 33, "volatility": 19}
ORACLES = ("AAPL_1d_indicators.csv", "BTCUSDT_1h_tail3000_indicators.csv")


def oracle(path: Path) -> dict[str, np.ndarray]:
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    names = ("Close", *COLUMNS.values())
    return {name: np.array([float(row[name]) if row[name] else np.nan for row in rows]) for name in names}


def bars_of_closes(close: np.ndarray) -> Bars:
    return Bars.of(np.arange(len(close)), close, close, close, close, np.ones(len(close)))


@pytest.mark.parametrize("name", ORACLES)
@pytest.mark.parametrize("field", COLUMNS)
def test_values_are_those_of_the_oracle(name: str, field: str, shared_folder: Path) -> None:
    columns = oracle(shared_folder / "oracles" / "indicators" / name)
    ours = getattr(compute_indicators(bars_of_closes(columns["Close"])), field)
    np.testing.assert_allclose(ours, columns[COLUMNS[field]], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(("field", "first"), FIRST_DEFINED.items())
def test_values_begin_where_they_are_defined(field: str, first: int) -> None:
    values = getattr(compute_indicators(fair_bars(60)), field)
    assert np.isnan(values[:first]).all()
    assert np.isfinite(values[first:]).all()


def test_values_at_a_bar_leave_out_what_is_not_defined_yet() -> None:
    indicators = compute_indicators(fair_bars(60))
    assert indicators.at(5) == {}
    assert indicators.at(14).keys() == {"sma10", "rsi14"}
    assert indicators.at(-1).keys() == COLUMNS.keys()


def test_the_warm_up_is_long_enough_for_the_macd_to_forget_its_seed() -> None:
    bars = fair_bars(1_200)
    whole, part = compute_indicators(bars), compute_indicators(bars.tail(WARM_UP_BARS))
    for field in ("macd", "macd_signal", "macd_hist", "rsi14"):
        assert getattr(part, field)[-1] == pytest.approx(getattr(whole, field)[-1], rel=1e-4, abs=1e-6)


@pytest.mark.parametrize("cut", [1, 5, 10, 20, 34, 150, 299])
def test_what_comes_later_changes_no_value(cut: int) -> None:
    bars = fair_bars(300)
    whole, part = compute_indicators(bars), compute_indicators(bars.part(0, cut))
    for field in COLUMNS:
        np.testing.assert_array_equal(getattr(part, field), getattr(whole, field)[:cut])


def test_no_bars_give_no_values() -> None:
    assert all(len(getattr(compute_indicators(Bars.empty()), field)) == 0 for field in COLUMNS)


def test_a_simple_average_is_the_mean_of_its_window() -> None:
    close = fair_bars(50).close
    expected = [close[end - 5 : end].mean() for end in range(5, 51)]
    averages = simple_average(close, 5)
    assert averages[4:] == pytest.approx(expected)
    assert np.isnan(averages[:4]).all()
