"""What can be done while trading is halted: close what is held, let trading go on, or leave it as it is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr

_WIDTH = 504
_MEANS = mark(
    "Nothing is opened, and orders that waited are taken back. Stops and targets go on guarding what is held."
)
_RELEASED = mark("Trading goes on. Drawdown is measured from here on.")


@dataclass(frozen=True, slots=True)
class HaltView:
    """`why` trading is halted, empty while it is not; the symbols `held`, and those in which an order is `waiting`."""

    why: str
    held: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


class KillSwitchDialog(QDialog):
    """Shows what it is handed; decides nothing."""

    flatten_requested = Signal()
    release_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("killSwitchDialog")
        self.setWindowTitle(tr("Kill switch"))
        self.title, self.sentence, self.state = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        for label, name in (
            (self.title, tr("State")),
            (self.sentence, tr("What it means")),
            (self.state, tr("What is held")),
        ):
            label.setAccessibleName(name)
            label.setWordWrap(True)
        self.state.setProperty("role", "muted")
        self.flatten = push_button(tr("Close all &positions"), "killFlatten", tr("Sell or buy back all that is held"))
        self.flatten.setProperty("tone", "danger")
        self.release = push_button(tr("&Release trading"), "killRelease", tr("Let the agents open positions again"))
        self.leave = push_button(tr("&Leave halted"), "killLeave", tr("Close this and leave trading halted (Esc)"))
        self._arrange()
        self.flatten.clicked.connect(self.flatten_requested)
        self.release.clicked.connect(self.release_requested)
        self.leave.clicked.connect(self.reject)

    @Slot(object)
    def show_halt(self, view: HaltView) -> None:
        """Show how it stands."""
        is_halted = bool(view.why)
        self.title.setText(tr("■ Trading is halted") if is_halted else tr("▶ Trading is released"))
        self.sentence.setText(f"{view.why} {tr(_MEANS)}" if is_halted else tr(_RELEASED))
        self.state.setText(_state_words(view))
        self.flatten.setEnabled(is_halted and bool(view.held) and not set(view.held) <= set(view.waiting))
        self.release.setEnabled(is_halted)
        self.leave.setText(tr("&Leave halted") if is_halted else tr("&Close"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for label in (self.title, self.sentence, self.state):
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(beside(self.flatten, None, self.release, self.leave))
        self.leave.setDefault(True)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFixedWidth(_WIDTH)


def _state_words(view: HaltView) -> str:
    held = tr("Held: {held}.").format(held=", ".join(view.held)) if view.held else tr("Nothing is held.")
    if not view.waiting:
        return held
    waiting = tr("Waiting for the next price: {waiting}.").format(waiting=", ".join(view.waiting))
    return f"{held} {waiting}"
