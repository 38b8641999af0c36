"""What says in the window that orders may leave for an exchange: a frame around all of it, and words for it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QMainWindow, QWidget

from photon_desktop.trading.profile import AccountMode
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr

PROGRAM = "Photon Desktop"
WIDTH = 4  # px
_DASHES = [5.0, 3.0]  # in widths of the line


@dataclass(frozen=True, slots=True)
class ArmingState:
    """The account `name` of this `mode`, and whether its orders may leave for its exchange."""

    name: str
    mode: AccountMode
    is_armed: bool = False

    @property
    def word(self) -> str:
        """The mode in one word, as the badge says it."""
        return self.mode.value.upper()

    @property
    def window_title(self) -> str:
        """The window's title."""
        if not self.is_armed:
            return PROGRAM
        return tr("{mode} ARMED: {account} · {program}").format(mode=self.word, account=self.name, program=PROGRAM)

    @property
    def sentence(self) -> str:
        """What being armed means, in words that stand alone."""
        if not self.is_armed:
            return tr("{account} is not armed: no order leaves for the exchange.").format(account=self.name)
        if self.mode.is_real_money:
            sentence = tr("{mode}: {account} is armed. Orders go to the exchange with real money.")
        else:
            sentence = tr("{mode}: {account} is armed. Orders go to the exchange without real money.")
        return sentence.format(mode=self.word, account=self.name)


class ArmedFrame(QWidget):
    """Solid and in the colour of danger where real money moves, dashed and in the accent's where none does. It lies
    around everything in the window and over nothing."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self.setObjectName("armedFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window, self._theme = window, theme
        self._state: ArmingState | None = None
        window.installEventFilter(self)
        self.hide()

    @property
    def colour(self) -> str:
        """What it is drawn in."""
        is_live = self._state is not None and self._state.mode.is_real_money
        return self._theme.danger if is_live else self._theme.accent

    @property
    def is_dashed(self) -> bool:
        """Whether it is drawn in dashes: the sign beside the colour."""
        return self._state is not None and not self._state.mode.is_real_money

    def show_state(self, state: ArmingState) -> None:
        """Stand around the window while `state` is armed."""
        self._state = state
        margin = WIDTH if state.is_armed else 0
        self._window.setContentsMargins(margin, margin, margin, margin)
        self.setAccessibleName(state.sentence)
        self.setVisible(state.is_armed)
        self._place()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep around the window at any size."""
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        pen = QPen(QColor(self.colour), WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.is_dashed:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        half = WIDTH // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
        painter.end()

    def _place(self) -> None:
        if self.isHidden():
            return
        self.setGeometry(self._window.rect())
        inner = self.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.raise_()
