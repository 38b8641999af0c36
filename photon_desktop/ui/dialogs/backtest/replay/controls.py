"""The line of buttons under a replay."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QVBoxLayout, QWidget

from photon_desktop.ui.dialogs.backtest.replay.pace import FASTEST, SPEEDS, Pace
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr

_KEYS = mark("Space plays and pauses · → or . one bar · + and − speed · Esc closes")


class ReplayControls(QWidget):
    """Play or pause, one bar, the speed, and where the replay is. The keys work in the whole of `window`."""

    def __init__(self, pace: Pace, window: QDialog) -> None:
        super().__init__()
        self._pace = pace
        self.play = push_button(tr("Play"), "replayPlay", tr("Play or pause (Space)"))
        self.step = push_button(tr("One bar"), "replayStep", tr("Pause, and let one bar come (→ or .)"))
        self.speed = QComboBox()
        self.speed.setObjectName("replaySpeed")
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("1× is one bar a second (+ and −)"))
        for speed in SPEEDS:
            self.speed.addItem(speed_words(speed), speed)
        self.counter = QLabel()
        self.counter.setObjectName("replayCounter")
        self.counter.setAccessibleName(tr("Bar"))
        self.close_button = push_button(tr("Close"), "replayClose", tr("Stop the agents and forget the replay (Esc)"))
        hint = QLabel(tr(_KEYS))
        hint.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(tr("&Speed"))
        label.setBuddy(self.speed)
        column.addLayout(beside(self.play, self.step, 8, label, self.speed, 8, self.counter, None, self.close_button))
        column.addWidget(hint)
        self._connect(window)
        self._show()

    def _connect(self, window: QDialog) -> None:
        pace = self._pace
        self.play.clicked.connect(pace.toggle)
        self.step.clicked.connect(pace.step)
        self.close_button.clicked.connect(window.reject)
        self.speed.currentIndexChanged.connect(self._choose_speed)
        pace.changed.connect(self._show)
        for keys, act in (
            (Qt.Key.Key_Space, pace.toggle),
            (Qt.Key.Key_Right, pace.step),
            (Qt.Key.Key_Period, pace.step),
            (Qt.Key.Key_Plus, self._faster),
            (Qt.Key.Key_Minus, self._slower),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(act)

    @Slot()
    def _faster(self) -> None:
        self._pace.shift_speed(1)

    @Slot()
    def _slower(self) -> None:
        self._pace.shift_speed(-1)

    @Slot(int)
    def _choose_speed(self, place: int) -> None:
        self._pace.set_speed(SPEEDS[place])

    @Slot()
    def _show(self) -> None:
        self.play.setText(tr("Pause") if self._pace.is_playing else tr("Play"))
        self.play.setAccessibleName(self.play.text())
        for button in (self.play, self.step):
            button.setEnabled(self._pace.can_go_on)
        blocker = QSignalBlocker(self.speed)
        self.speed.setCurrentIndex(SPEEDS.index(self._pace.speed))
        blocker.unblock()


def speed_words(speed: float) -> str:
    """A speed as it is chosen."""
    return tr("as fast as it goes") if speed == FASTEST else f"{speed:g}×"
