"""What the decision maker goes by."""

from dataclasses import dataclass, field

from photon_desktop.learning.policy import EXPLORE_AFTER, DecisionPolicy
from photon_desktop.settings.choices import Told
from photon_desktop.settings.parts import choices_in
from photon_desktop.settings.table import EXPLORING
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingRules


@dataclass(frozen=True, slots=True)
class DecisionRules:
    """What the decision maker weighs: costs, limits, sizing, and the kind of model it trains.

    `provisional_bars`: the first model of a longer series is trained on this many of its newest bars, so that there is
    one soon, and replaced when the one trained on all is done; 0 waits for that one. Only a simulated symbol is ever
    explored, whatever `policy` says. `tests_evidence`: each champion is tested for an edge in the background; a replay,
    whose decisions are to come out the same, goes without.
    """

    costs: CostModel = field(default_factory=CostModel)
    limits: RiskLimits = field(default_factory=RiskLimits)
    sizing: SizingRules = field(default_factory=SizingRules)
    model_type: str = "random_forest"
    provisional_bars: int = 0
    policy: DecisionPolicy = field(default_factory=lambda: DecisionPolicy(explore_after_bars=EXPLORE_AFTER))
    tests_evidence: bool = False

    def told(self, instrument: Instrument) -> dict[str, Told]:
        """The settings that differ from the defaults and have a say on this instrument, as a decision carries them."""
        parts = (self.costs, self.limits, self.sizing, self.policy)
        is_explored = instrument.kind is InstrumentKind.DEMO
        return choices_in(parts, self.model_type).told(without=() if is_explored else (EXPLORING,))
