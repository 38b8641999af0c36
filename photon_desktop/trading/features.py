"""The model's 14 inputs, without scale: ten times the price or seven times the volume leaves them unchanged."""

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.analysis import (
    RETURN_SPAN,
    average_cross,
    efficiency,
    return_volatility,
    trend_slope,
)
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.indicators import compute_indicators

FEATURE_VERSION = 1
FEATURE_NAMES = (
    "close", "volume", "price_change", "sma10", "sma20", "rsi14", "macd", "macd_hist", "volatility", "trend",
    "trend_strength", "rsi_state", "sma_cross", "range_position",
)  # fmt: skip
_PERIOD = 20
_CROSS_BARS = 3


def compute_features(bars: Bars) -> FloatArray:
    """One row a bar of the 14 features, shape (bars, 14), each from that bar and earlier ones only.

    Rows in the warm-up, and rows of a market that stands still, hold NaN; whoever uses them drops and counts these.
    s is the exponentially weighted standard deviation of log returns, span 40.
    """
    import pandas as pd  # noqa: PLC0415 - heavy, and needed only here

    close = bars.close
    indicators = compute_indicators(bars)
    deviation = return_volatility(close, RETURN_SPAN)
    returns = np.diff(np.log(close), prepend=np.nan)
    volume = pd.Series(bars.volume)
    highest = pd.Series(bars.high).rolling(_PERIOD).max().to_numpy()
    lowest = pd.Series(bars.low).rolling(_PERIOD).min().to_numpy()
    spread = pd.Series(returns).rolling
    with np.errstate(divide="ignore", invalid="ignore"):
        columns = [
            _change(close, _PERIOD) / (deviation * np.sqrt(_PERIOD)),
            _clip(_log_ratio(bars.volume, volume.rolling(_PERIOD).median().to_numpy()), 3),
            _clip(returns / deviation, 6),
            _clip((close / indicators.sma10 - 1) / deviation, 10),
            _clip((close / indicators.sma20 - 1) / deviation, 10),
            (indicators.rsi14 - 50) / 50,
            _clip(indicators.macd / (close * deviation), 10),
            _clip(indicators.macd_hist / (close * deviation), 10),
            np.log(spread(_PERIOD).std().to_numpy() / spread(5 * _PERIOD).std().to_numpy()),
            _sign_beyond(trend_slope(close, indicators), 0.5),
            efficiency(close, _PERIOD),
            _sign_beyond((indicators.rsi14 - 50) / 50, 0.4),
            _recent_cross(average_cross(indicators)),
            (close - lowest) / (highest - lowest),
        ]
    features: FloatArray = np.column_stack(columns)
    features[~np.isfinite(features)] = np.nan
    return features


def usable_rows(features: FloatArray) -> npt.NDArray[np.bool_]:
    """True for rows in which every feature is a finite number, shape (rows,)."""
    return np.asarray(np.isfinite(features).all(axis=1))


def _change(close: FloatArray, period: int) -> FloatArray:
    change = np.full(len(close), np.nan)
    change[period:] = np.log(close[period:] / close[:-period])
    return change


def _log_ratio(volume: FloatArray, median: FloatArray) -> FloatArray:
    """ln(volume / median); zero where both are, so that a market whose volume is not reported can be learnt from."""
    return np.where((volume == 0) & (median == 0), 0.0, np.log(volume / median))


def _clip(values: FloatArray, limit: float) -> FloatArray:
    return np.clip(values, -limit, limit)


def _sign_beyond(values: FloatArray, limit: float) -> FloatArray:
    return np.where(np.isfinite(values), np.sign(values) * (np.abs(values) > limit), np.nan)


def _recent_cross(cross: FloatArray) -> FloatArray:
    """The last crossing's sign on its bar and the two after it, the newest one counting."""
    recent = np.zeros(len(cross))
    for age in range(_CROSS_BARS - 1, -1, -1):
        shifted = np.zeros(len(cross))
        shifted[age:] = cross[: len(cross) - age]
        recent = np.where(shifted != 0, shifted, recent)
    return recent
