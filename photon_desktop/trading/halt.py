"""Whether trading is halted: one word that every thread can read at once, also while an agent hangs."""

import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Halt:
    """Why trading is halted, in a sentence; `by_user` when a person pressed the switch."""

    why: str
    by_user: bool = False


class TradingHalt:
    """Set from any thread. While it is set nothing is opened or filled but what makes a position smaller."""

    def __init__(self, halt: Halt | None = None) -> None:
        self._lock = threading.Lock()
        self._halt = halt

    @property
    def now(self) -> Halt | None:
        """Why trading is halted, None while it is not."""
        with self._lock:
            return self._halt

    @property
    def is_set(self) -> bool:
        """Whether trading is halted."""
        return self.now is not None

    def set(self, halt: Halt) -> None:
        """Halt trading; a halt that is set already stays the reason, but for a person's, which goes before others."""
        with self._lock:
            if self._halt is None or (halt.by_user and not self._halt.by_user):
                self._halt = halt

    def release(self) -> None:
        """Let trading go on."""
        with self._lock:
            self._halt = None
