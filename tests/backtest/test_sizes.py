"""Sizes as they are written, what they refuse, and that they are those of the live decision."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.backtest.model_strategy import wants_of_forecasts
from photon_desktop.backtest.odds import odds_of
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.simulation import Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.step import simulate
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, SmaCross
from photon_desktop.backtest.wants import Wants, wants_of
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.decision import decide
from photon_desktop.learning.model import Prediction
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from photon_desktop.trading.position_size import SizingMoment, size_position
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingMethod, SizingRules, TradeOdds
from tests.backtest.markets import bars_of, generated_bars
from tests.backtest.test_model_strategy import MANIFEST
from tests.learning.test_decision import context_with

FREE = CostModel(exact(0), exact(0))
FLAT = (100, 101, 99, 100)
HOUR = Interval.HOUR_1


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("all", Sizing()),
        ("fixed:2.5", Sizing(SizeKind.FIXED, 2.5)),
        ("share:0.5", Sizing(SizeKind.SHARE, 0.5)),
        (" share:1 ", Sizing(SizeKind.SHARE, 1.0)),
        ("notional:500", Sizing(SizeKind.NOTIONAL, 500.0)),
        ("volatility:0.01", Sizing(SizeKind.VOLATILITY, 0.01)),
        ("volatility:0.01:0.5", Sizing(SizeKind.VOLATILITY, 0.01, cap=0.5)),
        ("kelly:0.25", Sizing(SizeKind.KELLY, 0.25)),
        ("kelly:0.5:0.1", Sizing(SizeKind.KELLY, 0.5, cap=0.1)),
    ],
)
def test_sizes_are_read_as_they_are_written(text: str, size: Sizing) -> None:
    assert Sizing.parse(text) == size
    assert size.text == text.strip()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "use all, fixed:QTY, share:0.5"),
        ("all:1", "use all, fixed:QTY, share:0.5"),
        ("half", "use all, fixed:QTY, share:0.5"),
        ("share:", "use all, fixed:QTY, share:0.5"),
        ("notional:500:1", "or kelly:0.25"),
        ("share:0.5:0.5", "use all, fixed:QTY, share:0.5"),
        ("kelly:0.5:0.1:1", "use all, fixed:QTY, share:0.5"),
        ("kelly:half", "use all, fixed:QTY, share:0.5"),
        ("kelly:1.5", "is not allowed: its kelly_fraction is 1.5; it lies above 0 and up to 1"),
        ("kelly:0.5:2", "is not allowed: its largest_position is 2.0; it lies above 0 and up to 1"),
        ("volatility:0.3", "is not allowed: its daily_volatility is 0.3; it lies above 0 and up to 0.2"),
        ("notional:2e9", "its notional is 2000000000.0; it lies above 0 and up to 1,000,000,000"),
        ("notional:0", "above zero"),
        ("share:1.5", "at most at 1"),
        ("share:0", "above zero"),
        ("fixed:-1", "above zero"),
        ("fixed:nan", "above zero"),
        ("fixed:inf", "above zero"),
    ],
)
def test_other_sizes_are_refused_with_the_bound(text: str, sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        Sizing.parse(text)


def test_a_fixed_size_in_whole_units_is_whole() -> None:
    with pytest.raises(ValueRefusedError, match="not whole"):
        Sizing.parse("fixed:2.5", steps_per_unit=1)


ODDS = TradeOdds(0.0005, 0.05, 0.04, 0.0)


@pytest.mark.parametrize(
    ("sizing", "units"),
    [
        (Sizing(SizeKind.NOTIONAL, 500), 5),
        (Sizing(SizeKind.NOTIONAL, 555, steps_per_unit=1), 5),
        (Sizing(SizeKind.NOTIONAL, 50_000), 98.039215),  # all that the cash buys at 102
        (Sizing(SizeKind.VOLATILITY, 0.01), 25),  # a day's 1% over the market's 4%, of 10,000
        (Sizing(SizeKind.VOLATILITY, 0.01, cap=0.2), 20),
        (Sizing(SizeKind.KELLY, 0.5), 10),  # half of 0.0005 / 0.05^2
        (Sizing(SizeKind.KELLY, 0.5, cap=0.05), 5),
    ],
)
def test_a_size_is_what_its_formula_gives_at_the_close_that_signalled(sizing: Sizing, units: float) -> None:
    assert sizing.quantity(10_000.0, 102.0, 100.0, ODDS) == units


def test_a_notional_buys_no_more_than_the_money_and_nothing_without_any() -> None:
    assert Sizing(SizeKind.NOTIONAL, 500).quantity(100.0, 100.0, 100.0) == 0.999999  # as share:1 does
    assert Sizing(SizeKind.NOTIONAL, 500).quantity(-5.0, 100.0, 100.0) == 0


@pytest.mark.parametrize("kind", [SizeKind.VOLATILITY, SizeKind.KELLY])
def test_a_size_that_needs_odds_is_refused_without_them(kind: SizeKind) -> None:
    rules = Rules(sizing=Sizing(kind, 0.1))
    with pytest.raises(ValueRefusedError, match=f"The size {kind}:0.1 depends on odds"):
        simulate(bars_of([FLAT] * 4), wants_of(np.zeros(4, np.int8), False), rules)


@pytest.mark.parametrize(
    ("sizing", "strategy", "sentence"),
    [
        (
            Sizing(SizeKind.KELLY, 0.25),
            SmaCross(),
            "The size kelly:0.25 goes by a model's odds and sma_cross tells none; use random_forest",
        ),
        (
            Sizing(SizeKind.VOLATILITY, 0.01),
            BuyAndHold(),
            "The size volatility:0.01 goes by how much the bars before have moved and buy_and_hold buys on the first",
        ),
    ],
)
def test_a_strategy_that_can_not_tell_what_a_size_goes_by_is_refused(
    sizing: Sizing, strategy: SmaCross | BuyAndHold, sentence: str
) -> None:
    bars = generated_bars(100)
    plan = plan_of_rule(strategy, bars, False, Stopwatch())
    with pytest.raises(ValueRefusedError, match=sentence):
        trade(plan, bars, HOUR, Rules(sizing=sizing), Stopwatch())


def test_a_rule_trades_by_the_volatility_that_was_known_at_its_signal() -> None:
    bars = generated_bars(400)
    plan = plan_of_rule(SmaCross(), bars, False, Stopwatch())
    sizing = Sizing(SizeKind.VOLATILITY, 0.01)
    trades = trade(plan, bars, HOUR, Rules(costs=FREE, sizing=sizing), Stopwatch()).simulation.trades
    first = trades[0]
    signal = first.entry_index - 1
    returns = np.diff(np.log(bars.close[: signal + 1]))
    weights = (1 - 2 / 101) ** np.arange(len(returns))[::-1]
    mean = np.average(returns, weights=weights)
    variance = np.average((returns - mean) ** 2, weights=weights)
    bias = weights.sum() ** 2 / (weights.sum() ** 2 - (weights**2).sum())
    daily = np.sqrt(variance * bias * 24)
    assert first.quantity == pytest.approx(0.01 / daily * 10_000 / bars.close[signal], abs=2e-6)
    assert len({one.quantity for one in trades}) == len(trades) > 3


def model_wants(bars: Bars) -> Wants:
    """Wants of made-up probabilities that lean either way, bar by bar."""
    random = np.random.default_rng(3)
    probabilities = random.dirichlet((1, 0.5, 1), len(bars))
    return wants_of_forecasts(probabilities, bars, CostModel(), RiskLimits(allow_short=True))


def simulated(bars: Bars, sizing: Sizing) -> Simulation:
    rules = Rules(sizing=sizing, short_allowed=True)
    return simulate(bars, model_wants(bars), rules, odds_of(bars, model_wants(bars), HOUR))


@pytest.mark.parametrize("sizing", [Sizing.parse(text) for text in ("notional:500", "volatility:0.02", "kelly:0.1")])
def test_what_comes_after_changes_no_size_before(sizing: Sizing) -> None:
    bars = generated_bars(300)
    whole = simulated(bars, sizing).trades
    for cut in (2, 30, 101, 250):
        part = simulated(bars.part(0, cut), sizing).trades
        assert part == tuple(one for one in whole if one.exit_index < cut)
    assert len(whole) > 20


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("notional:500", SizingRules(SizingMethod.FIXED_NOTIONAL, notional=Decimal(500))),
        ("volatility:0.01:0.5", SizingRules(SizingMethod.VOLATILITY, daily_volatility=0.01, largest_position=0.5)),
        ("kelly:0.05:0.5", SizingRules(SizingMethod.KELLY, kelly_fraction=0.05, largest_position=0.5)),
    ],
)
def test_a_backtest_buys_what_the_live_decision_would(text: str, rules: SizingRules) -> None:
    bars = generated_bars(400)
    prediction = Prediction(0.15, 0.25, 0.60)
    wide = RiskLimits(maximum_order=Decimal(1), maximum_position=Decimal(1), maximum_exposure=Decimal(1))
    known = bars.part(0, 300)
    context = context_with(bars=known, prediction=prediction, sizing=rules, limits=wide, costs=CostModel())
    context = replace(context, account=Account(Decimal(10_000)), manifest=MANIFEST)
    fine = replace(context.instrument, tick_size=Decimal("1e-12"), quantity_step=Decimal("1e-6"))
    live = decide(replace(context, instrument=fine))
    probabilities = np.full((400, 3), np.nan)
    probabilities[299] = prediction.by_class
    wants = wants_of_forecasts(probabilities, bars, CostModel(), wide)
    plan = Plan("random_forest", wants, 299)
    done = trade(plan, bars, HOUR, Rules(sizing=Sizing.parse(text)), Stopwatch()).simulation
    bought = done.trades[0].quantity if done.trades else done.open_trade.quantity if done.open_trade else 0
    assert f" Sized by {rules.method.value.partition('_')[0]}".lower() in live.reasoning.lower()
    assert bought == pytest.approx(float(live.quantity), abs=1.5e-6)
    assert bought > 0


sizes = st.one_of(
    st.builds(lambda n: Sizing(SizeKind.NOTIONAL, n), st.floats(0.01, 1e6)),
    st.builds(lambda v, c: Sizing(SizeKind.VOLATILITY, v, cap=c), st.floats(0.0001, 0.2), st.floats(0.01, 1)),
    st.builds(lambda f, c: Sizing(SizeKind.KELLY, f, cap=c), st.floats(0.01, 1), st.floats(0.01, 1)),
)


@given(sizes, st.floats(1, 1e6), st.floats(0.01, 1e4), st.floats(0.9, 1.1))
def test_a_size_never_spends_more_than_there_is(sizing: Sizing, cash: float, close: float, gap: float) -> None:
    unit_cost = close * gap
    quantity = sizing.quantity(cash, unit_cost, close, ODDS)
    assert quantity >= 0
    assert quantity * unit_cost <= cash
    if sizing.needs_odds:
        assert quantity * close <= cash * sizing.cap * (1 + 1e-12)


def test_balanced_is_the_live_decisions_size() -> None:
    odds = TradeOdds(0.004, 0.02, 0.03, 0.0)
    sized = Sizing.parse("balanced").quantity(10_000.0, 100.0, 100.0, odds)
    moment = SizingMoment(Decimal(10_000), Decimal(100), odds)
    live = size_position(SizingRules(), moment, assumed_instrument("BTCUSDT")).quantity
    assert 0 < sized == pytest.approx(float(live), abs=1e-5)
    assert Sizing.parse("balanced:0.02").quantity(10_000.0, 100.0, 100.0, odds) == pytest.approx(2.0, abs=1e-5)
    assert Sizing.parse("balanced").text == "balanced:0.1"
    with pytest.raises(ValueRefusedError, match="a model's odds and sma_cross tells none"):
        Sizing.parse("balanced").check_odds("sma_cross", 20, is_model=False)
