"""Yahoo's rows made into bars: cleaned, grouped within sessions, and told apart by whether they are over."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from photon_desktop.market.yahoo.ask.chart import About, Chart, Split
from photon_desktop.market.yahoo.supply import DAY_NS, is_intraday, supply_of
from photon_desktop.trading.bars import Bar, Bars, FloatArray, TimeArray
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval

SETTLE_NS = 5 * NANOSECONDS_PER_SECOND  # a bar's last trades reach Yahoo some seconds late
PATIENCE_NS = 30 * Interval.MINUTE_1.nanoseconds  # the latest exchanges are half an hour late at Yahoo
_MINUTE_NS = Interval.MINUTE_1.nanoseconds
_FIRST_MONDAY_NS = 4 * DAY_NS  # 1970-01-05
_TRADED_IN_SHARES = ("EQUITY", "ETF")  # of indices and currencies Yahoo has no volume at all
_FAR_NS = np.iinfo(np.int64).max

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reading:
    """Bars of which the first `closed_count` will not change any more; `splits` are those in or before them."""

    bars: Bars
    closed_count: int
    about: About
    splits: tuple[Split, ...] = ()

    @property
    def closed(self) -> Bars:
        """The bars that are over."""
        return self.bars.part(None, self.closed_count)

    @property
    def forming(self) -> Bar | None:
        """The first bar that is not, if it has begun."""
        return self.bars.bar(self.closed_count) if self.closed_count < len(self.bars) else None

    def followed_by(self, later: "Reading") -> "Reading":
        """This one, all of it over, and then `later`."""
        bars = self.bars.followed_by(later.bars)
        closed_count = len(bars) - len(later.bars) + later.closed_count
        return Reading(bars, closed_count, later.about, tuple(dict.fromkeys(self.splits + later.splits)))


def read_chart(chart: Chart, interval: Interval, now_ns: int) -> Reading:
    """The bars of `interval` in `chart`, whose rows are of that interval or of a smaller one.

    A row without a price is left out, and so is one of a share in which nothing was traded (Yahoo writes the last price
    over holidays and pauses) and the live price that Yahoo adds as a row of its own. A high under the open or close is
    raised to it and a low lowered: both were traded. Prices lose the digits that Yahoo's single precision adds.

    Bars that are parts of a session are counted from its opening, so that none reaches from one session into the next;
    the last of a session may be shorter. Days and weeks are named by the exchange's date, and by its Monday, at 00:00
    UTC. A bar is over when its whole length has passed at `now_ns` (a session's shorter last bar, too: nothing can be
    traded before anyway), and Yahoo's newest price is from after its end or its session's, or half an hour has passed
    besides: at a clock that is fast, or with prices that come late, its end is not yet known here.
    """
    kept = _kept_rows(chart, interval)
    anchors, ends = _sessions_of(chart.times[kept], chart.about, interval)
    bars = _grouped(chart, kept, anchors, interval)
    first_rows = np.searchsorted(_opens(chart.times[kept], anchors, interval), bars.times)
    is_over = _is_over(bars.times, ends[first_rows], chart.about, interval, now_ns)
    return Reading(bars, int(np.logical_and.accumulate(is_over).sum()), chart.about, chart.splits)


def _kept_rows(chart: Chart, interval: Interval) -> npt.NDArray[np.intp]:
    """Indices of the rows that are bars of a market, each time once; of the same time the last."""
    prices = np.stack([chart.open, chart.high, chart.low, chart.close])
    is_good: BoolArray = np.all(np.isfinite(prices) & (prices > 0), axis=0)
    if chart.about.kind in _TRADED_IN_SHARES:
        is_flat = (prices == prices[0]).all(axis=0)
        is_good = is_good & ~(is_flat & (np.nan_to_num(chart.volume) <= 0))
    if is_intraday(interval):
        is_good = is_good & ~_is_live(chart, Interval(supply_of(interval).base))
    rows = np.flatnonzero(is_good)
    rows = rows[np.argsort(chart.times[rows], kind="stable")]
    is_last = np.append(np.diff(chart.times[rows]) > 0, True)[: len(rows)]
    chosen: npt.NDArray[np.intp] = rows[is_last]
    return chosen


def _is_live(chart: Chart, base: Interval) -> BoolArray:
    """Rows that are no bars but the last price: off the minute, or at its very time and off the session's steps."""
    anchors, _ = _sessions_of(chart.times, chart.about, base)
    is_off_step = (chart.times - anchors) % base.nanoseconds != 0
    is_newest = np.full(len(chart.times), False)
    if chart.about.market_ns is not None:
        is_newest = chart.times == chart.about.market_ns
    is_live: BoolArray = (chart.times % _MINUTE_NS != 0) | (is_off_step & is_newest)
    return is_live


