"""The account at one moment, valued at the last prices: what the portfolio panel and the command line show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Order


@dataclass(frozen=True, slots=True)
class Portfolio:
    """`account` valued at `prices`; `time_ns` is the market's time, `mode` paper, demo, testnet or live. `waiting`: the
    symbols in which an order waits for its fill; `orders`: all that wait."""

    account: Account
    prices: Mapping[str, Decimal] = field(default_factory=dict)
    time_ns: int = 0
    mode: str = "paper"
    starting_cash: Decimal = ZERO
    waiting: frozenset[str] = frozenset()
    orders: tuple[Order, ...] = ()

    @property
    def equity(self) -> Decimal:
        """Cash and positions at the last prices."""
        return self.account.equity(self.prices)

    @property
    def exposure(self) -> Decimal:
        """Absolute value of all positions."""
        return self.account.exposure(self.prices)

    @property
    def profit(self) -> Decimal:
        """Equity less the capital paid in."""
        return self.equity - self.starting_cash

    def unrealised(self, position: Position) -> Decimal:
        """Profit of `position` at the last price, before costs; zero while there is no price."""
        price = self.prices.get(position.symbol)
        return ZERO if price is None else position.unrealised(price)
