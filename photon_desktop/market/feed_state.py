"""What the user is told of a feed."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where a feed stands."""

    CONNECTING = "connecting"
    LIVE = "live"
    DELAYED = "delayed"  # prices come, but later than the market made them
    STALE = "stale"  # connected, and nothing comes
    RECONNECTING = "reconnecting"
    OFFLINE = "offline"  # bars of an earlier time are shown and nobody can be reached
    CLOSED = "closed"  # the exchange is
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class FeedState:
    """`reason` is one sentence, empty when all is well; `data_age_s` counts from the last message with data and is
    None before the first; `refused` are symbols whose subscription the exchange did not accept."""

    phase: Phase
    reason: str = ""
    data_age_s: float | None = None
    refused: tuple[str, ...] = ()
