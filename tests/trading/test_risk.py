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
from photon_desktop.trading.risk import RiskLimits, check

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
        (decision(Action.BUY, "6"), holding("10"), LIMITS, "MAX_POSITION"),
        (decision(Action.SELL, "1"), holding(), LIMITS, "SHORT_NOT_ALLOWED"),
        (decision(Action.SELL, "3"), holding("2"), LIMITS, "SHORT_NOT_ALLOWED"),
        (decision(Action.BUY, "100"), holding(), replace(LIMITS, maximum_position=D(1)), "MAX_EXPOSURE"),
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
    (refusal,) = check(decision(Action.BUY, "16"), holding(), {}, LIMITS, CostModel(), BTC)
    assert "1600.00" in refusal.sentence
    assert "1500.00" in refusal.sentence


@pytest.mark.parametrize("bad", [{"minimum_confidence": 1.1}, {"maximum_position": D(0)}, {"maximum_exposure": D(2)}])
def test_limits_out_of_bounds_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueRefusedError):
        RiskLimits(**bad)  # type: ignore[arg-type]
