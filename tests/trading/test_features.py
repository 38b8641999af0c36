import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import FEATURE_NAMES, compute_features, usable_rows
from photon_desktop.trading.indicators import DECISION_BARS, WARM_UP_BARS
from tests.learning.markets import HOUR, fair_bars, still_bars

FIRST_USABLE = 100  # the standard deviation of 100 returns


def by_definition(bars: Bars) -> pd.DataFrame:
    """The 14 features written down once more, from their definitions."""
    c, h, low, v = (pd.Series(column) for column in (bars.close, bars.high, bars.low, bars.volume))
    r = np.log(c).diff()
    s = r.ewm(span=40).std()
    sma10, sma20 = c.rolling(10).mean(), c.rolling(20).mean()
    rsi = pd.Series(talib.RSI(bars.close, 14))
    macd, _, hist = talib.MACD(bars.close, 12, 26, 9)
    g = (sma10 / sma20 - 1) / s
    above = (sma10 > sma20).astype(int)
    crossed = above.diff().where(sma20.shift(1).notna(), 0)
    return pd.DataFrame(
        {
            "close": np.log(c / c.shift(20)) / (s * np.sqrt(20)),
            "volume": np.log(v / v.rolling(20).median()).clip(-3, 3),
            "price_change": (r / s).clip(-6, 6),
            "sma10": ((c / sma10 - 1) / s).clip(-10, 10),
            "sma20": ((c / sma20 - 1) / s).clip(-10, 10),
            "rsi14": (rsi - 50) / 50,
            "macd": (macd / (c * s)).clip(-10, 10),
            "macd_hist": (hist / (c * s)).clip(-10, 10),
            "volatility": np.log(r.rolling(20).std() / r.rolling(100).std()),
            "trend": (g > 0.5).astype(int) - (g < -0.5).astype(int),
            "trend_strength": (c - c.shift(20)).abs() / c.diff().abs().rolling(20).sum(),
            "rsi_state": (rsi > 70).astype(int) - (rsi < 30).astype(int),
            "sma_cross": crossed.replace(0, np.nan).ffill(limit=2).fillna(0),
            "range_position": (c - low.rolling(20).min()) / (h.rolling(20).max() - low.rolling(20).min()),
        }
    )


@pytest.mark.parametrize("name", FEATURE_NAMES)
def test_a_feature_is_what_its_definition_says(name: str) -> None:
    bars = fair_bars(600)
    ours = compute_features(bars)[FIRST_USABLE:, FEATURE_NAMES.index(name)]
    np.testing.assert_allclose(ours, by_definition(bars)[name].to_numpy()[FIRST_USABLE:], rtol=1e-8, atol=1e-9)


def test_there_are_fourteen_by_their_names_and_all_are_numbers_after_the_warm_up() -> None:
    features = compute_features(fair_bars(400))
    assert features.shape == (400, len(FEATURE_NAMES)) == (400, 14)
    assert usable_rows(features).tolist() == [False] * FIRST_USABLE + [True] * 300


@pytest.mark.parametrize("cut", [1, 2, 15, 21, 34, 99, 101, 130, 200, 399])
def test_cutting_the_future_off_changes_no_feature(cut: int) -> None:
    bars = fair_bars(400)
    np.testing.assert_array_equal(compute_features(bars.part(0, cut)), compute_features(bars)[:cut])


def test_a_forming_bar_appended_leaves_earlier_features_unchanged() -> None:
    bars = fair_bars(400)
    last = float(bars.close[-1])
    forming = Bars.of([400 * HOUR], [last], [last * 1.5], [last * 0.5], [last * 1.4], [1e9])
    np.testing.assert_array_equal(compute_features(bars.followed_by(forming))[:400], compute_features(bars))


def test_one_new_bar_gives_what_the_batch_gives() -> None:
    bars = fair_bars(700)
    batch = compute_features(bars)
    for end in range(650, 701):
        row = compute_features(bars.part(end - DECISION_BARS, end))[-1]
        np.testing.assert_allclose(row, batch[end - 1], rtol=1e-9, atol=1e-9)


def worst_difference(bars: Bars, length: int) -> FloatArray:
    """For bars here and there: how far the features of the last `length` bars are from those of the full history."""
    whole = compute_features(bars)
    ends = range(1_000, len(bars) + 1, 50)
    rows = [compute_features(bars.part(end - length, end))[-1] - whole[end - 1] for end in ends]
    return np.abs(rows).max(axis=1)


def test_two_hundred_bars_give_what_the_full_history_gives() -> None:
    # s forgets a bar by 2/41 a step: what stood before 200 bars still weighs 5e-5, more only if it was far wilder
    differences = worst_difference(fair_bars(3_000), WARM_UP_BARS)
    assert np.median(differences) < 1e-4
    assert differences.max() < 2e-3


def test_the_bars_of_a_decision_leave_no_difference_worth_a_name() -> None:
    assert worst_difference(fair_bars(3_000), DECISION_BARS).max() < 1e-9


def scaled(bars: Bars, price: float, volume: float) -> Bars:
    prices: list[FloatArray] = [column * price for column in (bars.open, bars.high, bars.low, bars.close)]
    return Bars.of(bars.times, *prices, bars.volume * volume)


@settings(deadline=None, max_examples=20)
@given(st.floats(1e-4, 1e4), st.floats(1e-3, 1e6), st.integers(0, 20))
def test_neither_the_size_of_prices_nor_of_volumes_shows(price: float, volume: float, seed: int) -> None:
    bars = fair_bars(300, seed=seed)
    np.testing.assert_allclose(
        compute_features(scaled(bars, price, volume)), compute_features(bars), rtol=1e-6, atol=1e-6
    )


def test_ten_times_the_price_and_seven_times_the_volume_change_nothing() -> None:
    bars = fair_bars(1_000)
    np.testing.assert_allclose(compute_features(scaled(bars, 10, 7)), compute_features(bars), rtol=1e-9, atol=1e-9)


def test_a_market_that_stands_still_has_no_usable_row() -> None:
    features = compute_features(still_bars(400))
    assert not usable_rows(features).any()
    assert not np.isinf(features).any()


def test_wild_moves_are_clipped() -> None:
    bars = fair_bars(400)
    close, volume = bars.close.copy(), bars.volume.copy()
    close[-1] *= 3
    volume[-1] *= 1e6
    wild = Bars.of(bars.times, bars.open, np.maximum(bars.high, close), bars.low, close, volume)
    row = dict(zip(FEATURE_NAMES, compute_features(wild)[-1], strict=True))
    assert row["volume"] == 3
    assert 4 < row["price_change"] <= 6
    assert all(abs(row[name]) <= 10 for name in ("sma10", "sma20", "macd", "macd_hist"))


def test_volume_that_is_not_reported_is_neutral_and_a_single_gap_is_clipped() -> None:
    bars = fair_bars(400)
    silent = Bars.of(bars.times, bars.open, bars.high, bars.low, bars.close, np.zeros(400))
    assert (compute_features(silent)[19:, 1] == 0).all()
    volume = bars.volume.copy()
    volume[-1] = 0
    gap = Bars.of(bars.times, bars.open, bars.high, bars.low, bars.close, volume)
    assert compute_features(gap)[-1, 1] == -3


def test_no_bars_give_no_rows() -> None:
    assert compute_features(Bars.empty()).shape == (0, 14)
