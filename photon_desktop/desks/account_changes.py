"""Lets another account trade, or begins the one that trades anew, while no agent runs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from photon_desktop.accounts import Accounts
from photon_desktop.application import Application
from photon_desktop.desks.account_desk import AccountDesk, in_store
from photon_desktop.desks.changeover import Changeover
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.language import tr


class AccountChanges(QObject):
    """Lives on the main thread; what is asked for while another change is under way is left alone."""

    def __init__(
        self,
        application: Application,
        accounts: Accounts,
        desk: AccountDesk,
        settings: SettingsDesk,
        changeover: Changeover,
    ) -> None:
        super().__init__(desk)
        self._application, self._accounts, self._desk = application, accounts, desk
        self._settings, self._changeover = settings, changeover
        desk.change_asked.connect(self._begin_change)
        desk.reset_asked.connect(self._begin_reset)

    async def change(self, profile: Profile) -> None:
        """Stop trading, and begin with another account, and with its market."""
        change = partial(self.made, partial(self._accounts.choose, profile))
        if await self._changeover.make(change, tr("The account was not changed")):
            self._desk.say(tr("{account} trades.").format(account=profile.name))

    async def reset(self, profile: Profile) -> None:
        """Stop trading, and begin a new round of the account that trades."""
        change = partial(self.made, partial(self._accounts.reset, profile))
        if await self._changeover.make(change, tr("The account was not reset")):
            self._desk.say(tr("{account} begins anew.").format(account=profile.name))

    def made(self, change: Callable[[], object]) -> None:
        """Make `change`, in a worker thread; what was set for the account so far is kept before."""
        self._settings.finish()
        in_store(self._application.store, change)

    @Slot(object)
    def _begin_change(self, profile: Profile) -> None:
        if profile.key != self._application.profile.key and not self._changeover.is_under_way:
            self._changeover.go(self.change(profile))

    @Slot(object)
    def _begin_reset(self, profile: Profile) -> None:
        if not self._changeover.is_under_way:
            self._changeover.go(self.reset(profile))
