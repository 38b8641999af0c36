"""Bybit as a source of bars."""

import re
from collections.abc import Mapping

from photon_desktop.errors import NoBarsError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.bybit import BYBIT_SOURCE
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning, unreadable
from photon_desktop.market.bybit.intervals import MILLISECOND_NS, bybit_interval, last_closed_opening, opening
from photon_desktop.market.bybit.rest.client import BybitClient
from photon_desktop.market.bybit.rest.instruments import read_instrument
from photon_desktop.market.bybit.rest.klines import read_rows
from photon_desktop.market.symbol_names import did_you_mean
from photon_desktop.trading.bars import Bars, joined
from photon_desktop.trading.instrument import Instrument, InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval

PAGE_BARS = 1_000
_SPELLING = re.compile(r"[A-Z0-9][A-Z0-9-]{1,39}")  # pybit does not escape what it writes into an address


class BybitSource:
    """Closed bars of one category, over HTTP. A bar counts as closed two seconds after its end by Bybit's own clock."""

    name = BYBIT_SOURCE

    def __init__(self, client: BybitClient, category: Category = Category.LINEAR) -> None:
        self.client = client
        self.category = category
        self._instruments: dict[str, Instrument] = {}

    def instrument(self, symbol: str) -> Instrument:
        """What `symbol` is traded in, asked once; UnknownSymbolError when Bybit does not list it."""
        if symbol not in self._instruments:
            self._instruments[symbol] = read_instrument(self.category, self._listing(symbol))
        return self._instruments[symbol]

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says; pages of 1,000 bars back to the listing of `symbol` at the farthest."""
        if count < 1:
            raise ValueRefusedError(f"The number of bars asked for is {count}; ask for 1 or more.")
        self.instrument(symbol)
        last_ns = last_closed_opening(self.client.server_surely_ns(), interval)
        if end_ns is not None:
            last_ns = min(last_ns, opening(end_ns - 1, interval))
        bars = self._newest(symbol, interval, count, last_ns)
        if len(bars) == 0:
            raise NoBarsError(f"Bybit has no {interval} bars of {symbol} that early; ask for a later time.")
        return bars

    def closed_since(self, symbol: str, interval: Interval, first_ns: int) -> Bars:
        """The closed bars that open at `first_ns` or later, oldest first; there may be none."""
        last_ns = last_closed_opening(self.client.server_surely_ns(), interval)
        reach_ns = (PAGE_BARS - 1) * interval.nanoseconds
        pages: list[Bars] = []
        while first_ns <= last_ns:
            page_last_ns = min(first_ns + reach_ns, last_ns)
            pages.append(self._page(symbol, interval, first_ns, page_last_ns))
            first_ns = page_last_ns + interval.nanoseconds
        return joined(pages)

    def close(self) -> None:
        """Let go of the connections; asking it again is refused."""
        self.client.close()

    def _newest(self, symbol: str, interval: Interval, count: int, last_ns: int) -> Bars:
        pages: list[Bars] = []
        missing = count
        while missing > 0 and last_ns > 0:
            first_ns = max(0, last_ns - (min(missing, PAGE_BARS) - 1) * interval.nanoseconds)
            page = self._page(symbol, interval, first_ns, last_ns)
            if len(page) == 0:
                break
            pages.append(page)
            missing -= len(page)
            last_ns = first_ns - interval.nanoseconds
        return joined(pages[::-1])

    def _page(self, symbol: str, interval: Interval, first_ns: int, last_ns: int) -> Bars:
        """The bars that open from `first_ns` to `last_ns`, at most 1,000 apart, so nothing can be cut off."""
        start_ms, end_ms = first_ns // MILLISECOND_NS, last_ns // MILLISECOND_NS
        rows = self.client.klines(self.category, symbol, bybit_interval(interval), start_ms, end_ms, PAGE_BARS)
        return read_rows(rows, first_ns, last_ns)

    def _listing(self, symbol: str) -> Mapping[str, object]:
        if not _SPELLING.fullmatch(symbol) or not _may_be_listed(symbol):
            raise UnknownSymbolError(f"Bybit has no {self.category} market {symbol!a}; write one like BTCUSDT.")
        try:
            found = self.client.listing(self.category, symbol)
        except ExchangeError as error:
            if error.meaning is not Meaning.PARAMETER:
                raise
            found = ()
        for listing in found:
            if not isinstance(listing, dict):
                raise unreadable("an instrument that is no object")
            if listing.get("symbol") == symbol:
                return listing
        raise UnknownSymbolError(
            f"Bybit has no {self.category} market {symbol}{self._hint(symbol)}; choose one that it lists."
        )

    def _hint(self, symbol: str) -> str:
        """What was probably meant; nothing when the list can't be had just now."""
        try:
            listings = self.client.listings(self.category)
        except ExchangeError:
            return ""
        return did_you_mean(symbol, [str(row.get("symbol")) for row in listings if isinstance(row, dict)])


def _may_be_listed(symbol: str) -> bool:
    """Whether the spelling is of a crypto market, so that stocks are not looked up at a crypto exchange."""
    return kind_of(symbol) is InstrumentKind.CRYPTO
