"""Dragging the stop or the target of the position shown to another price."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from photon_desktop.trading.money import exact
from photon_desktop.trading.protection import protection_fault
from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import Content, DraggedLevel
from photon_desktop.ui.chart.panes import PricePane
from photon_desktop.ui.language import mark, tr


class LevelDrag(QObject):
    """Grabs a line, moves it in whole ticks, and tells where it was dropped or why it can't stand there."""

    moved = Signal(str, object, object)  # symbol, stop and target as Decimal or None
    refused = Signal(str)  # one sentence
    changed = Signal()  # what is drawn

    def __init__(self, content: Callable[[], Content | None], pane: PricePane, parent: QObject) -> None:
        super().__init__(parent)
        self._content = content
        self._pane = pane
        self._held: Content | None = None  # whose line is grabbed

    def is_over(self, here: QPointF) -> bool:
        """Whether a line that can be dragged lies under this pixel."""
        return self._line_at(here) is not None

    def shape_over(self, here: QPointF) -> Qt.CursorShape | None:
        """The cursor over a line that can be dragged; None beside it."""
        return Qt.CursorShape.SizeVerCursor if self.is_over(here) else None

    def grab(self, here: QPointF) -> bool:
        """Take hold of the line under this pixel; False when there is none."""
        content, line = self._content(), self._line_at(here)
        if content is None or line is None:
            return False
        word, price = line
        self._held = content
        self._draw(content, word, content.instrument.round_price(price))
        return True

    def drag(self, here: QPointF) -> None:
        """Have the line follow, at whole ticks."""
        content = self._held
        if content is None or content.dragged is None:
            return
        price = content.instrument.round_price(self._pane.price_at(here.y()))
        self._draw(content, content.dragged.word, price)

    def drop(self) -> None:
        """Ask for the new price, or say why it can't be, and let the line go back."""
        content, dragged = self._held, self._held.dragged if self._held else None
        self.give_back()
        if content is None or dragged is None or content.held is None or content is not self._content():
            return
        levels = _levels(content, dragged)
        if levels == (content.held.stop_loss, content.held.take_profit):
            return
        if fault := protection_fault(content.held, _last(content), *levels):
            self.refused.emit(fault)
            return
        stop, target = (None if level is None else float(level) for level in levels)
        content.position = replace(content.position, stop=stop, target=target)
        self.moved.emit(content.symbol, *levels)

    def give_back(self) -> None:
        """Let the line go back to where it was."""
        if self._held is not None:
            self._held.dragged = None
            self._held = None
            self.changed.emit()

    def _line_at(self, here: QPointF) -> tuple[str, float] | None:
        content = self._content()
        if content is None or content.held is None:
            return None
        levels = ((mark("Stop"), content.position.stop), (mark("Target"), content.position.target))
        return self._pane.line_at(here, [(price, (word, price)) for word, price in levels if price])

    def _draw(self, content: Content, word: str, price: Decimal) -> None:
        content.dragged = DraggedLevel(word, price, "")
        content.dragged = DraggedLevel(word, price, _outcome(content, content.dragged))
        self.changed.emit()


def _outcome(content: Content, dragged: DraggedLevel) -> str:
    """What closing there would bring before costs, or that the line can't stand there."""
    if content.held is None:
        return ""
    if protection_fault(content.held, _last(content), *_levels(content, dragged)):
        return tr("{word} ✕ wrong side of the price").format(word=tr(dragged.word))
    profit = formats.signed_money(content.held.unrealised(dragged.price))
    return f"{tr(dragged.word)} {profit} {content.instrument.quote}"


def _levels(content: Content, dragged: DraggedLevel) -> tuple[Decimal | None, Decimal | None]:
    if content.held is None:
        return None, None
    if dragged.word == "Stop":
        return dragged.price, content.held.take_profit
    return content.held.stop_loss, dragged.price


def _last(content: Content) -> Decimal | None:
    return None if content.last_price is None else exact(content.last_price)
