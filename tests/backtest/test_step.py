import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.rules import Finalize, Rules, StopBasis
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trades import ExitReason, Trade
from photon_desktop.backtest.wants import wants_of
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.money import exact
from tests.backtest.markets import bars_from_closes, bars_of, generated_bars, simulate_signals

FREE = CostModel(exact(0), exact(0))
TEN_UNITS = Sizing(SizeKind.FIXED, 10)
FLAT = (100, 101, 99, 100)


def signals_at(count: int, **at: int) -> np.ndarray:
    """Signals by bar: `at` has keys such as b1 (bar 1)."""
    wanted = np.zeros(count, dtype=np.int8)
    for bar, signal in at.items():
        wanted[int(bar[1:])] = signal
    return wanted


def run(rows: list[tuple[float, ...]], rules: Rules, **at: int) -> Simulation:
    return simulate_signals(bars_of(rows), signals_at(len(rows), **at), rules)


def scenario_rules(scenario: dict) -> Rules:
    """The scenario's order as this engine's rules: absolute stops as shares of the signal bar's close."""
    action, options = scenario["signals"]["1"]
    side = 1 if action == "buy" else -1
    close = scenario["bars"][1][3]
    return Rules(
        initial_balance=scenario["cash"],
        costs=CostModel(exact(scenario["commission"]), exact(0)),
        sizing=Sizing(SizeKind.FIXED, scenario["size"]),
        stop_loss=side * (1 - options["sl"] / close) if "sl" in options else None,
        take_profit=side * (options["tp"] / close - 1) if "tp" in options else None,
        stop_basis=StopBasis.SIGNAL,
        short_allowed=action == "sell",
        finalize=Finalize.LAST_OPEN if scenario["scenario"] == "open_at_end_finalised" else Finalize.NONE,
    )


@pytest.mark.parametrize("engine", Engine)
def test_hand_readable_scenarios_come_out_as_in_the_reference_engine(shared_folder: Path, engine: Engine) -> None:
    content = json.loads((shared_folder / "oracles" / "engine" / "micro_scenarios.json").read_text())
    assert len(content["scenarios"]) == 32
    for scenario in content["scenarios"]:
        bars = bars_of(scenario["bars"])
        signals, prices = np.zeros(len(bars), dtype=np.int8), np.full(len(bars), np.nan)
        for bar, (action, options) in scenario["signals"].items():
            signals[int(bar)] = 1 if action == "buy" else -1
            prices[int(bar)] = options.get("limit", options.get("stop", np.nan))
        rules = scenario_rules(scenario)
        wants = replace(wants_of(signals, rules.short_allowed), entry_prices=prices)
        done = simulate(bars, wants, rules, engine=engine)
        assert done.equity == pytest.approx(scenario["equity"], rel=1e-12), scenario["scenario"]
        assert [as_in_scenario(trade) for trade in done.trades] == [
            pytest.approx(trade, rel=1e-12) for trade in scenario["trades"]
        ], scenario["scenario"]


def as_in_scenario(trade: Trade) -> dict[str, float]:
    return {
        "size": trade.quantity * (1 if trade.side == "long" else -1),
        "entry_bar": trade.entry_index,
        "exit_bar": trade.exit_index,
        "entry": trade.entry_price,
        "exit": trade.exit_price,
        "pnl": trade.pnl,
        "commission": trade.commission,
    }


def test_an_order_fills_at_the_next_open_and_never_on_its_own_bar() -> None:
    rows = [FLAT, FLAT, (103, 104, 102, 103), (104, 106, 103, 105), FLAT]
    done = run(rows, Rules(costs=FREE, sizing=TEN_UNITS), b1=1, b3=-1)
    assert [(t.entry_index, t.entry_price, t.exit_index, t.exit_price) for t in done.trades] == [(2, 103, 4, 100)]


