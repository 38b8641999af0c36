"""Lets a person accept what the exchange holds where the books can't explain it."""

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import Adoption
from photon_desktop.trading.money import plain
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.accept_books.dialog import AcceptBooksDialog
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

ACCEPT = mark("Accept what the exchange holds…")
_ACTION = "actionAcceptBooks"
_WHY_NOT = mark("Nothing is known at the exchange that the books don't explain")
_ACCEPTED = mark("What Bybit holds was accepted")
_BOOKED = mark(
    "{amount} USDT was booked against capital; the account is compared once more, and may be armed again then."
)


class AcceptDesk(QObject):
    """Lives on the main thread. What is accepted is booked by the execution agent, on its own."""

    adopt_requested = Signal(object, bool)  # BooksDifference as it was shown; whether orders are cancelled first

    def __init__(self, window: MainWindow, profile: Profile, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._profile, self._theme = window, profile, theme
        self._difference: BooksDifference | None = None
        self._dialog: AcceptBooksDialog | None = None
        window.actions_by_name[_ACTION].triggered.connect(self.open)
        window.banner.action_requested.connect(self._act)
        self.take_difference(None)

    @property
    def has_difference(self) -> bool:
        """Whether there is something to accept."""
        return self._difference is not None

    def take_profile(self, profile: Profile) -> None:
        """This account is traded in from here on."""
        if profile.key != self._profile.key and self._dialog is not None:
            self._dialog.reject()
        self._profile = profile

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    @Slot(object)
    def take_difference(self, difference: BooksDifference | None) -> None:
        """Know what is unexplained now; None when nothing is."""
        self._difference = difference
        self._window.actions_by_name.allow(_ACTION, "" if difference is not None else tr(_WHY_NOT))
        if self._dialog is not None:
            self._dialog.show_difference(difference)

    @Slot()
    def open(self) -> None:
        """Show the difference, and ask."""
        if self._difference is None:
            return
        if self._dialog is None:
            self._dialog = AcceptBooksDialog(self._profile, self._theme, self._window)
            self._dialog.accept_requested.connect(self.adopt_requested)
            self._dialog.finished.connect(self._let_go)
        self._dialog.show_difference(self._difference)
        self._dialog.open()

    @Slot(str)
    def tell_refusal(self, sentence: str) -> None:
        """Say why nothing was accepted, while that is waited for."""
        if self._dialog is not None and self._dialog.is_asking:
            self._dialog.show_refusal(sentence)

    @Slot(object)
    def tell_accepted(self, adoption: Adoption) -> None:
        """It is booked."""
        if self._dialog is not None:
            self._dialog.accept()
        self._window.show_notice(
            tr(_ACCEPTED), tr(_BOOKED).format(amount=plain(adoption.capital)), "\n".join(adoption.words)
        )

    @Slot(str)
    def _act(self, action: str) -> None:
        if action == tr(ACCEPT):
            self.open()

    @Slot()
    def _let_go(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
