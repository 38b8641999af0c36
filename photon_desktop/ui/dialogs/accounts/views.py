"""What the dialog shows of accounts and their rounds."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from photon_desktop.store.profiles import Round
from photon_desktop.store.standings import Standing
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.profile import AccountMode, Product, Profile
from photon_desktop.ui.language import mark

MARKET_WORDS = {"demo": mark("Simulated"), "real": mark("Real")}
MODE_WORDS = {
    AccountMode.PAPER: mark("Paper"),
    AccountMode.DEMO: mark("Demo"),
    AccountMode.TESTNET: mark("Testnet"),
    AccountMode.LIVE: mark("Live"),
}
PRODUCT_WORDS = {Product.LINEAR: mark("Perpetual contracts"), Product.SPOT: mark("Spot")}


class AccountState(StrEnum):
    """How it stands with an account; the sign says it without colour."""

    TRADING = mark("▶ trading")
    CHOSEN = mark("● chosen in its market")
    READY = mark("ready")
    ARCHIVED = mark("□ archived")


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round and how its books stand, or stood when it ended."""

    round: Round
    standing: Standing


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account with its rounds, oldest first; it trades in the last."""

    profile: Profile
    state: AccountState
    rounds: tuple[RoundView, ...]

    @property
    def standing(self) -> Standing:
        """How its books stand now."""
        return self.rounds[-1].standing

    @property
    def has_traded(self) -> bool:
        """Whether anything was ever bought or sold."""
        return any(one.standing.fills for one in self.rounds)


@dataclass(frozen=True, slots=True)
class RoundCurve:
    """What the books under the key `account` were worth (quote money) at times in ns UTC, rising."""

    account: str
    times: TimeArray
    equity: FloatArray


@dataclass(frozen=True, slots=True)
class LiveEquity:
    """What the account that trades is worth at the last prices (quote money)."""

    account: str
    equity: Decimal
