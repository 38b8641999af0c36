"""When Yahoo is asked next for each symbol: often while the exchange is open, for what ends after, and else not."""

from collections.abc import Iterable
from dataclasses import dataclass

from photon_desktop.market.yahoo.rows import SETTLE_NS
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

_SECOND_NS = NANOSECONDS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Prices are asked for each `quote_s`, or each `share_s` a symbol if that is longer; a bar that should
    have ended and has not each `overdue_s` while the exchange is closed; after a failure first after `first_retry_s`,
    then twice that and so on up to `longest_retry_s`. `look_s` is real time between two looks at the clock, and
    `stop_s` how long closing waits."""

    quote_s: float = 15.0
    share_s: float = 2.5
    overdue_s: float = 60.0
    first_retry_s: float = 5.0
    longest_retry_s: float = 120.0
    delayed_s: float = 120.0
    stale_s: float = 2_700.0
    look_s: float = 0.5
    stop_s: float = 1.0


class Timetable:
    """All times are ns UTC of one clock; every symbol is due at once."""

    def __init__(self, symbols: Iterable[str], pace: Pace) -> None:
        self._due: dict[str, int | None] = dict.fromkeys(symbols, 0)
        self._quote_ns = round(max(pace.quote_s, pace.share_s * len(self._due)) * _SECOND_NS)
        self._pace = pace
        self._is_open: bool | None = None
        self._not_before = 0
        self._retry_s = pace.first_retry_s
        self.opened_ns: int | None = None

    def exchange(self, is_open: bool, now_ns: int) -> None:
        """Take note of whether the exchange is open; a change makes every symbol due."""
        if self._is_open is not None and is_open != self._is_open:
            self._due = dict.fromkeys(self._due, now_ns)
            self.opened_ns = now_ns if is_open else None
        self._is_open = is_open

    def due(self, now_ns: int) -> tuple[str, ...]:
        """The symbols to ask for now, the one that has waited longest first."""
        if now_ns < self._not_before:
            return ()
        waiting = [(due, symbol) for symbol, due in self._due.items() if due is not None and due <= now_ns]
        return tuple(symbol for _, symbol in sorted(waiting, key=lambda one: one[0]))

    def answered(self, symbol: str, asked_ns: int, forming_ends_ns: int | None) -> None:
        """What was asked at `asked_ns` was answered: ask for prices again while the exchange is open, and for the
        forming bar when it is over."""
        self._retry_s, self._not_before = self._pace.first_retry_s, 0
        moments = [asked_ns + self._quote_ns] if self._is_open else []
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
