"""The model's inputs told as a trader knows them: an RSI, a per cent, a price, not a scaled number."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, sqrt

from photon_desktop.trading.analysis import RETURN_SPAN, return_volatility
from photon_desktop.trading.bars import Bars

DISCRETE: dict[str, tuple[float, ...]] = dict.fromkeys(("trend", "rsi_state", "sma_cross"), (-1.0, 0.0, 1.0))
_BARS = 20


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The close and the return volatility s (span 40) that the scaled inputs of a bar were made with."""

    close: float
    deviation: float

    @classmethod
    def of(cls, bars: Bars) -> "Surroundings":
        """Those of the last bar."""
        return cls(float(bars.close[-1]), float(return_volatility(bars.close, RETURN_SPAN)[-1]))


def in_words(name: str, value: float, needed: float, around: Surroundings) -> str:
    """A change of the input `name` from `value` to `needed`, such as "RSI 41.2 -> 37.9"."""
    sentence, show = _WORDS[name]
    return sentence.format(f"{show(value, around)} -> {show(needed, around)}")


_Show = Callable[[float, Surroundings], str]


def _named(low: str, middle: str, high: str) -> _Show:
    return lambda value, _: (low, middle, high)[round(value) + 1]


def _share_of_close(value: float, around: Surroundings) -> str:
    return f"{value * around.deviation:+.2%}"


def _price(value: float, around: Surroundings) -> str:
    return f"{value * around.close * around.deviation:+,.6g}"


def _times(value: float, _around: Surroundings) -> str:
    return f"{exp(value):.2f}"


_WORDS: dict[str, tuple[str, _Show]] = {
    "close": (
        f"a {_BARS}-bar change of {{}}",
        lambda value, around: f"{exp(value * around.deviation * sqrt(_BARS)) - 1:+.2%}",
    ),
    "volume": (f"a volume of {{}} times its {_BARS}-bar median", _times),
    "price_change": ("a last bar of {}", lambda value, around: f"{exp(value * around.deviation) - 1:+.2%}"),
    "sma10": ("a close {} from SMA10", _share_of_close),
    "sma20": ("a close {} from SMA20", _share_of_close),
    "rsi14": ("RSI {}", lambda value, _: f"{50 + 50 * value:.1f}"),
    "macd": ("MACD {}", _price),
    "macd_hist": ("a MACD histogram of {}", _price),
    "volatility": (f"a {_BARS}-bar volatility of {{}} times that of {5 * _BARS} bars", _times),
    "trend": ("a trend {}", _named("bear", "sideways", "bull")),
    "trend_strength": ("a trend strength of {}", lambda value, _: f"{value:.2f}"),
    "rsi_state": ("an RSI state {}", _named("oversold", "neutral", "overbought")),
    "sma_cross": ("SMA10 against SMA20 {}", _named("crossed below", "not crossing", "crossed above")),
    "range_position": (f"a place in the {_BARS}-bar range of {{}}", lambda value, _: f"{value:.0%}"),
}
