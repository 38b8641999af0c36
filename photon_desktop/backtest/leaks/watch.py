"""Whoever waits for an audit: sees how far it is and may call it off."""

from collections.abc import Callable
from dataclasses import dataclass


class AuditCancelledError(Exception):
    """The audit was called off."""


def _unseen(what: str, done: int, total: int) -> None:
    """Nobody looks."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """`progress` is told what is being checked, and how much of it is done out of how much; `is_cancelled` is asked
    between any two steps."""

    progress: Callable[[str, int, int], None] = _unseen
    is_cancelled: Callable[[], bool] = _never

    def step(self, what: str, done: int, total: int) -> None:
        """A step is done. Raises AuditCancelledError when the audit was called off."""
        if self.is_cancelled():
            raise AuditCancelledError
        self.progress(what, done, total)
