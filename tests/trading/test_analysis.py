import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.analysis import (
    analyse,
    average_cross,
    efficiency,
    return_volatility,
    rsi_state_of,
    trend_of,
    trend_slope,
)
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.indicators import compute_indicators
from tests.learning.markets import fair_bars, rising_bars, still_bars


def falling_bars(count: int) -> Bars:
    bars = rising_bars(count)
    close = 100.0**2 / bars.close
    opens = np.concatenate([[100.0], close[:-1]])
    return Bars.of(bars.times, opens, opens, close, close, bars.volume)


def test_a_rising_market_is_a_strong_overbought_bull() -> None:
    wobble = rising_bars(300).close * (1 + 0.0001 * (np.arange(300) % 2))
    bars = Bars.of(np.arange(300), wobble, wobble, wobble, wobble, np.ones(300))
    state = analyse(bars, compute_indicators(bars))
    assert (state.trend, state.rsi_state, state.sma_cross) == ("bull", "overbought", 0)
    assert state.strength > 0.8


def test_a_falling_market_is_an_oversold_bear() -> None:
    bars = falling_bars(300)
    state = analyse(bars, compute_indicators(bars))
    assert (state.trend, state.rsi_state) == ("bear", "oversold")
    assert state.strength == pytest.approx(1.0)


@pytest.mark.parametrize("price", [0.1, 3.3, 88_500.13])
def test_a_market_that_stands_still_is_sideways_and_neutral(price: float) -> None:
    bars = still_bars(300, price)
    indicators = compute_indicators(bars)
    state = analyse(bars, indicators)
    assert (state.trend, state.strength, state.rsi_state, state.sma_cross) == ("sideways", 0.0, "neutral", 0)
    assert (average_cross(indicators) == 0).all()


def test_a_market_that_comes_to_a_halt_loses_its_trend_and_crosses_nothing() -> None:
    moving = fair_bars(200).close
    close = np.concatenate([moving, np.full(400, moving[-1])])
    bars = Bars.of(np.arange(600), close, close, close, close, np.ones(600))
    indicators = compute_indicators(bars)
    assert (average_cross(indicators)[225:] == 0).all()
    assert (trend_slope(close, indicators)[225:] == 0).all()


def test_too_few_bars_have_no_opinion() -> None:
    bars = fair_bars(5)
    state = analyse(bars, compute_indicators(bars))
    assert (state.trend, state.strength, state.rsi_state, state.sma_cross) == ("sideways", 0.0, "neutral", 0)


@pytest.mark.parametrize(
    ("rsi", "state"),
    [(29.99, "oversold"), (30.0, "neutral"), (70.0, "neutral"), (70.01, "overbought"), (np.nan, "neutral")],
)
def test_the_rsi_has_states_beyond_30_and_70(rsi: float, state: str) -> None:
    assert rsi_state_of(rsi) == state


@pytest.mark.parametrize(
    ("slope", "trend"), [(0.51, "bull"), (0.5, "sideways"), (-0.5, "sideways"), (-0.51, "bear"), (np.nan, "sideways")]
)
def test_the_trend_is_named_by_the_slope(slope: float, trend: str) -> None:
    assert trend_of(slope) == trend


def test_crossings_are_where_one_average_comes_to_stand_beyond_the_other() -> None:
    bars = fair_bars(400)
    indicators = compute_indicators(bars)
    is_above = indicators.sma10 > indicators.sma20
    crossed = np.flatnonzero(average_cross(indicators))
    expected = [bar for bar in range(20, 400) if is_above[bar] != is_above[bar - 1]]
    assert crossed.tolist() == expected
    assert all(average_cross(indicators)[bar] == (1 if is_above[bar] else -1) for bar in expected)
    assert len(expected) > 5


def test_return_volatility_weighs_as_defined() -> None:
    close = fair_bars(80).close
    returns = pd.Series(np.log(close)).diff()
    expected = returns.ewm(span=40).std().to_numpy()
    np.testing.assert_allclose(return_volatility(close, 40), expected)
    assert np.isnan(return_volatility(close, 40)[:2]).all()


@given(st.lists(st.floats(1, 1_000), min_size=21, max_size=60))
def test_efficiency_is_net_change_over_summed_changes(closes: list[float]) -> None:
    close = np.array(closes)
    ratio = efficiency(close)
    assert np.isnan(ratio[:20]).all()
    for bar in range(20, len(close)):
        path = np.abs(np.diff(close[bar - 20 : bar + 1])).sum()
        expected = abs(close[bar] - close[bar - 20]) / path if path > 0 else 0.0
        assert ratio[bar] == pytest.approx(expected, abs=1e-9)


def test_the_state_at_a_bar_knows_nothing_later() -> None:
    bars = fair_bars(300)
    indicators = compute_indicators(bars)
    slope, strength, cross = trend_slope(bars.close, indicators), efficiency(bars.close), average_cross(indicators)
    for cut in (30, 100, 250):
        part = bars.part(0, cut)
        state = analyse(part, compute_indicators(part))
        assert state.trend == trend_of(slope[cut - 1])
        assert state.strength == pytest.approx(strength[cut - 1])
        assert state.sma_cross == cross[cut - 1]
