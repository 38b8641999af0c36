"""Dragging a price alert's line to another price."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from photon_desktop.trading.money import exact
from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import AlertLevel, Content
from photon_desktop.ui.chart.panes import PricePane


class AlertDrag(QObject):
    """Grabs a line, moves it in whole ticks, and tells where it was dropped."""

    moved = Signal(str, object)  # the alert's id, its new level as Decimal
    changed = Signal()  # what is drawn

    def __init__(self, content: Callable[[], Content | None], pane: PricePane, parent: QObject) -> None:
        super().__init__(parent)
        self._content = content
        self._pane = pane
        self._held: tuple[Content, AlertLevel] | None = None  # the alert that is grabbed, as it was

    def price_at(self, here: QPointF | None) -> Decimal | None:
        """The price under this pixel, in whole ticks; None when it is not over the prices."""
        content = self._content()
        if content is None or here is None or not self._pane.rect.contains(here):
            return None
        return self._whole_price(content, here)

    def level_at(self, here: QPointF | None) -> AlertLevel | None:
        """The alert whose line lies under this pixel; None when there is none."""
        content = self._content()
        if content is None or here is None:
            return None
        return self._pane.line_at(here, [(level.price, level) for level in content.alerts])

    def shape_over(self, here: QPointF) -> Qt.CursorShape | None:
        """The cursor over an alert's line; None beside it."""
        return None if self.level_at(here) is None else Qt.CursorShape.SizeVerCursor

    def grab(self, here: QPointF) -> bool:
        """Take hold of the line under this pixel; False when there is none."""
        content, level = self._content(), self.level_at(here)
        if content is None or level is None:
            return False
        self._held = content, level
        self._draw(content, level)
        return True

    def drag(self, here: QPointF) -> None:
        """Have the line follow, at whole ticks, while its symbol is the one shown."""
        if self._held is not None and self._held[0] is self._content():
            content, level = self._held
            self._draw(content, replace(level, price=self._whole_price(content, here)))

    def drop(self) -> None:
        """Ask for the new level, unless another symbol has come meanwhile."""
        held = self._held
        moving = None if held is None else held[0].moving_alert
        self.give_back()
        if held is None or moving is None or held[0] is not self._content():
            return
        if moving.price != held[1].price:
            self.moved.emit(moving.alert_id, moving.price)

    def give_back(self) -> None:
        """Let the line go back to where it was."""
        if self._held is not None:
            self._held[0].moving_alert = None
            self._held = None
            self.changed.emit()

    def _whole_price(self, content: Content, here: QPointF) -> Decimal:
        """The price at this height in whole ticks, one at least."""
        return max(content.instrument.round_price(self._pane.price_at(here.y())), content.instrument.tick_size)

    def _draw(self, content: Content, level: AlertLevel) -> None:
        content.moving_alert = replace(level, word=f"{level.word}  {_away(content, level.price)}".rstrip())
        self.changed.emit()


def _away(content: Content, price: Decimal) -> str:
    """How far a price is from the last one."""
    last = content.last_price
    return formats.signed_percent(price / exact(last) - 1) if last else ""
