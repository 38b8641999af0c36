"""yfinance as the door to Yahoo: its errors turned into ours, nothing printed, logged or kept on disk."""

import logging
import os
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import yfinance
from curl_cffi.requests.exceptions import JSONDecodeError
from yfinance.data import YfData
from yfinance.exceptions import YFException, YFPricesMissingError, YFRateLimitError, YFTzMissingError

from photon_desktop.errors import UnknownSymbolError
from photon_desktop.market.yahoo.ask.chart import About, Adjustments, Chart, Found, Span, Split
from photon_desktop.market.yahoo.ask.endpoint import Endpoint
from photon_desktop.market.yahoo.ask.faults import Trouble, YahooError, rate_limited
from photon_desktop.market.yahoo.ask.polite_session import PoliteSession
from photon_desktop.market.yahoo.ask.rates import Rates
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

_TURN = threading.Lock()  # yfinance has one session, one crumb and one set of settings for the whole process
_MOST_FOUND = 12
_USUAL_DECIMALS, _MOST_DECIMALS = 2, 8
_NO_SUCH_SYMBOL = ("No data found", "symbol may be delisted")
_NO_SUCH_ROWS = "Data doesn't exist"


class YfinanceDoor:
    """As YahooDoor says; one question of this process at a time. `closed` ends every wait when it is set."""

    def __init__(self, endpoint: Endpoint, rates: Rates, closed: threading.Event | None = None) -> None:
        self._closed = closed or threading.Event()
        self._session = PoliteSession(endpoint, rates, self._pause)
        self._tickers: dict[str, Any] = {}
        _keep_quiet()

    def chart(self, symbol: str, interval: str, span: Span, adjustments: Adjustments) -> Chart:
        """As YahooDoor says."""
        with self._question():
            ticker = self._ticker(symbol)
            try:
                frame = ticker.history(
                    interval=interval,
                    start=_moment(span.start_ns),
                    end=_moment(span.end_ns),
                    auto_adjust=adjustments is Adjustments.SPLITS_AND_DIVIDENDS,
                )
            except (YFTzMissingError, YFPricesMissingError, OSError) as error:
                return Chart.without_rows(self._about_nothing(symbol, ticker, error))
            return _chart(frame, ticker.get_history_metadata(), interval)

    def search(self, text: str) -> tuple[Found, ...]:
        """As YahooDoor says."""
        with self._question():
            answer = yfinance.Search(text, max_results=_MOST_FOUND, news_count=0, lists_count=0, session=self._session)
            return tuple(_found(quote) for quote in answer.quotes if quote.get("isYahooFinance", True))

    def close(self) -> None:
        """As YahooDoor says."""
        self._closed.set()

    @contextmanager
    def _question(self) -> Iterator[None]:
        """Have yfinance to itself, set as it must be; what it raises becomes one of our errors."""
        self._take_turn()
        try:
            _set_up()
            self._session.begin()
            yield
        except YFRateLimitError:
            raise rate_limited(self._session.rates.refused()) from None
        except JSONDecodeError:
            raise YahooError(Trouble.UNREADABLE, "not JSON") from None
        except OSError as error:  # every other error of curl is one
            raise YahooError(Trouble.NETWORK, _in_short(error)) from None
        except YFException as error:
            raise YahooError(Trouble.REFUSED, str(error).rstrip(".")) from None
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, ArithmeticError) as error:
            raise YahooError(Trouble.UNREADABLE, f"{type(error).__name__} in it") from None
        finally:
            _TURN.release()

    def _take_turn(self) -> None:
        while not _TURN.acquire(timeout=0.1):
            self._refuse_when_closed()
        try:
            self._refuse_when_closed()
        except YahooError:
            _TURN.release()
            raise

    def _refuse_when_closed(self) -> None:
        if self._closed.is_set():
            raise YahooError(Trouble.CLOSED, "the connection was closed here")

    def _pause(self, seconds: float) -> bool:
        return self._closed.wait(seconds) if seconds > 0 else self._closed.is_set()

    def _ticker(self, symbol: str) -> Any:
        """One a symbol, as it has to ask for the exchange's time zone first."""
        if symbol not in self._tickers:
            self._tickers[symbol] = yfinance.Ticker(symbol, session=self._session)
        else:
            YfData(session=self._session)  # another door's session may have been set since
        return self._tickers[symbol]

    def _about_nothing(self, symbol: str, ticker: Any, error: Exception) -> About:
        """What is known of a symbol without rows; raises when there is more to it than that."""
        reason = str(getattr(error, "yahoo_reason", None) or "")
        if self._session.chart_status == 404 or any(words in reason for words in _NO_SUCH_SYMBOL):
            self._tickers.pop(symbol, None)
            raise UnknownSymbolError(
                f"Yahoo has no symbol {symbol!a}, or no longer; look it up by the company's name."
            ) from None
        if isinstance(error, YFTzMissingError):
            self._tickers.pop(symbol, None)
            raise YahooError(Trouble.REFUSED, f"HTTP {self._session.chart_status}") from None
        if not isinstance(error, YFPricesMissingError):
            raise error
        if reason and not reason.startswith(_NO_SUCH_ROWS):
            raise YahooError(Trouble.REFUSED, reason.rstrip(".")) from None
        described = ticker.get_history_metadata()
        if not reason and "symbol" not in described:
            raise YahooError(Trouble.UNREADABLE, "no chart in it") from None
        return _about(described, is_intraday=False)


