"""Whether orders may leave for an exchange: one word that every thread can read at once, off after every start."""

import threading


class Arming:
    """Names the one account that is armed. Nothing keeps it: the program begins disarmed, whatever it was before."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._account = ""

    @property
    def account(self) -> str:
        """The key of the armed account's books, empty while none is armed."""
        with self._lock:
            return self._account

    def is_armed(self, account: str) -> bool:
        """Whether orders of `account` may leave."""
        return bool(account) and self.account == account

    def arm(self, account: str) -> None:
        """Let orders of `account` leave, and of no other."""
        with self._lock:
            self._account = account

    def disarm(self) -> None:
        """Let no order leave but those that make a position smaller or take an order back."""
        with self._lock:
            self._account = ""
