"""Asks before an account is begun anew: what ends, what is kept, and its name typed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.trading.profile import Profile
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.accounts.views import AccountView
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs

_WIDTH = 504
_ENDS = mark(
    "This round ends as it stands: its positions are not closed but left in its books, and orders that wait are"
    " cancelled. That can't be undone."
)
_KEPT = mark("Its trades, ledger and equity curve are kept; look at them here under its rounds, or export them.")


class ResetDialog(QDialog):
    """Enter and Esc leave the account as it is until its name is typed as it is written."""

    confirmed = Signal(object)  # Profile

    def __init__(self, view: AccountView, starting_cash: str, parent: QWidget | None = None) -> None:
        """`starting_cash`: what the new round begins with, in words."""
        super().__init__(parent)
        self._profile: Profile = view.profile
        self.setObjectName("resetAccountDialog")
        self.setWindowTitle(tr("Reset {name}").format(name=view.profile.name))
        self.title = _label(tr("Begin {name} anew?").format(name=view.profile.name), tr("Question"))
        self.title.setProperty("role", "title")
        self.ends = _label(f"{_standing(view)} {tr(_ENDS)}", tr("What ends"))
        self.kept = _label(tr(_KEPT), tr("What is kept"))
        self.begins = _label(
            tr("The next round begins with {starting_cash} and nothing held.").format(starting_cash=starting_cash),
            tr("What begins"),
        )
        self.prompt = QLabel(
            tr("To reset it, &type its name: {name}").format(name=view.profile.name.replace("&", "&&"))
        )
        self.name = QLineEdit()
        self.name.setObjectName("resetName")
        self.name.setAccessibleName(tr("Type the account's name"))
        self.prompt.setBuddy(self.name)
        self.reset = push_button(tr("&Reset account"), "resetConfirm", tr("End this round and begin the next"))
        self.reset.setProperty("tone", "danger")
        self.keep = push_button(tr("&Keep it"), "resetKeep", tr("Leave the account as it is (Esc)"))
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
        return tr("Nothing was traded in it yet.")
    equity = formats.money(standing.equity)
    if standing.fills == 1:
        return tr("It is worth {equity} after 1 trade.").format(equity=equity)
    return tr("It is worth {equity} after {trades:,} trades.").format(equity=equity, trades=standing.fills)


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setAccessibleName(name)
    label.setWordWrap(True)
    return label
