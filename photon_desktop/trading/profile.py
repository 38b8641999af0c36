"""Accounts as the user names them: which books each one is kept in, and with whose money it trades."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.account import LARGEST_STARTING_CASH, LEAST_STARTING_CASH

LONGEST_NAME = 40
ROUND_MARK = "#"


class AccountMode(StrEnum):
    """Where the orders of an account go: filled here at real prices, or sent to one of an exchange's three venues."""

    PAPER = "paper"
    DEMO = "demo"
    TESTNET = "testnet"
    LIVE = "live"

    @property
    def is_exchange(self) -> bool:
        """Whether its orders leave this computer, so that it takes keys and arming."""
        return self is not AccountMode.PAPER

    @property
    def is_real_money(self) -> bool:
        """Whether its orders move real money."""
        return self is AccountMode.LIVE


class Product(StrEnum):
    """What an exchange's account trades: coins that are owned, or perpetual contracts settled in USDT."""

    SPOT = "spot"
    LINEAR = "linear"


@dataclass(frozen=True, slots=True)
class Profile:
    """One account: `name` is unique in its market, 1 to 40 characters, and what is typed to arm it; `account` is the
    key of its books in the store; `market` is the market it is traded in; `starting_cash` (quote money) is what a paper
    account begins with, None what the settings say; `product` counts for an exchange's account only."""

    name: str
    account: str
    mode: AccountMode
    market: str
    starting_cash: Decimal | None = None
    product: Product = Product.LINEAR

    def __post_init__(self) -> None:
        if not 1 <= len(self.name) <= LONGEST_NAME or self.name != self.name.strip() or not self.name.isprintable():
            raise ValueRefusedError(
                f"The account's name {self.name!a} has to be 1 to {LONGEST_NAME} characters, without spaces around it."
            )
        if not self.account:
            raise ValueRefusedError(f"The account {self.name} has no books; give it a key for them.")
        cash = self.starting_cash
        if cash is not None and not LEAST_STARTING_CASH <= cash <= LARGEST_STARTING_CASH:
            raise ValueRefusedError(
                f"The starting cash of {self.name} is {cash}; it lies between {LEAST_STARTING_CASH} and"
                f" {LARGEST_STARTING_CASH:,}."
            )

    @property
    def key(self) -> str:
        """The key of its first books, which is its own for ever: books begun later are that with a number."""
        return self.account.partition(ROUND_MARK)[0]
