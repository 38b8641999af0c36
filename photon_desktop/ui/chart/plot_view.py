"""The surface of the chart: turns the mouse and the keys into what the user wants."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol, cast

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

_CLICK_PIXELS = 4.0
_WHEEL_NOTCH = 120.0
_ZOOM_PER_NOTCH = 1.18


class KeyCommand(StrEnum):
    """What the keys ask for."""

    EARLIER = "earlier"
    LATER = "later"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    START = "start"
    FOLLOW = "follow"
    LOG = "log"
    PERCENT = "percent"
    STUDIES = "studies"
    UP = "up"
    DOWN = "down"
    TREND = "trend"
    LEVEL = "level"
    RECTANGLE = "rectangle"
    MEASURE = "measure"
    NEXT_DRAWING = "next drawing"
    DELETE = "delete"
    CONFIRM = "confirm"
    CANCEL = "cancel"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    SAVE = "save"
    FIT = "fit"
    READ_EARLIER = "read earlier"
    READ_LATER = "read later"
    HOLLOW = "hollow"
    CANDLES = "candles"
    HEIKIN_ASHI = "heikin_ashi"
    BARS = "bars"
    LINE = "line"


_KEYS = {
    Qt.Key.Key_Left: KeyCommand.EARLIER,
    Qt.Key.Key_Right: KeyCommand.LATER,
    Qt.Key.Key_Plus: KeyCommand.ZOOM_IN,
    Qt.Key.Key_Equal: KeyCommand.ZOOM_IN,
    Qt.Key.Key_Minus: KeyCommand.ZOOM_OUT,
    Qt.Key.Key_Home: KeyCommand.START,
    Qt.Key.Key_End: KeyCommand.FOLLOW,
    Qt.Key.Key_F: KeyCommand.FOLLOW,
    Qt.Key.Key_L: KeyCommand.LOG,
    Qt.Key.Key_P: KeyCommand.PERCENT,
    Qt.Key.Key_I: KeyCommand.STUDIES,
    Qt.Key.Key_A: KeyCommand.FIT,
    Qt.Key.Key_1: KeyCommand.HOLLOW,
    Qt.Key.Key_2: KeyCommand.CANDLES,
    Qt.Key.Key_3: KeyCommand.HEIKIN_ASHI,
    Qt.Key.Key_4: KeyCommand.BARS,
    Qt.Key.Key_5: KeyCommand.LINE,
    Qt.Key.Key_Up: KeyCommand.UP,
    Qt.Key.Key_Down: KeyCommand.DOWN,
    Qt.Key.Key_T: KeyCommand.TREND,
    Qt.Key.Key_H: KeyCommand.LEVEL,
    Qt.Key.Key_R: KeyCommand.RECTANGLE,
    Qt.Key.Key_M: KeyCommand.MEASURE,
    Qt.Key.Key_D: KeyCommand.NEXT_DRAWING,
    Qt.Key.Key_Delete: KeyCommand.DELETE,
    Qt.Key.Key_Backspace: KeyCommand.DELETE,
    Qt.Key.Key_Return: KeyCommand.CONFIRM,
    Qt.Key.Key_Enter: KeyCommand.CONFIRM,
    Qt.Key.Key_Escape: KeyCommand.CANCEL,
}
_SHIFT_KEYS = {Qt.Key.Key_Left: KeyCommand.READ_EARLIER, Qt.Key.Key_Right: KeyCommand.READ_LATER}
_CONTROL_KEYS = {
    Qt.Key.Key_Z: KeyCommand.UNDO,
    Qt.Key.Key_C: KeyCommand.COPY,
    Qt.Key.Key_S: KeyCommand.SAVE,
}
_CONTROL_SHIFT_KEYS = {Qt.Key.Key_Z: KeyCommand.REDO}
_SHARED = (*_CONTROL_KEYS.values(), KeyCommand.REDO, KeyCommand.DELETE)  # the window's other parts have these keys too
_TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Grip(Protocol):
    """What on the plot can be grabbed and dragged by itself."""

    def shape_over(self, here: QPointF) -> Qt.CursorShape | None:
        """The cursor over what can be grabbed at this pixel; None when there is nothing."""
        ...

    def grab(self, here: QPointF) -> bool:
        """Take hold of it; False when there is nothing."""
        ...

    def drag(self, here: QPointF) -> None:
        """Move it."""
        ...

    def drop(self) -> None:
        """Leave it where it is."""
        ...

    def give_back(self) -> None:
        """Let it go back to where it was grabbed."""
        ...


class PlotView(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """Knows only where the axes begin (`axis_left`, `axis_top`); whoever listens knows what is drawn."""

    panned = Signal(float, float)  # pixels right and down
    zoomed = Signal(float, float)  # factor, pixel from the left
    axis_dragged = Signal(float)  # pixels down
    axis_reset = Signal()
    times_dragged = Signal(float)  # pixels right
    hovered = Signal(QPointF)
    left = Signal()
    clicked = Signal(QPointF)
    commanded = Signal(str)
    menu_asked = Signal(QPoint)  # on the screen
    resized = Signal()
    focus_ring_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(useOpenGL=False, background=None)
        self.axis_left = self.axis_top = float("inf")
        self._pressed: QPointF | None = None
        self._before = QPointF()
        self._is_dragging = False
        self.grip: Grip | None = None
        self._is_gripping = False
        self.wants: Callable[[KeyCommand], bool] = lambda _command: True
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(240, 160)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = self._before = event.position()
        self._is_dragging = False
        self._is_gripping = self.grip is not None and self.grip.grab(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        here = event.position()
        if self._pressed is None:
            self._hover(here)
            return
        if self._is_gripping and self.grip is not None:
            self.left.emit()  # the crosshair would run through the line's own words
            self.grip.drag(here)
            return
        moved = here - self._pressed
        if not self._is_dragging and max(abs(moved.x()), abs(moved.y())) < _CLICK_PIXELS:
            return
        self._is_dragging = True
        step, self._before = here - self._before, here
        if self._pressed.x() >= self.axis_left:
            self.axis_dragged.emit(step.y())
            return
        if self._pressed.y() >= self.axis_top:
            self.times_dragged.emit(step.x())
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.panned.emit(step.x(), step.y())
        self.hovered.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        was_click = not self._is_dragging and not self._is_gripping
        if self._is_gripping and self.grip is not None:
            self.grip.drop()
        self._is_gripping = False
        self._pressed, self._is_dragging = None, False
        self._hover(event.position())
        if was_click:
            self.clicked.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.position().x() >= self.axis_left:
            self.axis_reset.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        sideways, notches = event.angleDelta().x(), event.angleDelta().y() / _WHEEL_NOTCH
        if notches:
            self.zoomed.emit(_ZOOM_PER_NOTCH**notches, event.position().x())
        elif sideways:
            self.panned.emit(sideways / 2, 0.0)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._is_gripping and self.grip is not None:
            self.grip.give_back()
            event.accept()
            return
        command = _command_of(event)
        if command is None or not self.wants(command):
            event.ignore()
            return
        self.commanded.emit(command.value)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keys that the window has too are the chart's while it has the focus and something to do with them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            command = _command_of(event)
            if command is not None and command in _SHARED and self.wants(command):
                event.accept()
                return True
        return bool(super().event(event))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A pinch of two fingers zooms around their middle, on a touch pad as on a touch screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoomed.emit(1.0 + event.value(), event.position().x())
            return True
        if isinstance(event, QGestureEvent) and (pinch := event.gesture(Qt.GestureType.PinchGesture)):
            self._pinch(cast(QPinchGesture, pinch))
            event.accept(pinch)
            return True
        return bool(super().viewportEvent(event))

    def _pinch(self, pinch: QPinchGesture) -> None:
        self.zoomed.emit(pinch.scaleFactor(), pinch.centerPoint().x())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focus_ring_changed.emit(event.reason() in _TAB_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.focus_ring_changed.emit(False)

    def resizeEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def _hover(self, here: QPointF) -> None:
        shape = self.grip.shape_over(here) if self.grip is not None else None
        if here.x() >= self.axis_left:
            shape = Qt.CursorShape.SizeVerCursor
        elif here.y() >= self.axis_top:
            shape = Qt.CursorShape.SizeHorCursor
        self.setCursor(shape or Qt.CursorShape.CrossCursor)
        self.hovered.emit(here)


def _command_of(event: QKeyEvent) -> KeyCommand | None:
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return None
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        is_shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        return (_CONTROL_SHIFT_KEYS if is_shifted else _CONTROL_KEYS).get(Qt.Key(event.key()))
    key = Qt.Key(event.key())
    if modifiers & Qt.KeyboardModifier.ShiftModifier and key in _SHIFT_KEYS:
        return _SHIFT_KEYS[key]
    return _KEYS.get(key)
