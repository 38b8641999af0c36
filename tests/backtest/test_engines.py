"""One set of rules, two engines: whatever is traded, both make the same trades and the same equity, bit for bit."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.entry_orders import EntryKind, EntryOrders
from photon_desktop.backtest.odds import odds_of
from photon_desktop.backtest.rules import Finalize, Rules, StopBasis
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.wants import Wants, wants_of
from photon_desktop.errors import DataError, ValueRefusedError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.interval import Interval
from tests.backtest.markets import DAY, bars_of, generated_bars, simulate_signals

FREE = CostModel(Decimal(0), Decimal(0))
CHEAP = CostModel(Decimal("0.001"), Decimal("0.0005"))
DEAR = CostModel(Decimal("0.02"), Decimal("0.01"), maker_share=Decimal("0.5"))
FLAT = (100, 101, 99, 100)


def market(seed: int, count: int) -> Bars:
    """Bars on a grid of halves, so that levels are touched exactly; gaps, still bars, no volume, missing days."""
    luck = np.random.default_rng(seed)
    rows, close = [], float(luck.integers(6, 40))
    for gap, move, up, down in zip(*luck.integers(-8, 9, (4, count)).tolist(), strict=True):
        open_ = max(0.5, close + (gap / 2 if gap > 3 else 0))
        close = max(0.5, open_ + (move / 2 if abs(move) > 2 else 0))
        rows.append((open_, max(open_, close) + max(0, up - 4), max(0.5, min(open_, close) - max(0, down - 4)), close))
    days = np.cumsum(luck.choice([1, 1, 1, 3], count)) * DAY
    return Bars.of(days, *np.array(rows).T, luck.choice([0.0, 3.0, 1e6], count))


markets = st.builds(market, st.integers(0, 2**32), st.integers(1, 40))
costs = st.builds(
    CostModel,
    st.sampled_from([Decimal(0), Decimal("0.001"), Decimal("0.05")]),
    st.sampled_from([Decimal(0), Decimal("0.0005"), Decimal("0.02")]),
    maker_share=st.sampled_from([Decimal(1), Decimal(0)]),
    minimum_commission=st.sampled_from([Decimal(0), Decimal(0), Decimal(5)]),
    slippage_model=st.sampled_from([SlippageModel.FIXED, *SlippageModel]),
)
sizes = st.sampled_from(
    [
        Sizing(),
        Sizing(steps_per_unit=1),
        Sizing(SizeKind.SHARE, 0.3),
        Sizing(SizeKind.FIXED, 30.0),
        Sizing(SizeKind.FIXED, 1.0),
        Sizing(SizeKind.NOTIONAL, 700.0),
        Sizing(SizeKind.VOLATILITY, 0.02),
    ]
)
coin = Instrument("COIN", InstrumentKind.CRYPTO, "USD", Decimal("0.25"), Decimal("0.1"), Decimal("0.5"), Decimal(50))
shares = st.none() | st.sampled_from([0.01, 0.05, 0.25])


def some_rules(cost: st.SearchStrategy[CostModel]) -> st.SearchStrategy[Rules]:
    return st.builds(
        Rules,
        initial_balance=st.sampled_from([10_000.0, 1_000.0, 20.0]),
        costs=cost,
        sizing=sizes,
        stop_loss=shares,
        take_profit=shares,
        stop_basis=st.sampled_from(StopBasis),
        short_allowed=st.booleans(),
        finalize=st.sampled_from(Finalize),
        instrument=st.none() | st.just(coin),
        volume_share=st.sampled_from([None, None, 0.1, 1.0]),
        entry=st.sampled_from([EntryOrders(), EntryOrders(), *(EntryOrders(kind, 0.03) for kind in EntryKind)]),
    )


def assert_same(one: Simulation, other: Simulation) -> None:
    assert list(one.trades) == list(other.trades)
    assert one.trades.digest == other.trades.digest
    np.testing.assert_array_equal(one.equity, other.equity)
    assert one.open_trade == other.open_trade
    assert (one.commission, one.slippage) == (other.commission, other.slippage)
    assert one.refused_entries == other.refused_entries


def run_both(bars: Bars, wants: Wants, rules: Rules) -> Simulation:
    odds = odds_of(bars, wants, Interval.DAY_1)
    step = simulate(bars, wants, rules, odds, Engine.STEP)
    vectorised = simulate(bars, wants, rules, odds, Engine.VECTORISED)
    assert (step.engine, vectorised.engine) == (Engine.STEP, Engine.VECTORISED)
    assert_same(step, vectorised)
    return vectorised


@given(st.integers(0, 2**32), markets, some_rules(costs))
@settings(max_examples=300, deadline=None)
def test_both_engines_trade_signals_alike(seed: int, bars: Bars, rules: Rules) -> None:
    signals = np.random.default_rng(seed).choice([-1, 0, 0, 1], len(bars)).astype(np.int8)
    run_both(bars, wants_of(signals, rules.short_allowed), rules)


@given(st.integers(0, 2**32), markets, some_rules(costs))
@settings(max_examples=300, deadline=None)
def test_both_engines_trade_any_wants_alike(seed: int, bars: Bars, rules: Rules) -> None:
    luck = np.random.default_rng(seed)
    wanted = luck.integers(-1, 2, (3, len(bars))).astype(np.int8)
    barriers = luck.choice([0.02, 0.2, np.nan], len(bars)) if luck.random() < 0.5 else None
    near = bars.close + luck.choice([-2, -0.5, 0, 0.5, 2, np.nan], len(bars))
    prices = np.where(near > 0, near, np.nan) if luck.random() < 0.5 else None
    run_both(bars, Wants(*wanted, barriers, entry_prices=prices), rules)


@given(st.integers(1, 2**31), some_rules(st.sampled_from([FREE, CHEAP, DEAR])))
@settings(max_examples=100, deadline=None)
def test_both_engines_agree_over_long_runs(seed: int, rules: Rules) -> None:
    bars = generated_bars(700, seed)
    signals = np.random.default_rng(seed).choice([-1, 0, 1], 700, p=[0.05, 0.9, 0.05]).astype(np.int8)
    run_both(bars, wants_of(signals, rules.short_allowed), rules)


@pytest.mark.parametrize("strategy", [SmaCross(), RsiReversal(), BuyAndHold()], ids=lambda strategy: strategy.name)
@pytest.mark.parametrize("short", [False, True])
def test_both_engines_trade_the_reference_strategies_alike(strategy: Strategy, short: bool) -> None:
    bars = generated_bars(5_000)
    for stop, target in ((None, None), (0.03, None), (0.02, 0.04)):
        rules = Rules(costs=CHEAP, stop_loss=stop, take_profit=target, short_allowed=short)
        assert run_both(bars, wants_of(strategy.signals(bars), short), rules).equity.shape == (5_000,)


@pytest.mark.parametrize("engine", Engine)
def test_a_short_that_eats_all_equity_is_closed_at_that_bar_and_nothing_is_bought_after(engine: Engine) -> None:
    bars = bars_of([FLAT, FLAT, (300, 320, 290, 310), FLAT, FLAT, FLAT])
    done = simulate_signals(bars, np.array([-1, 0, 0, 1, 0, 0], np.int8), Rules(costs=FREE, short_allowed=True), engine)
    assert [(t.exit_index, t.exit_price, t.exit_reason) for t in done.trades] == [(2, 310, ExitReason.RUIN)]
    assert done.refused_entries == 1


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("stop", [None, 0.999])
def test_a_short_is_ruined_by_the_first_close_that_leaves_it_nothing(engine: Engine, stop: float | None) -> None:
    rows = [FLAT, FLAT, (150, 199.99, 150, 199.9), (199.9, 200.3, 199, 200.2), (150, 150, 140, 150), FLAT]
    rules = Rules(costs=FREE, short_allowed=True, stop_loss=stop, stop_basis=StopBasis.SIGNAL)
    done = simulate_signals(bars_of(rows), np.array([-1, 0, 0, 0, 0, 0], np.int8), rules, engine)
    ruined, stopped = (3, 200.2, ExitReason.RUIN), (2, 100 * 1.999, ExitReason.STOP)
    assert [(t.exit_index, t.exit_price, t.exit_reason) for t in done.trades] == [ruined if stop is None else stopped]


@pytest.mark.parametrize("engine", Engine)
def test_prices_and_sizes_keep_to_the_instruments_steps_and_small_orders_are_refused(engine: Engine) -> None:
    bars = bars_of([FLAT, FLAT, (100.1, 101, 99, 100), FLAT])
    rules = Rules(initial_balance=1_000, costs=CHEAP, instrument=coin)
    signals = np.array([1, -1, 0, 0], np.int8)
    (trade,) = simulate_signals(bars, signals, rules, engine).trades
    assert (trade.entry_price, trade.exit_price, trade.quantity) == (100.25, 100.0, 9.9)
    poor = Rules(initial_balance=49, costs=CHEAP, instrument=coin)
    assert simulate_signals(bars, signals, poor, engine).refused_entries == 1


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("column", ["open", "high", "low", "close", "volume"])
def test_a_price_that_is_no_number_is_refused_with_its_row(engine: Engine, column: str) -> None:
    names = ("times", "open", "high", "low", "close", "volume")
    kept = {name: getattr(generated_bars(10), name).copy() for name in names}
    kept[column][4] = np.nan
    with pytest.raises(DataError, match=r"Row 5 \(1970-01-01T04:00:00Z\)"):
        simulate_signals(Bars(**kept), np.zeros(10, dtype=np.int8), Rules(), engine)


@pytest.mark.parametrize("engine", Engine)
def test_signals_that_do_not_match_the_bars_are_refused(engine: Engine) -> None:
    with pytest.raises(ValueRefusedError, match="2 wants for 3 bars"):
        simulate_signals(bars_of([FLAT] * 3), np.zeros(2, dtype=np.int8), Rules(), engine)


@pytest.mark.parametrize("engine", Engine)
def test_no_bars_give_an_empty_run(engine: Engine) -> None:
    rules = Rules(finalize=Finalize.LAST_CLOSE, stop_loss=0.1)
    done = simulate_signals(Bars.empty(), np.zeros(0, dtype=np.int8), rules, engine)
    assert (len(done.equity), done.trades, done.open_trade) == (0, (), None)
