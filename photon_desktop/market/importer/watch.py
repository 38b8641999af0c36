"""Whoever waits for an import: is told how far it is, and may stop it."""

from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.market.importer.refusals import ImportCancelledError

Progress = Callable[[str, int, int], None]  # what is being done, how much of it, out of how much
Cancelled = Callable[[], bool]


def tell_nobody(_what: str, _done: int, _total: int) -> None:
    """The progress of an import nobody watches."""


def never() -> bool:
    """An import nobody cancels."""
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """The two callbacks of one import; asked between pieces of work of a few dozen milliseconds."""

    progress: Progress = tell_nobody
    cancelled: Cancelled = never

    def step(self, what: str, done: int, total: int) -> None:
        """Tell the progress; ImportCancelledError when the import shall end."""
        self.check()
        self.progress(what, done, total)

    def check(self) -> None:
        """ImportCancelledError when the import shall end."""
        if self.cancelled():
            raise ImportCancelledError("The import was cancelled; nothing was stored.")
