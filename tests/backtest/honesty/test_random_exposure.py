from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.backtest.honesty.holdings import Holdings
from photon_desktop.backtest.honesty.random_exposure import grown, random_exposure
from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, SmaCross
from photon_desktop.backtest.wants import SignalArray, wants_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from tests.backtest.markets import bars_from_closes, generated_bars

COSTLY = CostModel(Decimal("0.001"), Decimal("0.002"))
FREE = CostModel(Decimal(0), Decimal(0))


def holdings_of(bars: Bars, signals: SignalArray, rules: Rules) -> tuple[Holdings, float]:
    plan = Plan("tested", wants_of(signals, rules.short_allowed), 0)
    result = trade(plan, bars, Interval.HOUR_1, rules, Stopwatch())
    return Holdings.of(result, bars), result.figures.total_return


@pytest.mark.parametrize(
    "rules",
    [
        Rules(costs=COSTLY),
        Rules(costs=COSTLY, short_allowed=True),
        Rules(costs=COSTLY, sizing=Sizing.parse("share:0.4"), short_allowed=True),
        Rules(costs=COSTLY, finalize=Finalize.LAST_CLOSE),
    ],
)
def test_at_the_strategys_own_times_it_makes_what_the_strategy_made(rules: Rules) -> None:
    bars = generated_bars(3_000)
    holdings, made = holdings_of(bars, SmaCross().signals(bars), rules)
    assert len(holdings) > 50
    own = grown(holdings, bars, np.arange(len(holdings))[None, :], holdings.entries[None, :])
    assert own[0] == pytest.approx(made, abs=1e-4)


def test_a_position_that_is_still_open_is_one_of_them() -> None:
    bars = generated_bars(500)
    holdings, _ = holdings_of(bars, BuyAndHold(20).signals(bars), Rules(costs=COSTLY))
    assert holdings.entries.tolist() == [21]
    assert holdings.lengths.tolist() == [479]
    assert holdings.until_close.tolist() == [True]
    assert holdings.commission[0] * (1 + bars.close[-1] / (bars.open[21] * 1.002)) == pytest.approx(0.001)


def test_one_that_holds_all_the_time_has_no_other_time() -> None:
    bars = generated_bars(500)
    holdings, made = holdings_of(bars, BuyAndHold(20).signals(bars), Rules(costs=COSTLY))
    assert random_exposure(holdings, bars, 21, made, 1) is None


def test_one_that_never_trades_has_nothing_to_draw() -> None:
    bars = generated_bars(500)
    holdings, made = holdings_of(bars, np.zeros(500, dtype=np.int8), Rules(costs=COSTLY))
    assert random_exposure(holdings, bars, 21, made, 1) is None


def test_who_knows_the_next_bar_beats_every_draw() -> None:
    bars = generated_bars(2_000)
    rises = np.sign(np.append(np.diff(bars.open), [0.0, 0.0])[1:]).astype(np.int8)
    holdings, made = holdings_of(bars, rises, Rules(costs=FREE))
    found = random_exposure(holdings, bars, 1, made, 1)
    assert found is not None
    assert found.percentile == 1.0
    assert found.p_value == pytest.approx(1 / 1_001)
    assert found.high < made


def test_who_knows_nothing_stands_anywhere_among_the_draws() -> None:
    places = []
    for seed in range(30):
        random = np.random.default_rng(seed)
        bars = bars_from_closes((100 * np.exp(np.cumsum(random.normal(0, 0.01, 800)))).tolist())
        signals = random.choice(np.array([-1, 0, 1], dtype=np.int8), 800, p=(0.05, 0.9, 0.05))
        holdings, made = holdings_of(bars, signals, Rules(costs=FREE))
        found = random_exposure(holdings, bars, 1, made, seed, draws=200)
        assert found is not None
        places.append(found.percentile)
    assert 0.3 < np.mean(places) < 0.7
    assert min(places) < 0.25
    assert max(places) > 0.75


def test_costs_are_paid_by_the_draws_too() -> None:
    bars = generated_bars(2_000)
    signals = SmaCross().signals(bars)
    free, costly = (holdings_of(bars, signals, Rules(costs=costs))[0] for costs in (FREE, COSTLY))
    cheap, dear = (random_exposure(each, bars, 21, 0.0, 1, draws=100) for each in (free, costly))
    assert cheap is not None
    assert dear is not None
    paid = (1 - 0.001) ** 2 * (1 - 0.002) / (1 + 0.002)
    assert (1 + dear.median) / (1 + cheap.median) == pytest.approx(paid ** len(free), rel=0.02)


def test_the_same_seed_draws_the_same_and_draws_stay_inside_the_bars() -> None:
    bars = generated_bars(300)
    holdings, made = holdings_of(bars, SmaCross().signals(bars), Rules(costs=COSTLY, stop_loss=0.005))
    once, again = (random_exposure(holdings, bars, 21, made, 5) for _ in range(2))
    assert once == again
    full = replace(holdings, lengths=np.full(len(holdings), (300 - 21) // len(holdings)))
    assert random_exposure(full, bars, 21, made, 5) is not None
