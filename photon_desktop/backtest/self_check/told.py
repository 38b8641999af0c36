"""Numbers and values as the record keeps them: exact decimals as plain text."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Self

from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.messages import Json
from photon_desktop.trading.money import plain
from photon_desktop.trading.price_range import PriceRange

Settings = Mapping[str, float | int | bool | str]
_STEPS = ("tick_size", "quantity_step", "minimum_quantity", "minimum_notional")


def told_decimal(value: Decimal | None) -> str | None:
    """`value` as text that loses no digit, or None."""
    return None if value is None else plain(value)


def decimal_told(text: str | None) -> Decimal | None:
    """The number that `told_decimal` wrote."""
    return None if text is None else Decimal(text)


def told_prices(prices: Mapping[str, Decimal]) -> Json:
    """Prices by symbol."""
    return {symbol: plain(price) for symbol, price in prices.items()}


def prices_told(told: Mapping[str, str]) -> dict[str, Decimal]:
    """The prices that `told_prices` wrote."""
    return {symbol: Decimal(text) for symbol, text in told.items()}


def told_instrument(instrument: Instrument) -> Json:
    """What was traded, and in which steps."""
    return {
        name: plain(value) if isinstance(value, Decimal) else str(value) for name, value in asdict(instrument).items()
    }


def instrument_told(told: Mapping[str, Any]) -> Instrument:
    """The instrument that `told_instrument` wrote."""
    steps = (Decimal(told[name]) for name in _STEPS)
    return Instrument(told["symbol"], InstrumentKind(told["kind"]), told["quote"], *steps)


def told_range(prices: PriceRange) -> list[Any]:
    """The prices that an order met at once."""
    ends = (prices.open, prices.high, prices.low, prices.close)
    return [prices.time_ns, *map(plain, ends), told_decimal(prices.volume), plain(prices.volatility)]


def range_told(told: list[Any]) -> PriceRange:
    """The prices that `told_range` wrote."""
    time_ns, open_, high, low, close, volume, volatility = told
    ends = (Decimal(open_), Decimal(high), Decimal(low), Decimal(close))
    return PriceRange(time_ns, *ends, decimal_told(volume), Decimal(volatility))


@dataclass(frozen=True, slots=True)
class Holdings:
    """An account by what decisions see of it: its cash, and quantity and cost of what is held, by symbol."""

    cash: Decimal
    held: tuple[tuple[str, Decimal, Decimal], ...]

    @classmethod
    def of(cls, account: Account) -> Self:
        """Those of `account`."""
        held = sorted((one.symbol, one.quantity, one.cost) for one in account.open_positions())
        return cls(account.cash, tuple(held))

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The holdings that `to_json` wrote."""
        held = ((symbol, Decimal(quantity), Decimal(cost)) for symbol, quantity, cost in told["held"])
        return cls(Decimal(told["cash"]), tuple(held))

    def to_json(self) -> Json:
        """As the record keeps them."""
        return {
            "cash": plain(self.cash),
            "held": [[symbol, plain(quantity), plain(cost)] for symbol, quantity, cost in self.held],
        }

    @property
    def account(self) -> Account:
        """An account that holds this."""
        return Account(self.cash, {symbol: Position(symbol, quantity, cost) for symbol, quantity, cost in self.held})

    @property
    def words(self) -> str:
        """For a person to compare."""
        held = ", ".join(f"{plain(quantity)} {symbol}" for symbol, quantity, _ in self.held)
        return f"{plain(self.cash)} of cash and {held or 'no position'}"
