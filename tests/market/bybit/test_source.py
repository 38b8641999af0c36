"""History from the local exchange through the real pybit."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.errors import DataError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.catalogue import choose
from photon_desktop.trading.interval import Interval
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_market import Listed
from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.market.bybit.conftest import MINUTE_MS, NS, true_bars

KLINE = "/v5/market/kline"
WORDS = dict(zip(Interval, ["1", "3", "5", "15", "30", "60", "120", "240", "360", "720", "D", "W"], strict=True))


def test_pages_joined_equal_one_big_answer(server: BybitServer, source: BybitSource) -> None:
    server.set_now_ms(OPENING_MS + 2_000)
    bars = source.history("BTCUSDT", Interval.MINUTE_1, 3_456)
    assert list(bars) == true_bars(server, OPENING_MS - 3_456 * MINUTE_MS, 3_456)
    assert server.http.count(KLINE) == 4


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=st.integers(1, 2_100), back=st.integers(0, 500), off_ms=st.integers(0, MINUTE_MS - 1))
def test_any_span_is_exactly_the_bars_before_its_end(
    server: BybitServer, source: BybitSource, count: int, back: int, off_ms: int
) -> None:
    server.set_now_ms(OPENING_MS + 2_000)
    end_ms = OPENING_MS - back * MINUTE_MS - off_ms
    bars = source.history("BTCUSDT", Interval.MINUTE_1, count, end_ms * NS)
    last_ms = (end_ms - 1) // MINUTE_MS * MINUTE_MS if back or off_ms else OPENING_MS - MINUTE_MS
    assert list(bars) == true_bars(server, last_ms - (count - 1) * MINUTE_MS, count)


def test_every_request_is_bounded_at_both_ends_and_has_no_float(server: BybitServer, source: BybitSource) -> None:
    source.history("BTCUSDT", Interval.MINUTE_1, 2_500)
    for request in server.http.requests:
        assert "." not in request.signed_text
        if request.path == KLINE:
            span = int(request.query["end"]) - int(request.query["start"])
            assert 0 <= span <= 999 * MINUTE_MS
            assert request.query["limit"] == "1000"


@pytest.mark.parametrize(("after_ms", "closed"), [(0, 0), (1_999, 0), (2_000, 1), (59_999, 1)])
def test_a_bar_is_closed_two_seconds_after_its_end(
    server: BybitServer, source: BybitSource, after_ms: int, closed: int
) -> None:
    server.set_now_ms(OPENING_MS + MINUTE_MS + after_ms)
    bars = source.history("BTCUSDT", Interval.MINUTE_1, 3)
    assert list(bars) == true_bars(server, OPENING_MS + (closed - 3) * MINUTE_MS, 3)


def test_closed_is_decided_by_the_exchanges_clock(server: BybitServer, source: BybitSource) -> None:
    server.skew_ms = -1_000
    server.set_now_ms(OPENING_MS + MINUTE_MS + 2_500)
    assert int(source.history("BTCUSDT", Interval.MINUTE_1, 1).times[-1]) == (OPENING_MS - MINUTE_MS) * NS


@pytest.mark.parametrize("interval", list(Interval))
def test_every_interval_has_its_word_and_its_grid(server: BybitServer, source: BybitSource, interval: Interval) -> None:
    bars = source.history("BTCUSDT", interval, 5)
    word = WORDS[interval]
    assert server.http.requests[-1].query["interval"] == word
    step_ms = interval.seconds * 1_000
    assert list(bars) == true_bars(server, int(bars.times[0]) // NS, 5, interval=word)
    last_end_ms = int(bars.times[-1]) // NS + step_ms
    assert last_end_ms + 2_000 <= server.now_ms < last_end_ms + step_ms + 2_000
    if interval is Interval.WEEK_1:
        assert (int(bars.times[-1]) // (86_400_000 * NS) + 3) % 7 == 0  # a Monday


def test_history_ends_where_the_listing_begins(server: BybitServer, source: BybitSource) -> None:
    listed_ms = OPENING_MS - 1_500 * MINUTE_MS
    server.market.listed["NEWUSDT"] = Listed("NEWUSDT", "NEW", listed_from_ms=listed_ms)
    server.set_now_ms(OPENING_MS + 2_000)
    bars = source.history("NEWUSDT", Interval.MINUTE_1, 1_000_000)
    assert list(bars) == true_bars(server, listed_ms, 1_500, "NEWUSDT")
    with pytest.raises(DataError, match="ask for a later time"):
        source.history("NEWUSDT", Interval.MINUTE_1, 10, listed_ms * NS)


def test_closed_bars_since_a_time_come_in_order_over_pages(server: BybitServer, source: BybitSource) -> None:
    server.set_now_ms(OPENING_MS + 2_345 * MINUTE_MS + 1_999)
    bars = source.closed_since("BTCUSDT", Interval.MINUTE_1, OPENING_MS * NS)
    assert list(bars) == true_bars(server, OPENING_MS, 2_344)
    assert len(source.closed_since("BTCUSDT", Interval.MINUTE_1, server.now_ms * NS)) == 0


def test_an_unknown_symbol_is_told_with_what_was_probably_meant(server: BybitServer, source: BybitSource) -> None:
    with pytest.raises(UnknownSymbolError, match=r"BTCUSD \(did you mean BTCUSDT"):
        source.history("BTCUSD", Interval.HOUR_1, 10)
    assert server.http.count(KLINE) == 0


def test_an_unknown_symbol_is_told_when_the_list_can_not_be_had(server: BybitServer, source: BybitSource) -> None:
    server.http.plan(Fault(Reply({"list": []})))
    server.http.plan(Fault(status=500), times=3)
    with pytest.raises(UnknownSymbolError, match="no linear market NOPEUSDT;"):
        source.instrument("NOPEUSDT")


@pytest.mark.parametrize(
    "symbol", ["AAPL", "btcusdt", "BTC/USDT", "BTCUSDT&limit=1", "", "X" * 99, "BTC USDT", "ÄUSDT"]
)
def test_what_can_not_be_a_symbol_there_is_not_asked_for(server: BybitServer, source: BybitSource, symbol: str) -> None:
    with pytest.raises(UnknownSymbolError, match="write one like BTCUSDT"):
        source.instrument(symbol)
    assert server.http.requests == []


def test_an_instrument_is_asked_for_once(server: BybitServer, source: BybitSource) -> None:
    assert source.instrument("ETHUSDT") is source.instrument("ETHUSDT")
    assert len(server.http.requests) == 1


def test_spot_instruments_and_bars_are_served_too(server: BybitServer, source: BybitSource) -> None:
    spot = BybitSource(source.client, Category.SPOT)
    assert str(spot.instrument("BTCUSDT").quantity_step) == "0.000001"
    assert len(spot.history("BTCUSDT", Interval.MINUTE_1, 5)) == 5
    with pytest.raises(UnknownSymbolError):
        spot.instrument("NOPEUSDT")


@pytest.mark.parametrize(
    "rows",
    [
        [["1", "2"]],
        [["soon", "1", "1", "1", "1", "1", "1"]],
        [[str(OPENING_MS - MINUTE_MS), "5", "4", "3", "4", "1", "1"]],
        [[str(OPENING_MS - MINUTE_MS), "0", "0", "0", "0", "1", "1"]],
        [None],
        [{}],
    ],
)
def test_rows_that_are_no_bars_are_told(server: BybitServer, source: BybitSource, rows: list[object]) -> None:
    server.set_now_ms(OPENING_MS + 2_000)
    server.http.plan(Fault(Reply({"list": rows})), KLINE, times=3)
    with pytest.raises(ExchangeError, match="rows of bars"):
        source.history("BTCUSDT", Interval.MINUTE_1, 2)


def test_rows_outside_the_span_or_twice_are_left_out(server: BybitServer, source: BybitSource) -> None:
    server.set_now_ms(OPENING_MS + 2_000)
    rows = server.market.rows("BTCUSDT", "1", OPENING_MS - 5 * MINUTE_MS, OPENING_MS + MINUTE_MS, server.now_ms)
    server.http.plan(Fault(Reply({"list": [*rows, *rows[::-1]]})), KLINE)
    bars = source.history("BTCUSDT", Interval.MINUTE_1, 3)
    assert list(bars) == true_bars(server, OPENING_MS - 3 * MINUTE_MS, 3)


def test_a_count_under_one_is_refused(source: BybitSource) -> None:
    with pytest.raises(ValueRefusedError, match="1 or more"):
        source.history("BTCUSDT", Interval.HOUR_1, 0)


def test_a_source_that_fails_lets_the_next_be_asked(server: BybitServer, source: BybitSource) -> None:
    server.http.plan(Fault(status=403))
    with pytest.raises(DataError, match="Bybit refuses this address"):
        choose("BTCUSDT", Interval.HOUR_1, [source])
