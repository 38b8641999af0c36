"""What the screen writes for numbers and times."""

from datetime import UTC, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.timestamps import from_iso
from photon_desktop.ui import formats

BTC = assumed_instrument("BTCUSDT")
APPLE = assumed_instrument("AAPL")
TEN = from_iso("2024-12-07T10:00:05Z")


def test_a_price_has_the_digits_of_its_tick_and_grouped_thousands() -> None:
    assert formats.price(Decimal("88457.7"), BTC) == "88,457.70"


def test_a_quantity_has_the_digits_of_its_step() -> None:
    assert formats.quantity(Decimal("0.05"), BTC) == "0.05000"
    assert formats.quantity(Decimal(12), APPLE) == "12"


@pytest.mark.parametrize("nothing", [None, float("nan"), float("inf")])
def test_what_is_no_number_is_a_dash(nothing: float | None) -> None:
    assert formats.fixed(nothing, 2) == formats.NO_VALUE
    assert formats.signed_money(nothing) == formats.NO_VALUE
    assert formats.signed_percent(nothing) == formats.NO_VALUE


def test_gains_and_losses_carry_their_sign_and_zero_carries_none() -> None:
    assert formats.signed_money(Decimal("12.5")) == "+12.50"
    assert formats.signed_money(Decimal("-1234.567")) == "−1,234.57"
    assert formats.signed_money(Decimal("-0.001")) == "0.00"
    assert formats.signed_money(Decimal("0.001")) == "0.00"


def test_shares_are_written_as_percentages() -> None:
    assert formats.percent(0.85) == "85%"
    assert formats.signed_percent(-0.0123) == "−1.23%"


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 8))
def test_a_written_number_reads_back_to_within_half_its_last_digit(value: Decimal, decimals: int) -> None:
    text = formats.fixed(value, decimals).replace(",", "").replace(formats.MINUS, "-")
    assert abs(Decimal(text) - value) <= Decimal(5).scaleb(-decimals - 1)


def test_times_are_written_in_the_zone_asked_for_and_in_utc() -> None:
    east = timezone(timedelta(hours=2), "EET")
    assert formats.clock_time(TEN, east) == "12:00:05"
    assert formats.short_time(TEN, UTC) == "07 Dec 10:00"
    assert formats.minute_time(TEN, east) == "2024-12-07 12:00"
    assert formats.full_time(TEN, east) == "2024-12-07 12:00:05 EET"
    assert formats.utc_time(TEN) == "2024-12-07 10:00:05 UTC"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.34, "340 ms"), (2.14, "2.1 s"), (9.97, "10 s"), (59.4, "59 s"), (59.7, "1 min 00 s"), (192, "3 min 12 s"),
        (7_500, "2 h 05 min"), (273_600, "3 d 4 h"), (-2.0, "−2.0 s"),
    ],
)  # fmt: skip
def test_a_duration_shows_its_two_largest_units(seconds: float, text: str) -> None:
    assert formats.duration(seconds) == text


def test_an_age_under_a_second_is_now() -> None:
    assert [formats.ago(seconds) for seconds in (0.2, 4.8, 75.0)] == ["now", "4 s ago", "1 min 15 s ago"]
