"""Bars from the local Yahoo, through the real yfinance."""

import threading
import time
from datetime import date
from datetime import time as day_time
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest

from photon_desktop.errors import DataError, NoBarsError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.yahoo.ask.faults import Trouble, YahooError
from photon_desktop.market.yahoo.ask.rates import Rates
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso
from tests.fakes.yahoo_http import Fault, Reply
from tests.fakes.yahoo_market import DAY_S, Listing, Row, rows_of
from tests.fakes.yahoo_server import CHART, YahooServer, doubled, emptied, reordered, too_many_requests
from tests.market.yahoo.conftest import NS, MarketClock, Pauses, client_of, endpoint_of, seconds

SERVED = [interval for interval in Interval if interval is not Interval.HOUR_12]
INTRADAY = [interval for interval in SERVED if interval.seconds < DAY_S]


def opens(bars: Bars) -> list[str]:
    return [to_iso(int(time)) for time in bars.times]


def minutes_of(listing: Listing, start_s: int, end_s: int, now_s: int) -> tuple[float, float, float, float, float]:
    """The bar of a span's minutes, told from the market itself."""
    prices = [round(listing.price(second, now_s), 2) for second in range(start_s, end_s, 60)]
    volume = sum(100 + second // 60 % 37 for second in range(start_s, end_s, 60))
    return prices[0], max(prices), min(prices), prices[-1], volume


def day_row(day: str, price: float | None, volume: int | None = 1_000) -> Row:
    second = seconds(f"{day}T14:30:00")
    return second, price, price and price + 1, price and price - 1, price and price + 0.5, volume


@pytest.mark.parametrize("interval", INTRADAY)
def test_parts_of_a_session_are_its_minutes_counted_from_its_opening(
    interval: Interval, source: YahooSource, server: YahooServer, apple: Listing
) -> None:
    bars = source.history("AAPL", interval, 60)
    assert len(bars) == 60
    for bar in bars:
        begin = bar.open_time // NS
        session = apple.session(apple.day_of(begin))
        assert session is not None and session[0] <= begin < session[1]
        assert (begin - session[0]) % interval.seconds == 0
        end = min(begin + interval.seconds, session[1])
        found = (bar.open, bar.high, bar.low, bar.close, bar.volume)
        assert found == minutes_of(apple, begin, end, server.now_s)


@pytest.mark.parametrize("interval", SERVED)
def test_no_bar_is_missing_between_the_first_and_the_last(
    interval: Interval, source: YahooSource, apple: Listing
) -> None:
    bars = source.history("AAPL", interval, 40)
    begins = [int(time) // NS for time in bars.times]
    if interval is Interval.WEEK_1:
        expected = list(range(begins[0], begins[-1] + 1, 7 * DAY_S))
    elif interval is Interval.DAY_1:
        days = [day for day, _ in apple.sessions(begins[0], begins[-1] + DAY_S)]
        expected = [seconds(f"{day.isoformat()}T00:00:00") for day in days if seconds(f"{day}T00:00:00") >= begins[0]]
    else:
        steps = [range(start, end, interval.seconds) for _, (start, end) in apple.sessions(begins[0], begins[-1] + 1)]
        expected = [begin for step in steps for begin in step if begins[0] <= begin <= begins[-1]]
    assert begins == expected


@pytest.mark.parametrize("interval", SERVED)
@pytest.mark.parametrize("now", ["2024-12-06T14:30:01", "2024-12-06T17:17:23", "2024-12-06T23:30:00"])
def test_the_newest_bar_is_the_last_one_that_is_over(
    interval: Interval, now: str, source: YahooSource, server: YahooServer
) -> None:
    server.now_s = seconds(now)
    newest = int(source.history("AAPL", interval, 1).times[-1]) // NS
    assert newest + interval.seconds <= server.now_s - 5
    server.now_s += 30 * DAY_S
    following = source.since("AAPL", interval, (newest + 1) * NS).bars
    assert len(following) == 0 or int(following.times[0]) // NS + interval.seconds > server.now_s - 30 * DAY_S - 5


def test_the_day_in_progress_is_left_out_and_comes_when_it_is_over(source: YahooSource, server: YahooServer) -> None:
    assert opens(source.history("AAPL", Interval.DAY_1, 2)) == ["2024-12-04T00:00:00Z", "2024-12-05T00:00:00Z"]
    server.now_s = seconds("2024-12-06T23:59:00")  # the exchange has closed, the day by which bars are named has not
    assert opens(source.history("AAPL", Interval.DAY_1, 1)) == ["2024-12-05T00:00:00Z"]
    server.now_s = seconds("2024-12-07T00:00:06")
    assert opens(source.history("AAPL", Interval.DAY_1, 1)) == ["2024-12-06T00:00:00Z"]


def test_a_sessions_shorter_last_hour_counts_as_an_hour(source: YahooSource, server: YahooServer) -> None:
    server.now_s = seconds("2024-12-06T21:20:00")
    assert opens(source.history("AAPL", Interval.HOUR_1, 1)) == ["2024-12-06T19:30:00Z"]
    server.now_s = seconds("2024-12-06T21:30:06")
    assert opens(source.history("AAPL", Interval.HOUR_1, 1)) == ["2024-12-06T20:30:00Z"]


def test_the_price_of_now_that_yahoo_adds_as_a_row_is_no_bar(source: YahooSource, server: YahooServer) -> None:
    for minute in range(0, 45):
        server.now_s = seconds("2024-12-06T17:00:00") + 60 * minute + 7 * (minute % 3)
        bars = source.history("AAPL", Interval.MINUTE_5, 5)
        assert all(time % (300 * NS) == 0 for time in bars.times)
        assert all(volume > 0 for volume in bars.volume)


def test_prices_that_come_late_hold_a_bar_back_until_they_are_there(
    source: YahooSource, server: YahooServer, apple: Listing
) -> None:
    apple.delay_s = 15 * 60
    server.now_s = seconds("2024-12-06T17:20:00")
    assert opens(source.history("AAPL", Interval.MINUTE_5, 1)) == ["2024-12-06T17:00:00Z"]
    bar = source.history("AAPL", Interval.MINUTE_5, 1).bar(-1)
    assert (bar.open, bar.high, bar.low, bar.close, bar.volume) == minutes_of(
        apple, seconds("2024-12-06T17:00:00"), seconds("2024-12-06T17:05:00"), server.now_s
    )


@pytest.mark.parametrize("ahead_s", [90, -90])
def test_a_clock_that_is_off_never_makes_an_unfinished_bar_a_closed_one(
    ahead_s: int, source: YahooSource, server: YahooServer, clock: MarketClock
) -> None:
    clock.ahead_s = ahead_s
    for second in range(0, 300, 20):
        server.now_s = seconds("2024-12-06T17:00:00") + second
        newest = int(source.history("AAPL", Interval.MINUTE_1, 1).times[-1]) // NS
        assert newest + 60 <= server.now_s


@pytest.mark.parametrize("count", [1, 2, 7, 500, 5_000])
@pytest.mark.parametrize("interval", [Interval.MINUTE_1, Interval.MINUTE_3])
def test_minutes_are_fetched_in_pieces_that_yahoo_allows_and_never_more_than_asked(
    interval: Interval, count: int, source: YahooSource, server: YahooServer
) -> None:
    bars = source.history("AAPL", interval, count)
    assert len(bars) <= count
    assert len(bars) == count or to_iso(int(bars.times[0])) < "2024-11-09"  # the last 29 days
    assert all(later - earlier >= interval.nanoseconds for earlier, later in pairwise(bars.times.tolist()))
    for request in server.charts():
        if "period1" in request.query:
            start_s, end_s = int(request.query["period1"]), int(request.query["period2"])
            assert end_s - start_s <= 8 * DAY_S
            assert start_s >= server.now_s - 30 * DAY_S


@pytest.mark.parametrize(
    ("interval", "days"),
    [(Interval.MINUTE_1, 28), (Interval.MINUTE_5, 58), (Interval.MINUTE_30, 58), (Interval.HOUR_1, 728)],
)
def test_as_much_as_yahoo_keeps_is_served(
    interval: Interval, days: int, source: YahooSource, server: YahooServer
) -> None:
    bars = source.history("AAPL", interval, 1_000_000)
    assert int(bars.times[0]) // NS < server.now_s - (days - 3) * DAY_S
    with pytest.raises(NoBarsError, match=r"it keeps \d+ days"):
        source.history("AAPL", interval, 10, int(bars.times[0]) - 4 * DAY_S * NS)


def test_days_go_back_to_the_first_day_of_trading(source: YahooSource, apple: Listing) -> None:
    apple.first = date(2023, 3, 1)
    bars = source.history("AAPL", Interval.DAY_1, 100_000)
    assert opens(bars)[0] == "2023-03-01T00:00:00Z"
    assert len(bars) == sum(1 for _ in apple.sessions(seconds("2023-03-01"), seconds("2024-12-06T00:00:00")))


def test_an_earlier_end_gives_the_bars_that_open_before_it(source: YahooSource) -> None:
    all_bars = source.history("AAPL", Interval.HOUR_1, 200)
    for index in (1, 50, 137):
        end_ns = int(all_bars.times[index])
        assert source.history("AAPL", Interval.HOUR_1, index, end_ns) == all_bars.part(0, index)
        assert source.history("AAPL", Interval.HOUR_1, 1, end_ns + 1) == all_bars.part(index, index + 1)


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [("2024-03-08", "2024-03-11", ("14:30", "13:30")), ("2024-11-01", "2024-11-04", ("13:30", "14:30"))],
)
def test_sessions_keep_the_exchanges_time_over_a_change_of_clocks(
    first: str, last: str, hours: tuple[str, str], source: YahooSource, server: YahooServer
) -> None:
    server.now_s = seconds(f"{last}T23:00:00")
    bars = source.history("AAPL", Interval.HOUR_1, 14)
    assert opens(bars)[0] == f"{first}T{hours[0]}:00Z"
    assert opens(bars)[7] == f"{last}T{hours[1]}:00Z"
    days = source.history("AAPL", Interval.DAY_1, 3)
    assert opens(days)[-1] == f"{first}T00:00:00Z"
    assert all(time % (DAY_S * NS) == 0 for time in days.times)


def test_a_half_day_ends_early_and_a_holiday_has_no_bars(
    source: YahooSource, server: YahooServer, apple: Listing
) -> None:
    apple.half_days = {date(2024, 11, 29): day_time(13, 0)}
    bars = source.history("AAPL", Interval.HOUR_1, 200)
    days = [text[:10] for text in opens(bars)]
    assert days.count("2024-11-27") == 7 and days.count("2024-11-28") == 0 and days.count("2024-11-29") == 4
    half = source.history("AAPL", Interval.HOUR_2, 2, from_iso("2024-11-30"))
    assert opens(half) == ["2024-11-29T14:30:00Z", "2024-11-29T16:30:00Z"]


def test_the_rows_yahoo_writes_over_holidays_and_gaps_are_left_out(source: YahooSource, apple: Listing) -> None:
    apple.rows["1d"] = [
        day_row("2024-11-26", 200.0),
        day_row("2024-11-27", None, None),
        (seconds("2024-11-28T14:30:00"), 200.5, 200.5, 200.5, 200.5, 0),
        day_row("2024-11-29", 201.0),
    ]
    assert opens(source.history("AAPL", Interval.DAY_1, 9)) == ["2024-11-26T00:00:00Z", "2024-11-29T00:00:00Z"]


def test_an_index_without_volume_keeps_its_bars(source: YahooSource, server: YahooServer) -> None:
    rows = [(seconds(f"2024-12-0{day}T14:30:00"), 10.0, 10.0, 10.0, 10.0, 0) for day in (2, 3, 4)]
    server.listings["^GSPC"] = Listing("^GSPC", "S&P 500", kind="INDEX", rows={"1d": rows})
    assert len(source.history("^GSPC", Interval.DAY_1, 5)) == 3


def test_a_row_with_an_open_above_its_high_is_widened_to_what_was_traded(source: YahooSource, apple: Listing) -> None:
    apple.rows["1d"] = [(seconds("2024-12-03T14:30:00"), 10.5, 10.2, 9.9, 9.8, 7)]
    bar = source.history("AAPL", Interval.DAY_1, 1).bar(0)
    assert (bar.high, bar.low) == (10.5, 9.8)


@pytest.mark.parametrize("spoil", [doubled, reordered])
@pytest.mark.parametrize("interval", [Interval.MINUTE_5, Interval.HOUR_4, Interval.DAY_1, Interval.WEEK_1])
def test_doubled_and_reordered_rows_make_the_same_bars(
    spoil: object, interval: Interval, source: YahooSource, server: YahooServer
) -> None:
    server.now_s = seconds("2024-12-07T12:00:00")  # closed: a live row that is doubled is another matter
    expected = source.history("AAPL", interval, 30)
    server.spoil = spoil  # type: ignore[assignment]
    assert source.history("AAPL", interval, 30) == expected


def test_an_answer_without_rows_says_that_there_are_none(source: YahooSource, server: YahooServer) -> None:
    server.spoil = emptied
    with pytest.raises(NoBarsError, match="Yahoo has no 1h bars of AAPL"):
        source.history("AAPL", Interval.HOUR_1, 10)


SPLIT = date(2024, 12, 3)


@pytest.fixture
def split_apple(apple: Listing) -> Listing:
    apple.splits = {SPLIT: (4, 1)}
    apple.dividends = {date(2024, 12, 4): 10.0}
    return apple


@pytest.mark.parametrize("interval", [Interval.HOUR_1, Interval.DAY_1])
def test_a_split_leaves_no_step_in_the_prices(interval: Interval, split_apple: Listing, source: YahooSource) -> None:
    bars = source.history("AAPL", interval, 60)
    assert bars.times[0] < from_iso("2024-12-02") < bars.times[-1]
    assert np.all(bars.close < 60)  # a quarter of what was paid before it
    assert np.all(np.abs(np.diff(np.log(bars.close))) < 0.1)
    assert source.adjustments == "splits"


def test_dividends_are_left_in_the_prices_unless_they_are_to_be_taken_out(
    split_apple: Listing, source: YahooSource, dividend_source: YahooSource
) -> None:
    plain, adjusted = (one.history("AAPL", Interval.DAY_1, 5) for one in (source, dividend_source))
    assert (plain.times == adjusted.times).all()
    before = plain.times < from_iso("2024-12-04")
    assert before.sum() == 3
    ratio = adjusted.close / plain.close
    assert np.allclose(ratio[before], 0.95) and np.allclose(ratio[~before], 1)
    assert np.allclose(adjusted.open / plain.open, ratio) and (adjusted.volume == plain.volume).all()
    assert dividend_source.adjustments == "splits and dividends"


def test_parts_of_a_day_are_refused_where_dividends_are_to_be_taken_out(dividend_source: YahooSource) -> None:
    with pytest.raises(DataError, match="Yahoo adjusts no 1h bars for dividends; ask for 1d"):
        dividend_source.history("AAPL", Interval.HOUR_1, 5)


def test_twelve_hours_are_refused(source: YahooSource, server: YahooServer) -> None:
    with pytest.raises(DataError, match=r"Yahoo has no 12h bars: .*; ask for 1d or 6h"):
        source.history("AAPL", Interval.HOUR_12, 5)
    assert server.http.count() == 0


def test_fewer_than_one_bar_is_refused(source: YahooSource) -> None:
    with pytest.raises(ValueRefusedError):
        source.history("AAPL", Interval.DAY_1, 0)


@pytest.mark.parametrize("symbol", ["GONE", "ZZZZZ"])
def test_an_unknown_symbol_is_said_to_be_unknown(symbol: str, source: YahooSource) -> None:
    for _ in range(4):  # yfinance takes other ways after the second one
        with pytest.raises(UnknownSymbolError, match=f"Yahoo has no symbol '{symbol}'.*look it up"):
            source.history(symbol, Interval.DAY_1, 5)


def test_a_symbol_that_goes_away_is_unknown_from_then_on(source: YahooSource, server: YahooServer) -> None:
    source.history("AAPL", Interval.DAY_1, 5)
    del server.listings["AAPL"]
    with pytest.raises(UnknownSymbolError):
        source.history("AAPL", Interval.DAY_1, 6)


@pytest.mark.parametrize("symbol", ["aapl", "A/B", "A?x=1", "..", "", "A" * 40])
def test_a_spelling_that_can_be_no_symbol_is_not_sent(symbol: str, source: YahooSource, server: YahooServer) -> None:
    with pytest.raises(UnknownSymbolError):
        source.history(symbol, Interval.DAY_1, 5)
    assert server.http.count() == 0


@pytest.mark.parametrize("symbol", ["^GSPC", "BRK-B", "VOD.L", "ES=F", "M&M.NS"])
def test_every_spelling_of_yahoos_reaches_it(symbol: str, source: YahooSource, server: YahooServer) -> None:
    server.listings[symbol] = Listing(symbol)
    assert len(source.history(symbol, Interval.DAY_1, 3)) == 3


SPOILT = {
    "cut": Fault(is_cut=True),
    "torn": Fault(is_torn=True),
    "html": Fault(Reply(b"<html>Oh</html>")),
    "no chart": Fault(Reply(b'{"chart": {}}')),
    "list": Fault(Reply(b"[]")),
}


@pytest.mark.parametrize("fault", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_cut_while_paging_loses_and_doubles_nothing(
    fault: Fault, page: int, source: YahooSource, server: YahooServer, pauses: Pauses
) -> None:
    expected = source.history("AAPL", Interval.MINUTE_1, 5_000)
    seen = len(server.charts())
    if page > 1:
        server.http.plan(Fault(), CHART, page - 1)  # the pages before it come as usual
    server.http.plan(fault, CHART)
    assert source.history("AAPL", Interval.MINUTE_1, 5_000) == expected
    assert len(server.charts()) - seen == 3 + 1
    assert pauses.seconds == (
        [] if fault.is_cut else [0.5]
    )  # curl itself goes on from a connection cut between answers


def test_a_network_that_is_down_is_said_to_be(source: YahooSource, server: YahooServer, pauses: Pauses) -> None:
    server.go_dark()
    with pytest.raises(YahooError, match=r"Yahoo can't be reached .*; check the connection") as caught:
        source.history("AAPL", Interval.DAY_1, 5)
    assert caught.value.trouble is Trouble.NETWORK
    assert pauses.seconds == [0.5, 2.0]
    server.come_back()
    assert len(source.history("AAPL", Interval.DAY_1, 5)) == 5


def test_a_hung_answer_ends_at_the_time_out(server: YahooServer, clock: MarketClock) -> None:
    source = YahooSource(client_of(endpoint_of(server, timeout_s=0.2, patience_s=0.5)), clock)
    server.http.plan(Fault(is_hung=True), CHART, 9)
    began = time.monotonic()
    with pytest.raises(YahooError, match="no answer in time"):
        source.history("AAPL", Interval.DAY_1, 5)
    assert time.monotonic() - began < 10
    source.close()


def test_garbage_is_said_to_be_unreadable(source: YahooSource, server: YahooServer) -> None:
    server.http.plan(Fault(Reply(b"\x00\xff{")), CHART, 99)
    with pytest.raises(YahooError, match="Yahoo's answer can't be read"):
        source.history("AAPL", Interval.DAY_1, 5)


@pytest.mark.parametrize("status", [403, 500, 503])
def test_a_refusal_is_not_asked_again(status: int, source: YahooSource, server: YahooServer) -> None:
    server.http.plan(Fault(Reply(b"<html>no</html>", status)), CHART, 99)
    with pytest.raises(YahooError, match=f"Yahoo refused \\(HTTP {status}\\)"):
        source.history("AAPL", Interval.DAY_1, 5)
    assert len(server.charts()) == 1


def test_after_too_many_requests_yahoo_is_left_alone_and_the_words_say_for_how_long(
    server: YahooServer, clock: MarketClock
) -> None:
    now = 0.0
    source = YahooSource(client_of(endpoint_of(server), Rates(lambda: now, burst=1_000)), clock)
    server.http.plan(too_many_requests(), CHART)
    with pytest.raises(YahooError, match="asked too often; it is asked again in 60 s") as caught:
        source.history("AAPL", Interval.DAY_1, 5)
    assert caught.value.retry_s == 60
    now = 20.0
    sent = server.http.count()
    with pytest.raises(YahooError, match="asked again in 40 s"):
        source.history("AAPL", Interval.DAY_1, 5)
    assert server.http.count() == sent
    now = 60.0
    assert len(source.history("AAPL", Interval.DAY_1, 5)) == 5
    source.close()


def test_a_crumb_that_is_refused_for_too_many_requests_keeps_no_chart_back(
    source: YahooSource, server: YahooServer
) -> None:
    server.http.plan(too_many_requests(), "/v1/test/getcrumb")
    assert len(source.history("AAPL", Interval.DAY_1, 5)) == 5


@pytest.mark.parametrize("symbol", ["EURUSD", "EURUSD=X"])
def test_currencies_are_asked_for_as_yahoo_spells_them(symbol: str, source: YahooSource, server: YahooServer) -> None:
    server.listings["EURUSD=X"] = Listing("EURUSD=X", "EUR/USD", kind="CURRENCY", price_hint=4, level=1.08)
    assert len(source.history(symbol, Interval.HOUR_1, 5)) == 5
    instrument = source.instrument(symbol)
    assert (instrument.symbol, instrument.quote, instrument.tick_size) == (symbol, "USD", Decimal("0.0001"))


def test_what_a_share_is_traded_in_is_asked_once(source: YahooSource, server: YahooServer) -> None:
    server.listings["VOD.L"] = Listing("VOD.L", currency="GBp", zone="Europe/London", price_hint=3)
    instrument = source.instrument("VOD.L")
    assert (instrument.symbol, instrument.kind, instrument.quote) == ("VOD.L", InstrumentKind.STOCK, "GBp")
    assert (instrument.tick_size, instrument.quantity_step) == (Decimal("0.001"), Decimal(1))
    sent = server.http.count()
    assert source.instrument("VOD.L") == instrument
    source.history("AAPL", Interval.DAY_1, 3)
    sent_with_bars = server.http.count()
    assert source.instrument("AAPL").tick_size == Decimal("0.01")
    assert (sent_with_bars > sent, server.http.count()) == (True, sent_with_bars)
    with pytest.raises(UnknownSymbolError):
        source.instrument("GONE")


def test_a_coin_is_told_from_a_share_by_yahoos_word(source: YahooSource, server: YahooServer) -> None:
    coin = Listing("BTC-USD", kind="CRYPTOCURRENCY", zone="UTC", opens=day_time(0), trades_all_days=True)
    server.listings["BTC-USD"] = coin
    assert source.instrument("BTC-USD").kind is InstrumentKind.CRYPTO
    server.listings["ODD-USD"] = Listing("ODD-USD", currency=None, price_hint=None)
    instrument = source.instrument("ODD-USD")
    assert (instrument.kind, instrument.quote, instrument.quantity_step) == (InstrumentKind.STOCK, "USD", Decimal(1))


def test_symbols_are_found_by_name(source: YahooSource, server: YahooServer) -> None:
    server.listings["MSFT"] = Listing("MSFT", "Microsoft Corporation")
    (found,) = source.search(" micro ")
    assert (found.symbol, found.name, found.kind, found.exchange) == (
        "MSFT",
        "Microsoft Corporation",
        "Equity",
        "NASDAQ",
    )
    assert source.search("nothing like it") == ()
    assert source.search(" ") == ()
    server.http.plan(Fault(Reply(b"<html>")), "/v1/finance/search", 9)
    with pytest.raises(YahooError, match="can't be read"):
        source.search("apple")


def test_bars_of_several_symbols_are_fetched_from_several_threads(source: YahooSource, server: YahooServer) -> None:
    symbols = [f"S{number}" for number in range(6)]
    server.listings |= {symbol: Listing(symbol, level=50.0 + 10 * place) for place, symbol in enumerate(symbols)}
    got: dict[str, Bars] = {}

    def fetch(symbol: str) -> None:
        got[symbol] = source.history(symbol, Interval.DAY_1, 20)

    threads = [threading.Thread(target=fetch, args=(symbol,)) for symbol in symbols]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    for place, symbol in enumerate(symbols):
        assert len(got[symbol]) == 20
        assert np.all(np.abs(got[symbol].close / (50 + 10 * place) - 1.02) < 0.03)


def test_what_is_asked_after_closing_is_refused(source: YahooSource) -> None:
    source.close()
    with pytest.raises(YahooError, match="can't be asked"):
        source.history("AAPL", Interval.DAY_1, 5)


def test_a_sea_of_rows_equals_what_yahoo_showed(source: YahooSource, server: YahooServer, apple: Listing) -> None:
    server.now_s = seconds("2024-12-07T12:00:00")
    shown = rows_of(apple, "1h", server.now_s - 300 * DAY_S, server.now_s, server.now_s)
    bars = source.history("AAPL", Interval.HOUR_1, 1_200)
    by_time = {row[0]: row for row in shown}
    for bar in bars:
        row = by_time[bar.open_time // NS]
        assert (bar.open, bar.volume) == (round(row[1] or 0, 2), row[5])
