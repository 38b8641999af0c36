"""Has the computer stay awake while something at an exchange depends on this program."""

import logging

from PySide6.QtCore import QObject, Slot

from photon_desktop.desks.comfort.sleep import Awake
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.profile import AccountMode
from photon_desktop.ui.comfort.choices import ComfortChoices
from photon_desktop.ui.language import mark, tr

_log = logging.getLogger(__name__)
_WHY = mark("Orders or positions at an exchange are looked after")


class SleepGuard(QObject):
    """Lives on the main thread. Paper orders keep nothing awake."""

    def __init__(self, awake: Awake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awake = awake
        self._is_wanted, self._is_needed = True, False
        self._is_missing = False  # the system has no way to do it; said once
        self.is_held = False

    def take_choices(self, choices: ComfortChoices) -> None:
        """Do it only while the user wants it."""
        self._is_wanted = choices.keeps_awake
        self._settle()

    @Slot(object)
    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Know what waits and what is held."""
        depends = bool(portfolio.orders or portfolio.account.open_positions())
        self._is_needed = portfolio.mode != AccountMode.PAPER and depends
        self._settle()

    def finish(self) -> None:
        """Let the computer sleep: the program closes."""
        self._is_needed = False
        self._settle()

    def _settle(self) -> None:
        is_due = self._is_wanted and self._is_needed
        if is_due and not self.is_held and not self._is_missing:
            self.is_held = self._awake.hold(tr(_WHY))
            if not self.is_held:
                self._is_missing = True
                _log.warning("The computer can't be kept awake here; see that it does not sleep while orders wait.")
        elif not is_due and self.is_held:
            self._awake.release()
            self.is_held = False