def _keep_quiet() -> None:
    """yfinance writes what it meets to its logger; all of it reaches the user as our errors."""
    logging.getLogger("yfinance").setLevel(logging.CRITICAL + 1)
    # Its cache is a pickle in a folder of its own choice. A place that can't be a folder turns it off.
    yfinance.set_tz_cache_location(str(Path(os.devnull) / "none"))


def _set_up() -> None:
    """Anyone in the process may have changed these; kept answers would be given again when they were spoilt, too."""
    yfinance.config.debug.hide_exceptions = False
    yfinance.config.network.retries = 0
    YfData.cache_get.cache_clear()
    warnings.filterwarnings("ignore", message="The inplace keyword", category=Warning)  # pandas 3.1 on yfinance


def _chart(frame: Any, described: Mapping[str, Any], interval: str) -> Chart:
    is_intraday = interval[-1] in "mh"
    times = _times(frame.index, is_intraday)
    opened, high, low, close, volume = (_column(frame, name) for name in ("Open", "High", "Low", "Close", "Volume"))
    ratios = _column(frame, "Stock Splits")
    splits = tuple(Split(int(times[row]), float(ratios[row])) for row in np.flatnonzero(ratios > 0))
    return Chart(_about(described, is_intraday), times, opened, high, low, close, volume, splits)


def _times(index: Any, is_intraday: bool) -> TimeArray:
    """yfinance's index counts seconds or microseconds, in the exchange's zone: days become dates at 00:00 UTC."""
    naive = index.tz_convert("UTC").tz_localize(None) if is_intraday else index.tz_localize(None)
    return np.array(naive.as_unit("ns").asi8, dtype=np.int64)


def _column(frame: Any, name: str) -> FloatArray:
    return np.array(frame[name].to_numpy(dtype=np.float64, na_value=np.nan), dtype=np.float64)


def _about(described: Mapping[str, Any], is_intraday: bool) -> About:
    decimals = described.get("priceHint")
    return About(
        currency=str(described.get("currency") or ""),
        price_decimals=min(max(decimals, 0), _MOST_DECIMALS) if isinstance(decimals, int) else _USUAL_DECIMALS,
        kind=str(described.get("instrumentType") or ""),
        zone=str(described.get("exchangeTimezoneName") or ""),
        first_trade_ns=_nanoseconds(described.get("firstTradeDate")),
        market_ns=_nanoseconds(described.get("regularMarketTime")),
        sessions=_sessions(described, is_intraday),
    )


def _sessions(described: Mapping[str, Any], is_intraday: bool) -> tuple[Span, ...]:
    """Of an intraday chart the hours of each of its days, otherwise those of now (its others cost a request)."""
    spans: set[tuple[int, int]] = set()
    periods: Any = described["tradingPeriods"] if is_intraday else None
    if hasattr(periods, "itertuples"):
        spans |= {(row.start.value, row.end.value) for row in periods.itertuples(index=False)}
    now = (described.get("currentTradingPeriod") or {}).get("regular") or {}
    if hasattr(now.get("start"), "value"):
        spans.add((now["start"].value, now["end"].value))
    return tuple(Span(start, end) for start, end in sorted(spans) if start < end)


def _nanoseconds(time: Any) -> int | None:
    """Of a pandas Timestamp, or of seconds as Yahoo sends them where yfinance left them as they were."""
    if hasattr(time, "value"):
        return int(time.as_unit("ns").value)
    return int(time) * NANOSECONDS_PER_SECOND if isinstance(time, int) else None


def _found(quote: Mapping[str, Any]) -> Found:
    name = quote.get("longname") or quote.get("shortname") or ""
    kind = quote.get("typeDisp") or quote.get("quoteType") or ""
    return Found(str(quote["symbol"]), str(name), str(kind), str(quote.get("exchDisp") or quote.get("exchange") or ""))


def _moment(time_ns: int) -> datetime:
    return datetime.fromtimestamp(time_ns // NANOSECONDS_PER_SECOND, UTC)


def _in_short(error: OSError) -> str:
    """The kind of failure: a request's own text holds its address with every parameter."""
    name = type(error).__name__
    words = {"Timeout": "no answer in time", "ConnectTimeout": "no connection in time"}
    return words.get(name, f"no connection, {name}")
