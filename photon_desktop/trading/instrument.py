"""What can be traded, and in which steps."""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from functools import lru_cache

from photon_desktop.errors import OrderError, ValueRefusedError
from photon_desktop.trading.money import exact, plain
from photon_desktop.trading.spelling import crypto_quote, currencies_of, tick_of_currencies

DEMO_PREFIX = "DEMO-"


class InstrumentKind(StrEnum):
    """What an instrument is, which decides where its bars come from and when its market is open."""

    CRYPTO = "crypto"
    STOCK = "stock"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A tradable symbol with its price tick, quantity step, and the least that may be ordered (base and quote)."""

    symbol: str
    kind: InstrumentKind
    quote: str
    tick_size: Decimal
    quantity_step: Decimal
    minimum_quantity: Decimal
    minimum_notional: Decimal

    def __post_init__(self) -> None:
        for name in ("tick_size", "quantity_step"):
            if not getattr(self, name) > 0:
                raise ValueRefusedError(f"{self.symbol}'s {name} is {getattr(self, name)}; it must be above zero.")

    def round_price(self, price: Decimal | float) -> Decimal:
        """`price` at the nearest tick."""
        ticks = (exact(price) / self.tick_size).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
        return ticks * self.tick_size

    def floor_quantity(self, quantity: Decimal | float) -> Decimal:
        """`quantity` cut down to a whole number of steps."""
        steps = (exact(quantity) / self.quantity_step).quantize(Decimal(1), rounding=ROUND_FLOOR)
        return steps * self.quantity_step

    def check_order(self, quantity: Decimal, price: Decimal) -> None:
        """Raise OrderError, naming the bound and the value, unless this quantity may be ordered at this price."""
        if quantity <= 0:
            raise OrderError(f"Quantity {plain(quantity)} of {self.symbol} is not above zero.")
        if quantity % self.quantity_step != 0:
            raise OrderError(f"Quantity {plain(quantity)} is off {self.symbol}'s step {plain(self.quantity_step)}.")
        if quantity < self.minimum_quantity:
            raise OrderError(
                f"Quantity {plain(quantity)} is under {self.symbol}'s minimum {plain(self.minimum_quantity)}."
            )
        if quantity * price < self.minimum_notional:
            raise OrderError(
                f"The order is worth {plain(quantity * price)} {self.quote}, under {self.symbol}'s minimum"
                f" {plain(self.minimum_notional)}."
            )

    @property
    def price_decimals(self) -> int:
        """Digits behind the point that a price of this instrument shows."""
        return _decimals(self.tick_size)

    @property
    def quantity_decimals(self) -> int:
        """Digits behind the point that a quantity of this instrument shows."""
        return _decimals(self.quantity_step)


@lru_cache(maxsize=256)
def _decimals(step: Decimal) -> int:
    exponent = step.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def kind_of(symbol: str) -> InstrumentKind:
    """The kind a symbol's spelling suggests: DEMO-..., ...USDT and the like, otherwise a stock. Currencies (EURUSD) and
    metals (XAUUSD) count as stocks: they come from where stocks do, and no crypto exchange lists them."""
    if symbol.startswith(DEMO_PREFIX):
        return InstrumentKind.DEMO
    return InstrumentKind.STOCK if crypto_quote(symbol) is None else InstrumentKind.CRYPTO


def assumed_instrument(symbol: str) -> Instrument:
    """Steps to assume while no exchange has told its own: fine ones for crypto, whole cents and units for stocks."""
    kind, pair = kind_of(symbol), currencies_of(symbol)
    if pair is not None:
        step = Decimal("0.01")
        return Instrument(symbol, kind, pair[1], tick_of_currencies(*pair), step, step, Decimal(1))
    if kind is InstrumentKind.STOCK:
        return Instrument(symbol, kind, "USD", Decimal("0.01"), Decimal(1), Decimal(1), Decimal(1))
    if kind is InstrumentKind.DEMO:
        step = Decimal("0.0001")
        return Instrument(symbol, kind, "USD", Decimal("0.01"), step, step, Decimal(5))
    step = Decimal("0.00001")
    return Instrument(symbol, kind, crypto_quote(symbol) or "USD", Decimal("0.01"), step, step, Decimal(5))
