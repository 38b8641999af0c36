"""The plot: panes under one crosshair, moved by mouse and keys, painted at most once a frame."""

from collections.abc import Sequence
from functools import partial
from math import exp

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from photon_desktop.ui.chart.alert_drag import AlertDrag
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.drawings.desk import DrawingDesk
from photon_desktop.ui.chart.drawings.ground import Ground
from photon_desktop.ui.chart.drawings.keys import DrawingKeys
from photon_desktop.ui.chart.fit import fit_panes
from photon_desktop.ui.chart.grips import Grips
from photon_desktop.ui.chart.items.axes import AxisLabel, label_width
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.marker_item import PlacedMarker, place_markers
from photon_desktop.ui.chart.items.price_lines import PriceLine
from photon_desktop.ui.chart.labelling import bar_labels, level_tags, pane_text, pane_ticks, price_labels, price_tags
from photon_desktop.ui.chart.level_drag import LevelDrag
from photon_desktop.ui.chart.look import Look, Scale
from photon_desktop.ui.chart.overlay import Overlay
from photon_desktop.ui.chart.panes import Pane, PaneName
from photon_desktop.ui.chart.plot_view import KeyCommand, PlotView
from photon_desktop.ui.chart.reading import BarReader
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.local_time import LocalTime
from photon_desktop.ui.chart.stack import PaneStack
from photon_desktop.ui.design import DARK, Theme
from photon_desktop.ui.language import tr

FRAME_MS = 16
_KEY_PAN_SHARE = 0.1
_KEY_ZOOM = 1.25
_AXIS_DRAG_PER_PIXEL = 0.006


