"""Intervals, times, identifiers, money, instruments, costs and orders."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import OrderError, ValueRefusedError
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.identity import client_order_id, uuid7
from photon_desktop.trading.instrument import InstrumentKind, assumed_instrument, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact, plain, to_money
from photon_desktop.trading.orders import Fill, Order, Side
from photon_desktop.trading.timestamps import from_datetime, from_iso, to_datetime, to_iso

D = Decimal


def test_every_interval_knows_its_length() -> None:
    assert [interval.seconds // 60 for interval in Interval] == [1, 3, 5, 15, 30, 60, 120, 240, 360, 720, 1440, 10080]
    assert Interval.DAY_1.bars_per_year == pytest.approx(365.25)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1H", "did you mean 1h"),
        ("60m", "did you mean 1h"),
        ("7D", "did you mean 1w"),
        ("1hour", "did you mean 1h"),
        ("45m", "use one of 1m, 3m"),
        ("1M", "use one of 1m, 3m"),
        ("10s", "use one of 1m, 3m"),
        ("x", "use one of 1m"),
    ],
)
def test_an_unknown_interval_is_answered_with_a_known_one(text: str, hint: str) -> None:
    with pytest.raises(ValueRefusedError, match=hint):
        Interval.parse(text)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2261, 1, 1)))
def test_times_survive_their_text(moment: datetime) -> None:
    time_ns = from_datetime(moment.replace(tzinfo=UTC))
    assert from_iso(to_iso(time_ns)) == time_ns
    assert to_datetime(time_ns) == moment.replace(tzinfo=UTC)


def test_a_time_with_another_zone_is_turned_to_utc() -> None:
    assert to_iso(from_iso("2024-12-07T12:00:00+02:00")) == "2024-12-07T10:00:00Z"
    assert from_iso("2024-12-07") == from_iso("2024-12-07T00:00:00Z")


@pytest.mark.parametrize("text", ["yesterday", "2024-13-01", ""])
def test_a_time_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueRefusedError, match="ISO 8601"):
        from_iso(text)


def test_a_naive_datetime_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="zone"):
        from_datetime(datetime(2024, 1, 1))


@given(st.integers(0, 2**47), st.integers(0, 2**47), st.binary(min_size=10, max_size=10))
def test_identifiers_are_uuid7_and_sort_by_time(first_ms: int, second_ms: int, entropy: bytes) -> None:
    first, second = uuid7(first_ms * 1_000_000, entropy), uuid7(second_ms * 1_000_000, entropy)
    assert UUID(first).version == 7
    assert (first < second) == (first_ms < second_ms)


def test_identifiers_need_ten_random_bytes() -> None:
    with pytest.raises(ValueRefusedError):
        uuid7(0, b"short")


def test_one_decision_has_one_order_id_that_an_exchange_takes() -> None:
    decision_id = uuid7(1, bytes(10))
    assert client_order_id(decision_id) == client_order_id(decision_id)
    assert len(client_order_id(decision_id, "s")) <= 36
    assert client_order_id(decision_id, "s") != client_order_id(decision_id, "t")
    with pytest.raises(ValueRefusedError):
        client_order_id(decision_id, "far too long")


def test_money_is_what_it_shows() -> None:
    assert exact(0.1) == D("0.1")
    assert exact(1e-7) == D("0.0000001")
    assert plain(D("1E-7")) == "0.0000001"
    assert plain(D("-0.00")) == "0"
    assert plain(D("1200")) == "1200"
    assert to_money(D("0.123456785")) == D("0.12345678")


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "ten"])
def test_what_is_no_number_is_no_money(bad: float | str) -> None:
    with pytest.raises(ValueRefusedError):
        exact(bad)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=8))
def test_plain_text_keeps_the_value(value: Decimal) -> None:
    assert D(plain(value)) == value


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [("DEMO-BTC", "demo"), ("BTCUSDT", "crypto"), ("ETHUSD", "crypto"), ("AAPL", "stock"), ("USDT", "stock")],
)
def test_a_symbols_kind_is_seen_from_its_spelling(symbol: str, kind: str) -> None:
    assert kind_of(symbol) is InstrumentKind(kind)


@pytest.mark.parametrize(
    ("symbol", "quote"),
    [("DEMO-BTC", "USD"), ("ETHBTC", "BTC"), ("BTCUSDT", "USDT"), ("AAPL", "USD"), ("BTCTRY", "TRY"),
     ("BTCUSDT.P", "USDT"), ("BTCPERP", "USDC"), ("EURUSD", "USD"), ("USDJPY", "JPY"), ("EURGBP=X", "GBP")],
)  # fmt: skip
def test_a_symbol_is_priced_in_its_quote(symbol: str, quote: str) -> None:
    assert assumed_instrument(symbol).quote == quote


@pytest.mark.parametrize(
    "symbol",
    ["BTCPERP", "ETHPERP", "BTCTRY", "USDTTRY", "BTCUSDT.P", "BTCUSDTPERP", "BTCBRL", "1000PEPEUSDT", "USDCEUR",
     "EURUSDT", "BTCEUR", "XAUTUSDT", "ETHBTC"],
)  # fmt: skip
def test_perpetual_contracts_and_coins_in_other_money_are_crypto(symbol: str) -> None:
    assert kind_of(symbol) is InstrumentKind.CRYPTO


@pytest.mark.parametrize(
    "symbol",
    ["EURUSD", "USDEUR", "GBPJPY", "USDTRY", "XAUUSD", "XAGEUR", "EURUSD=X", "GBTC", "FETH", "BTRY", "PERP", "P.P",
     "RDS.P", "ENTRY", "GBP", "BRK-B", "VOD.L"],
)  # fmt: skip
def test_currencies_metals_and_shares_that_end_alike_are_no_crypto(symbol: str) -> None:
    assert kind_of(symbol) is InstrumentKind.STOCK


@pytest.mark.parametrize(
    ("symbol", "tick", "step"),
    [("EURUSD", "0.00001", "0.01"), ("USDJPY", "0.001", "0.01"), ("XAUUSD", "0.01", "0.01"), ("AAPL", "0.01", "1")],
)
def test_currencies_have_finer_steps_than_shares(symbol: str, tick: str, step: str) -> None:
    assumed = assumed_instrument(symbol)
    assert (assumed.tick_size, assumed.quantity_step) == (D(tick), D(step))


def test_an_order_off_the_step_is_refused_with_both_numbers() -> None:
    apple = assumed_instrument("AAPL")
    with pytest.raises(OrderError, match=r"0\.5 is off AAPL's step 1"):
        apple.check_order(D("0.5"), D(100))
    with pytest.raises(OrderError, match="not above zero"):
        apple.check_order(D(0), D(100))
    with pytest.raises(OrderError, match=r"worth 0\.5 USD, under AAPL's minimum 1"):
        apple.check_order(D(1), D("0.5"))
    with pytest.raises(OrderError, match=r"Quantity 1 is under AAPL's minimum 5\."):
        replace(apple, minimum_quantity=D(5)).check_order(D(1), D(100))


def test_prices_and_quantities_are_brought_to_their_steps() -> None:
    btc = assumed_instrument("BTCUSDT")
    assert btc.round_price(D("100.017")) == D("100.02")
    assert btc.floor_quantity(D("0.123456789")) == D("0.12345")
    assert (btc.price_decimals, btc.quantity_decimals) == (2, 5)


def test_costs_out_of_bounds_are_refused() -> None:
    assert CostModel(D("0.001"), D("0.0005")).round_trip == pytest.approx(0.003)
    with pytest.raises(ValueRefusedError, match="commission_rate"):
        CostModel(commission_rate=D("0.5"))
    for more in ({"maker_share": D(2)}, {"minimum_commission": D(-1)}, {"volume_share": D(0)}):
        with pytest.raises(ValueRefusedError, match=next(iter(more))):
            CostModel(**more)


def test_orders_and_fills_of_nothing_are_refused() -> None:
    with pytest.raises(ValueRefusedError):
        Order("p", "t", "d", "X", Side.BUY, D(0), D(1), 0, "paper")
    with pytest.raises(ValueRefusedError):
        Order("p", "t", "d", "X", Side.BUY, D(1), D("NaN"), 0, "paper")
    with pytest.raises(ValueRefusedError):
        Fill("f", "p", "X", Side.BUY, D(1), D(0), D(0), D(0), 0)
    assert Side.BUY.opposite is Side.SELL


@pytest.mark.parametrize("step", ["tick_size", "quantity_step"])
@pytest.mark.parametrize("bad", ["0", "-1"])
def test_an_instrument_without_a_step_is_refused(step: str, bad: str) -> None:
    with pytest.raises(ValueRefusedError, match=f"{step} is {bad}"):
        replace(assumed_instrument("BTCUSDT"), **{step: D(bad)})