def test_a_signal_on_the_last_bar_is_never_filled() -> None:
    done = run([FLAT, FLAT, FLAT], Rules(costs=FREE, finalize=Finalize.LAST_OPEN), b2=1)
    assert done.trades == ()
    assert done.open_trade is None


@pytest.mark.parametrize(
    ("side", "gap", "reason"),
    [
        (1, (90, 92, 88, 91), ExitReason.STOP),
        (1, (115, 116, 112, 113), ExitReason.TARGET),
        (-1, (108, 109, 107, 108), ExitReason.STOP),
        (-1, (85, 86, 84, 85), ExitReason.TARGET),
    ],
)
def test_a_bar_that_opens_beyond_a_stop_or_target_fills_at_its_open(
    side: int, gap: tuple[float, ...], reason: ExitReason
) -> None:
    rules = Rules(costs=FREE, sizing=TEN_UNITS, stop_loss=0.05, take_profit=0.1, short_allowed=True)
    (trade,) = run([FLAT, FLAT, gap, FLAT], rules, b0=side).trades
    assert (trade.exit_index, trade.exit_price, trade.exit_reason) == (2, gap[0], reason)


@pytest.mark.parametrize(("side", "exit_price"), [(1, 95.0), (-1, 105.0)])
def test_a_bar_that_holds_stop_and_target_counts_as_the_stop(side: int, exit_price: float) -> None:
    rules = Rules(costs=FREE, sizing=TEN_UNITS, stop_loss=0.05, take_profit=0.1, short_allowed=True)
    (trade,) = run([FLAT, FLAT, (100, 112, 88, 100), FLAT], rules, b0=side).trades
    assert (trade.exit_price, trade.exit_reason) == (exit_price, ExitReason.STOP)


def test_a_stop_is_alive_in_the_entry_bar_and_measured_from_the_basis_asked_for() -> None:
    rows = [FLAT, (98, 99, 93.2, 97), FLAT]
    by_entry = run(rows, Rules(costs=FREE, sizing=TEN_UNITS, stop_loss=0.05), b0=1)
    by_signal = run(rows, Rules(costs=FREE, sizing=TEN_UNITS, stop_loss=0.05, stop_basis=StopBasis.SIGNAL), b0=1)
    assert by_entry.trades == ()  # 95% of 98 is 93.1
    assert [(t.entry_index, t.exit_index, t.exit_price) for t in by_signal.trades] == [(1, 1, 95.0)]


def test_a_queued_close_goes_before_the_stop_of_the_same_bar() -> None:
    rows = [FLAT, FLAT, FLAT, (98, 99, 90, 91), FLAT]
    (trade,) = run(rows, Rules(costs=FREE, sizing=TEN_UNITS, stop_loss=0.05), b0=1, b2=-1).trades
    assert (trade.exit_price, trade.exit_reason) == (98, ExitReason.SIGNAL)


def test_commission_is_paid_on_both_sides_and_slippage_is_against_the_trader() -> None:
    rows = [FLAT, FLAT, (110, 111, 109, 110)]
    rules = Rules(costs=CostModel(exact("0.001"), exact("0.01")), sizing=TEN_UNITS)
    (trade,) = run(rows, rules, b0=1, b1=-1).trades
    assert trade.entry_price == pytest.approx(101.0)
    assert trade.exit_price == pytest.approx(108.9)
    assert trade.commission == pytest.approx(10 * (101 + 108.9) * 0.001)
    assert trade.slippage == pytest.approx(10 * (1 + 1.1))
    assert trade.pnl == pytest.approx(10 * 7.9 - trade.commission)
    assert trade.return_ == pytest.approx(trade.pnl / 1010)


def test_a_stop_slips_as_a_market_order_and_a_target_rests_at_its_price() -> None:
    rules = Rules(costs=CostModel(exact(0), exact("0.01")), sizing=TEN_UNITS, stop_loss=0.1, take_profit=0.1)
    (stopped,) = run([FLAT, FLAT, (100, 101, 80, 85), FLAT], rules, b0=1).trades
    (reached,) = run([FLAT, FLAT, (100, 120, 99, 110), FLAT], rules, b0=1).trades
    assert stopped.exit_price == pytest.approx(101 * 0.9 * 0.99)
    assert reached.exit_price == pytest.approx(101 * 1.1)
    assert reached.slippage == pytest.approx(10)


