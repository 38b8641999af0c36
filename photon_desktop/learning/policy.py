"""What the user lets a model's decisions depend on besides costs and confidence."""

from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError

LONGEST_COOLDOWN = 1_000
EXPLORE_AFTER = 4  # bars without a position, where the agents watch a simulated market


class EvidencePolicy(StrEnum):
    """Whether positions are opened by any model, or only by one that has shown an edge."""

    FOLLOW_MODEL = "follow the model"
    ONLY_WITH_EVIDENCE = "only with evidence"


class DriftPolicy(StrEnum):
    """What happens when the market has gone further from the training rows than they were from each other."""

    OFF = "off"
    WARN = "warn"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class DecisionPolicy:
    """None of these keeps a position from being closed.

    `cooldown_bars` after a position was closed, and `cooldown_after_loss` when that lost money, no new one is opened:
    1 waits for the next bar. Both 0 to 1,000 bars; the longer one counts after a loss.

    `explore_after_bars`: a model that finds nothing to gain in a simulated market buys a little all the same when
    nothing was held for so many bars, so that there are outcomes to look at; 0 never does. No real symbol is explored.
    """

    evidence: EvidencePolicy = EvidencePolicy.FOLLOW_MODEL
    drift: DriftPolicy = DriftPolicy.HOLD
    cooldown_bars: int = 1
    cooldown_after_loss: int = 3
    explore_after_bars: int = 0

    def __post_init__(self) -> None:
        for name in ("cooldown_bars", "cooldown_after_loss", "explore_after_bars"):
            if not 0 <= getattr(self, name) <= LONGEST_COOLDOWN:
                raise ValueRefusedError(
                    f"{name} is {getattr(self, name)}; it lies between 0 and {LONGEST_COOLDOWN:,} bars."
                )


@dataclass(frozen=True, slots=True)
class LastClose:
    """When a position in this symbol was last closed: `bars_ago` 0 for the bar decided on, and how it ended."""

    bars_ago: int
    was_loss: bool

    def still_cools(self, policy: DecisionPolicy) -> int:
        """For how many bars more no position may be opened; 0 when one may."""
        waits = max(policy.cooldown_bars, policy.cooldown_after_loss if self.was_loss else 0)
        return max(0, waits - self.bars_ago)
