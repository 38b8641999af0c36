"""The fallback while there is no model: plain rules on trend, RSI and the averages' crossing."""

from dataclasses import dataclass

from photon_desktop.trading.analysis import MarketAnalysis
from photon_desktop.trading.messages import Action

_TREND_WEIGHT, _CROSS_WEIGHT, _RSI_WEIGHT = 0.45, 0.45, 0.45
_LEAST_LEAN = 0.40


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """What the rules want, a `score` 0 to 1 of how much they agree (no probability), and what each that spoke said."""

    action: Action
    score: float
    sentences: tuple[str, ...]


def judge(analysis: MarketAnalysis) -> RuleVerdict:
    """Weigh three rules: the trend counts 0.45 times its strength, a crossing 0.45, an RSI beyond 30 or 70 0.45.

    Those for buying add, those for selling subtract. From 0.40 on it is a BUY, from -0.40 down a SELL, scored with the
    sum; between them it is a HOLD, scored with what is left to one. So a crossing or an RSI speaks up alone, unless
    another rule stands against it.
    """
    voices = [*_trend(analysis), *_cross(analysis), *_rsi(analysis)]
    lean = sum(weight for weight, _ in voices)
    sentences = tuple(sentence for _, sentence in voices)
    size = min(1.0, round(abs(lean), 12))  # 0.40 added up from parts is 0.40
    if size < _LEAST_LEAN:
        return RuleVerdict(Action.HOLD, 1 - size, sentences)
    return RuleVerdict(Action.BUY if lean > 0 else Action.SELL, size, sentences)


def _trend(analysis: MarketAnalysis) -> list[tuple[float, str]]:
    weight = _TREND_WEIGHT * analysis.strength
    said = f"a {analysis.trend} trend of strength {analysis.strength:.2f}"
    if analysis.trend == "sideways":
        return []
    return [(weight, f"{said} for buying")] if analysis.trend == "bull" else [(-weight, f"{said} for selling")]


def _cross(analysis: MarketAnalysis) -> list[tuple[float, str]]:
    if analysis.sma_cross > 0:
        return [(_CROSS_WEIGHT, "SMA10 crossing above SMA20 for buying")]
    if analysis.sma_cross < 0:
        return [(-_CROSS_WEIGHT, "SMA10 crossing below SMA20 for selling")]
    return []


def _rsi(analysis: MarketAnalysis) -> list[tuple[float, str]]:
    if analysis.rsi_state == "oversold":
        return [(_RSI_WEIGHT, "an oversold RSI for buying")]
    if analysis.rsi_state == "overbought":
        return [(-_RSI_WEIGHT, "an overbought RSI for selling")]
    return []
