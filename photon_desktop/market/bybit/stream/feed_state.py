"""What the user is told of the connection."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where the connection stands."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"
    RECONNECTING = "reconnecting"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class FeedState:
    """`reason` is one sentence, empty when all is well; `data_age_s` counts from the last message with data and is
    None before the first; `refused` are symbols whose subscription the exchange did not accept."""

    phase: Phase
    reason: str = ""
    data_age_s: float | None = None
    refused: tuple[str, ...] = ()
