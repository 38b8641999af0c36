"""What the user may do with accounts: make and name them, choose which one trades, begin one anew, put one away."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.markets import Markets
from photon_desktop.settings.own import own_prefix
from photon_desktop.store.profiles import StoredProfile
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import EXECUTION_AGENT
from photon_desktop.trading.profile import AccountMode, Product, Profile
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.language import tr

_LEFT_BEHIND = "The decision was made for another account; nothing was ordered."
_RESET = "The account was reset before the decision was carried out."


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be made; `market` and `starting_cash` (quote money, None what the settings say) count for one on
    paper, `product` for one of an exchange."""

    name: str
    mode: AccountMode = AccountMode.PAPER
    market: str = REAL_MARKET
    starting_cash: Decimal | None = None
    product: Product = Product.LINEAR


class Accounts:
    """Every change is one transaction. Raises what the store raises, and ValueRefusedError, saying why, for what may
    not be done; nothing was changed then.

    `choose` and `reset` of the account that trades are for stopped agents: what a decision left queued was made for
    the books that were traded in then, and expires.
    """

    def __init__(self, store: Store, markets: Markets, clock: Clock) -> None:
        self._store, self._markets, self._clock = store, markets, clock

    @property
    def trading(self) -> Profile:
        """The account that trades."""
        return self._markets.profile

    def offered(self) -> list[Profile]:
        """The accounts that can be chosen without changing the market."""
        return self._store.profiles.of_market(self._markets.name)

    def all(self) -> list[StoredProfile]:
        """Every account, archived or not."""
        return self._store.profiles.all()

    def create(self, new: NewAccount) -> Profile:
        """Make an account. One of an exchange trades the real market, with what the exchange says it has."""
        is_paper = not new.mode.is_exchange
        market = new.market if is_paper else REAL_MARKET
        cash = new.starting_cash if is_paper else None
        return self._store.profiles.create(new.name, new.mode, market, self._clock.now_ns(), cash, new.product)

    def rename(self, profile: Profile, name: str) -> None:
        """Call it by another name."""
        self._store.profiles.rename(profile, name)

    def choose(self, profile: Profile) -> None:
        """Let it trade, in its market."""
        watched = self._markets.name
        try:
            with self._store.transaction():
                self._store.messages.expire(EXECUTION_AGENT, _LEFT_BEHIND, self._clock.now_ns())
                self._markets.choose_profile(profile)
        except BaseException:
            self._markets.name = watched
            raise

    def reset(self, profile: Profile) -> None:
        """Begin a new round of a paper account; the one so far is kept."""
        now_ns = self._clock.now_ns()
        with self._store.transaction():
            if profile.key == self.trading.key:
                self._store.messages.expire(EXECUTION_AGENT, _RESET, now_ns)
            self._store.rounds.begin(profile, now_ns)

    def set_archived(self, profile: Profile, is_archived: bool) -> None:
        """Put it away with its history, or take it out again."""
        if is_archived:
            self._refuse_chosen(profile)
        self._store.profiles.set_archived(profile, is_archived)

    def delete(self, profile: Profile) -> None:
        """Forget one that never traded, with all that was set for it."""
        self._refuse_chosen(profile)
        with self._store.transaction():
            self._store.rounds.forget(profile)
            self._store.settings.replace_all(own_prefix(profile), {})

    def _refuse_chosen(self, profile: Profile) -> None:
        """Each market keeps an account to trade with."""
        if self._markets.profile_of(profile.market).key == profile.key:
            sentence = tr("{account} is chosen to trade in its market; choose another account first.")
            raise ValueRefusedError(sentence.format(account=profile.name))
