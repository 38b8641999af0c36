"""Which symbols of a living connection are to be subscribed again, and how often."""

from collections.abc import Iterable, Mapping


class Resubscribing:
    """Gives a silent symbol `most` attempts, each after twice as long a silence as the one before; then its connection
    is left as it is, with the others on it. A symbol that speaks has all attempts again.

    `silent_s` is the silence before the first attempt, in seconds.
    """

    def __init__(self, silent_s: float, most: int) -> None:
        self._silent_s = silent_s
        self._most = most
        self._attempts: dict[str, tuple[float, int]] = {}  # when the symbol had spoken last, and attempts since

    def due(self, spoke_at: Mapping[str, float], among: Iterable[str], now_s: float) -> tuple[str, ...]:
        """The symbols `among` those in `spoke_at`, which says when each spoke last, that are to be subscribed again
        now; each counts as an attempt."""
        return tuple(symbol for symbol in among if self._is_due(symbol, spoke_at[symbol], now_s))

    def _is_due(self, symbol: str, spoke_at: float, now_s: float) -> bool:
        known, attempts = self._attempts.get(symbol, (spoke_at, 0))
        attempts = attempts if known == spoke_at else 0
        is_due = attempts < self._most and now_s - spoke_at >= self._silent_s * 2**attempts
        self._attempts[symbol] = (spoke_at, attempts + is_due)
        return is_due
