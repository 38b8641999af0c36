"""A first walk through the window: a bubble beside each place, on by a key, over by another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import tr

_WIDTH, _GAP, _MARGIN = 320, 8, 16


@dataclass(frozen=True, slots=True)
class Stop:
    """`find` brings the widget to sight and returns it; None where it is not there, and the stop is left out."""

    find: Callable[[], QWidget | None]
    title: str
    sentence: str


class TourBubble(QFrame):
    """Says what a place is for. Right or Enter goes on, Left goes back, Esc ends it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tourBubble")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Tour"))
        self.title, self.sentence, self.count = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.count.setProperty("role", "muted")
        self.sentence.setWordWrap(True)
        self.back = push_button(tr("&Back"), "tourBack", tr("The place before (Left)"))
        self.on = push_button(tr("&Next"), "tourNext", tr("The next place (Enter or Right)"))
        self.skip = push_button(tr("&Skip"), "tourSkip", tr("End the tour (Esc)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        self.buttons = beside(self.count, None, self.skip, self.back, self.on)
        column.addLayout(self.buttons)

    def show_stop(self, stop: Stop, number: int, count: int) -> None:
        """Show the stop `number`, from 0, of `count`."""
        self.title.setText(stop.title)
        self.sentence.setText(stop.sentence)
        self.count.setText(tr("{number} of {count}").format(number=number + 1, count=count))
        self.setAccessibleDescription(f"{stop.title}. {stop.sentence}")
        self.back.setEnabled(number > 0)
        is_last = number == count - 1
        self.on.setText(tr("&Done") if is_last else tr("&Next"))
        self.skip.setVisible(not is_last)
        self.setFixedWidth(max(_WIDTH, self.buttons.sizeHint().width() + 2 * _MARGIN))
        self.adjustSize()


class Tour(QObject):
    """Goes over the stops that are there; `ended` comes once, however it ends."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._window, self._stops = window, tuple(stops)
        self._number = 0
        self.bubble, self.mark = TourBubble(window), QFrame(window)
        self.mark.setObjectName("tourMark")
        self.mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self.bubble, self.mark):
            part.hide()
        self.bubble.on.clicked.connect(self.go_on)
        self.bubble.back.clicked.connect(self.go_back)
        self.bubble.skip.clicked.connect(self.end)
        self.bubble.installEventFilter(self)
        for button in (self.bubble.on, self.bubble.back, self.bubble.skip):
            button.installEventFilter(self)
        window.installEventFilter(self)

    @property
    def place(self) -> QWidget | None:
        """The widget that the bubble points at."""
        return self._stops[self._number].find() if self._number < len(self._stops) else None

    def begin(self) -> None:
        """Show the first stop."""
        self._show_from(0, 1)

    @Slot()
    def go_on(self) -> None:
        """Show the next stop; after the last, end."""
        self._show_from(self._number + 1, 1)

    @Slot()
    def go_back(self) -> None:
        """Show the stop before."""
        if self._number > 0:
            self._show_from(self._number - 1, -1)

    @Slot()
    def end(self) -> None:
        """Go, and give the focus back."""
        if self.bubble.isHidden():
            return
        self.bubble.hide()
        self.mark.hide()
        self._window.setFocus()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys of the bubble, and the window's size."""
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and not self.bubble.isHidden():
                self._point()
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._takes(event, watched):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent, watched: QObject) -> bool:
        deeds: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Right: self.go_on, Qt.Key.Key_Left: self.go_back, Qt.Key.Key_Escape: self.end,
        }  # fmt: skip
        if watched is self.bubble:
            deeds |= {Qt.Key.Key_Return: self.go_on, Qt.Key.Key_Enter: self.go_on, Qt.Key.Key_Space: self.go_on}
        deed = deeds.get(event.key())
        if deed is not None:
            deed()
        return deed is not None

    def _show_from(self, number: int, step: int) -> None:
        while 0 <= number < len(self._stops) and self._stops[number].find() is None:
            number += step
        if number >= len(self._stops):
            self.end()
            return
        if number < 0:
            return
        self._number = number
        self.bubble.show_stop(self._stops[number], number, len(self._stops))
        self._point()

    def _point(self) -> None:
        place = self.place
        if place is None:
            return
        window = self._window
        area = QRect(place.mapTo(window, QPoint(0, 0)), place.size()).intersected(window.rect())
        self.mark.setGeometry(area)
        self.bubble.move(_beside(area, self.bubble.size().width(), self.bubble.size().height(), window.rect()))
        for part in (self.mark, self.bubble):
            part.show()
            part.raise_()
        self.bubble.setFocus()


def _beside(area: QRect, width: int, height: int, window: QRect) -> QPoint:
    """Where the bubble has room: right of the place, left of it, under it, over it, or else inside."""
    middle = area.center()
    places = (
        QPoint(area.right() + _GAP, middle.y() - height // 2),
        QPoint(area.left() - width - _GAP, middle.y() - height // 2),
        QPoint(middle.x() - width // 2, area.bottom() + _GAP),
        QPoint(middle.x() - width // 2, area.top() - height - _GAP),
        QPoint(middle.x() - width // 2, middle.y() - height // 2),
    )
    inner = window.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    for place in places:
        lies = QRect(place.x(), place.y(), width, height)
        kept = QPoint(
            min(max(lies.x(), inner.left()), inner.right() - width),
            min(max(lies.y(), inner.top()), inner.bottom() - height),
        )
        if not QRect(kept.x(), kept.y(), width, height).intersects(area):
            return kept
    return QPoint(
        min(max(places[-1].x(), inner.left()), inner.right() - width),
        min(max(places[-1].y(), inner.top()), inner.bottom() - height),
    )
