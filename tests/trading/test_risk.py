from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Side
from photon_desktop.trading.risk import RiskLimits, check, makes_smaller
from photon_desktop.trading.risk_moment import TradingMoment

D = Decimal
BTC = assumed_instrument("BTCUSDT")


def decision(action: Action, quantity: str, price: str = "100", confidence: float = 0.9) -> TradeDecision:
    return TradeDecision(
        action, "BTCUSDT", Interval.HOUR_1, confidence, D(quantity), D(price), 0.2, "", "rules", "", {}, 0
    )


def holding(quantity: str = "0", cash: str = "10000", price: str = "100") -> Account:
    account, _ = Account().deposited(D(cash))
    if D(quantity) == 0:
        return account
    side = Side.BUY if D(quantity) > 0 else Side.SELL
    return account.after(Fill("f", "o", "BTCUSDT", side, abs(D(quantity)), D(price), ZERO, ZERO, 0))[0]


def codes(wanted: TradeDecision, account: Account, limits: RiskLimits) -> list[str]:
    return [refusal.code for refusal in check(wanted, account, {}, limits, CostModel(), BTC)]


LIMITS = RiskLimits()


def test_an_order_within_all_limits_passes() -> None:
    assert codes(decision(Action.BUY, "10"), holding(), LIMITS) == []


@pytest.mark.parametrize(
    ("wanted", "account", "limits", "code"),
    [
        (decision(Action.BUY, "1", confidence=0.3), holding(), LIMITS, "MIN_CONFIDENCE"),
        (decision(Action.BUY, "16"), holding(), LIMITS, "MAX_POSITION"),
        (decision(Action.BUY, "16"), holding(), replace(LIMITS, maximum_position=D(1)), "MAX_ORDER"),
        (decision(Action.BUY, "1"), holding(), replace(LIMITS, maximum_risk_score=0.1), "RISK_SCORE"),
        (decision(Action.BUY, "6"), holding("10"), LIMITS, "MAX_POSITION"),
        (decision(Action.SELL, "1"), holding(), LIMITS, "SHORT_NOT_ALLOWED"),
        (decision(Action.SELL, "3"), holding("2"), LIMITS, "SHORT_NOT_ALLOWED"),
        (decision(Action.BUY, "100"), holding(), replace(LIMITS, maximum_position=D(1)), "MAX_EXPOSURE"),
        (decision(Action.BUY, "0"), holding(), LIMITS, "ORDER_SIZE"),
        (decision(Action.BUY, "0.00001"), holding(), LIMITS, "ORDER_SIZE"),
        (decision(Action.BUY, "0.000015"), holding(), LIMITS, "ORDER_SIZE"),
        (
            decision(Action.BUY, "100"),
            holding(),
            replace(LIMITS, maximum_position=D(1), maximum_exposure=D(1)),
            "NO_CASH",
        ),
    ],
)
def test_each_rule_refuses_with_its_code(
    wanted: TradeDecision, account: Account, limits: RiskLimits, code: str
) -> None:
    assert code in codes(wanted, account, limits)


def test_making_a_position_smaller_is_never_refused_for_confidence_or_size() -> None:
    tight = replace(LIMITS, minimum_confidence=1.0, maximum_position=D("0.0001"), maximum_exposure=D("0.0001"))
    assert codes(decision(Action.SELL, "5", confidence=0.1), holding("10"), tight) == []
    assert codes(decision(Action.BUY, "5", confidence=0.1), holding("-10"), tight) == []


def test_a_short_is_allowed_where_the_user_allows_it() -> None:
    assert codes(decision(Action.SELL, "3"), holding("2"), replace(LIMITS, allow_short=True)) == []


def test_every_refusal_names_the_value_and_the_bound() -> None:
    wide = replace(LIMITS, maximum_order=D(1))
    (refusal,) = check(decision(Action.BUY, "16"), holding(), {}, wide, CostModel(), BTC)
    assert "1600.00" in refusal.sentence
    assert "1500.00" in refusal.sentence


def test_only_a_simulated_market_may_be_explored() -> None:
    explores = replace(decision(Action.BUY, "1", confidence=0.0), exploring=True)
    assert codes(explores, holding(), LIMITS) == ["EXPLORING"]
    demo = assumed_instrument("DEMO-BTC")
    assert check(replace(explores, ticker="DEMO-BTC"), holding(), {}, LIMITS, CostModel(), demo) == ()


def test_a_short_sale_needs_free_cash_as_a_purchase_does() -> None:
    wide = RiskLimits(maximum_position=D(1), maximum_order=D(1), maximum_exposure=D(1), allow_short=True)
    assert codes(decision(Action.SELL, "100"), holding(), wide) == ["NO_CASH"]  # its costs are not there
    assert codes(decision(Action.SELL, "99"), holding(), wide) == []
    assert codes(decision(Action.BUY, "99"), holding("-50"), wide) == []  # 50 of it close the short position
    (refusal,) = check(decision(Action.SELL, "100"), holding(), {}, wide, CostModel(minimum_commission=D(20)), BTC)
    assert refusal.sentence == "The order needs 10015.00 and the free cash is 10000.00."


