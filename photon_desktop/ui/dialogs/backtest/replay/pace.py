"""When the next bar of a replay comes."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

FASTEST = 0.0
SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, FASTEST)  # bars a second; the last waits for nothing
USUAL_SPEED = 5.0


class Pace(QObject):
    """Asks for one bar at a time, and for the next one only when the last is done.

    At a speed of 1 a bar comes each second, if the agents are done by then; at `FASTEST` at once.
    """

    bar_asked = Signal()
    changed = Signal()  # plays or not, or at another speed

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self.speed = USUAL_SPEED
        self.is_playing = self.is_over = False
        self._is_free = self._owes_step = False
        self._asked_at = 0.0
        self._wait = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._wait.timeout.connect(self._ask_in_play)

    @property
    def can_go_on(self) -> bool:
        """Whether there are bars left, or will be once the model is there."""
        return not self.is_over

    @Slot()
    def bar_done(self) -> None:
        """The bar that was asked for had its effects; or the first may come."""
        self._is_free = True
        if self._owes_step:
            self._owes_step = False
            self._ask()
        elif self.is_playing:
            self._plan()

    @Slot()
    def toggle(self) -> None:
        """Play, or pause: the bar that is under way is the last one then."""
        if self.is_playing:
            self.pause()
        elif self.can_go_on:
            self.is_playing = True
            self._plan()
            self.changed.emit()

    @Slot()
    def pause(self) -> None:
        """Ask for no more bars."""
        self._wait.stop()
        self._owes_step = False
        if self.is_playing:
            self.is_playing = False
            self.changed.emit()

    @Slot()
    def step(self) -> None:
        """Pause, and ask for one bar: at once, or when the one that is under way is done."""
        self.pause()
        if not self.can_go_on:
            return
        if self._is_free:
            self._ask()
        else:
            self._owes_step = True

    @Slot()
    def end(self) -> None:
        """No bar will come any more."""
        self.is_over = True
        self.pause()
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """Play at this speed, one of SPEEDS, from the next bar on."""
        self.speed = speed
        if self.is_playing:
            self._plan()
        self.changed.emit()

    def shift_speed(self, places: int) -> None:
        """Play so many places of SPEEDS faster or, below zero, slower."""
        place = SPEEDS.index(self.speed) + places
        self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    def _plan(self) -> None:
        if not self._is_free:
            return
        left = 0.0 if self.speed == FASTEST else self._asked_at + 1 / self.speed - self._now()
        self._wait.start(max(0, round(1_000 * left)))  # even 0 lets the window draw first

    @Slot()
    def _ask_in_play(self) -> None:
        if self.is_playing and self._is_free:
            self._ask()

    def _ask(self) -> None:
        self._is_free = False
        self._asked_at = self._now()
        self.bar_asked.emit()
