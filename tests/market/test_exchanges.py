"""Which exchange's hours a symbol keeps."""

import numpy as np
import pytest

from photon_desktop.market.calendars import is_open, next_open, sessions_of
from photon_desktop.market.exchanges import ALWAYS_OPEN, EXCHANGES, UNKNOWN_HOURS, Hours, hours_of
from photon_desktop.market.gaps import bars_due, gaps_of
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

H1, D1 = Interval.HOUR_1, Interval.DAY_1


def as_array(times: list[int]) -> TimeArray:
    return np.array(times, dtype=np.int64)


@pytest.mark.parametrize(
    ("symbol", "exchange"),
    [
        ("AAPL", "XNYS"),
        ("AAPL.US", "XNYS"),
        ("BRK-B", "XNYS"),
        ("VOD.L", "XLON"),
        ("vod.l", "XLON"),
        ("SAP.DE", "XETR"),
        ("BRK-B.TO", "XTSE"),
        ("7203.T", "XTKS"),
        ("000001.SZ", "XSHG"),
    ],
)
def test_a_share_keeps_the_hours_of_its_ending(symbol: str, exchange: str) -> None:
    assert hours_of(symbol) == Hours(exchange)


@pytest.mark.parametrize("symbol", ["X.NOWHERE", ".L", "^GSPC", "^N225.T", "EURUSD=X", "ES=F", "BTC-GBP", "TEVA.TA"])
def test_nobody_knows_the_hours_of_other_endings_indices_currencies_and_futures(symbol: str) -> None:
    assert hours_of(symbol, InstrumentKind.STOCK) == UNKNOWN_HOURS


@pytest.mark.parametrize("symbol", ["EURUSD", "USDTRY", "XAUUSD"])
def test_currencies_and_metals_are_neither_always_open_nor_open_as_new_york(symbol: str) -> None:
    assert hours_of(symbol) == UNKNOWN_HOURS


@pytest.mark.parametrize("symbol", ["BTCUSDT", "DEMO-A.L"])
def test_crypto_and_the_simulated_market_are_always_open(symbol: str) -> None:
    assert hours_of(symbol) == ALWAYS_OPEN
    assert hours_of("VOD.L", InstrumentKind.CRYPTO) == ALWAYS_OPEN


@pytest.mark.parametrize(
    ("symbol", "moment", "expected"),
    [
        ("VOD.L", "2024-03-08T09:00:00Z", True),
        ("SAP.DE", "2024-03-08T09:00:00Z", True),
        ("AAPL", "2024-03-08T09:00:00Z", False),
        ("VOD.L", "2024-05-06T09:00:00Z", False),  # a holiday of London's, none of Frankfurt's
        ("SAP.DE", "2024-05-06T09:00:00Z", True),
        ("7203.T", "2024-03-08T01:00:00Z", True),
        ("AAPL", "2024-03-08T01:00:00Z", False),
        ("7203.T", "2024-03-08T02:45:00Z", False),  # lunch
        ("7203.T", "2024-03-08T15:00:00Z", False),
        ("AAPL", "2024-03-08T15:00:00Z", True),
        ("D05.SI", "2024-03-08T04:30:00Z", False),  # lunch, which the library leaves out
        ("X.NOWHERE", "2024-03-09T15:00:00Z", True),
    ],
)
def test_each_exchange_keeps_its_own_hours(symbol: str, moment: str, expected: bool) -> None:
    assert is_open(hours_of(symbol), from_iso(moment)) is expected


def test_tokyo_opens_again_after_lunch() -> None:
    assert to_iso(next_open(hours_of("7203.T"), from_iso("2024-03-08T02:45:00Z"))) == "2024-03-08T03:30:00Z"
    assert to_iso(next_open(hours_of("7203.T"), from_iso("2150-03-02T02:45:00Z"))) == "2150-03-02T03:30:00Z"


@pytest.mark.parametrize(
    ("symbol", "offset_minutes"),
    [("VOD.L", 0), ("7203.T", 0), ("7203.T", 30), ("0700.HK", 0)],
)
def test_neither_nights_nor_lunch_nor_holidays_are_gaps_and_a_missing_bar_is(symbol: str, offset_minutes: int) -> None:
    exchange = hours_of(symbol).exchange or ""
    first, last = from_iso("2024-04-15"), from_iso("2024-06-01")  # Golden Week, and London's two bank holidays
    sessions = sessions_of(exchange, first, last)
    late = offset_minutes * Interval.MINUTE_1.nanoseconds
    times = sorted(
        {
            time
            for opens, closes in zip(sessions.opens.tolist(), sessions.closes.tolist(), strict=True)
            if first < opens < last
            for time in range(opens - late, closes, H1.nanoseconds)
        }
    )
    assert len(gaps_of(as_array(times), H1, hours_of(symbol))) == 0
    without = times[:20] + times[21:]
    assert gaps_of(as_array(without), H1, hours_of(symbol)).missing.tolist() == [1]


def test_a_daily_bar_is_missing_by_the_exchanges_own_holidays() -> None:
    days = [f"2024-05-{day:02}" for day in (1, 2, 3, 7, 8)]  # without the 6th, a holiday in London and Tokyo
    times = as_array([from_iso(day) for day in days])
    missing = {symbol: gaps_of(times, D1, hours_of(symbol)).missing_bars for symbol in ("VOD.L", "AAPL", "7203.T")}
    assert missing == {"VOD.L": 0, "AAPL": 1, "7203.T": 0}
    due = {symbol: bars_due(from_iso("2024-05-02"), from_iso("2024-05-08"), D1, hours_of(symbol)) for symbol in missing}
    assert due == {"VOD.L": 2, "AAPL": 3, "7203.T": 1}


def test_where_nobody_knows_the_hours_nothing_is_a_gap() -> None:
    times = as_array([0, 3 * D1.nanoseconds, 40 * D1.nanoseconds])
    for interval in (H1, D1, Interval.WEEK_1):
        assert len(gaps_of(times, interval, UNKNOWN_HOURS)) == 0
    assert bars_due(0, 4 * D1.nanoseconds, D1, UNKNOWN_HOURS) == 3


@pytest.mark.slow
@pytest.mark.parametrize("exchange", EXCHANGES)
def test_every_exchange_has_a_calendar_of_rising_sessions(exchange: str) -> None:
    sessions = sessions_of(exchange, from_iso("1960-01-01"), from_iso("2040-01-01"))
    assert (sessions.opens < sessions.closes).all()
    assert (sessions.closes[:-1] <= sessions.opens[1:]).all()
    assert (sessions.days[1:] >= sessions.days[:-1]).all()
