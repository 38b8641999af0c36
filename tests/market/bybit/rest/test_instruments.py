"""Descriptions of instruments read exactly."""

from decimal import Decimal

import pytest

from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning
from photon_desktop.market.bybit.rest.instruments import read_instrument
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from tests.fakes.bybit_market import BTC


def test_a_linear_contract_has_a_quantity_step_and_a_least_value() -> None:
    assert read_instrument(Category.LINEAR, BTC.linear()) == Instrument(
        "BTCUSDT", InstrumentKind.CRYPTO, "USDT", Decimal("0.1"), Decimal("0.001"), Decimal("0.001"), Decimal(5)
    )


def test_a_spot_pair_has_other_names_for_them() -> None:
    assert read_instrument(Category.SPOT, BTC.spot()) == Instrument(
        "BTCUSDT", InstrumentKind.CRYPTO, "USDT", Decimal("0.01"), Decimal("0.000001"), Decimal("0.000048"), Decimal(1)
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        {},
        {"priceFilter": {}},
        {"priceFilter": {"tickSize": 0.1}},
        {"priceFilter": {"tickSize": "much"}},
        {"priceFilter": {"tickSize": "0"}},
        {"lotSizeFilter": {"basePrecision": "0.1"}},
        {"lotSizeFilter": None},
    ],
)
def test_a_description_without_its_steps_is_told(spoilt: dict[str, object]) -> None:
    listing = {**BTC.linear(), **spoilt} if spoilt else {}
    with pytest.raises(ExchangeError, match="an instrument") as told:
        read_instrument(Category.LINEAR, listing)
    assert told.value.meaning is Meaning.UNREADABLE
