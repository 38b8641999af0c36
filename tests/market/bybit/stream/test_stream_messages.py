"""Messages as the exchange describes them, and ones that are not."""

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.bybit.stream.stream_messages import (
    Acknowledgement,
    KlineUpdate,
    PriceUpdate,
    read_message,
    subscription,
)
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval

ROW = {
    "start": 1672324800000, "end": 1672325099999, "interval": "5", "open": "16649.5", "close": "16677",
    "high": "16677", "low": "16608", "volume": "2.081", "turnover": "34666.4005", "confirm": False,
    "timestamp": 1672324988882,
}  # fmt: skip
KLINE = {"topic": "kline.5.BTCUSDT", "data": [ROW], "ts": 1672324988882, "type": "snapshot"}
TICKER = {"topic": "tickers.BTCUSDT", "type": "delta", "data": {"lastPrice": "16677.5"}, "ts": 1672324988882}
NS = 1_000_000


def test_a_bar_of_the_public_description_is_read() -> None:
    bar = Bar(1672324800000 * NS, 16649.5, 16677, 16608, 16677, 2.081)
    assert read_message(KLINE, Interval.MINUTE_5) == [KlineUpdate("BTCUSDT", bar, False, 1672324988882 * NS)]


def test_only_a_true_confirmation_confirms() -> None:
    [update] = read_message({**KLINE, "data": [{**ROW, "confirm": True}]}, Interval.MINUTE_5)
    assert isinstance(update, KlineUpdate)
    assert update.is_confirmed


def test_a_price_is_read_and_a_delta_without_one_brings_none() -> None:
    assert read_message(TICKER, Interval.MINUTE_5) == [PriceUpdate("BTCUSDT", 16677.5, 1672324988882 * NS)]
    assert read_message({**TICKER, "data": {"markPrice": "1"}}, Interval.MINUTE_5) == []


def test_acknowledgements_say_which_request_and_why() -> None:
    answer = {"success": False, "ret_msg": "error:handler not found", "op": "subscribe", "req_id": "BTCUSDT"}
    assert read_message(answer, Interval.MINUTE_5) == [Acknowledgement("BTCUSDT", False, "error:handler not found")]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"op": "auth", "success": True},
        {**KLINE, "topic": "kline.1.BTCUSDT"},
        {"topic": "orderbook.1.X", "data": {}},
    ],
)
def test_what_was_not_asked_for_brings_nothing(message: dict[str, object]) -> None:
    assert read_message(message, Interval.MINUTE_5) == []


@pytest.mark.parametrize(
    "message",
    [
        {**KLINE, "data": None},
        {**KLINE, "data": [None]},
        {**KLINE, "data": [{}]},
        {**KLINE, "data": [{**ROW, "open": "inf"}]},
        {**KLINE, "data": [{**ROW, "start": 1672324800001}]},
        {**KLINE, "data": [{**ROW, "end": 1672325099998}]},
        {**KLINE, "ts": 1672324799999},
        {**KLINE, "ts": 9_999_999_999_999},
        {**KLINE, "ts": "now"},
        {**TICKER, "data": {"lastPrice": "nan"}},
        {**TICKER, "data": {"lastPrice": "-1"}},
        {**TICKER, "data": []},
        {"topic": 7},
        {"op": "subscribe"},
    ],
)
def test_what_is_not_as_described_is_told(message: dict[str, object]) -> None:
    with pytest.raises(DataError, match="can't be read"):
        read_message(message, Interval.MINUTE_5)


def test_one_frame_a_symbol_asks_for_its_bars_and_prices() -> None:
    assert subscription("BTCUSDT", Interval.HOUR_4) == {
        "op": "subscribe",
        "req_id": "BTCUSDT",
        "args": ["kline.240.BTCUSDT", "tickers.BTCUSDT"],
    }
