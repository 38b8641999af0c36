"""A decision in words, built from the facts it was made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from photon_desktop.learning.model import Prediction
from photon_desktop.learning.rules import RuleVerdict
from photon_desktop.learning.wishes import Obstacle, Wish
from photon_desktop.trading.analysis import MarketAnalysis
from photon_desktop.trading.messages import Action

_MOST_REASONS = 3
_LEAST_SHOWN = 0.005  # less would read +0.00


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of a decision. `verdict` is None with a model; `stillness` says in words what a model's own HOLD
    expects; `warnings` and `knowledge`, of what the
    model has been worth so far, are whole sentences; `sized` ends the sentence that says what a size comes from."""

    wish: Wish
    obstacles: tuple[Obstacle, ...]
    analysis: MarketAnalysis
    indicators: Mapping[str, float]
    prediction: Prediction | None
    verdict: RuleVerdict | None
    fallback_reason: str
    stillness: str = ""
    warnings: tuple[str, ...] = ()
    knowledge: str = ""
    sized: str = ""


def reasoning(action: Action, confidence: float, told: Told) -> str:
    """What was decided, why nothing was traded if so, the market's state, and what spoke for it."""
    sure = "score" if told.verdict is not None else "confidence"
    sized = f"Sized by {told.sized}." if told.sized else ""
    parts = [f"{action} ({sure} {confidence:.2f}).", sized, _why_hold(action, sure, told), _market(told)]
    parts += [_leaning(told.prediction)] if told.verdict is None else [_rules(told.verdict), _no_model(told)]
    return " ".join(part for part in [*parts, told.knowledge, *told.warnings] if part)


def _why_hold(action: Action, sure: str, told: Told) -> str:
    if action is not Action.HOLD:
        return ""
    words = ", and ".join(obstacle.words for obstacle in told.obstacles)
    if told.wish.action is not Action.HOLD:
        return f"{told.wish.action} was wanted ({sure} {told.wish.confidence:.2f}), but {words}."
    if told.obstacles:
        return f"{words[0].upper()}{words[1:]}."
    if told.verdict is not None:
        return "The rules do not agree on a side."
    return f"The likeliest outcome is {told.stillness}."


def _market(told: Told) -> str:
    analysis = told.analysis
    sentences = [f"Trend {analysis.trend}, strength {analysis.strength:.2f}."]
    if "rsi14" in told.indicators:
        state = "" if analysis.rsi_state == "neutral" else f" {analysis.rsi_state}"
        sentences.append(f"RSI {told.indicators['rsi14']:.1f}{state}.")
    if analysis.sma_cross:
        sentences.append(f"SMA10 crossed {'above' if analysis.sma_cross > 0 else 'below'} SMA20.")
    return " ".join(sentences)


def _leaning(prediction: Prediction | None) -> str:
    if prediction is None:
        return ""
    largest = [pair for pair in prediction.contributions[:_MOST_REASONS] if abs(pair[1]) >= _LEAST_SHOWN]
    if not largest:
        return "No input stood out for the model."
    return f"The model leaned on {', '.join(f'{name} ({value:+.2f})' for name, value in largest)}."


def _rules(verdict: RuleVerdict) -> str:
    return (
        f"Rules decided: {', '.join(verdict.sentences)}." if verdict.sentences else "Rules decided; none of them spoke."
    )


def _no_model(told: Told) -> str:
    reason = told.fallback_reason.strip().rstrip(".")
    return f"{reason}; the score is not a probability." if reason else "The score is not a probability."
