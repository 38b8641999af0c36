"""What is listed on the simulated market, and how each of it moves."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import UnknownSymbolError
from photon_desktop.market.symbol_names import did_you_mean
from photon_desktop.trading.instrument import Instrument, InstrumentKind


@dataclass(frozen=True, slots=True)
class Listing:
    """One simulated symbol.

    `price` stands at the film's epoch; `hourly_volatility` is the average standard deviation of an hour's log return;
    `loading` is the correlation of its noise with the market's, so that two symbols' noise correlates by the product
    of their loadings; `hourly_volume` is the average in base units.
    """

    symbol: str
    price: float
    hourly_volatility: float
    loading: float
    hourly_volume: float
    tick_size: Decimal
    quantity_step: Decimal


LISTINGS = (
    Listing("DEMO-BTC", 60_214.3, 0.0060, 0.92, 1_150.0, Decimal("0.1"), Decimal("0.0001")),
    Listing("DEMO-ETH", 3_018.46, 0.0080, 0.85, 14_500.0, Decimal("0.01"), Decimal("0.001")),
    Listing("DEMO-AAPL", 191.27, 0.0027, 0.34, 900_000.0, Decimal("0.01"), Decimal("0.01")),
)
DEMO_SYMBOLS = tuple(listing.symbol for listing in LISTINGS)
_MINIMUM_NOTIONAL = Decimal(5)


def listing_of(symbol: str) -> Listing:
    """The listing of `symbol`; UnknownSymbolError, with the nearest one, when it is not listed."""
    for listing in LISTINGS:
        if listing.symbol == symbol:
            return listing
    hint = did_you_mean(symbol, DEMO_SYMBOLS)
    raise UnknownSymbolError(f"The simulated market lists no {symbol!a}{hint}; use one of {', '.join(DEMO_SYMBOLS)}.")


def demo_instrument(symbol: str) -> Instrument:
    """What the simulated `symbol` is traded in; UnknownSymbolError when it is not listed.

    DEMO-AAPL, too, is open round the clock and can be bought in parts: it moves like a share, but no real market's
    hours apply to it.
    """
    listing = listing_of(symbol)
    return Instrument(
        symbol,
        InstrumentKind.DEMO,
        "USD",
        listing.tick_size,
        listing.quantity_step,
        listing.quantity_step,
        _MINIMUM_NOTIONAL,
    )
