"""Bars and prices of what is watched."""

from dataclasses import replace
from http import HTTPStatus

from photon_desktop.api.faults import conflict
from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import (
    BY_SYMBOL,
    BY_SYMBOL_AND_TIME,
    INTERVAL,
    span_of,
    symbol_of,
    watched_symbol,
)
from photon_desktop.api.resources.series import interval_of, series_of
from photon_desktop.api.web.pages import on_worker, window_of
from photon_desktop.api.web.routes import Answer, Call, Page, Route
from photon_desktop.store.pages.span import Span
from photon_desktop.trading.bar_json import bar_json
from photon_desktop.trading.instrument import kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MARKET_MONITOR, Json
from photon_desktop.trading.timestamps import to_iso


def market_data_routes(program: Program) -> tuple[Route, ...]:
    """What can be asked about bars."""
    data = MarketData(program)
    worker, path = program.worker, "/api/trading/market-data/"
    return (
        Route("GET", path, "Closed bars, newest first", on_worker(worker, data.bars), "Bar",
              query=(*BY_SYMBOL_AND_TIME, INTERVAL), is_list=True),
        Route("GET", f"{path}latest/", "The last price and bar of each symbol", on_worker(worker, data.latest),
              "LatestBar", query=(*BY_SYMBOL, INTERVAL), is_list=True),
        Route("POST", f"{path}refresh/", "Read the market again from its sources", data.refresh, "Refresh",
              body=BY_SYMBOL, status=HTTPStatus.ACCEPTED, faults=(HTTPStatus.CONFLICT,)),
    )  # fmt: skip


class MarketData:
    """Reads on worker threads."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def bars(self, call: Call) -> Answer:
        """One symbol's, or all watched symbols' one after another."""
        span, interval = span_of(self._program, call), interval_of(self._program, call)
        names = (span.symbol,) if span.symbol else self._program.application.session.symbols
        count = 0
        told: list[Json] = []
        for symbol in names:
            found, rows = self._of_one(symbol, interval, span, span.skipped - count, span.size - len(told))
            count, told = count + found, told + rows
        return Page(count, told)

    def latest(self, call: Call) -> Answer:
        """What is known of each symbol now."""
        symbol, interval = symbol_of(self._program, call), interval_of(self._program, call)
        names = (symbol,) if symbol else self._program.application.session.symbols
        told = [row for name in names if (row := self._last(name, interval)) is not None]
        skipped, size = window_of(call)
        return Page(len(told), told[skipped : skipped + size])

    async def refresh(self, call: Call) -> Answer:
        """Have the monitor read the series from their sources now, and keep what is new. It runs on meanwhile."""
        symbols: tuple[str, ...] = self._program.application.session.symbols
        if call["symbol"] is not None or call["symbol_id"] is not None:
            symbols = (await self._program.worker.run(watched_symbol, self._program, call),)
        live = self._program.live
        if not live.is_running(MARKET_MONITOR):
            raise conflict(f"The {MARKET_MONITOR} is stopped; start it first.")
        live.collect(symbols)
        return {"status": "accepted", "symbols": list(symbols)}

    def _of_one(self, symbol: str, interval: Interval, span: Span, skipped: int, size: int) -> tuple[int, list[Json]]:
        key = series_of(self._program, symbol, interval)
        pages = self._program.store.pages.bars
        if size <= 0:
            return pages.count(key, span), []
        count, bars = pages.read(key, replace(span, skipped=max(0, skipped), size=size))
        named = self._named(symbol, interval, key.source)
        return count, [{**named, **bar_json(bars.bar(place))} for place in range(len(bars) - 1, -1, -1)]

    def _last(self, symbol: str, interval: Interval) -> Json | None:
        key = series_of(self._program, symbol, interval)
        bars = self._program.store.bars.read(symbol, interval, key.source, last=1)
        if len(bars) == 0:
            return None
        bar, tick = bars.bar(-1), self._program.live.tick(symbol)
        is_later = tick is not None and tick.time_ns > bar.open_time
        price, at = (tick.price, tick.time_ns) if tick is not None and is_later else (bar.close, bar.open_time)
        return {
            **self._named(symbol, interval, key.source),
            **bar_json(bar),
            "price": price,
            "priced_at": to_iso(at),
        }

    def _named(self, symbol: str, interval: Interval, source: str) -> Json:
        number = self._program.store.symbols.numbers({symbol: kind_of(symbol)})[symbol]
        return {"symbol_id": number, "symbol": symbol, "interval": interval.value, "source": source}
