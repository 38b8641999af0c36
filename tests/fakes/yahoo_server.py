"""A local Yahoo Finance that the real yfinance talks to: cookie, crumb, chart and search, over TLS on loopback.

It is reached as a proxy, with a certificate made for the run: `proxy` and `authority` are what a client is given. Its
time stands still until a test moves it. What goes wrong with the real one can be commanded: faults of the wire with
`http.plan`, answers that are late, doubled, out of order or empty with `spoil`, and `skew_s` for a clock that is off.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.fakes.loop_thread import LoopThread
from tests.fakes.yahoo_certificate import Certificate
from tests.fakes.yahoo_http import Fault, Reply, Request, YahooHttp
from tests.fakes.yahoo_market import DAY_S, SECONDS, Listing, rows_of

CHART, SEARCH, CRUMB = "/v8/finance/chart/", "/v1/finance/search", "/v1/test/getcrumb"
_CRUMB = "a.b/CdEfGhI"
_COOKIE = "A3=d=AQABBA&S=AQAAAh; Max-Age=31557600; Domain=.yahoo.com; Path=/; SameSite=None; Secure; HttpOnly"
_COLUMNS = ("timestamp", "open", "high", "low", "close", "volume")
_INTERVALS = (*SECONDS, "1d", "5d", "1wk", "1mo", "3mo")
_RANGES = ["1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max"]
_REACH_DAYS = {"1m": 30, "2m": 60, "5m": 60, "15m": 60, "30m": 60, "90m": 60, "60m": 730, "1h": 730}
_DAYS_A_REQUEST = {"1m": 8}

Columns = dict[str, list[Any]]
Spoil = Callable[[Columns], Columns]


def too_many_requests() -> Fault:
    """429 as Yahoo sends it."""
    return Fault(Reply(b"Too Many Requests\r\n", 429, {"Content-Type": "text/plain"}))


def doubled(columns: Columns) -> Columns:
    """Every row twice."""
    return {name: [value for value in values for _ in range(2)] for name, values in columns.items()}


def reordered(columns: Columns) -> Columns:
    """The rows from the last to the first."""
    return {name: values[::-1] for name, values in columns.items()}


def emptied(columns: Columns) -> Columns:
    """No rows at all."""
    return {name: [] for name in columns}


class YahooServer:
    """Runs on a thread of its own between `start` and `stop`, or as a context manager."""

    def __init__(self, folder: Path, listings: Iterable[Listing] = (), now_s: int = 0) -> None:
        certificate = Certificate(folder)
        self.authority = str(certificate.authority)
        self.listings = {listing.symbol: listing for listing in listings}
        self.now_s = now_s
        self.skew_s = 0
        self.spoil: Spoil = dict
        self.http = YahooHttp(self._handle, certificate.server_context())
        self.proxy = ""
        self._loop: LoopThread | None = None

    def __enter__(self) -> "YahooServer":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen."""
        self._loop = LoopThread("fake-yahoo")
        self.proxy = f"http://127.0.0.1:{self._loop.run(self.http.start())}"

    def stop(self) -> None:
        """Close everything and end the thread."""
        self.loop.run(self.http.stop())
        self.loop.stop()

    def go_dark(self) -> None:
        """Refuse every connection at the socket, and cut the ones there are."""
        self.loop.run(self.http.stop())

    def come_back(self) -> None:
        """Accept connections again, on the same port."""
        self.loop.run(self.http.start())

    @property
    def loop(self) -> LoopThread:
        """The thread it runs on."""
        assert self._loop is not None, "start it first"
        return self._loop

    def charts(self, symbol: str = "") -> list[Request]:
        """The requests for charts (of `symbol`) so far."""
        return [request for request in self.http.requests if request.path.startswith(CHART + symbol)]

    def _handle(self, request: Request) -> Reply:
        if request.host == "fc.yahoo.com":
            cookie = (
                "A3=d=AQABBA&S=AQAAAh; Max-Age=31557600; Domain=.yahoo.com; Path=/; SameSite=None; Secure; HttpOnly"
            )
            return Reply(b"", 404, {"Set-Cookie": cookie})
        if request.path == CRUMB:
            return self._crumb(request)
        if request.path == SEARCH:
            return _json({"explains": [], "count": 0, "quotes": self._found(request.query.get("q", "")), "news": []})
        if request.path.startswith(CHART):
            return self._chart(request.path.removeprefix(CHART), request)
        if request.path.startswith("/v10/finance/quoteSummary/"):
            words = f"Quote not found for symbol: {request.path.rpartition('/')[2]}"
            return _json({"quoteSummary": {"result": None, "error": {"code": "Not Found", "description": words}}}, 404)
        return Reply(b"<html><body>Not here</body></html>", 404, {"Content-Type": "text/html"})

    def _crumb(self, request: Request) -> Reply:
        if "A3=" not in request.headers.get("cookie", ""):
            error = {"code": "Unauthorized", "description": "Invalid Cookie"}
            return _json({"finance": {"result": None, "error": error}}, 401)
        return Reply(_CRUMB.encode(), 200, {"Content-Type": "text/plain"})

    def _found(self, text: str) -> list[dict[str, Any]]:
        words = text.lower()
        found = [one for one in self.listings.values() if words in one.symbol.lower() or words in one.name.lower()]
        quotes: list[dict[str, Any]] = [
            {"exchange": one.exchange, "shortname": one.name, "longname": one.name, "quoteType": one.kind,
             "symbol": one.symbol, "index": "quotes", "score": 20_000.0, "typeDisp": one.kind.title(),
             "exchDisp": "NASDAQ", "isYahooFinance": True}
            for one in found
        ]  # fmt: skip
        return [*quotes, {"index": "news-like", "name": "a private company", "isYahooFinance": False}]

    def _chart(self, symbol: str, request: Request) -> Reply:
        listing = self.listings.get(symbol)
        if listing is None:
            return _chart_error(404, "Not Found", "No data found, symbol may be delisted")
        interval = request.query.get("interval", "1d")
        if interval not in _INTERVALS:
            return _chart_error(422, "Unprocessable Entity", f"Invalid input - interval={interval} is not supported.")
        if "range" in request.query:
            start_s, end_s = self.now_s - DAY_S, self.now_s + DAY_S
        else:
            start_s, end_s = int(request.query["period1"]), int(request.query["period2"])
            if refusal := self._refused_span(interval, start_s, end_s):
                return _chart_error(422, "Unprocessable Entity", refusal)
        return _json({"chart": {"result": [self._result(listing, interval, start_s, end_s)], "error": None}})

    def _refused_span(self, interval: str, start_s: int, end_s: int) -> str:
        words = f"{interval} data not available for startTime={start_s} and endTime={end_s}."
        most_days = _DAYS_A_REQUEST.get(interval)
        if most_days is not None and end_s - start_s > most_days * DAY_S:
            limit = f"Only {most_days} days worth of {interval} granularity data are allowed to be fetched per request."
            return f"{words} {limit}"
        reach_days = _REACH_DAYS.get(interval)
        if reach_days is not None and start_s < self.now_s + self.skew_s - reach_days * DAY_S:
            return f"{words} The requested range must be within the last {reach_days} days."
        if start_s < self.now_s - 100 * 365.25 * DAY_S:
            return f"{words} Only 100 years worth of day granularity data are allowed to be fetched per request."
        return ""

    def _result(self, listing: Listing, interval: str, start_s: int, end_s: int) -> dict[str, Any]:
        now_s = self.now_s + self.skew_s
        rows = rows_of(listing, interval, start_s, end_s, now_s)
        columns = self.spoil({name: [row[place] for row in rows] for place, name in enumerate(_COLUMNS)})
        result: dict[str, Any] = {"meta": self._meta(listing, interval, start_s, end_s, now_s)}
        if not columns["timestamp"]:
            return result | {"indicators": {"quote": [{}], "adjclose": [{}]}}
        stamps = columns.pop("timestamp")
        indicators: dict[str, Any] = {"quote": [columns]}
        if interval in ("1d", "1wk"):
            pairs = zip(stamps, columns["close"], strict=True)
            adjusted = [c and listing.adjusted_close(c, listing.day_of(s), now_s) for s, c in pairs]
            indicators["adjclose"] = [{"adjclose": adjusted}]
        result |= {"timestamp": stamps, "indicators": indicators}
        events = _events(listing, stamps[0] - DAY_S, min(end_s, now_s))
        return result | ({"events": events} if events else {})

    def _meta(self, listing: Listing, interval: str, start_s: int, end_s: int, now_s: int) -> dict[str, Any]:
        seen_s = now_s - listing.delay_s
        past = list(listing.sessions(seen_s - 10 * DAY_S, seen_s + 1))
        last_s = min(seen_s, past[-1][1][1]) if past else seen_s
        following = next(listing.sessions(now_s, now_s + 10 * DAY_S), (None, (now_s, now_s)))[1]
        current = past[-1][1] if past and listing.day_of(past[-1][1][0]) == listing.day_of(now_s) else following
        opening = listing.second(listing.first, listing.opens)
        meta: dict[str, Any] = {
            "currency": listing.currency, "symbol": listing.symbol, "exchangeName": listing.exchange,
            "fullExchangeName": "NasdaqGS", "instrumentType": listing.kind, "firstTradeDate": opening,
            "regularMarketTime": last_s, "hasPrePostMarketData": True, "gmtoffset": -18_000, "timezone": "EST",
            "exchangeTimezoneName": listing.zone, "regularMarketPrice": listing.price(last_s - 1, now_s),
            "longName": listing.name, "shortName": listing.name, "priceHint": listing.price_hint,
            "currentTradingPeriod": {part: _period(current) for part in ("pre", "regular", "post")},
            "dataGranularity": interval, "range": "", "validRanges": _RANGES,
        }  # fmt: skip
        if interval in SECONDS:
            days = listing.sessions(start_s, max(start_s + 1, min(end_s, now_s + DAY_S)))
            meta["tradingPeriods"] = [[_period(session)] for _, session in days] or [[_period(current)]]
        return meta


def _period(session: tuple[int, int]) -> dict[str, Any]:
    return {"timezone": "EST", "start": session[0], "end": session[1], "gmtoffset": -18_000}


def _events(listing: Listing, start_s: int, end_s: int) -> dict[str, Any]:
    events: dict[str, Any] = {}
    for day, amount in listing.dividends.items():
        second = listing.second(day, listing.opens)
        if start_s <= second < end_s:
            events.setdefault("dividends", {})[str(second)] = {"amount": amount, "date": second}
    for day, (new, old) in listing.splits.items():
        second = listing.second(day, listing.opens)
        if start_s <= second < end_s:
            ratio = {"date": second, "numerator": new, "denominator": old, "splitRatio": f"{new}:{old}"}
            events.setdefault("splits", {})[str(second)] = ratio
    return events


def _chart_error(status: int, code: str, words: str) -> Reply:
    return _json({"chart": {"result": None, "error": {"code": code, "description": words}}}, status)


def _json(value: Any, status: int = 200) -> Reply:
    return Reply(json.dumps(value).encode(), status)
