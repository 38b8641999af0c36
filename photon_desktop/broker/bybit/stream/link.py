"""What is known of the connection to the account's stream."""

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """LIVE is logged in and subscribed; REFUSED is final, all others are on their way or over."""

    CONNECTING = "connecting"
    LIVE = "live"
    LOST = "lost"
    REFUSED = "refused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LinkState:
    """`reason` is a sentence, empty while all is well; `generation` counts the connections that became live, `failures`
    those that were lost or could not be had since the last one that did."""

    link: Link
    reason: str = ""
    generation: int = 0
    failures: int = 0

    @property
    def is_live(self) -> bool:
        """Whether what happens to the account is heard now."""
        return self.link is Link.LIVE