def _sessions_of(times: TimeArray, about: About, interval: Interval) -> tuple[TimeArray, TimeArray]:
    """For each row, from when bars are counted and when its session ends (far off where Yahoo does not say)."""
    ends = np.full(len(times), _FAR_NS, dtype=np.int64)
    if not is_intraday(interval):
        for session in about.sessions:
            ends[times == _local_date(session.start_ns, about.zone)] = session.end_ns
        return np.full(len(times), _FIRST_MONDAY_NS, dtype=np.int64), ends
    anchors = _first_of_day(times, about.zone)
    if about.sessions:
        starts = np.array([session.start_ns for session in about.sessions], dtype=np.int64)
        stops = np.array([session.end_ns for session in about.sessions], dtype=np.int64)
        index = np.maximum(np.searchsorted(starts, times, side="right") - 1, 0)
        is_inside = (starts[index] <= times) & (times < stops[index])
        anchors = np.where(is_inside, starts[index], anchors)
        ends = np.where(is_inside, stops[index], ends)
    return anchors, ends


def _first_of_day(times: TimeArray, zone: str) -> TimeArray:
    """The time of the first row of the same date at the exchange."""
    if len(times) == 0:
        return times
    dates = np.array([_local_date(int(time), zone) for time in times], dtype=np.int64)
    _, first, index = np.unique(dates, return_index=True, return_inverse=True)
    return times[first][index]


def _local_date(time_ns: int, zone: str) -> int:
    """The exchange's date at `time_ns`, as 00:00 UTC; UTC's own where its zone is not known here."""
    try:
        local = datetime.fromtimestamp(time_ns // NANOSECONDS_PER_SECOND, ZoneInfo(zone or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        local = datetime.fromtimestamp(time_ns // NANOSECONDS_PER_SECOND, UTC)
    return (local.toordinal() - date(1970, 1, 1).toordinal()) * DAY_NS


def _opens(times: TimeArray, anchors: TimeArray, interval: Interval) -> TimeArray:
    """When the bar that each row belongs to opens."""
    return times - (times - anchors) % interval.nanoseconds


def _grouped(chart: Chart, rows: npt.NDArray[np.intp], anchors: TimeArray, interval: Interval) -> Bars:
    if len(rows) == 0:
        return Bars.empty()
    opens = _opens(chart.times[rows], anchors, interval)
    first = np.flatnonzero(np.concatenate([[True], np.diff(opens) > 0]))
    last = np.append(first[1:], len(rows)) - 1
    opened, closed = _shortest(chart.open[rows][first]), _shortest(chart.close[rows][last])
    high = _shortest(np.maximum.reduceat(chart.high[rows], first))
    low = _shortest(np.minimum.reduceat(chart.low[rows], first))
    volume = np.add.reduceat(np.maximum(np.nan_to_num(chart.volume[rows]), 0), first)
    high, low = np.maximum.reduce([high, opened, closed]), np.minimum.reduce([low, opened, closed])
    return Bars.of(opens[first], opened, high, low, closed, volume)


def _shortest(prices: FloatArray) -> FloatArray:
    """147.27000427246094, which is 147.27 in single precision, as 147.27; what is no single stays as it is."""
    with np.errstate(over="ignore"):
        singles = prices.astype(np.float32)
    is_single = singles.astype(np.float64) == prices
    return np.where(is_single, singles.astype("U32").astype(np.float64), prices)


def _is_over(opens: TimeArray, session_ends: TimeArray, about: About, interval: Interval, now_ns: int) -> BoolArray:
    ends = opens + interval.nanoseconds
    has_passed: BoolArray = ends <= now_ns - SETTLE_NS
    is_certain: BoolArray = ends <= now_ns - PATIENCE_NS
    if about.market_ns is not None:
        is_certain |= np.minimum(ends, session_ends) <= about.market_ns
    return has_passed & is_certain
