"""What is traded at the exchange, in its own steps."""

from collections.abc import Mapping
from typing import Any

from photon_desktop.broker.bybit.rest.certainty import broker_error
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.errors import RefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError
from photon_desktop.market.bybit.rest.door import INSTRUMENTS
from photon_desktop.market.bybit.rest.instruments import read_instrument
from photon_desktop.trading.instrument import Instrument


class Listings:
    """The instruments of `category`, each asked for once, from any thread that may wait for an answer."""

    def __init__(self, client: TradingClient, category: Category) -> None:
        self._client = client
        self._category = category
        self._instruments: dict[str, Instrument] = {}
        self._bases: dict[str, str] = {}

    def known(self, symbol: str) -> Instrument | None:
        """The instrument, if it was asked for before; nothing is asked."""
        return self._instruments.get(symbol)

    def instrument(self, symbol: str) -> Instrument:
        """What `symbol` is traded in. Raises BrokerError, RefusedError when the exchange does not list it."""
        if symbol not in self._instruments:
            self._ask(symbol)
        return self._instruments[symbol]

    def coins(self, symbol: str) -> tuple[str, str]:
        """The base and the quote coin of `symbol`; raises as `instrument`."""
        instrument = self.instrument(symbol)
        return self._bases[symbol], instrument.quote

    def _ask(self, symbol: str) -> None:
        row = self._row(symbol)
        try:
            instrument = read_instrument(self._category, row)
        except ExchangeError as error:
            raise broker_error(error) from None
        self._bases[symbol] = str(row.get("baseCoin", ""))
        self._instruments[symbol] = instrument

    def _row(self, symbol: str) -> Mapping[str, Any]:
        for row in self._client.rows(INSTRUMENTS, {"category": self._category.value, "symbol": symbol}):
            if isinstance(row, dict) and row.get("symbol") == symbol:
                return row
        raise RefusedError(f"Bybit has no {self._category.value} market {symbol}; choose one that it lists.")
