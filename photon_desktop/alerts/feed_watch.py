"""Tells prices that don't come for a while from a connection that is soon made again."""

from collections.abc import Mapping

from photon_desktop.alerts.alert import Alert
from photon_desktop.alerts.events import feed_alert
from photon_desktop.market.feed_state import FeedState, Phase

_BROKEN = (Phase.STALE, Phase.RECONNECTING, Phase.OFFLINE)
PATIENCE_NS = 60 * 1_000_000_000
_SHOWN = 5


class FeedWatch:
    """`look` is called now and then; what is broken for longer than a minute is told once, and once when it is over."""

    def __init__(self) -> None:
        self._broken_since: dict[str, int] = {}
        self._reasons: dict[str, str] = {}
        self._told: set[str] = set()

    def take(self, states: Mapping[str, FeedState], now_ns: int) -> Alert | None:
        """Know how the feed of each symbol stands; the alert that some come again, if they were told of."""
        broken = {symbol: state for symbol, state in states.items() if state.phase in _BROKEN}
        self._broken_since = {symbol: self._broken_since.get(symbol, now_ns) for symbol in broken}
        self._reasons = {symbol: state.reason for symbol, state in broken.items()}
        back = tuple(sorted(symbol for symbol in self._told if symbol in states and symbol not in broken))
        self._told &= broken.keys()
        if not back:
            return None
        return feed_alert(f"Prices come again: {_listed(back)}", "What was missed is being fetched.", now_ns, back)

    def look(self, now_ns: int) -> Alert | None:
        """The alert of those that are broken for long by now, and were not told of."""
        new = sorted(
            symbol
            for symbol, since in self._broken_since.items()
            if now_ns - since >= PATIENCE_NS and symbol not in self._told
        )
        if not new:
            return None
        self._told.update(new)
        reason = self._reasons[new[0]] or "The connection is lost; it is made again by itself."
        return feed_alert(f"No prices come: {_listed(tuple(new))}", reason, now_ns, tuple(new))


def _listed(symbols: tuple[str, ...]) -> str:
    more = len(symbols) - _SHOWN
    return ", ".join(symbols[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
