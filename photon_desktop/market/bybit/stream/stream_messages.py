"""Messages of the public stream read into values."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from photon_desktop.errors import DataError, PhotonError
from photon_desktop.market.bybit.intervals import MILLISECOND_NS, bybit_interval, opening
from photon_desktop.market.bybit.stream.transport import StreamMessage
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval

_ALREADY = "already subscribed"  # what is asked for is had


@dataclass(frozen=True, slots=True)
class KlineUpdate:
    """A bar as it stood at `time_ns`; `is_confirmed` when it will not change any more."""

    symbol: str
    bar: Bar
    is_confirmed: bool
    time_ns: int


@dataclass(frozen=True, slots=True)
class PriceUpdate:
    """The last price at `time_ns`."""

    symbol: str
    price: float
    time_ns: int


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The exchange's answer to the frame `request`; `words` say why it was refused."""

    request: str
    is_accepted: bool
    words: str


Update = KlineUpdate | PriceUpdate | Acknowledgement


def subscription(symbol: str, interval: Interval) -> StreamMessage:
    """The frame that asks for the bars and prices of one symbol, so that a refusal touches no other."""
    return {"op": "subscribe", "req_id": symbol, "args": _topics(symbol, interval)}


def cancellation(symbol: str, interval: Interval) -> StreamMessage:
    """The frame that ends what `subscription` asked for: what is subscribed already is refused as a whole."""
    return {"op": "unsubscribe", "req_id": symbol, "args": _topics(symbol, interval)}


def read_message(message: StreamMessage, interval: Interval) -> list[Update]:
    """The updates in `message`, of bars at `interval`; none for topics that were not asked for.

    Raises DataError for what is not as the exchange describes it.
    """
    try:
        return _updates(message, interval)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, PhotonError) as error:
        raise DataError(f"A message of Bybit's stream can't be read ({error}); it is left out.") from None


def _topics(symbol: str, interval: Interval) -> list[str]:
    return [f"kline.{bybit_interval(interval)}.{symbol}", f"tickers.{symbol}"]


def _updates(message: StreamMessage, interval: Interval) -> list[Update]:
    topic = message.get("topic")
    if topic is None:
        return _acknowledgements(message)
    kind, _, rest = topic.partition(".")
    if kind == "kline":
        length, _, symbol = rest.partition(".")
        if length != bybit_interval(interval):
            return []
        time_ns = int(message["ts"]) * MILLISECOND_NS
        return [_kline(symbol, row, interval, time_ns) for row in message["data"]]
    return _prices(rest, message) if kind == "tickers" else []


def _acknowledgements(message: StreamMessage) -> list[Update]:
    if message.get("op") != "subscribe":
        return []
    words = str(message.get("ret_msg", ""))
    is_accepted = message["success"] is True or _ALREADY in words
    return [Acknowledgement(str(message.get("req_id", "")), is_accepted, words)]


def _kline(symbol: str, row: Mapping[str, Any], interval: Interval, time_ns: int) -> KlineUpdate:
    """Stamped with the message's time: a row's own is that of its last trade, which may be before the bar."""
    start_ns, end_ns = int(row["start"]) * MILLISECOND_NS, (int(row["end"]) + 1) * MILLISECOND_NS
    if opening(start_ns, interval) != start_ns or start_ns + interval.nanoseconds != end_ns:
        raise DataError(f"the bar {row['start']} to {row['end']} is none of {interval}")
    if not start_ns <= time_ns < end_ns + interval.nanoseconds:
        raise DataError(f"the bar {row['start']} to {row['end']} was sent at another time")
    bar = Bar(start_ns, *(float(row[name]) for name in ("open", "high", "low", "close", "volume")))
    return KlineUpdate(symbol, bar, row["confirm"] is True, time_ns)


def _prices(symbol: str, message: StreamMessage) -> list[Update]:
    """A delta holds only what changed, so the price may be missing."""
    text = message["data"].get("lastPrice")
    if text is None:
        return []
    price = float(text)
    if not (isfinite(price) and price > 0):
        raise DataError(f"the price {text!r}")
    return [PriceUpdate(symbol, price, int(message["ts"]) * MILLISECOND_NS)]
