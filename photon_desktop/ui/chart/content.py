"""What the chart is about at the moment: the series and everything marked on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from decimal import Decimal

from PySide6.QtCore import Qt

from photon_desktop.trading.account import Position
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.drawings.book import DrawingBook
from photon_desktop.ui.chart.items.price_lines import PriceLine
from photon_desktop.ui.chart.marker import ChartMarker
from photon_desktop.ui.chart.scale.local_time import LocalTime
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr

_MOST_MARKERS = 2_000


@dataclass(frozen=True, slots=True)
class PositionLevels:
    """Prices of an open position, None where there is none."""

    average: float | None = None
    stop: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class DraggedLevel:
    """A stop or target ("Stop", "Target") on its way to another price, and what is said on its line."""

    word: str
    price: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class AlertLevel:
    """A price the user wants to be told of, and what is said on its line."""

    alert_id: str
    price: Decimal
    word: str


@dataclass(eq=False)
class Content:
    """A symbol's bars with the marks, position and state that belong to them."""

    symbol: str
    interval: Interval
    instrument: Instrument
    series: ChartSeries
    local_time: LocalTime
    position: PositionLevels = field(default_factory=PositionLevels)
    held: Position | None = None
    dragged: DraggedLevel | None = None
    alerts: Sequence[AlertLevel] = ()
    moving_alert: AlertLevel | None = None  # one of them on its way to another price
    is_stale: bool = False
    kept_as: str = ""  # the source whose series in the store goes on before these bars; empty for none
    percent_base: float | None = None  # the close that percents are of, while they are shown
    drawings: DrawingBook = field(default_factory=DrawingBook)
    _markers: list[ChartMarker] = field(default_factory=list)

    @classmethod
    def of(cls, symbol: str, interval: Interval, bars: Bars, instrument: Instrument, zone: tzinfo | None) -> "Content":
        """Bars with nothing marked on them yet."""
        series = ChartSeries(bars)
        return cls(symbol, interval, instrument, series, _local_time(series, zone))

    @property
    def last_price(self) -> float | None:
        """The newest price, None without bars."""
        return float(self.series.pyramid.bars[Row.CLOSE, -1]) if len(self.series) else None

    def set_markers(self, markers: Iterable[ChartMarker]) -> None:
        """Mark these and nothing else."""
        self._markers = sorted(markers, key=_time_of)

    def add_marker(self, marker: ChartMarker) -> None:
        """Mark one more; one with the same kind, time and reference is replaced. The newest 2,000 are kept."""
        place = bisect_left(self._markers, marker.time_ns, key=_time_of)
        while place < len(self._markers) and self._markers[place].time_ns == marker.time_ns:
            if _is_same(self._markers[place], marker):
                self._markers[place] = marker
                return
            place += 1
        self._markers.insert(place, marker)
        del self._markers[:-_MOST_MARKERS]

    def markers_in(self, first: int, stop: int) -> list[ChartMarker]:
        """The marks of the bars from `first` up to, not including, `stop`; of very many the newest 2,000."""
        times = self.series.times
        if first >= stop:
            return []
        begin = bisect_left(self._markers, int(times[first]), key=_time_of)
        is_open_end = stop >= len(times)
        end = len(self._markers) if is_open_end else bisect_right(self._markers, int(times[stop]), key=_time_of)
        return self._markers[max(begin, end - _MOST_MARKERS) : end]

    def set_zone(self, zone: tzinfo | None) -> None:
        """Show times in another zone."""
        self.local_time = _local_time(self.series, zone)

    def keep_times_covered(self) -> None:
        """Look for changes of the clock further ahead once bars have come so far."""
        if len(self.series) and not self.local_time.covers(int(self.series.times[-1])):
            self.local_time = _local_time(self.series, self.local_time.zone)

    def last_colour(self, theme: Theme) -> str:
        """The market colour of the last bar; a muted one while prices are old."""
        if self.is_stale:
            return theme.muted_text
        bars = self.series.pyramid.bars
        return theme.up if bars[Row.CLOSE, -1] >= bars[Row.OPEN, -1] else theme.down

    def price_lines(self, theme: Theme) -> list[PriceLine]:
        """The last price's line first, then those of the position, then those of alerts."""
        last = PriceLine(float(self.series.pyramid.bars[Row.CLOSE, -1]), self.last_colour(theme), Qt.PenStyle.DotLine)
        levels = (
            (self.position.average, theme.muted_text, Qt.PenStyle.SolidLine, tr("Avg")),
            (self.position.stop, theme.warning, Qt.PenStyle.DashLine, tr("Stop")),
            (self.position.target, theme.accent, Qt.PenStyle.DashLine, tr("Target")),
        )
        lines = [PriceLine(price, colour, style, word) for price, colour, style, word in levels if price]
        return [last, *self._with_dragged([*lines, *self._alert_lines(theme)])]

    def _alert_lines(self, theme: Theme) -> list[PriceLine]:
        moving = self.moving_alert
        still = [level for level in self.alerts if moving is None or level.alert_id != moving.alert_id]
        return [
            PriceLine(float(level.price), theme.muted_text, Qt.PenStyle.DashDotLine, level.word)
            for level in (*(() if moving is None else (moving,)), *still)
        ]

    def _with_dragged(self, lines: list[PriceLine]) -> list[PriceLine]:
        """The line that is dragged where it is now, before all others, so that its words are always written."""
        dragged = self.dragged
        if dragged is None:
            return lines
        word = tr(dragged.word)
        moving = [replace(line, price=float(dragged.price), word=dragged.text) for line in lines if line.word == word]
        return [*moving, *(line for line in lines if line.word != word)]


def _local_time(series: ChartSeries, zone: tzinfo | None) -> LocalTime:
    first, last = (int(series.times[0]), int(series.times[-1])) if len(series) else (0, 0)
    return LocalTime(zone, first, last)


def _time_of(marker: ChartMarker) -> int:
    return marker.time_ns


def _is_same(one: ChartMarker, other: ChartMarker) -> bool:
    return bool(one.reference) and (one.reference, one.kind) == (other.reference, other.kind)