class Plot(QWidget):
    """Shows a `Content`. Any number of changes within a frame leads to one refresh; a hidden plot makes none."""

    following_changed = Signal(bool)
    marker_clicked = Signal(object)
    bar_hovered = Signal(object)
    look_asked = Signal(str)  # a KeyCommand on how the chart looks
    refreshed = Signal()
    older_wanted = Signal()  # the view comes near the first bar there is

    def __init__(self) -> None:
        super().__init__()
        self.view = PlotView()
        self.view.setAccessibleName(tr("Price chart"))
        self.stack = PaneStack(self.view)
        self.overlay = Overlay(self.view, self.stack)
        self.window_of_bars = BarWindow()
        self.placed: list[PlacedMarker] = []
        self._content: Content | None = None
        self.level_drag = LevelDrag(lambda: self._content, self.stack.price, self)
        self.alert_drag = AlertDrag(lambda: self._content, self.stack.price, self)
        self.drawing = DrawingDesk(self._ground, self)
        self.drawing_keys = DrawingKeys(self.drawing, self._ground, lambda: self._mouse, self._hover)
        self._reader = BarReader(self._ground, lambda: self._mouse, self._hover, self._pan_bars)
        self.view.grip = Grips((self.level_drag, self.alert_drag), self.drawing)
        self.view.wants = self.drawing_keys.wants
        self._theme = DARK
        self._look = Look()
        self._message = ""
        self._upright: list[float] = []
        self._labelled: tuple[ChartSeries, LocalTime, BarWindow] | None = None
        self._mouse: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._since_refresh = QElapsedTimer()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._connect()
        self.set_theme(DARK)

    @property
    def look(self) -> Look:
        """Style, scale and studies."""
        return self._look

    @property
    def pointer(self) -> QPointF | None:
        """Where the crosshair is; None while there is none."""
        return self._mouse

    def set_content(self, content: Content) -> None:
        """Show this, its newest bars in view at the zoom that was, prices fitted again."""
        self._content = content
        self.drawing.set_book(content.drawings)
        content.series.set_studies(self._look.studies)
        self.stack.price.shown = self.stack.price.shown.refitted()
        self.stack.forget_width()
        self.overlay.readout.clear()
        window = self.window_of_bars
        self._move(BarWindow(len(content.series), window.width, window.pixels_per_bar).followed())

    def bars_changed(self) -> None:
        """Take notice of bars that were put into the content's series."""
        if self._content is not None:
            self._move(self.window_of_bars.with_count(len(self._content.series)))

    def series_replaced(self, older: int) -> None:
        """Take notice that the content's series is another one, with `older` bars more before the same ones, or fewer
        when negative: what is in view stays."""
        self._move(self.window_of_bars.with_older(older))

    def set_message(self, text: str) -> None:
        """Show words in the place of bars, or the bars again when there are none."""
        self._message = text
        self.schedule()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.stack.set_theme(theme)
        self.overlay.set_theme(theme)
        self.schedule()

    def set_look(self, look: Look) -> None:
        """Draw in this style, on this scale, with these studies."""
        self._look = look
        price = self.stack.price
        price.shown = price.shown.with_log(look.scale is Scale.LOG)
        self.stack.set_look(look)
        self.overlay.set_look(look)
        if self._content is not None:
            self._content.series.set_studies(look.studies)
        self.stack.forget_width()
        self.schedule()

    def follow(self) -> None:
        """Bring the newest bar into view and keep it there."""
        self._move(self.window_of_bars.followed())

    def bring_into_view(self, time_ns: int) -> None:
        """Show the bar that was decided on at `time_ns`: in the middle, or where it stands when it is in view."""
        if self._content is None or len(self._content.series) == 0:
            return
        index = max(self._content.series.index_closed_by(time_ns), 0)
        first, stop = self.window_of_bars.visible
        if not first <= index < stop:
            self._move(self.window_of_bars.centred_on(index))

    @Slot()
    def schedule(self) -> None:
        """Refresh with the next frame, which after a pause is now."""
        if not self._timer.isActive():
            passed = self._since_refresh.elapsed() if self._since_refresh.isValid() else FRAME_MS
            self._timer.start(max(0, FRAME_MS - passed))

    @Slot()
    def refresh(self) -> None:
        """Work out what is in view now and have it painted."""
        self._timer.stop()
        self._since_refresh.start()
        content = self._content
        if content is None or len(content.series) == 0 or self._message:
            self._show_nothing()
            return
        self.overlay.show_message("")
        lines = content.price_lines(self._theme)
        self._widen_axes(content, lines)
        self.window_of_bars = self.window_of_bars.with_width(self.stack.price.rect.width())
        self.view.axis_left = self.stack.price.rect.right()
        self.view.axis_top = self.stack.plot_rect.bottom()
        fit_panes(self.stack, partial(self._frame, content), self._look, self.overlay.words_height)
        self._take_percent_base(content)
        self._show_times(content)
        for pane in self.stack.visible:
            self._show_pane(pane, content, lines)
        self._show_hovered()
        self.refreshed.emit()
        if self.window_of_bars.is_near_start:
            self.older_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.schedule()

    def _connect(self) -> None:
        view = self.view
        self._timer.timeout.connect(self._refresh_if_seen)
        view.panned.connect(self._pan)
        view.zoomed.connect(self._zoom)
        view.axis_dragged.connect(self._scale_prices)
        view.times_dragged.connect(self._scale_times)
        view.axis_reset.connect(self.fit_prices_again)
        view.hovered.connect(self._hover)
        view.left.connect(self._leave)
        view.clicked.connect(self._click)
        view.commanded.connect(self._obey)
        view.resized.connect(self.schedule)
        self.level_drag.changed.connect(self.schedule)
        self.alert_drag.changed.connect(self.schedule)
        self.drawing.changed.connect(self.schedule)
        self.drawing.armed_changed.connect(self.overlay.show_tool)
        for pane in self.stack.all:
            pane.box.sigResized.connect(self.schedule)
        view.focus_ring_changed.connect(self.overlay.crosshair.show_ring)

    @Slot()
    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_nothing(self) -> None:
        self.overlay.show_message(self._message)
        self.overlay.crosshair.show_cross(None)
        self.stack.time_axis.show_times(())
        self._labelled = None
        for pane in self.stack.all:
            pane.show_frame(None)
            pane.axis.show_prices(())

    def _take_percent_base(self, content: Content) -> None:
        first = self.window_of_bars.visible[0]
        is_percent = self._look.scale is Scale.PERCENT
        content.percent_base = float(content.series.pyramid.bars[Row.CLOSE, first]) if is_percent else None

    def _ground(self) -> Ground | None:
        content = self._content
        if content is None or len(content.series) == 0 or self._message:
            return None
        price = self.stack.price
        return Ground(content, self.window_of_bars, price.shown, price.rect)

    def _frame(self, content: Content, pane: Pane) -> Frame:
        return Frame(content.series, self.window_of_bars, pane.shown, self._theme, self._look.style)

    def _widen_axes(self, content: Content, lines: Sequence[PriceLine]) -> None:
        shown, base = self.stack.price.shown, content.percent_base
        prices = [shown.price(shown.top), *(line.price for line in lines)]
        texts = [pane_text(PaneName.PRICE, price, content.instrument, base) for price in prices]
        self.stack.widen_axes(label_width(texts))

    def _show_times(self, content: Content) -> None:
        """Labels of the times, which are the same until bars are added or the view moves."""
        labelled = (content.series, content.local_time, self.window_of_bars)
        if labelled == self._labelled:
            return
        self._labelled = labelled
        labels = bar_labels(content, self.window_of_bars)
        width = self.window_of_bars.width
        self._upright = [float(label.index) for label in labels]
        self.stack.time_axis.show_times(
            [AxisLabel(self.window_of_bars.x_of(label.index) / width, label.text, label.is_major) for label in labels]
        )

    def _show_pane(self, pane: Pane, content: Content, lines: Sequence[PriceLine]) -> None:
        frame = self._frame(content, pane)
        base, instrument = content.percent_base, content.instrument
        ticks = pane_ticks(pane.name, pane.shown, pane.rect.height(), instrument, base)
        tags = []
        if pane is self.stack.price:
            tags = [
                *price_tags(content, lines, pane.shown, self._theme),
                *level_tags(content, pane.shown, self._theme),
            ]
            self.placed = place_markers(content.markers_in(*self.window_of_bars.visible), frame, pane.rect.height())
            self.stack.price.markers.set_placed(self.placed)
            corner = self.stack.price.rect.topLeft()
            self.stack.price.drawings.set_placed([placed.moved(-corner) for placed in self.drawing.placed()])
            self.stack.price.lines.set_lines(lines)
        pane.grid.set_lines(self._upright, ticks)
        pane.axis.show_prices(price_labels(pane.name, frame, ticks, instrument, base), tags)
        pane.show_frame(frame)

    def _show_hovered(self) -> None:
        content = self._content
        if content is None:
            return
        if self._mouse is None:
            self.overlay.crosshair.show_cross(None)
            self.overlay.show_values(content, len(content.series) - 1)
            return
        index = self.overlay.show_cross(content, self.window_of_bars, self._mouse)
        self.overlay.show_values(content, index)

    def _move(self, window: BarWindow) -> None:
        was_following, self.window_of_bars = self.window_of_bars.is_following, window
        if was_following != window.is_following:
            self.following_changed.emit(window.is_following)
        self.schedule()

    @Slot(float, float)
    def _pan(self, right: float, down: float) -> None:
        price = self.stack.price
        price.shown = price.shown.shifted(down / max(price.rect.height(), 1.0))
        self._move(self.window_of_bars.panned(-right / self.window_of_bars.pixels_per_bar))

    def _pan_bars(self, bars: float) -> None:
        self._move(self.window_of_bars.panned(bars))

    @Slot(float, float)
    def _zoom(self, factor: float, x: float) -> None:
        place = (x - self.stack.plot_rect.left()) / self.window_of_bars.width
        self._move(self.window_of_bars.zoomed(factor, min(max(place, 0.0), 1.0)))

    @Slot(float)
    def _scale_prices(self, down: float) -> None:
        price = self.stack.price
        price.shown = price.shown.scaled(exp(down * _AXIS_DRAG_PER_PIXEL))
        self.schedule()

    @Slot(float)
    def _scale_times(self, right: float) -> None:
        self._move(self.window_of_bars.zoomed(exp(right * _AXIS_DRAG_PER_PIXEL), self._anchor()))

    @Slot()
    def fit_prices_again(self) -> None:
        """Fit the prices to what is in view from now on."""
        self.stack.price.shown = self.stack.price.shown.refitted()
        self.schedule()

    @Slot(str)
    def _obey(self, command: str) -> None:
        window = self.window_of_bars
        if self._reader.obey(KeyCommand(command)) or self.drawing_keys.obey(KeyCommand(command)):
            return
        match KeyCommand(command):
            case KeyCommand.EARLIER:
                self._move(window.panned(-_KEY_PAN_SHARE * window.span))
            case KeyCommand.LATER:
                self._move(window.panned(_KEY_PAN_SHARE * window.span))
            case KeyCommand.ZOOM_IN | KeyCommand.UP:
                self._move(window.zoomed(_KEY_ZOOM, self._anchor()))
            case KeyCommand.ZOOM_OUT | KeyCommand.DOWN:
                self._move(window.zoomed(1 / _KEY_ZOOM, self._anchor()))
            case KeyCommand.START:
                self._move(window.from_start())
            case KeyCommand.FOLLOW:
                self.follow()
            case KeyCommand.CANCEL:
                self._leave()
            case KeyCommand.FIT:
                self.fit_prices_again()
            case _:
                self.look_asked.emit(command)

    def _anchor(self) -> float:
        """Where the keys zoom around: the last bar while it is followed, otherwise the middle."""
        window = self.window_of_bars
        return window.x_of(window.last) / window.width if window.is_following else 0.5

    @Slot(QPointF)
    def _hover(self, here: QPointF) -> None:
        content = self._content
        if content is None or len(content.series) == 0 or self._message:
            return
        plot = self.stack.plot_rect
        if not plot.contains(here):
            self._leave()
            return
        self._mouse = here
        self.drawing.follow(here)
        if not self._timer.isActive():  # otherwise the frame that is due shows it
            self._show_hovered()
        index = self.overlay.bar_at(self.window_of_bars, here)
        self.bar_hovered.emit(content.series.bar(index))
        self._explain(self._marker_at(here))

    @Slot()
    def _leave(self) -> None:
        if self._mouse is None:
            return
        self._mouse = None
        QToolTip.hideText()
        self.bar_hovered.emit(None)
        self._show_hovered()

    @Slot(QPointF)
    def _click(self, here: QPointF) -> None:
        placed = self._marker_at(here)
        if placed is not None:
            self.marker_clicked.emit(placed.marker)

    def _marker_at(self, here: QPointF) -> PlacedMarker | None:
        pane = self.stack.price.rect
        x, y = here.x() - pane.left(), here.y() - pane.top()
        hits = [placed for placed in self.placed if placed.is_hit(x, y)]
        return min(hits, key=lambda placed: abs(placed.x - x) + abs(placed.y - y), default=None)

    def _explain(self, placed: PlacedMarker | None) -> None:
        if placed is None:
            QToolTip.hideText()
            return
        self.view.setCursor(Qt.CursorShape.PointingHandCursor)
        corner = self.stack.price.rect.topLeft() + QPointF(placed.x + 12, placed.y + 12)
        QToolTip.showText(self.view.mapToGlobal(corner.toPoint()), placed.marker.text, self.view)
