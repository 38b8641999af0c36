"""The strip above the chart: the symbol, its last price and change, the interval picker, menus and follow."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from photon_desktop.trading.interval import Interval
from photon_desktop.ui import formats
from photon_desktop.ui.chart.chart_actions import ChartActions
from photon_desktop.ui.design import GRID
from photon_desktop.ui.language import tr

PICKED_INTERVALS = (
    Interval.MINUTE_1, Interval.MINUTE_5, Interval.MINUTE_15, Interval.HOUR_1, Interval.HOUR_4, Interval.DAY_1,
)  # fmt: skip
_LESS_NEEDED = (Interval.MINUTE_15, Interval.HOUR_4, Interval.MINUTE_5, Interval.MINUTE_1)
_LEAST_WIDTH = 240


class Header(QWidget):
    """Labels and flat buttons. It changes nothing itself: it says what was asked for."""

    interval_requested = Signal(str)
    follow_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chartHeader")
        self.actions_of_chart = ChartActions(self)
        self.panes, self.log = self.actions_of_chart.panes, self.actions_of_chart.log
        self.symbol = self._label("", "title", tr("Symbol on the chart"))
        self.price = self._label("", "figure", tr("Last price"))
        self.change = self._label("", "", tr("Change over 24 hours"))
        self.badge = self._label("", "badge", tr("Where the prices come from"))
        self.stale = self._label("", "badge", tr("State of the prices"))
        self.stale.setProperty("tone", "warning")
        self.intervals = {interval: self._interval_button(interval) for interval in PICKED_INTERVALS}
        self.chart_menu = self._menu_button(tr("Chart"), tr("Style, scale, studies and picture"), tr("Chart menu"))
        self.chart_menu.setMenu(self.actions_of_chart.menu(self))
        self.draw_menu = self._menu_button(tr("Draw"), tr("Lines, rectangles and measures"), tr("Drawing tools"))
        self.draw_menu.setMenu(self.actions_of_chart.drawing_menu(self))
        self.follow = self._button(
            tr("Follow"), tr("Keep the newest bar in view (F or End)"), tr("Follow the newest bar")
        )
        self._group = QButtonGroup(self)
        self._arrange()
        self.follow.clicked.connect(self._ask_follow)
        self._droppable: tuple[tuple[QWidget, ...], ...] = (
            *((self.intervals[interval],) for interval in _LESS_NEEDED),
            (self.draw_menu,),
            (self.chart_menu,),
            (self.change,),
            (self.intervals[Interval.HOUR_1], self.intervals[Interval.DAY_1]),
        )
        for badge in (self.badge, self.stale):
            badge.hide()

    def show_symbol(self, symbol: str, interval: Interval) -> None:
        """Name what is on the chart, and mark its interval."""
        self.symbol.setText(symbol)
        self._group.setExclusive(False)
        for picked, button in self.intervals.items():
            button.setChecked(picked is interval)
        self._group.setExclusive(True)

    def show_price(self, text: str, change: float | None) -> None:
        """The last price, and its change over 24 hours as a share of 1."""
        self.price.setText(text)
        shape = "" if not change else ("▲ " if change > 0 else "▼ ")
        self.change.setText(f"{shape}{formats.signed_percent(change)}" if change is not None else "")
        _set_tone(self.change, "" if not change else ("up" if change > 0 else "down"))

    def show_badge(self, text: str) -> None:
        """A word on where the prices come from; none takes the badge away."""
        self.badge.setText(text)
        self.badge.setVisible(bool(text))
        self._drop_what_has_no_room()

    def show_stale(self, text: str) -> None:
        """Say that prices are old, or no longer."""
        self.stale.setText(text)
        self.stale.setVisible(bool(text))
        _set_tone(self.price, "muted" if text else "")
        self._drop_what_has_no_room()

    def show_following(self, is_following: bool) -> None:
        """Mark whether the newest bar is kept in view."""
        self.follow.setChecked(is_following)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._drop_what_has_no_room()

    def _drop_what_has_no_room(self) -> None:
        """Hide the least needed of what does not fit; keys, menus and tooltips still have it."""
        widths, dropped = self._widths(), set[QWidget]()
        for widgets in self._droppable:
            if _needed_width(widths, dropped) <= self.width():
                break
            dropped.update(widgets)
        for widget in (widget for widgets in self._droppable for widget in widgets):
            widget.setVisible(widget not in dropped)

    def _widths(self) -> dict[QWidget, int]:
        """What each widget needs that is shown or could be; the layout's own hint lags behind while they are hidden and
        shown."""
        badges = [badge for badge in (self.badge, self.stale) if not badge.isHidden()]
        buttons = (*self.intervals.values(), self.chart_menu, self.draw_menu, self.follow)
        return {
            widget: widget.sizeHint().width()
            for widget in (self.symbol, self.price, self.change, *badges, *buttons)
        }  # fmt: skip

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for label in (self.symbol, self.price, self.change, self.badge, self.stale):
            row.addWidget(label)
        row.addStretch(1)
        for group in (self.intervals.values(), (self.chart_menu, self.draw_menu, self.follow)):
            row.addLayout(_tight_row(list(group)))
        for button in self.intervals.values():
            self._group.addButton(button)

    def _label(self, text: str, role: str, name: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setAccessibleName(name)
        label.setToolTip(name)
        return label

    def _button(self, text: str, tooltip: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "flat")
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(tooltip)
        button.setAccessibleName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _interval_button(self, interval: Interval) -> QToolButton:
        button = self._button(
            interval.value,
            tr("Bars of {interval}").format(interval=interval.value),
            tr("Interval {interval}").format(interval=interval.value),
        )
        button.setObjectName(f"interval_{interval.value}")
        button.clicked.connect(self._ask_interval)
        return button

    def _menu_button(self, text: str, tooltip: str, name: str) -> QToolButton:
        button = self._button(f"{text} ▾", tooltip, name)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.setCheckable(False)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    @Slot()
    def _ask_interval(self) -> None:
        sender = self.sender()
        self.interval_requested.emit(next(i.value for i, button in self.intervals.items() if button is sender))

    @Slot()
    def _ask_follow(self) -> None:
        self.follow.setChecked(True)
        self.follow_requested.emit()


def _needed_width(widths: Mapping[QWidget, int], dropped: Collection[QWidget]) -> int:
    """What is left without those that are dropped, with the gaps between labels."""
    kept = {widget: width for widget, width in widths.items() if widget not in dropped}
    gaps = sum(isinstance(widget, QLabel) for widget in kept) + 3
    return sum(kept.values()) + gaps * 2 * GRID + 5 * GRID


def _tight_row(buttons: Sequence[QToolButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    return row


def _set_tone(label: QLabel, tone: str) -> None:
    if label.property("tone") == tone:
        return
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)