def test_a_short_is_opened_only_where_the_rules_allow_it_and_flips_at_one_price() -> None:
    rows = [FLAT] * 5
    assert run(rows, Rules(costs=FREE), b0=-1).trades == ()
    done = run(rows, Rules(costs=FREE, sizing=TEN_UNITS, short_allowed=True), b0=-1, b1=1, b2=-1)
    assert [(t.side, t.entry_index, t.exit_index) for t in done.trades] == [("short", 1, 2), ("long", 2, 3)]
    assert done.open_trade is not None
    assert done.open_trade.quantity == -10


def test_a_repeated_signal_keeps_the_position_as_it_is() -> None:
    done = run([FLAT] * 5, Rules(costs=FREE), b0=1, b1=1, b2=1)
    assert done.trades == ()
    assert done.open_trade is not None
    assert done.open_trade.entry_index == 1


@pytest.mark.parametrize(
    ("sizing", "quantity"),
    [
        (Sizing(steps_per_unit=1), 99),
        (Sizing(), 99.900099),
        (Sizing(SizeKind.SHARE, 0.5), 49.950049),
        (Sizing(SizeKind.FIXED, 7.25), 7.25),
    ],
)
def test_sizes_are_cut_to_their_step_and_leave_room_for_the_commission(sizing: Sizing, quantity: float) -> None:
    rules = Rules(costs=CostModel(exact("0.001"), exact(0)), sizing=sizing)
    done = run([FLAT] * 3, rules, b0=1)
    assert done.open_trade is not None
    assert done.open_trade.quantity == quantity


def test_an_entry_that_the_money_does_not_buy_is_counted_and_not_made() -> None:
    done = run([FLAT] * 3, Rules(initial_balance=50, sizing=Sizing(steps_per_unit=1)), b0=1)
    assert (done.refused_entries, done.trades, done.open_trade) == (1, (), None)
    done = run([FLAT] * 3, Rules(initial_balance=999, sizing=TEN_UNITS), b0=1)
    assert done.refused_entries == 1


@pytest.mark.parametrize(
    ("finalize", "exit_price", "final"),
    [(Finalize.LAST_OPEN, 120, 10_200), (Finalize.LAST_CLOSE, 125, 10_250), (Finalize.NONE, None, 10_250)],
)
def test_the_last_position_ends_as_asked_for(finalize: Finalize, exit_price: float | None, final: float) -> None:
    rows = [FLAT, FLAT, (120, 126, 119, 125)]
    done = run(rows, Rules(costs=FREE, sizing=TEN_UNITS, finalize=finalize), b0=1)
    assert [t.exit_price for t in done.trades] == ([] if exit_price is None else [exit_price])
    assert (done.open_trade is None) == (exit_price is not None)
    assert done.equity[-1] == final


def test_a_short_that_eats_all_equity_is_closed_at_that_bar_and_what_is_owed_stays_owed() -> None:
    rows = [FLAT, FLAT, (300, 320, 290, 310), FLAT, FLAT, FLAT]
    done = run(rows, Rules(costs=FREE, short_allowed=True), b0=-1, b3=1)
    assert [(t.exit_index, t.exit_price, t.exit_reason) for t in done.trades] == [(2, 310, ExitReason.RUIN)]
    assert done.equity[-1] == pytest.approx(10_000 - 100 * 210, rel=1e-6)
    assert done.refused_entries == 1


def test_signals_that_do_not_match_the_bars_are_refused() -> None:
    with pytest.raises(ValueRefusedError, match="2 wants for 3 bars"):
        simulate_signals(bars_of([FLAT] * 3), np.zeros(2, dtype=np.int8), Rules())


