"""What an account with an exchange needs beside the agents: a safe for its keys, their page, and arming."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import isnan

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.application import Application
from photon_desktop.broker.bybit.preflight_card import AskedAccount
from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.desks.exchange.arming_desk import ArmingDesk, ArmingParts
from photon_desktop.desks.exchange.exchange_way import OpenClient, category_of, open_client
from photon_desktop.desks.exchange.key_desk import KeyDesk
from photon_desktop.desks.exchange.key_safe import KeySafe
from photon_desktop.desks.notifications import Notifications
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.keyring_scope import keyring_scope
from photon_desktop.market.demo_session import SIMULATED_MARKET
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.system_keyring import SystemKeyring, find_system_keyring
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.money import exact
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

_KEYS_LOCKED = mark("The keys of the account can't be read")


@dataclass(frozen=True, slots=True)
class ExchangeAccess:
    """What the program reaches outside of itself: clients of the exchange, the system's keyring, and this computer's
    clock (ns UTC)."""

    open_client: OpenClient = open_client
    find_keyring: Callable[[], SystemKeyring] = find_system_keyring
    computer_ns: Callable[[], int] = time.time_ns


class ExchangeDesks(QObject):
    """Lives on the main thread."""

    keys_changed = Signal(object)  # Profile: the safe now has other keys of it at hand, or none any more

    def __init__(
        self,
        window: MainWindow,
        application: Application,
        settings_desk: SettingsDesk,
        notifications: Notifications,
        access: ExchangeAccess,
    ) -> None:
        super().__init__(window)
        self._window, self._application, self._access = window, application, access
        self._errands = Errands(self)
        store = application.store
        self.safe = KeySafe(keyring_scope(store.settings), access.find_keyring)
        parts = ArmingParts(
            application.arming, application.halt, self.safe, access.open_client, self.asked_of, store.settings
        )
        self.arming = ArmingDesk(window, application.profile, parts, notifications)
        self.keys = KeyDesk(self.safe, settings_desk, self._profiles, access.open_client, window)
        settings_desk.put_in_force_by(self.arming.in_force)
        self.arming.rules_changed.connect(settings_desk.tell_rules)
        self.arming.keys_requested.connect(self.keys.open)
        self.keys.keys_changed.connect(self._take_changed_keys)

    @Slot(object)
    def take_profile(self, profile: Profile) -> None:
        """This account is traded in from here on; have its keys at hand."""
        self.arming.show_profile(profile)
        if not profile.mode.is_exchange or self.safe.held(profile) is not None:
            return

        def work(_errand: Errand) -> bool:
            return self.safe.fetch(profile) is not None

        def tell(outcome: Outcome) -> None:
            self._tell_fetched(profile, outcome)

        self._errands.send("keys of the account", work, tell)

    def asked_of(self, profile: Profile) -> AskedAccount:
        """What the card asks of `profile`, as prices, limits and the watchlist are now."""
        session, access = self._application.session, self._access
        instruments = {symbol: session.instrument(symbol) for symbol in session.symbols}
        symbols = tuple(name for name, one in instruments.items() if one.kind is InstrumentKind.CRYPTO)
        prices = {symbol: self._price_of(symbol) for symbol in symbols}
        return AskedAccount(
            category_of(profile),
            self._application.rules.trading.limits,
            symbols,
            prices.get,
            instruments.__getitem__,
            self._application.stream_age_s,
            access.computer_ns,
        )

    def finish(self) -> None:
        """The program closes: nothing is armed any more, and nothing is waited for."""
        self.arming.finish()
        self.keys.finish()
        self._errands.finish()

    def _price_of(self, symbol: str) -> Decimal | None:
        """The last price that the watchlist shows."""
        rows = self._window.watchlist.model
        place = rows.place_of(symbol)
        price = float("nan") if place is None else rows.row_at(place).last
        return None if isnan(price) else exact(price)

    def _profiles(self) -> list[Profile]:
        kept = self._application.store.profiles
        return [profile for market in (REAL_MARKET, SIMULATED_MARKET) for profile in kept.of_market(market)]

    def _tell_fetched(self, profile: Profile, outcome: Outcome) -> None:
        if outcome.problem:
            nothing_is_traded = tr("Nothing is traded at the exchange so far.")
            self._window.show_problem(tr(_KEYS_LOCKED), f"{outcome.problem} {nothing_is_traded}", "")
        elif outcome.value:
            self.keys_changed.emit(profile)

    @Slot(object)
    def _take_changed_keys(self, profile: Profile) -> None:
        """Other keys are another way to the money: what they armed is not armed any more."""
        if profile.key == self._application.profile.key:
            self.arming.take_other_keys()
        self.keys_changed.emit(profile)
