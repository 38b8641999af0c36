"""What the user is told of a feed."""

from dataclasses import dataclass, replace
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
    None before the first; `refused` are symbols whose subscription the exchange did not accept; `apart` are the phases
    and reasons of symbols that stand otherwise than the rest, as one whose exchange is closed while others are open."""

    phase: Phase
    reason: str = ""
    data_age_s: float | None = None
    refused: tuple[str, ...] = ()
    apart: tuple[tuple[str, Phase, str], ...] = ()

    def of(self, symbol: str) -> "FeedState":
        """How it stands with one symbol of the feed."""
        if symbol in self.refused:
            words = f"The exchange does not stream {symbol}; choose another symbol."
            return replace(self, phase=Phase.OFFLINE, reason=words)
        for name, phase, reason in self.apart:
            if name == symbol:
                return replace(self, phase=phase, reason=reason)
        return self
