"""Yahoo Finance as a source of bars."""

import re
import threading
from dataclasses import replace
from decimal import Decimal

import numpy as np

from photon_desktop.errors import DataError, NoBarsError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.yahoo import YAHOO_SOURCE
from photon_desktop.market.yahoo.ask.chart import About, Adjustments, Found, Span
from photon_desktop.market.yahoo.ask.client import YahooClient
from photon_desktop.market.yahoo.rows import Reading, read_chart
from photon_desktop.market.yahoo.supply import DAY_NS, is_intraday, supply_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.spelling import CURRENCY_ENDING, currencies_of
from photon_desktop.trading.timestamps import Clock

_SPELLING = re.compile(r"[A-Z0-9^][A-Z0-9.^=&_-]{0,19}")  # yfinance does not escape what it writes into an address


class YahooSource:
    """Closed bars of what Yahoo lists; `clock` is the wall's. Used from any thread.

    Prices are adjusted for splits, not for dividends, unless `adjustments` says otherwise: so days and hours agree
    (Yahoo adjusts no part of a day for dividends), the newest bar goes on into the live price, and a price of the past
    is one at which somebody traded. What dividends paid is missing from a result then: holding earned more than it
    shows. `rows.read_chart` says which bars there are, and when one counts as closed.
    """

    name = YAHOO_SOURCE

    def __init__(self, client: YahooClient, clock: Clock, adjustments: Adjustments = Adjustments.SPLITS) -> None:
        self._client = client
        self._clock = clock
        self._adjustments = adjustments
        self._abouts: dict[str, About] = {}
        self._lock = threading.Lock()

    @property
    def adjustments(self) -> str:
        """What past prices were adjusted for: "splits", or "splits and dividends"."""
        return self._adjustments.value

    def instrument(self, symbol: str) -> Instrument:
        """What `symbol` is traded in: Yahoo's currency and decimals, and the steps of its kind (whole shares).

        Asked once, and not at all after its bars were. Raises UnknownSymbolError, and YahooError when Yahoo can't be
        asked.
        """
        about = self._abouts.get(symbol)
        if about is None:
            now_ns = self._clock.now_ns()
            self._reading(symbol, Interval.DAY_1, Span(now_ns - 10 * DAY_NS, now_ns), now_ns)
            about = self._abouts[symbol]
        return _instrument(symbol, about)

    def search(self, text: str) -> tuple[Found, ...]:
        """Symbols whose spelling or name fits `text`, the likeliest first; none for an empty one. Raises YahooError."""
        return self._client.search(text.strip()) if text.strip() else ()

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says, as far back as `supply` says.

        Raises DataError for 12h, YahooError when Yahoo can't be asked, and NoBarsError when it has no such bars.
        """
        if count < 1:
            raise ValueRefusedError(f"The number of bars asked for is {count}; ask for 1 or more.")
        now_ns = self._clock.now_ns()
        last_ns = now_ns if end_ns is None else min(end_ns, now_ns)
        bars = self._newest(symbol, interval, count, last_ns, now_ns)
        if len(bars) == 0:
            days = supply_of(interval).reach_ns // DAY_NS
            raise NoBarsError(
                f"Yahoo has no {interval} bars of {symbol} that early (it keeps {days} days of them); ask for a later"
                " time or a longer interval."
            )
        return bars.tail(count)

    def since(self, symbol: str, interval: Interval, first_ns: int) -> Reading:
        """The bars that open at `first_ns` or later, the unfinished one among them; there may be none."""
        now_ns = self._clock.now_ns()
        begin_ns, page_ns = max(first_ns, _earliest(interval, now_ns)), _page_ns(interval)
        reading = self._reading(symbol, interval, Span(begin_ns, min(begin_ns + page_ns, now_ns)), now_ns)
        while begin_ns + page_ns < now_ns and reading.forming is None:
            begin_ns += page_ns
            later = self._reading(symbol, interval, Span(begin_ns, min(begin_ns + page_ns, now_ns)), now_ns)
            reading = reading.followed_by(later)
        return reading

    def close(self) -> None:
        """Let go of the connection; asking it again is refused."""
        self._client.close()

    def _newest(self, symbol: str, interval: Interval, count: int, end_ns: int, now_ns: int) -> Bars:
        """Page after page backwards, each twice as long as the one before, until there are enough."""
        earliest_ns, page_ns = _earliest(interval, now_ns), _page_ns(interval)
        length_ns = _usual_length(interval, count)
        newest = Bars.empty()
        while len(newest) < count and end_ns > earliest_ns:
            start_ns = max(earliest_ns, end_ns - min(length_ns, page_ns))
            reading = self._reading(symbol, interval, Span(start_ns, end_ns), now_ns)
            newest = reading.closed.followed_by(newest)
            earliest_ns = max(earliest_ns, (reading.about.first_trade_ns or earliest_ns) - 7 * DAY_NS)
            end_ns, length_ns = start_ns, 2 * length_ns
        return newest

    def _reading(self, symbol: str, interval: Interval, span: Span, now_ns: int) -> Reading:
        """The bars that open in `span`; more is asked for on both sides, as it is not Yahoo who makes them."""
        supply = supply_of(interval)
        if not _SPELLING.fullmatch(symbol):
            raise UnknownSymbolError(f"Yahoo has no symbol {symbol!a}; write one like AAPL, BRK-B or VOD.L.")
        if is_intraday(interval) and self._adjustments is not Adjustments.SPLITS:
            raise DataError(
                f"Yahoo adjusts no {interval} bars for dividends; ask for 1d or 1w, or adjust for splits only."
            )
        asked = Span(max(span.start_ns - supply.lead_ns, now_ns - supply.reach_ns), span.end_ns + interval.nanoseconds)
        chart = self._client.chart(_as_yahoo_spells(symbol), supply.base, asked, self._adjustments)
        with self._lock:
            self._abouts[symbol] = chart.about
        reading = read_chart(chart, interval, now_ns)
        first, last = (int(np.searchsorted(reading.bars.times, time)) for time in (span.start_ns, span.end_ns))
        closed_count = min(max(reading.closed_count - first, 0), last - first)
        return replace(reading, bars=reading.bars.part(first, last), closed_count=closed_count)


def _as_yahoo_spells(symbol: str) -> str:
    return symbol if currencies_of(symbol) is None else symbol.removesuffix(CURRENCY_ENDING) + CURRENCY_ENDING


def _earliest(interval: Interval, now_ns: int) -> int:
    """When the earliest bar may open: what leads up to it must be within Yahoo's reach, too."""
    supply = supply_of(interval)
    return now_ns - supply.reach_ns + supply.lead_ns


def _page_ns(interval: Interval) -> int:
    """How much of the time in which bars open one request can cover."""
    supply = supply_of(interval)
    return supply.request_ns - supply.lead_ns - interval.nanoseconds


def _usual_length(interval: Interval, count: int) -> int:
    """How long it usually takes a stock exchange to make so many bars, holidays included."""
    share = 6 if is_intraday(interval) else 3 / 2 if interval is Interval.DAY_1 else 1
    return int(count * interval.nanoseconds * share) + 7 * DAY_NS


def _instrument(symbol: str, about: About) -> Instrument:
    assumed = assumed_instrument(symbol)
    is_crypto = about.kind == "CRYPTOCURRENCY"
    kind = InstrumentKind.CRYPTO if is_crypto else InstrumentKind.STOCK
    if assumed.kind is not kind:
        assumed = assumed_instrument("BTCUSD" if is_crypto else "STOCK")
    tick = Decimal(1).scaleb(-about.price_decimals)
    return replace(assumed, symbol=symbol, kind=kind, quote=about.currency or assumed.quote, tick_size=tick)
