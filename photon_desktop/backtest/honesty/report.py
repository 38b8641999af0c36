"""All that is known of a result's worth, in one value."""

from dataclasses import asdict, dataclass
from typing import Any

from photon_desktop.backtest.honesty.accuracy import Accuracy
from photon_desktop.backtest.honesty.costs import AtCosts
from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.honesty.random_exposure import RandomExposure


@dataclass(frozen=True, slots=True)
class Beside:
    """What another strategy made of the same bars, money and costs; `sharpe` annualised, None where it has none."""

    name: str
    total_return: float
    sharpe: float | None


@dataclass(frozen=True, slots=True)
class SharpeEvidence:
    """How sure the Sharpe ratio is. Figures per bar unless the name says annual; None where not defined.

    `bars`: returns it rests on, from the first decision on. `skewness`, `kurtosis` (3 is normal). `probabilistic`: the
    probability that it is above 0. `variations`: how many different runs were made on these bars, this one included;
    `variance`: of their Sharpe ratios; `benchmark`: the highest to be expected of them without skill. `deflated`: the
    probability that it is above that. `minimum_track_bars`: bars it takes to be 95% sure of more than 0, and
    `minimum_track_bars_deflated` of more than the benchmark.
    """

    bars: int
    sharpe: float | None
    annual_sharpe: float | None
    skewness: float | None
    kurtosis: float | None
    probabilistic: float | None
    variations: int
    variance: float
    benchmark: float
    annual_benchmark: float
    deflated: float | None
    minimum_track_bars: float | None
    minimum_track_bars_deflated: float | None


@dataclass(frozen=True, slots=True)
class Facts:
    """A result beside all it is measured by. `accuracy` is a model's, `overfitting` a sweep's; None otherwise.
    Returns are shares over the whole run; `bars_per_year` is what ratios are annualised with."""

    strategy: str
    trades: int
    total_return: float
    bars_per_year: float
    buy_and_hold: Beside
    references: tuple[Beside, ...]
    costs: tuple[AtCosts, ...]
    sharpe: SharpeEvidence
    random: RandomExposure | None = None
    accuracy: Accuracy | None = None
    overfitting: Overfitting | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`evidence`: untested, none, weak or edge. `rule`: the name of the rule that settled it. `sentence`: what to tell.
    `reasons`: what each rule that spoke against an edge says, without lead and full stop, the settling one first."""

    evidence: str
    rule: str
    sentence: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honesty:
    """The facts and the verdict on them."""

    facts: Facts
    verdict: Verdict

    def to_json(self) -> dict[str, Any]:
        """One JSON object: the facts' fields by name, null where not defined, and the `verdict`."""
        facts = _listed(asdict(self.facts))
        return {**facts, "verdict": _listed(asdict(self.verdict))}


def _listed(value: Any) -> Any:
    """`value` with lists for tuples, as JSON has them."""
    if isinstance(value, dict):
        return {name: _listed(each) for name, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, tuple | list) else value
