"""How it stands with Yahoo's prices, all in all and of each symbol, by how old the newest are."""

from collections.abc import Callable, Mapping, Sequence

from photon_desktop.market.feed_state import Phase
from photon_desktop.market.yahoo.follow.timetable import Pace
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND
from photon_desktop.trading.timestamps import to_iso

Standing = tuple[Phase, str]
Apart = tuple[tuple[str, Phase, str], ...]

_LIVE: Standing = (Phase.LIVE, "")


class Standings:
    """`next_open(symbol, now_ns)`, where given, is when its exchange opens next, ns UTC."""

    def __init__(self, pace: Pace, next_open: Callable[[str, int], int] | None) -> None:
        self._pace = pace
        self._next_open = next_open

    def of(self, heard: Mapping[str, int | None], closed: Sequence[str], now_ns: int) -> tuple[Standing, Apart]:
        """What holds for the feed, and the symbols that stand otherwise.

        `heard` has the time of each symbol's newest price (ns UTC), None before the first; of the `closed` ones it does
        not matter. The feed is as late as its latest news, since a market can be quiet; a symbol that has been quiet
        for much longer than the others is late by itself.
        """
        prices = {symbol: heard_ns for symbol, heard_ns in heard.items() if symbol not in closed}
        shut = {symbol: self._shut(symbol, now_ns) for symbol in closed}
        if not prices:
            shared = (Phase.CLOSED, self._earliest(closed, shut, now_ns))
            return shared, _apart(shared, shut)
        shared = self._shared(max(heard_ns or 0 for heard_ns in prices.values()), now_ns)
        own = {symbol: self._own(symbol, heard_ns, shared, now_ns) for symbol, heard_ns in prices.items()}
        return shared, _apart(shared, own | shut)

    def _shared(self, newest_ns: int, now_ns: int) -> Standing:
        late_s = (now_ns - newest_ns) / NANOSECONDS_PER_SECOND
        if late_s >= self._pace.stale_s:
            return Phase.STALE, "Yahoo has brought no new price for a long while; prices may be old."
        if late_s >= self._pace.delayed_s:
            return Phase.DELAYED, f"Yahoo's prices are about {round(late_s / 60)} minutes late."
        return _LIVE

    def _own(self, symbol: str, heard_ns: int | None, shared: Standing, now_ns: int) -> Standing:
        if heard_ns is None or shared[0] is Phase.STALE:
            return shared
        late_s = (now_ns - heard_ns) / NANOSECONDS_PER_SECOND
        if late_s >= self._pace.stale_s:
            return Phase.STALE, f"Yahoo has brought no new price of {symbol} for a long while; its price may be old."
        if late_s >= self._pace.quiet_s and shared[0] is Phase.LIVE:
            return Phase.DELAYED, f"Yahoo's newest price of {symbol} is {round(late_s / 60)} minutes old."
        return shared

    def _shut(self, symbol: str, now_ns: int) -> Standing:
        if self._next_open is None:
            return Phase.CLOSED, "The exchange is closed; prices go on when it opens."
        return Phase.CLOSED, f"The exchange is closed until {to_iso(self._next_open(symbol, now_ns))}."

    def _earliest(self, closed: Sequence[str], shut: Mapping[str, Standing], now_ns: int) -> str:
        """The words of the exchange that opens first."""
        next_open = self._next_open
        first = closed[0] if next_open is None else min(closed, key=lambda symbol: next_open(symbol, now_ns))
        return shut[first][1]


def _apart(shared: Standing, own: Mapping[str, Standing]) -> Apart:
    return tuple((symbol, *standing) for symbol, standing in own.items() if standing != shared)