@pytest.mark.parametrize("bad", [{"minimum_confidence": 1.1}, {"maximum_position": D(0)}, {"maximum_exposure": D(2)}])
def test_limits_out_of_bounds_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueRefusedError):
        RiskLimits(**bad)  # type: ignore[arg-type]


OPENS = decision(Action.BUY, "1")
CLOSES = decision(Action.SELL, "10")
HOUR = Interval.HOUR_1.nanoseconds
TROUBLE = {
    "DAILY_LOSS": TradingMoment(day_began_with=D(10_527)),  # 5.006% are gone
    "DRAWDOWN": TradingMoment(peak=D(12_500)),
    "ORDER_RATE": TradingMoment(orders=30),
    "DUPLICATE": TradingMoment(ordered_on=0),
    "STALE_PRICE": TradingMoment(price_age_ns=2 * HOUR + 1),
    "MARKET_CLOSED": TradingMoment(is_market_open=False),
    "COOLDOWN": TradingMoment(cools_for=1),
}
QUIET = TradingMoment(
    day_began_with=D(10_526), peak=D(12_499), orders=29, ordered_on=-1, price_age_ns=2 * HOUR, cools_for=0
)


@pytest.mark.parametrize("code", TROUBLE)
def test_each_rule_about_the_moment_refuses_what_opens_and_nothing_that_closes(code: str) -> None:
    def refused(wanted: TradeDecision, account: Account) -> list[str]:
        found = check(wanted, account, {}, LIMITS, CostModel(), BTC, TROUBLE[code])
        return [refusal.code for refusal in found]

    assert refused(OPENS, holding()) == [code]
    assert refused(CLOSES, holding("10")) == []


def test_a_moment_just_within_every_limit_refuses_nothing() -> None:
    assert check(OPENS, holding(), {}, LIMITS, CostModel(), BTC, QUIET) == ()


@pytest.mark.parametrize("last", ["95.5", "105.2"])
def test_a_price_within_the_collar_passes_and_one_beyond_it_does_not(last: str) -> None:
    tight = replace(LIMITS, price_collar=D("0.04"))
    assert check(OPENS, holding(), {"BTCUSDT": D(last)}, LIMITS, CostModel(), BTC) == ()
    (refusal,) = check(OPENS, holding(), {"BTCUSDT": D(last)}, tight, CostModel(), BTC)
    assert refusal.code == "PRICE_COLLAR"
    assert last in refusal.sentence and "4.0% are allowed" in refusal.sentence


def test_all_that_speaks_against_an_order_is_said_at_once() -> None:
    moment = replace(TROUBLE["DRAWDOWN"], cools_for=3, orders=99)
    found = check(decision(Action.BUY, "1", confidence=0.1), holding(), {}, LIMITS, CostModel(), BTC, moment)
    assert [refusal.code for refusal in found] == ["MIN_CONFIDENCE", "DRAWDOWN", "ORDER_RATE", "COOLDOWN"]
    assert all(refusal.sentence.endswith(".") for refusal in found)


@pytest.mark.parametrize(
    "change",
    [
        {"maximum_risk_score": 1.1},
        {"daily_loss": D(0)},
        {"drawdown_halt": D("1.01")},
        {"orders_per_minute": 0},
        {"orders_per_minute": 1_001},
        {"oldest_price": 101},
        {"price_collar": D("-0.1")},
        {"maximum_order": D(2)},
    ],
)
def test_a_limit_that_is_none_is_refused(change: dict[str, object]) -> None:
    (name,) = change
    with pytest.raises(ValueRefusedError, match=name):
        replace(LIMITS, **change)  # type: ignore[arg-type]


def test_losses_are_shares_of_what_there_was() -> None:
    moment = TradingMoment(day_began_with=D(200), peak=D(400))
    assert (moment.day_loss(D(150)), moment.drawdown(D(100))) == (D("0.25"), D("0.75"))
    assert (TradingMoment().day_loss(D(1)), TradingMoment(peak=D(0)).drawdown(D(1))) == (0, 0)


@pytest.mark.parametrize(
    ("held", "action", "quantity", "is_smaller"),
    [
        ("2", Action.SELL, "1", True),
        ("2", Action.SELL, "2", True),
        ("2", Action.SELL, "2.1", False),
        ("2", Action.BUY, "1", False),
        ("-2", Action.BUY, "2", True),
        ("-2", Action.SELL, "1", False),
        ("0", Action.BUY, "1", False),
    ],
)
def test_only_what_takes_away_from_a_position_makes_it_smaller(
    held: str, action: Action, quantity: str, is_smaller: bool
) -> None:
    assert makes_smaller(decision(action, quantity), holding(held)) is is_smaller
