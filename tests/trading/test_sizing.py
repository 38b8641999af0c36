from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.sizing import SizingRules, TradeOdds, order_quantity, position_share

BTC = assumed_instrument("BTCUSDT")
LIMITS = SizingRules()
shares = st.floats(0, 1)


def test_nothing_is_traded_where_nothing_is_expected() -> None:
    assert position_share(TradeOdds(0.0, 0.03, 0.03, 0.1), LIMITS) == 0
    assert position_share(TradeOdds(-0.01, 0.03, 0.03, 0.1), LIMITS) == 0


def test_the_smallest_of_the_four_limits_counts() -> None:
    assert position_share(TradeOdds(0.01, 0.02, 0.01, 0.1), LIMITS) == pytest.approx(0.10)  # the cap
    assert position_share(TradeOdds(0.01, 0.10, 0.01, 0.1), LIMITS) == pytest.approx(0.05)  # half a percent at risk
    assert position_share(TradeOdds(0.01, 0.02, 0.20, 0.1), LIMITS) == pytest.approx(0.05)  # the volatility target
    assert position_share(TradeOdds(0.00016, 0.02, 0.01, 0.1), LIMITS) == pytest.approx(
        0.25 * 0.00016 / 0.0004
    )  # quarter Kelly


def test_a_high_risk_score_halves_the_share() -> None:
    assert position_share(TradeOdds(0.01, 0.02, 0.01, 0.8), LIMITS) == pytest.approx(0.05)


@pytest.mark.parametrize("name", ["largest_position", "at_risk", "daily_volatility"])
@pytest.mark.parametrize("share", [0.0, -0.1, 1.1, float("nan")])
def test_a_share_of_nothing_or_of_more_than_there_is_is_refused(name: str, share: float) -> None:
    with pytest.raises(ValueRefusedError, match=f"^{name} is {share}; it lies above 0 and up to "):
        SizingRules(**{name: share})


@pytest.mark.parametrize(
    ("name", "value", "most"),
    [
        ("quantity", Decimal(0), "1,000,000,000"),
        ("notional", Decimal(-1), "1,000,000,000"),
        ("quantity", Decimal("NaN"), "1,000,000,000"),
        ("notional", Decimal(1_000_000_001), "1,000,000,000"),
        ("share", Decimal("1.01"), "1"),
        ("kelly_fraction", 1.5, "1.0"),
    ],
)
def test_an_amount_beyond_its_bound_is_refused_in_a_sentence(name: str, value: object, most: str) -> None:
    with pytest.raises(ValueRefusedError, match=rf"^{name} is {value}; it lies above 0 and up to {most}\.$"):
        SizingRules(**{name: value})  # type: ignore[arg-type]


def test_where_no_return_was_told_kellys_limit_is_left_out() -> None:
    assert position_share(TradeOdds(None, 0.02, 0.01, 0.1), LIMITS) == pytest.approx(0.10)


@given(shares, st.decimals("1", "1000000", places=2), st.decimals("0.01", "90000", places=2))
def test_a_quantity_never_costs_more_than_its_share_of_equity(share: float, equity: Decimal, price: Decimal) -> None:
    quantity = order_quantity(share, equity, price, BTC)
    assert quantity * price <= equity * Decimal(str(share))
    assert quantity % BTC.quantity_step == 0


def test_a_quantity_under_the_least_notional_is_none_at_all() -> None:
    assert order_quantity(0.01, Decimal(400), Decimal(100), BTC) == 0
    assert order_quantity(0.01, Decimal(600), Decimal(100), BTC) == Decimal("0.06")