def test_no_bars_give_an_empty_run() -> None:
    done = simulate_signals(Bars.empty(), np.zeros(0, dtype=np.int8), Rules(finalize=Finalize.LAST_CLOSE))
    assert (len(done.equity), done.trades, done.open_trade) == (0, (), None)


a_size = st.sampled_from([Sizing(), Sizing(steps_per_unit=1), Sizing(SizeKind.SHARE, 0.3), Sizing(SizeKind.FIXED, 3.5)])
a_share = st.none() | st.floats(0.002, 0.2)
some_rules = st.builds(
    Rules,
    costs=st.sampled_from([FREE, CostModel(), CostModel(exact("0.01"), exact("0.005"))]),
    sizing=a_size,
    stop_loss=a_share,
    take_profit=a_share,
    stop_basis=st.sampled_from(StopBasis),
    short_allowed=st.booleans(),
    finalize=st.sampled_from([Finalize.LAST_OPEN, Finalize.LAST_CLOSE]),
)
some_signals = st.lists(st.sampled_from([-1, 0, 0, 0, 1]), min_size=60, max_size=60).map(
    lambda values: np.array(values, dtype=np.int8)
)


@given(some_rules, some_signals, st.integers(1, 1000))
@settings(max_examples=200, deadline=None)
def test_final_equity_is_the_initial_balance_and_what_the_trades_made(
    rules: Rules, signals: np.ndarray, seed: int
) -> None:
    done = simulate_signals(generated_bars(60, seed), signals, rules)
    assert done.equity[-1] == pytest.approx(rules.initial_balance + sum(t.pnl for t in done.trades), rel=1e-12)
    assert done.commission == pytest.approx(sum(t.commission for t in done.trades))
    assert done.slippage == pytest.approx(sum(t.slippage for t in done.trades))


@given(some_rules, some_signals, st.integers(1, 1000))
@settings(max_examples=100, deadline=None)
def test_equity_is_cash_and_unrealised_profit_at_every_bar(rules: Rules, signals: np.ndarray, seed: int) -> None:
    bars = generated_bars(60, seed)
    done = simulate_signals(bars, signals, rules)
    rate = float(rules.costs.commission_rate)
    for index in range(len(bars) - 1):
        closed = sum(t.pnl for t in done.trades if t.exit_index <= index)
        held = [t for t in done.trades if t.entry_index <= index < t.exit_index]
        unrealised = sum(
            t.quantity * ((1 if t.side == "long" else -1) * (bars.close[index] - t.entry_price) - t.entry_price * rate)
            for t in held
        )
        assert len(held) <= 1
        assert done.equity[index] == pytest.approx(rules.initial_balance + closed + unrealised, rel=1e-12)


@given(some_rules, some_signals)
@settings(max_examples=50, deadline=None)
def test_a_market_that_never_moves_makes_no_money(rules: Rules, signals: np.ndarray) -> None:
    done = simulate_signals(bars_from_closes([100.0] * 60), signals, rules)
    assert done.equity[-1] <= rules.initial_balance * (1 + 1e-12)
    assert all(t.pnl <= 0 for t in done.trades)
    if rules.costs == FREE:
        assert done.equity[-1] == pytest.approx(rules.initial_balance, rel=1e-12)


@given(some_rules, some_signals, st.integers(5, 58))
@settings(max_examples=100, deadline=None)
def test_cutting_the_future_off_leaves_earlier_trades_and_equity_unchanged(
    rules: Rules, signals: np.ndarray, cut: int
) -> None:
    bars = generated_bars(60)
    whole = simulate_signals(bars, signals, rules)
    part = simulate_signals(bars.part(0, cut), signals[:cut], rules)
    done_before = [t for t in whole.trades if t.exit_index < cut - 1]
    assert list(part.trades[: len(done_before)]) == done_before
    assert part.equity[: cut - 1].tolist() == whole.equity[: cut - 1].tolist()
