"""When Yahoo is asked next for each symbol: often while its exchange is open, for what ends after, and else not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from photon_desktop.market.yahoo.rows import SETTLE_NS
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

_SECOND_NS = NANOSECONDS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Prices are asked for each `quote_s`, or each `share_s` a symbol if that is longer; a bar that should
    have ended and has not each `overdue_s` while its exchange is closed; after a failure first after `first_retry_s`,
    then twice that and so on up to `longest_retry_s`. `look_s` is real time between two looks at the clock, and
    `stop_s` how long closing waits. Prices are called late from `delayed_s` on when that is all symbols', from
    `quiet_s` on when it is one's among others, and stale from `stale_s` on."""

    quote_s: float = 15.0
    share_s: float = 2.5
    overdue_s: float = 60.0
    first_retry_s: float = 5.0
    longest_retry_s: float = 120.0
    delayed_s: float = 120.0
    quiet_s: float = 600.0
    stale_s: float = 2_700.0
    look_s: float = 0.5
    stop_s: float = 1.0


class Timetable:
    """All times are ns UTC of one clock; every symbol is due at once."""

    def __init__(self, symbols: Iterable[str], pace: Pace) -> None:
        self._due: dict[str, int | None] = dict.fromkeys(symbols, 0)
        self._quote_ns = round(max(pace.quote_s, pace.share_s * len(self._due)) * _SECOND_NS)
        self._pace = pace
        self._open: frozenset[str] | None = None
        self._opened_ns: dict[str, int] = {}
        self._not_before = 0
        self._retry_s = pace.first_retry_s

    def exchanges(self, open_symbols: Collection[str], now_ns: int) -> None:
        """Take note of the symbols whose exchange is open; a change makes a symbol due."""
        now_open = frozenset(open_symbols)
        before = now_open if self._open is None else self._open
        for symbol in now_open ^ before:
            self._opened_ns.pop(symbol, None)
            if symbol in now_open:
                self._opened_ns[symbol] = now_ns
            if symbol in self._due:
                self._due[symbol] = now_ns
        self._open = now_open

    def opened_ns(self, symbol: str) -> int | None:
        """When its exchange was seen to open, if it still is open."""
        return self._opened_ns.get(symbol)

    def due(self, now_ns: int) -> tuple[str, ...]:
        """The symbols to ask for now, the one that has waited longest first."""
        if now_ns < self._not_before:
            return ()
        waiting = [(due, symbol) for symbol, due in self._due.items() if due is not None and due <= now_ns]
        return tuple(symbol for _, symbol in sorted(waiting, key=lambda one: one[0]))

    def answered(self, symbol: str, asked_ns: int, forming_ends_ns: int | None) -> None:
        """What was asked at `asked_ns` was answered: ask for prices again while its exchange is open, and for the
        forming bar when it is over."""
        self._retry_s, self._not_before = self._pace.first_retry_s, 0
        moments = [asked_ns + self._quote_ns] if self._open and symbol in self._open else []
        if forming_ends_ns is not None:
            ended_ns = forming_ends_ns + SETTLE_NS + _SECOND_NS
            is_overdue = ended_ns <= asked_ns
            moments.append(asked_ns + round(self._pace.overdue_s * _SECOND_NS) if is_overdue else ended_ns)
        self._due[symbol] = min(moments, default=None)

    def failed(self, now_ns: int, retry_s: float | None) -> None:
        """No answer came: ask for nothing for `retry_s`, or for longer each time."""
        pause_s = self._retry_s if retry_s is None else retry_s
        self._not_before = now_ns + round(pause_s * _SECOND_NS)
        self._retry_s = min(self._pace.longest_retry_s, 2 * self._retry_s)

    def is_resting(self, now_ns: int) -> bool:
        """Whether nothing is asked because of a failure."""
        return now_ns < self._not_before

    def drop(self, symbol: str) -> None:
        """Do not ask for `symbol` again."""
        self._due.pop(symbol, None)
