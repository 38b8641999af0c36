"""One run of the card before arming: the keys, the exchange, and whether trading is halted."""

from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.broker.bybit.preflight_card import LINES as EXCHANGE_LINES
from photon_desktop.broker.bybit.preflight_card import AskedAccount, collect_checks
from photon_desktop.desks.errands import Errand
from photon_desktop.desks.exchange.exchange_way import OpenClient
from photon_desktop.desks.exchange.key_safe import KeySafe
from photon_desktop.errors import PhotonError
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.language import mark, tr

KEYS, BOOKS, HALT = mark("Keys"), mark("Books"), mark("Halt")
LINES = (KEYS, *EXCHANGE_LINES, BOOKS, HALT)
_NOT_ASKED = mark("Not asked: there are no keys to ask with.")


@dataclass(frozen=True, slots=True)
class PreflightRun:
    """Asks all that arming `profile` needs; `trouble` is what can't be explained about its books, empty for nothing.
    Blocks: an errand's work."""

    profile: Profile
    asked: AskedAccount
    safe: KeySafe
    open_client: OpenClient
    halt: TradingHalt
    trouble: str

    def __call__(self, errand: Errand) -> tuple[Check, ...]:
        """Every line of LINES, each reported when it is known; raises nothing but what is wrong inside the program."""
        found = [self._keys(), check_books(self.trouble), check_halt(self.halt)]
        for check in found:
            errand.report(check)
        if not found[0].is_green:
            return (*found, *_reported(errand, [Check(name, False, tr(_NOT_ASKED)) for name in EXCHANGE_LINES]))
        keys = self.safe.held(self.profile)
        if keys is None:
            forgotten = tr("The keys of {account} were forgotten meanwhile; enter them again.")
            raise PhotonError(forgotten.format(account=self.profile.name))
        client = self.open_client(self.profile, keys)
        errand.hold(client.close)
        try:
            return (*found, *collect_checks(client, self.asked, errand.report))
        finally:
            client.close()

    def _keys(self) -> Check:
        try:
            keys = self.safe.fetch(self.profile)
        except PhotonError as error:
            return Check(KEYS, False, str(error))
        if keys is None:
            unknown = tr("No keys of {account} are known; enter them with Keys….")
            return Check(KEYS, False, unknown.format(account=self.profile.name))
        return Check(KEYS, True, tr("The key {key} is used.").format(key=keys.shown))


def check_books(trouble: str) -> Check:
    """Nothing is known of the account that can't be explained."""
    return Check(BOOKS, not trouble, trouble or tr("Nothing is known that the books don't explain."))


def check_halt(halt: TradingHalt) -> Check:
    """Trading is not halted, neither by the kill switch nor by anything else."""
    now = halt.now
    if now is None:
        return Check(HALT, True, tr("Trading is not halted."))
    halted = tr("Trading is halted: {why} Release it first with Ctrl+Shift+K.")
    return Check(HALT, False, halted.format(why=tr(now.why)))


def _reported(errand: Errand, checks: list[Check]) -> list[Check]:
    for check in checks:
        errand.report(check)
    return checks


AskedOf = Callable[[Profile], AskedAccount]
