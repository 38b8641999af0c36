"""What the analytics dock shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from photon_desktop.learning.decision_outcomes import DecisionGroup, SettledDecision
from photon_desktop.learning.gains import ConfidenceBin
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.performance import Performance
from photon_desktop.ui.language import mark

_DAY_NS = 86_400 * 1_000_000_000


class Period(Enum):
    """How far back from the account's last equity one looks: the words, and the length in ns, None for all of it."""

    words: str
    length_ns: int | None

    def __init__(self, words: str, length_ns: int | None) -> None:
        self.words, self.length_ns = words, length_ns

    ALL = (mark("All"), None)
    YEAR = (mark("1 year"), 365 * _DAY_NS)
    QUARTER = (mark("90 days"), 90 * _DAY_NS)
    MONTH = (mark("30 days"), 30 * _DAY_NS)
    WEEK = (mark("7 days"), 7 * _DAY_NS)
    DAY = (mark("1 day"), _DAY_NS)


@dataclass(frozen=True, slots=True)
class RoundView:
    """Books one can look at: their key, and what the picker calls them."""

    account: str
    title: str


@dataclass(frozen=True, slots=True, eq=False)
class AnalyticsView:
    """`performance` is None before two bars; `held` is what holding the markets would be worth at its times (quote
    money); `blocked` are the newest vetoed decisions, newest first, and `ledger` is what all of them come to,
    None without one."""

    performance: Performance | None
    held: FloatArray | None = None
    groups: Sequence[DecisionGroup] = ()
    reliability: Sequence[ConfidenceBin] = ()
    blocked: Sequence[SettledDecision] = ()
    ledger: DecisionGroup | None = None
    decisions: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return self.performance is None and not self.decisions
