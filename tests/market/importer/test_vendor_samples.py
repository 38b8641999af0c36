"""Files as vendors write them give the bars they hold: every sample, every value."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.market.importer.reading import OpenedFile, open_file, preview, read_bars, regarded
from photon_desktop.market.importer.zones import to_utc
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.timestamps import to_iso
from tests.market.importer.samples import VENDOR_SAMPLES


def sample_in(shared_folder: Path, name: str) -> tuple[dict[str, Any], OpenedFile]:
    """What is expected of a sample, and the sample, opened; of several tickers AAPL."""
    folder = shared_folder / "vendor_samples"
    wanted = next(one for one in json.loads((folder / "expected.json").read_text("utf-8")) if one["file"] == name)
    opened = open_file(folder / name)
    if "tickers" in wanted["expected"]:
        question = next(question for question in opened.questions if question.about == "ticker")
        assert question.choices == tuple(wanted["expected"]["tickers"])
        opened = regarded(opened, replace(opened.format, ticker="AAPL"))
    return wanted, opened


def values(bar: Bar) -> dict[str, float]:
    return {name: getattr(bar, name) for name in ("open", "high", "low", "close", "volume")}


def check_times(bars: Bars, expected: dict[str, Any]) -> None:
    assert to_iso(int(bars.times[0])) == expected["first_timestamp"]
    assert to_iso(int(bars.times[-1])) == expected["last_timestamp"]


@pytest.mark.parametrize("name", VENDOR_SAMPLES)
def test_a_sample_gives_exactly_its_bars(name: str, shared_folder: Path) -> None:
    wanted, opened = sample_in(shared_folder, name)
    expected = wanted["expected"]
    reading = read_bars(opened, opened.format)
    bars = reading.bars
    bars.check()
    assert (len(bars), reading.report.rows_dropped) == (expected["rows"], 0)
    check_times(bars, expected)
    assert (values(bars.bar(0)), values(bars.bar(-1))) == (expected["first"], expected["last"])
    assert float(bars.close.sum()) == pytest.approx(expected["sum_close"], rel=1e-12)
    assert float(bars.volume.sum()) == pytest.approx(expected["sum_volume"], rel=1e-12)


@pytest.mark.parametrize("name", VENDOR_SAMPLES)
def test_a_sample_tells_its_interval_and_asks_at_most_for_its_symbol(name: str, shared_folder: Path) -> None:
    wanted, opened = sample_in(shared_folder, name)
    assert opened.format.interval == wanted["interval"]
    assert {question.about for question in opened.questions} <= {"symbol"}
    assert (opened.format.symbol is None) == any(question.about == "symbol" for question in opened.questions)


@pytest.mark.parametrize("name", VENDOR_SAMPLES)
def test_the_preview_of_a_sample_is_its_bars(name: str, shared_folder: Path) -> None:
    _, opened = sample_in(shared_folder, name)
    assert preview(opened, opened.format).bars == read_bars(opened, opened.format).bars
    assert len(opened.rows) == min(50, read_bars(opened, opened.format).report.rows_read) or opened.format.symbol_column
    assert all(len(row) == opened.format.width for row in opened.rows)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("bybit_kline_for_metatrader4_BTCUSDT_60.csv.gz", "+03:00"),
        ("histdata_com_ascii_EURUSD.csv", "-05:00"),
    ],
)
def test_another_zone_moves_the_times(name: str, zone: str, shared_folder: Path) -> None:
    wanted, opened = sample_in(shared_folder, name)
    reading = read_bars(opened, replace(opened.format, zone=zone))
    check_times(reading.bars, wanted["expected"]["if_tz"][zone])
    assert reading.bars.times[0] == to_utc(read_bars(opened, opened.format).bars.times[:1], zone)[0]


def test_each_of_two_tickers_beside_each_other_has_its_own_prices(shared_folder: Path) -> None:
    wanted, opened = sample_in(shared_folder, "yfinance_multi_ticker_AAPL_MSFT.csv")
    other = regarded(opened, replace(opened.format, ticker="MSFT"))
    bars = read_bars(other, other.format).bars
    expected = wanted["expected"]["msft"]
    assert (bars.open[0], bars.close[0], bars.close[-1]) == (
        expected["first_open"],
        expected["first_close"],
        expected["last_close"],
    )
    assert (other.format.symbol, opened.format.symbol) == ("MSFT", "AAPL")


def test_prices_in_ten_thousandths_can_be_left_as_they_stand(shared_folder: Path) -> None:
    wanted, opened = sample_in(shared_folder, "quantconnect_lean_daily_spy.zip")
    as_it_stands = read_bars(opened, replace(opened.format, price_divisor=1)).bars
    assert as_it_stands.close[0] == wanted["expected"]["if_unscaled"]["first_close"]
    assert "divided by 10,000" in opened.warnings[0]


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("yahoo_download_AAPL.csv", "AAPL"),
        ("stooq_aapl_us_d.csv", "AAPL.US"),
        ("investing_com_us_BTC_USD.csv", "BTCUSD"),
        ("tradingview_unix_BINANCE_BTCUSDT, 60.csv", "BTCUSDT"),
        ("mt4_history_center_EURUSD60.csv", "EURUSD"),
        ("freqtrade_BTC_USDT-1h.feather", "BTCUSDT"),
        ("quantconnect_lean_daily_spy.zip", "SPY"),
        ("polygon_flatfile_single_SPY.csv.gz", "SPY"),
    ],
)
def test_the_symbol_comes_from_the_name_or_the_cells(name: str, symbol: str, shared_folder: Path) -> None:
    assert sample_in(shared_folder, name)[1].format.symbol == symbol
