"""Brings the page of the exchange keys together with the safe they are kept in and the exchange that knows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.broker.bybit.key_info import read_key_info
from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.preflight import Check, all_green, check_withdrawal
from photon_desktop.broker.bybit.preflight_card import check_key
from photon_desktop.broker.errors import BadKeyError, BrokerError
from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.desks.exchange.exchange_way import OpenClient, category_of
from photon_desktop.desks.exchange.key_safe import KeyPlace, KeySafe
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.errors import PhotonError
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.dialogs.keys.page import KeysPage
from photon_desktop.ui.language import mark, tr

PAGE = mark("Exchange keys")
_KEEPING = mark("Asking Bybit what the key may do, and keeping it. The system may ask for the keyring's password.")
_TESTING = mark("Asking Bybit what the key may do.")
_FORGETTING = mark("Removing the keys. The system may ask for the keyring's password.")
_REFUSED = mark("The keys were not kept: {why}")


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where keys are now, and what the exchange said of them; `doubt` when it could not be asked."""

    place: KeyPlace
    checks: tuple[Check, ...] = ()
    doubt: str = ""


class KeyDesk(QObject):
    """Lives on the main thread; what may block is an errand. A key that can withdraw is not even kept."""

    keys_changed = Signal(object)  # Profile: other keys of it are known now, or none

    def __init__(
        self,
        safe: KeySafe,
        settings: SettingsDesk,
        profiles: Callable[[], Sequence[Profile]],
        open_client: OpenClient,
        parent: QObject,
    ) -> None:
        """`profiles` are all accounts, of which those of an exchange have keys."""
        super().__init__(parent)
        self._safe, self._settings, self._profiles, self._open_client = safe, settings, profiles, open_client
        self._errands = Errands(self)
        self._asked: Errand | None = None
        self._looked_up: Errand | None = None
        self.page = KeysPage()
        settings.add_page(PAGE, self.page)
        self.page.shown.connect(self.refresh)
        self.page.profile_chosen.connect(self.look_up)
        self.page.keep_requested.connect(self.keep)
        self.page.test_requested.connect(self.test)
        self.page.forget_requested.connect(self.forget)
        self.page.stop_requested.connect(self.stop)

    def open(self, profile: Profile) -> None:
        """Show the page, ready for the keys of `profile`."""
        self._settings.open_page(PAGE)
        self._show_profiles(profile.account)

    @Slot()
    def refresh(self) -> None:
        """Offer the accounts there are now."""
        chosen = self.page.profile
        self._show_profiles("" if chosen is None else chosen.account)
        if self.page.profile is None:
            self._errands.send("keyring look-up", lambda _errand: self._safe.look(), self._show_place)

    @Slot(object)
    def look_up(self, profile: Profile) -> None:
        """Find out where keys are kept and whether those of `profile` are known."""
        held = self._safe.held(profile)
        self.page.show_known("" if held is None else held.shown)
        if self._looked_up is not None:
            self._looked_up.cancel()

        def work(_errand: Errand) -> tuple[KeyPlace, ApiKeys | None]:
            return self._safe.look(), self._safe.fetch(profile)

        self._looked_up = self._errands.send("keys look-up", work, self._show_looked_up)

    @Slot(object, object, bool)
    def keep(self, profile: Profile, keys: ApiKeys, session_only: bool) -> None:
        """Keep `keys`, unless the exchange says that they can withdraw, or does not know them."""

        def work(errand: Errand) -> _Kept:
            return self._kept(errand, profile, keys, session_only)

        def tell(outcome: Outcome) -> None:
            self._tell_kept(profile, outcome)

        self._ask("keys keeping", tr(_KEEPING), work, tell)

    @Slot(object)
    def test(self, profile: Profile) -> None:
        """Ask the exchange what the keys of `profile` may do."""

        def work(errand: Errand) -> tuple[Check, ...]:
            keys = self._safe.fetch(profile)
            if keys is None:
                raise PhotonError(tr("There are no keys of {account}; enter them first.").format(account=profile.name))
            client = self._open_client(profile, keys)
            errand.hold(client.close)
            try:
                return check_key(client, category_of(profile))
            finally:
                client.close()

        self._ask("keys test", tr(_TESTING), work, self._tell_tested)

    @Slot(object)
    def forget(self, profile: Profile) -> None:
        """Remove the keys of `profile`, here and in the keyring."""

        def tell(outcome: Outcome) -> None:
            self._tell_forgotten(profile, outcome)

        self._ask("keys forgetting", tr(_FORGETTING), lambda _errand: self._safe.forget(profile), tell)

    @Slot()
    def stop(self) -> None:
        """Wait for no answer any more."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
            self.page.show_result(
                tr("Stopped; whether it was done is not known. Look at what is kept now."), is_good=False
            )
            self._look_again()

    def finish(self) -> None:
        """The program closes."""
        self._asked = None
        self._errands.finish()

    def _ask(self, name: str, sentence: str, work: Callable[[Errand], object], tell: Callable[[Outcome], None]) -> None:
        self.page.show_busy(sentence)
        self._asked = self._errands.send(name, work, tell)

    def _kept(self, errand: Errand, profile: Profile, keys: ApiKeys, session_only: bool) -> _Kept:
        """On the errand's thread."""
        client = self._open_client(profile, keys)
        errand.hold(client.close)
        doubt = ""
        checks: tuple[Check, ...] = ()
        try:
            withdrawal = check_withdrawal(read_key_info(client))
            if not withdrawal.is_green:
                raise PhotonError(tr(_REFUSED).format(why=withdrawal.sentence))
            checks = check_key(client, category_of(profile))
        except BadKeyError as error:
            raise PhotonError(tr(_REFUSED).format(why=error)) from None
        except BrokerError as error:
            doubt = str(error)
        finally:
            client.close()
        if errand.is_cancelled:
            raise PhotonError(tr(_REFUSED).format(why=tr("it was stopped.")))
        return _Kept(self._safe.keep(profile, keys, session_only=session_only), checks, doubt)

    def _show_profiles(self, account: str) -> None:
        self.page.show_profiles([one for one in self._profiles() if one.mode.is_exchange], account)

    def _look_again(self) -> None:
        profile = self.page.profile
        if profile is not None:
            self.look_up(profile)

    def _show_place(self, _outcome: Outcome) -> None:
        place = self._safe.place
        if place is not None:
            self.page.show_place(place.sentence, is_lasting=place.is_lasting)

    def _show_looked_up(self, outcome: Outcome) -> None:
        self._show_place(outcome)
        if outcome.problem:
            self.page.show_result(outcome.problem, is_good=False)
            return
        _, keys = outcome.value
        self.page.show_known("" if keys is None else keys.shown)

    def _tell_kept(self, profile: Profile, outcome: Outcome) -> None:
        self._asked = None
        if outcome.problem:
            self.page.show_result(outcome.problem, is_good=False)
            self._look_again()
            return
        kept: _Kept = outcome.value
        doubt = tr("They were not tested: {why}").format(why=kept.doubt) if kept.doubt else ""
        self._look_again()
        self.page.show_result(f"{kept.place.sentence} {doubt}".rstrip(), kept.checks, is_good=not kept.doubt)
        self.keys_changed.emit(profile)

    def _tell_tested(self, outcome: Outcome) -> None:
        self._asked = None
        if outcome.problem:
            self.page.show_result(outcome.problem, is_good=False)
            return
        is_good = all_green(outcome.value)
        sentence = (
            tr("The key can trade and can't withdraw.") if is_good else tr("This key can't be traded with as it is.")
        )
        self.page.show_result(sentence, outcome.value, is_good=is_good)

    def _tell_forgotten(self, profile: Profile, outcome: Outcome) -> None:
        self._asked = None
        forgotten = tr("The keys of {account} are forgotten. Delete them at Bybit, too.").format(account=profile.name)
        sentence = outcome.problem or forgotten
        self._look_again()
        self.page.show_result(sentence, is_good=not outcome.problem)
        self.keys_changed.emit(profile)
