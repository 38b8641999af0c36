"""What came of decisions: which barrier the market touched first, and what each wish would have made for nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from photon_desktop.learning.gains import ConfidenceBin, reliability
from photon_desktop.learning.labels import BUY, HOLD, HORIZON, SELL, triple_barrier
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.messages import Action

_CLASSES = {Action.SELL: SELL, Action.HOLD: HOLD, Action.BUY: BUY}
_SIGNS = {Action.SELL: -1.0, Action.HOLD: 0.0, Action.BUY: 1.0}
_OUTCOMES = {SELL: "fell", HOLD: "neither", BUY: "rose"}
_LONGEST_BREAK = 4 * 86_400 * 1_000_000_000  # ns; bars farther apart belong to different stretches


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A decision as it was made at `decided_at` (ns UTC, market time) on the bar that closed then; `wanted` is the wish
    that `blocked_by` stood in the way of; `probabilities` are of SELL, HOLD and BUY, None where rules decided."""

    id: str
    symbol: str
    decided_at: int
    action: Action
    wanted: Action
    confidence: float
    price: float
    probabilities: tuple[float, float, float] | None
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettledDecision:
    """A decision and what came: the class of its label, and `result`, the return that its wish would have made without
    costs, entered at the next bar's open and left at the barrier touched or after the horizon. Both None while that is
    not over."""

    decision: PastDecision
    outcome: int | None = None
    result: float | None = None

    @property
    def came_true(self) -> bool | None:
        """Whether what was wished for came; None while it is open."""
        return None if self.outcome is None else self.outcome == _CLASSES[self.decision.wanted]


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """Decisions of one kind: how many, how many are settled, which share came true, and the mean of their results."""

    kind: str
    name: str
    n: int
    settled: int
    came_true: float | None
    mean_result: float | None


def settle(decisions: Iterable[PastDecision], bars: Mapping[str, Bars], interval_ns: int) -> list[SettledDecision]:
    """Each decision with what came of it, by the labels that models learn from, with costs of zero. `bars` of each
    symbol, all as long as `interval_ns`."""
    outcomes = {symbol: _outcomes(own, interval_ns) for symbol, own in bars.items()}
    settled = []
    for decision in decisions:
        found = outcomes.get(decision.symbol, {}).get(decision.decided_at)
        if found is None:
            settled.append(SettledDecision(decision))
        else:
            sign = _SIGNS[decision.wanted]
            settled.append(SettledDecision(decision, found[0], sign * found[1]))
    return settled


def groups_of(settled: Sequence[SettledDecision]) -> list[DecisionGroup]:
    """By action, by confidence in steps of a tenth, and by what came; empty groups are left out."""
    return [
        *_grouped("Action", settled, lambda each: each.decision.action.value),
        *_grouped("Confidence", settled, _band),
        *_grouped("Outcome", settled, lambda each: "open" if each.outcome is None else _OUTCOMES[each.outcome]),
    ]


def reliability_of(settled: Iterable[SettledDecision]) -> tuple[ConfidenceBin, ...]:
    """What the models' confidence was worth in those decisions that are settled."""
    known = [each for each in settled if each.outcome is not None and each.decision.probabilities is not None]
    if not known:
        return ()
    told = np.array([each.decision.probabilities for each in known], dtype=np.float64)
    return reliability(told, np.array([each.outcome for each in known], dtype=np.int64))


def _grouped(
    kind: str, settled: Sequence[SettledDecision], key: Callable[[SettledDecision], str]
) -> list[DecisionGroup]:
    groups: dict[str, list[SettledDecision]] = defaultdict(list)
    for each in settled:
        groups[key(each)].append(each)
    return [group_of(kind, name, groups[name]) for name in sorted(groups)]


def group_of(kind: str, name: str, members: Sequence[SettledDecision]) -> DecisionGroup:
    """All `members` as one group."""
    hits = [each.came_true for each in members if each.came_true is not None]
    results = [each.result for each in members if each.result is not None and each.decision.wanted is not Action.HOLD]
    return DecisionGroup(
        kind, name, len(members), len(hits),
        float(np.mean(hits)) if hits else None,
        float(np.mean(results)) if results else None,
    )  # fmt: skip


def _band(each: SettledDecision) -> str:
    low = min(9, int(each.decision.confidence * 10 + 1e-9)) * 10
    return f"{low}–{low + 10}%"


def _outcomes(bars: Bars, interval_ns: int) -> dict[int, tuple[int, float]]:
    """By close time: the class, and the return of one who bought."""
    found: dict[int, tuple[int, float]] = {}
    breaks = np.flatnonzero(np.diff(bars.times) > _LONGEST_BREAK) + 1
    edges = [0, *breaks.tolist(), len(bars)]
    for first, last in pairwise(edges):
        if last - first > HORIZON:
            found.update(_outcomes_of_stretch(bars.part(first, last), interval_ns))
    return found


def _outcomes_of_stretch(bars: Bars, interval_ns: int) -> dict[int, tuple[int, float]]:
    labels = triple_barrier(bars, 0.0)
    rows = np.flatnonzero(np.isfinite(labels.classes))
    classes = labels.classes[rows].astype(np.int64)
    entry: FloatArray = bars.open[rows + 1]
    timed_out = bars.close[labels.touches[rows]] / entry - 1
    moved = np.expm1(np.where(classes == BUY, 1, -1) * labels.barriers[rows])
    results = np.where(classes == HOLD, timed_out, moved)
    closes = bars.times[rows] + interval_ns
    return {
        time: (each, result)
        for time, each, result in zip(closes.tolist(), classes.tolist(), results.tolist(), strict=True)
    }
