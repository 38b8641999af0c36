"""A decision with more to say for itself: what followed on such bars, and what would have changed it."""

from dataclasses import replace

from photon_desktop.learning.decision import DecisionContext, stakes_of
from photon_desktop.learning.flip import smallest_flip
from photon_desktop.learning.input_words import Surroundings
from photon_desktop.learning.model import Model
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.messages import TradeDecision


def explained(decision: TradeDecision, context: DecisionContext, model: Model, row: FloatArray) -> TradeDecision:
    """`decision`, made in `context` by `model` on the features `row` (14,), with its cases and its flip.

    Both stay empty while a feature is not a number. Takes some milliseconds with 300 trees (see
    tests/benchmarks/bench_decision.py).
    """
    if context.prediction is None:
        return decision
    flip = smallest_flip(model, row, stakes_of(context), Surroundings.of(context.bars))
    return replace(decision, cases=model.nearest_cases(row), flip=flip)
