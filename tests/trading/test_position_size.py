"""Each way of sizing a position by an example computed by hand, and what holds for all of them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.position_size import (
    Ceiling,
    Sized,
    SizingMoment,
    ceilings,
    size_position,
)
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingMethod, SizingRules, TradeOdds, order_quantity, position_share

BTC, GOOG = assumed_instrument("BTCUSDT"), assumed_instrument("GOOG")
ODDS = TradeOdds(0.0005, 0.05, 0.04, 0.1)
EXACT = [method for method in SizingMethod if method is not SizingMethod.BALANCED]


def moment(
    equity: str = "10000", price: str = "100", odds: TradeOdds = ODDS, held: str = "0", *rooms: Ceiling
) -> SizingMoment:
    return SizingMoment(Decimal(equity), Decimal(price), odds, Decimal(held), rooms)


def by(method: SizingMethod, **parameters: object) -> SizingRules:
    return replace(SizingRules(method), **parameters)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "quantity", "words"),
    [
        (by(SizingMethod.FIXED_QUANTITY, quantity=Decimal("0.123456")), "0.12345", "fixed quantity 0.123456"),
        (by(SizingMethod.FIXED_NOTIONAL, notional=Decimal(500)), "5", "fixed notional 500"),
        (by(SizingMethod.SHARE, share=Decimal("0.125")), "12.5", "share of equity 12.5%"),
        # 1% a day over the market's 4% is a quarter of equity, 2,500 of 10,000
        (by(SizingMethod.VOLATILITY, largest_position=0.5), "25", "volatility target 1% a day"),
        # half of 0.0005 / 0.05^2 is 0.1 of equity
        (by(SizingMethod.KELLY, kelly_fraction=0.5), "10", "Kelly fraction 50%"),
        (by(SizingMethod.VOLATILITY), "10", "volatility target 1% a day, capped at 10% of equity"),
        (by(SizingMethod.KELLY, kelly_fraction=1.0), "10", "Kelly fraction 100%, capped at 10% of equity"),
    ],
)
def test_a_size_is_what_its_formula_gives(rules: SizingRules, quantity: str, words: str) -> None:
    assert size_position(rules, moment(), BTC) == Sized(Decimal(quantity), words)


def test_the_balanced_size_is_the_smallest_of_four_limits_and_says_nothing_new() -> None:
    rules = SizingRules()
    share = position_share(ODDS, rules)
    assert size_position(rules, moment(), BTC) == Sized(order_quantity(share, Decimal(10_000), Decimal(100), BTC))


def test_no_quotient_is_rounded_up_to_the_next_step() -> None:
    # two thirds are 0.666...67 when rounded, three of which are more than 2
    rules = by(SizingMethod.FIXED_NOTIONAL, notional=Decimal(2))
    fine = replace(BTC, quantity_step=Decimal("1e-28"), minimum_quantity=Decimal("1e-28"), minimum_notional=Decimal(0))
    for price in ("3", "7", "13", "66666.67"):
        quantity = size_position(rules, moment(price=price), fine).quantity
        assert 2 - Fraction(price) / 10**28 < Fraction(quantity) * Fraction(price) <= 2


def test_only_the_balanced_size_is_halved_by_a_high_risk_score() -> None:
    risky = replace(ODDS, risk_score=0.8)
    for method in EXACT:
        assert size_position(by(method), moment(odds=risky), BTC) == size_position(by(method), moment(), BTC)
    calm, halved = (size_position(SizingRules(), moment(odds=odds), BTC).quantity for odds in (ODDS, risky))
    assert halved * 2 == calm - BTC.quantity_step  # cut to the step


def test_what_is_held_counts_and_only_the_rest_is_ordered() -> None:
    rules = by(SizingMethod.FIXED_NOTIONAL, notional=Decimal(500))
    assert size_position(rules, moment(held="3.25"), BTC).quantity == Decimal("1.75")
    full = size_position(rules, moment(held="5"), BTC)
    assert (full.quantity, full.shortfall) == (0, "fixed notional 500 asks for no more than is held")
    held, none = (size_position(SizingRules(), moment(held=held), BTC).quantity for held in ("1", "0"))
    assert none - held == 1


@pytest.mark.parametrize(
    ("rules", "given_", "shortfall"),
    [
        (
            by(SizingMethod.FIXED_NOTIONAL, notional=Decimal(3)),
            {},
            "fixed notional 3 comes to 0.03 BTCUSDT, under its least order of 5 USDT",
        ),
        (
            by(SizingMethod.FIXED_QUANTITY, quantity=Decimal("0.000001")),
            {},
            "fixed quantity 0.000001 comes to 0.000001 BTCUSDT, under its least order of 0.00001 BTCUSDT",
        ),
        (by(SizingMethod.SHARE), {"equity": "0"}, "there is no equity left to trade with"),
        (
            by(SizingMethod.VOLATILITY),
            {"odds": replace(ODDS, daily_volatility=float("nan"))},
            "the volatility that its size goes by is not known",
        ),
        (
            by(SizingMethod.KELLY),
            {"odds": replace(ODDS, expected_return=None)},
            "Kelly's criterion goes by a model's odds and there is no model to tell them",
        ),
        (
            by(SizingMethod.KELLY),
            {"odds": replace(ODDS, expected_return=-0.001)},
            "nothing is expected to be gained, and of that Kelly's criterion stakes nothing",
        ),
        (SizingRules(), {"equity": "0"}, "the sizing rules leave less than the least order of BTCUSDT"),
        (SizingRules(), {"equity": "10"}, "the sizing rules leave less than the least order of BTCUSDT"),
    ],
)
def test_a_size_of_nothing_says_why(rules: SizingRules, given_: dict[str, object], shortfall: str) -> None:
    done = size_position(rules, moment(**given_), BTC)  # type: ignore[arg-type]
    assert (done.quantity, done.shortfall) == (0, shortfall)


def test_whole_units_are_bought_whole() -> None:
    done = size_position(by(SizingMethod.FIXED_NOTIONAL, notional=Decimal(399)), moment(), GOOG)
    assert done.quantity == 3
    assert size_position(by(SizingMethod.FIXED_QUANTITY, quantity=Decimal("0.5")), moment(), GOOG).shortfall == (
        "fixed quantity 0.5 comes to 0.5 GOOG, under its least order of 1 GOOG"
    )


def test_the_lowest_ceiling_cuts_a_size_and_is_named() -> None:
    rooms = (Ceiling(Decimal(400), "the largest order"), Ceiling(Decimal("150.5"), "the free cash"))
    done = size_position(by(SizingMethod.SHARE), moment("10000", "100", ODDS, "0", *rooms), BTC)
    assert done == Sized(Decimal("1.505"), "share of equity 10%, cut to 150.50 USDT by the free cash")
    none = Ceiling(Decimal(-1), "the largest exposure")
    assert size_position(by(SizingMethod.SHARE), moment("10000", "100", ODDS, "0", none), BTC).shortfall == (
        "the largest exposure leaves nothing to open a position with"
    )


def test_the_ceilings_are_what_limits_positions_and_cash_leave() -> None:
    account = Account(Decimal(5_000), {"BTCUSDT": Position("BTCUSDT", Decimal(5), Decimal(400))})
    prices = {"BTCUSDT": Decimal(100)}
    costs = CostModel(Decimal("0.2") / 2, Decimal(0))
    found = ceilings(account, "BTCUSDT", prices, RiskLimits(), costs)
    equity = account.equity(prices)
    assert [(room.words, room.notional) for room in found] == [
        ("the largest order", equity * Decimal("0.15")),
        ("the largest position", equity * Decimal("0.15") - 500),
        ("the largest exposure", equity * Decimal("0.8") - 500),
        ("the free cash", Decimal("4545.454545454545454545454545")),
    ]


money = st.decimals("0.01", "10000000", places=2)
prices = st.decimals("0.0001", "90000", places=4).filter(lambda price: price > 0)
odds = st.builds(
    TradeOdds, st.floats(0, 0.2), st.floats(0.001, 0.5), st.floats(0, 0.5), st.sampled_from([0.1, 0.79, 0.8, 1.0])
)


@st.composite
def sizing_rules(draw: st.DrawFn) -> SizingRules:
    return SizingRules(
        draw(st.sampled_from(SizingMethod)),
        draw(st.decimals("0.00000001", "100000", places=8)),
        draw(money),
        draw(st.decimals("0.0001", "1", places=4)),
        draw(st.floats(0.01, 1)),
        draw(st.floats(0.01, 1)),
        draw(st.floats(0.0001, 0.1)),
        draw(st.floats(0.0001, 0.2)),
    )


@given(sizing_rules(), money, prices, odds, st.sampled_from([BTC, GOOG]), money)
def test_a_quantity_is_on_the_step_never_negative_and_within_every_ceiling(
    rules: SizingRules, equity: Decimal, price: Decimal, told: TradeOdds, instrument: object, most: Decimal
) -> None:
    assert isinstance(instrument, type(BTC))
    done = size_position(rules, SizingMoment(equity, price, told, ceilings=(Ceiling(most, "the cash"),)), instrument)
    assert done.quantity >= 0
    assert done.quantity % instrument.quantity_step == 0
    assert done.quantity * price <= most
    assert bool(done.shortfall) == (done.quantity == 0)
    if done.quantity:
        assert done.quantity >= instrument.minimum_quantity
        assert done.quantity * price >= instrument.minimum_notional


@given(sizing_rules(), money, prices, odds)
def test_a_quantity_is_never_worth_more_than_its_methods_cap_of_equity(
    rules: SizingRules, equity: Decimal, price: Decimal, told: TradeOdds
) -> None:
    worth = size_position(rules, SizingMoment(equity, price, told), BTC).quantity * price
    for most in caps(rules, equity, price):
        assert worth <= most


def caps(rules: SizingRules, equity: Decimal, price: Decimal) -> Iterator[Decimal]:
    match rules.method:
        case SizingMethod.FIXED_QUANTITY:
            yield rules.quantity * price
        case SizingMethod.FIXED_NOTIONAL:
            yield rules.notional
        case SizingMethod.SHARE:
            yield equity * rules.share
        case _:
            yield equity * Decimal(str(rules.largest_position))


@given(sizing_rules(), money, money, prices, odds)
def test_more_equity_never_makes_a_position_smaller(
    rules: SizingRules, equity: Decimal, more: Decimal, price: Decimal, told: TradeOdds
) -> None:
    small, large = (SizingMoment(each, price, told) for each in (equity, equity + more))
    assert size_position(rules, small, BTC).quantity <= size_position(rules, large, BTC).quantity


def test_a_size_cut_to_the_cash_leaves_its_slippage_and_its_least_commission() -> None:
    costs = CostModel(Decimal(0), Decimal("0.01"), minimum_commission=Decimal(2))
    cash = ceilings(Account(Decimal(103)), "DEMO-BTC", {"DEMO-BTC": Decimal(10)}, RiskLimits(), costs)[-1]
    assert cash.notional == Decimal(100)
