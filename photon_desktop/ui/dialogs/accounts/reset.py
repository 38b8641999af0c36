"""Asks before an account is begun anew: what ends, what is kept, and its name typed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.trading.profile import Profile
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.accounts.views import AccountView
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.layout import order_tabs

_WIDTH = 504
_ENDS = (
    "This round ends as it stands: its positions are not closed but left in its books, and orders that wait are"
    " cancelled. That can't be undone."
)
_KEPT = "Its trades, ledger and equity curve are kept; look at them here under its rounds, or export them."


class ResetDialog(QDialog):
    """Enter and Esc leave the account as it is until its name is typed as it is written."""

    confirmed = Signal(object)  # Profile

    def __init__(self, view: AccountView, starting_cash: str, parent: QWidget | None = None) -> None:
        """`starting_cash`: what the new round begins with, in words."""
        super().__init__(parent)
        self._profile: Profile = view.profile
        self.setObjectName("resetAccountDialog")
        self.setWindowTitle(f"Reset {view.profile.name}")
        self.title = _label(f"Begin {view.profile.name} anew?", "Question")
        self.title.setProperty("role", "title")
        self.ends = _label(f"{_standing(view)} {_ENDS}", "What ends")
        self.kept = _label(_KEPT, "What is kept")
        self.begins = _label(f"The next round begins with {starting_cash} and nothing held.", "What begins")
        self.prompt = QLabel(f"To reset it, &type its name: {view.profile.name.replace('&', '&&')}")
        self.name = QLineEdit()
        self.name.setObjectName("resetName")
        self.name.setAccessibleName("Type the account's name")
        self.prompt.setBuddy(self.name)
        self.reset = push_button("&Reset account", "resetConfirm", "End this round and begin the next")
        self.reset.setProperty("tone", "danger")
        self.keep = push_button("&Keep it", "resetKeep", "Leave the account as it is (Esc)")
        self._arrange()
        self.name.textChanged.connect(self._judge)
        self.reset.clicked.connect(self._confirm)
        self.keep.clicked.connect(self.reject)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        is_typed = self.name.text().strip() == self._profile.name
        self.reset.setEnabled(is_typed)
        (self.reset if is_typed else self.keep).setDefault(True)

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self._profile)
        self.accept()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (self.title, self.ends, self.kept, self.begins, self.prompt, self.name):
            column.addWidget(part)
        column.addLayout(beside(None, self.reset, self.keep))
        self.setFixedWidth(_WIDTH)
        order_tabs([self.name, self.reset, self.keep])
        self.name.setFocus()


def _standing(view: AccountView) -> str:
    standing = view.standing
    if standing.equity is None:
        return "Nothing was traded in it yet."
    trades = "1 trade" if standing.fills == 1 else f"{standing.fills:,} trades"
    return f"It is worth {formats.money(standing.equity)} after {trades}."


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setAccessibleName(name)
    label.setWordWrap(True)
    return label
