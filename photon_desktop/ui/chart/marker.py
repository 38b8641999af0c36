"""What is marked on the chart: what the agents decided, wished, and what was filled."""

from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.trading.messages import Action


class MarkerKind(StrEnum):
    """A decision, a wish that a rule stood in the way of, or a fill."""

    DECISION = "decision"
    BLOCKED = "blocked"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class ChartMarker:
    """One mark. `time_ns` is the close of the bar decided on, or the moment of the fill (ns UTC).

    `action` is what was decided, wished or filled; `text` is the tooltip's; `reference` says to the owner what it
    marks, such as a message's id.
    """

    time_ns: int
    action: Action
    price: float
    confidence: float = 1.0
    text: str = ""
    kind: MarkerKind = MarkerKind.DECISION
    reference: str = ""
