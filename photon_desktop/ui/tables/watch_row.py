"""What the watchlist knows of one symbol."""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan, nan

from photon_desktop.market.feed_state import FeedState as ToldState
from photon_desktop.market.feed_state import Phase
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.ui.language import mark, tr

SPARK_POINTS = 48
DAY_NS = 86_400 * 1_000_000_000
STALE_AFTER_S = 10.0


class FeedState(StrEnum):
    """Whether a symbol's prices come; `words` are shown."""

    WAITING = mark("waiting")
    LIVE = "live"
    DELAYED = mark("delayed")
    STALE = mark("stale")
    RECONNECTING = mark("reconnecting")
    OFFLINE = mark("offline")
    CLOSED = mark("closed")
    ERROR = mark("error")  # the exchange refuses the symbol
    OFF = mark("off")

    @property
    def words(self) -> str:
        """The word for it in the user's language."""
        return tr("live", "feed") if self is FeedState.LIVE else tr(self.value)


_TOLD_STATES = {
    Phase.CONNECTING: FeedState.WAITING,
    Phase.DELAYED: FeedState.DELAYED,
    Phase.STALE: FeedState.STALE,
    Phase.RECONNECTING: FeedState.RECONNECTING,
    Phase.OFFLINE: FeedState.OFFLINE,
    Phase.CLOSED: FeedState.CLOSED,
    Phase.STOPPED: FeedState.OFF,
}


@dataclass(slots=True)
class WatchRow:
    """Last price, the closes of a day and a bit, the trend told last, and the state of the feed.

    `ticked_at` is wall time, ns UTC, of the last price that arrived; `told` is what the feed says of itself, None when
    only its prices speak for it; `chosen_kind` is the kind the user gave, `alerts` how many price alerts are open.
    """

    symbol: str
    instrument: Instrument
    last: float = nan
    trend: str = ""
    strength: float = 0.0
    feed: FeedState = FeedState.WAITING
    ticked_at: int = 0
    told: ToldState | None = None
    chosen_kind: InstrumentKind | None = None
    alerts: int = 0
    closes: deque[float] = field(default_factory=lambda: deque(maxlen=SPARK_POINTS))
    _day: deque[tuple[int, float]] = field(default_factory=deque)  # close times and closes back to a day ago

    @property
    def reason(self) -> str:
        """Why the feed stands as it does, in one sentence; empty when all is well or nobody said."""
        return "" if self.told is None else self.told.reason

    def judge_feed(self, now_ns: int, is_watching: bool) -> FeedState:
        """How the feed stands at wall time `now_ns`: as it says itself, else by the age of its last price."""
        if not is_watching:
            return FeedState.OFF if self.ticked_at else FeedState.WAITING
        if self.told is not None and self.symbol in self.told.refused:
            return FeedState.ERROR
        if self.told is not None and self.told.phase in _TOLD_STATES:
            return _TOLD_STATES[self.told.phase]
        if not self.ticked_at:
            return FeedState.WAITING
        is_old = self.told is None and (now_ns - self.ticked_at) / 1e9 > STALE_AFTER_S
        return FeedState.STALE if is_old else FeedState.LIVE

    def load(self, bars: Bars, bar_ns: int) -> None:
        """Start over from closed `bars`, each `bar_ns` long."""
        self.closes.clear()
        self._day.clear()
        if len(bars) == 0:
            return
        for bar in bars.between(int(bars.times[-1]) - DAY_NS - bar_ns, None):
            self._remember(bar.open_time + bar_ns, bar.close)
        self.closes.extend(float(close) for close in bars.tail(SPARK_POINTS).close)
        if isnan(self.last):
            self.last = float(bars.close[-1])

    def close_bar(self, bar: Bar, bar_ns: int) -> None:
        """Take one more closed bar."""
        self._remember(bar.open_time + bar_ns, bar.close)
        self.closes.append(bar.close)
        self.last = bar.close

    @property
    def day_change(self) -> float:
        """Change of the last price against the close a day before the newest one, a share of 1; NaN while unknown."""
        return self.last / self._day[0][1] - 1 if self._day else nan

    @property
    def sparkline(self) -> list[float]:
        """The closes to draw, with the last price at their end."""
        points = list(self.closes)
        return points if isnan(self.last) else [*points, self.last]

    def _remember(self, close_time: int, close: float) -> None:
        self._day.append((close_time, close))
        while len(self._day) > 1 and self._day[1][0] <= close_time - DAY_NS:
            self._day.popleft()
