"""What the execution agent goes by."""

from dataclasses import dataclass, field
from decimal import Decimal

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.policy import EXPLORE_AFTER, DecisionPolicy
from photon_desktop.settings.choices import DEFAULTS, Told
from photon_desktop.settings.parts import choices_in
from photon_desktop.settings.table import MODEL_TYPE
from photon_desktop.trading.account import LARGEST_STARTING_CASH, LEAST_STARTING_CASH, STARTING_CASH
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.risk import RiskLimits


@dataclass(frozen=True, slots=True)
class TradingRules:
    """What trading costs, what is allowed, the cash a new paper account begins with (1 to 1,000,000,000), and the
    `policy` whose cooldown an order must keep."""

    costs: CostModel = field(default_factory=CostModel)
    limits: RiskLimits = field(default_factory=RiskLimits)
    starting_cash: Decimal = STARTING_CASH
    policy: DecisionPolicy = field(default_factory=lambda: DecisionPolicy(explore_after_bars=EXPLORE_AFTER))

    def __post_init__(self) -> None:
        if not LEAST_STARTING_CASH <= self.starting_cash <= LARGEST_STARTING_CASH:
            raise ValueRefusedError(
                f"starting_cash is {self.starting_cash}; it lies between {LEAST_STARTING_CASH} and"
                f" {LARGEST_STARTING_CASH:,}."
            )

    def told(self) -> dict[str, Told]:
        """The settings that differ from the defaults, as the record of orders and fills carries them."""
        return choices_in((self.costs, self.limits, self.policy), str(DEFAULTS[MODEL_TYPE])).told()
