import numpy as np
import pytest

from photon_desktop.market.importer.naming import (
    clean_symbol,
    distance_of,
    in_words,
    interval_in,
    interval_of,
    symbol_in,
)
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.trading.interval import Interval

MINUTE = 60_000_000_000


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("BTCUSDT_1h.csv", "BTCUSDT"), ("BTC-USD_1d.csv", "BTC-USD"), ("DEMO-BTC_1h.csv", "DEMO-BTC"),
        ("AAPL.csv", "AAPL"), ("BRK.B_1d.csv", "BRK.B"), ("^GSPC.csv", "^GSPC"), ("GC=F.csv", "GC=F"),
        ("Binance_BTCUSDT_1h.csv", "BTCUSDT"), ("BINANCE_ETHUSDT, 1D.csv", "ETHUSDT"),
        ("NASDAQ_DLY_TSLA, 1D.csv", "TSLA"),
        ("BTC_USDT-5m.feather", "BTCUSDT"), ("EURUSD_M1_202401010000.csv", "EURUSD"), ("EURUSD60.csv", "EURUSD"),
        ("eurusd-m15-bid-2024.csv", "EURUSD"), ("aapl_us_d.csv", "AAPL.US"),
        ("spy.csv", "SPY"), ("spy_daily.csv", "SPY"),
        ("600519.SS.csv", "600519.SS"), ("folder/in/AAPL.csv", "AAPL"), ("BTCUSDT-1M-2024-01.zip", "BTCUSDT"),
        ("data.csv", None), ("ohlcv.csv", None), ("my prices of last year.csv", None), ("2024.csv", None), ("", None),
        ("HistoricalData_1712345678901.csv", None), ("export (1).csv", None),
    ],
)  # fmt: skip
def test_a_files_name_may_hold_its_symbol(name: str, symbol: str | None) -> None:
    assert symbol_in(name) == symbol


@pytest.mark.parametrize(
    ("name", "interval"),
    [
        ("BTCUSDT_1h.csv", "1h"), ("X-15m-2024.zip", "15m"), ("EURUSD_H4.csv", "4h"), ("EURUSDM15.csv", "15m"),
        ("EURUSD_Candlestick_1_Hour_BID.csv", "1h"), ("XBTUSD_1440.csv", "1d"), ("BINANCE_BTCUSDT, 60.csv", "1h"),
        ("spy_daily.csv", "1d"), ("weekly_AAPL.csv", "1w"), ("AAPL 5 min.csv", "5m"), ("EURUSD240.csv", "4h"),
        ("BTCUSDT-1M-2024-01.csv", None), ("AAPL_2024.csv", None), ("AAPL.csv", None), ("AAPL_10m.csv", None),
    ],
)  # fmt: skip
def test_a_files_name_may_hold_its_interval(name: str, interval: str | None) -> None:
    assert interval_in(name) == (None if interval is None else Interval(interval))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("BTC/USDT", "BTCUSDT"), ("BINANCE:ETHUSDT", "ETHUSDT"), ("spy", "SPY"), (" AAPL ", "AAPL"), ("BRK.B", "BRK.B"),
        ("<img src=x onerror=alert(1)><b>BTC</b>", "BTC"), ("../../etc/passwd", "ETCPASSWD"), ("", None), ("///", None),
        ("---", None), ("x" * 30, None), ("=1+1", "11"), ("a\x00b", "AB"),
    ],
)  # fmt: skip
def test_a_symbol_from_outside_is_made_plain(text: str, symbol: str | None) -> None:
    assert clean_symbol(text) == symbol
    if symbol is not None:
        check_symbol(symbol)


def test_the_interval_is_the_commonest_distance_whatever_the_order() -> None:
    times = np.array([0, 1, 2, 3, 10, 11, 12]) * MINUTE
    assert interval_of(times) is interval_of(times[::-1]) is Interval.MINUTE_1
    assert interval_of(times * 10) is None
    assert distance_of(times[:1]) is None
    assert distance_of(np.zeros(5, np.int64)) is None


@pytest.mark.parametrize(
    ("minutes", "words"), [(10, "10 minutes"), (480, "8 hours"), (43_200, "30 days"), (0.5, "30 seconds")]
)
def test_a_distance_is_said_in_its_largest_unit(minutes: float, words: str) -> None:
    assert in_words(int(minutes * MINUTE)) == words
