"""Bybit's descriptions of instruments read into ours."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import unreadable
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.money import exact


def read_instrument(category: Category, listing: Mapping[str, Any]) -> Instrument:
    """The instrument `listing` describes, every step from its decimal text.

    A spot listing has `basePrecision` for its quantity step and `minOrderAmt` for the least value; a linear one has
    `qtyStep` and `minNotionalValue`. Raises ExchangeError for a listing without them.
    """
    try:
        prices, lots = listing["priceFilter"], listing["lotSizeFilter"]
        step_name, notional_name = _NAMES[category]
        step = _decimal(lots[step_name])
        return Instrument(
            symbol=str(listing["symbol"]),
            kind=InstrumentKind.CRYPTO,
            quote=str(listing["quoteCoin"]),
            tick_size=_decimal(prices["tickSize"]),
            quantity_step=step,
            minimum_quantity=_decimal(lots.get("minOrderQty", step)),
            minimum_notional=_decimal(lots[notional_name]),
        )
    except (KeyError, TypeError, AttributeError, ValueRefusedError) as error:
        raise unreadable(f"an instrument: {type(error).__name__} {error}") from None


_NAMES = {
    Category.LINEAR: ("qtyStep", "minNotionalValue"),
    Category.SPOT: ("basePrecision", "minOrderAmt"),
}


def _decimal(value: object) -> Decimal:
    if not isinstance(value, str | Decimal):
        raise ValueRefusedError(f"{value!r} is not decimal text.")
    return exact(value)
