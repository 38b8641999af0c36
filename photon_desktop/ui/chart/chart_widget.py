"""The chart as the window uses it: a header over a plot, told what to show, telling what was asked for."""

from collections.abc import Iterable
from datetime import tzinfo
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photon_desktop.trading.account import Position
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import Content, PositionLevels
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.header import Header
from photon_desktop.ui.chart.marker import ChartMarker
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.chart.plot import Plot
from photon_desktop.ui.design import DARK, Theme

Price = Decimal | float | None


class ChartWidget(QWidget):
    """Candles of one symbol with indicators, marks and a crosshair; follows the newest bar until the user looks back.

    `marker_clicked` brings a ChartMarker, `interval_requested` an interval's text, `bar_hovered` a Bar or None.
    """

    marker_clicked = Signal(object)
    following_changed = Signal(bool)
    interval_requested = Signal(str)
    bar_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setAccessibleName("Chart")
        self.header = Header()
        self.plot = Plot()
        self._content: Content | None = None
        self._zone: tzinfo | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.plot, 1)
        self.setFocusProxy(self.plot)
        self._connect()
        self.set_theme(DARK)
        self.set_message("Choose a symbol in the watchlist to see its chart.")

    @property
    def symbol(self) -> str:
        """The symbol on the chart; empty before the first."""
        return "" if self._content is None else self._content.symbol

    @property
    def last_price(self) -> float | None:
        """The newest price shown, None without bars."""
        content = self._content
        if content is None or len(content.series) == 0:
            return None
        return float(content.series.pyramid.bars[Row.CLOSE, -1])

    @property
    def is_following(self) -> bool:
        """Whether the newest bar is kept in view."""
        return self.plot.window_of_bars.is_following

    def set_series(self, symbol: str, interval: Interval, bars: Bars, instrument: Instrument) -> None:
        """Show these closed bars, the newest in view. What was marked before goes with the bars it was marked on."""
        self._content = Content.of(symbol, interval, bars, instrument, self._zone)
        self.header.show_symbol(symbol, interval)
        self.header.show_stale("")
        self.plot.set_content(self._content)
        self.set_message("" if len(bars) else f"Waiting for the first bars of {symbol} …")
        self._show_price()

    def append_bar(self, bar: Bar) -> None:
        """Take a closed bar; it replaces the forming one of its time. A bar from before the last one is left out."""
        self._take(bar)

    def set_forming(self, bar: Bar) -> None:
        """Show how far the newest bar has come."""
        self._take(bar)

    def set_markers(self, markers: Iterable[ChartMarker]) -> None:
        """Mark these and nothing else."""
        if self._content is not None:
            self._content.set_markers(markers)
            self.plot.schedule()

    def add_marker(self, marker: ChartMarker) -> None:
        """Mark one more; one of the same kind, time and reference is replaced."""
        if self._content is not None:
            self._content.add_marker(marker)
            self.plot.schedule()

    def set_position(self, average: Price, stop: Price = None, target: Price = None) -> None:
        """Draw the open position's average price, stop and target; None takes a line away."""
        if self._content is None:
            return
        levels = (None if price is None else float(price) for price in (average, stop, target))
        self._content.position = PositionLevels(*levels)
        self.plot.schedule()

    def set_held(self, position: Position | None) -> None:
        """Let the stop and target of this position be dragged; None lets nothing be."""
        if self._content is not None:
            self._content.held = position

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours; header and labels follow the application's stylesheet."""
        self.plot.set_theme(theme)

    def set_message(self, text: str) -> None:
        """Say in the place of the bars why there are none; an empty text shows the bars again."""
        self.plot.set_message(text)

    def set_stale(self, text: str) -> None:
        """Say that prices are old, in a few words ("No prices for 42 s"); an empty text means they are fresh."""
        self.header.show_stale(text)
        if self._content is not None and self._content.is_stale != bool(text):
            self._content.is_stale = bool(text)
            self.plot.schedule()

    def set_badge(self, text: str) -> None:
        """A word on where the prices come from ("SIMULATED ×1800"); an empty text takes it away."""
        self.header.show_badge(text)

    def set_times_zone(self, zone: tzinfo | None) -> None:
        """Write times in this zone, None being the user's own."""
        self._zone = zone
        if self._content is not None:
            self._content.set_zone(zone)
            self.plot.schedule()

    def set_pane_visible(self, name: str, is_visible: bool) -> None:
        """Show or hide the pane called `name`: rsi or macd."""
        self.header.panes[PaneName(name)].setChecked(is_visible)

    def set_log(self, is_log: bool) -> None:
        """Draw prices on a logarithmic or a linear axis."""
        self.header.log.setChecked(is_log)

    @Slot()
    def follow(self) -> None:
        """Bring the newest bar into view and keep it there."""
        self.plot.follow()

    def go_to(self, time_ns: int) -> None:
        """Show the bar that was decided on at `time_ns`, in the middle if it is out of view; following ends then."""
        self.plot.bring_into_view(time_ns)

    def _connect(self) -> None:
        self.header.interval_requested.connect(self.interval_requested)
        self.header.follow_requested.connect(self.follow)
        self.header.log_toggled.connect(self.plot.set_log)
        self.header.pane_toggled.connect(self._show_pane)
        self.plot.marker_clicked.connect(self.marker_clicked)
        self.plot.bar_hovered.connect(self.bar_hovered)
        self.plot.following_changed.connect(self._tell_following)
        self.plot.log_asked.connect(self.header.log.toggle)
        self.plot.refreshed.connect(self._show_price)
        self.header.show_following(self.is_following)

    def _take(self, bar: Bar) -> None:
        if self._content is None:
            return
        was_empty = len(self._content.series) == 0
        self._content.series.put(bar)
        self._content.keep_times_covered()
        if was_empty:
            self.set_message("")
        self.plot.bars_changed()

    @Slot()
    def _show_price(self) -> None:
        content, close = self._content, self.last_price
        if content is None or close is None:
            self.header.show_price("", None)
            return
        self.header.show_price(formats.price(close, content.instrument), content.series.day_change())

    @Slot(str, bool)
    def _show_pane(self, name: str, is_visible: bool) -> None:
        if is_visible:
            self.plot.show_pane(PaneName(name))
        else:
            self.plot.hide_pane(PaneName(name))

    @Slot(bool)
    def _tell_following(self, is_following: bool) -> None:
        self.header.show_following(is_following)
        self.following_changed.emit(is_following)
