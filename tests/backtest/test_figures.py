import csv
import json
from dataclasses import asdict
from math import isfinite
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.backtest.figures import measure
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from tests.backtest.markets import bars_from_closes, bars_from_file, generated_bars, simulate_signals


def test_figures_of_a_run_by_hand() -> None:
    bars = bars_from_closes([100, 100, 110, 99, 99, 120])
    rules = Rules(
        initial_balance=1_000, costs=CostModel(exact(0), exact(0)), sizing=Sizing(SizeKind.FIXED, 5), short_allowed=True
    )
    done = simulate_signals(bars, np.array([1, 0, -1, 0, 1, 0], dtype=np.int8), rules)
    figures = measure(bars, Interval.HOUR_1, done, 1_000)
    # long 5 from 100 to 110, short 5 from 110 to 99, then long 5 from 99, worth 120 at the end
    assert [trade.pnl for trade in done.trades] == [50, 55]
    assert figures.final_equity == 1_000 + 50 + 55 + 105
    assert figures.total_return == pytest.approx(0.21)
    assert (figures.trades, figures.win_rate, figures.profit_factor) == (2, 1.0, None)
    assert figures.expectancy == pytest.approx((0.1 + 0.1) / 2)
    assert figures.exposure == 5 / 6
    assert (figures.best_trade, figures.worst_trade) == (pytest.approx(0.1), pytest.approx(0.1))
    assert (figures.fees, figures.slippage, figures.max_drawdown) == (0, 0, 0)


@pytest.mark.parametrize("case", ["AAPL_F_10_20_long_c002", "P_BTCUSDT_1d_fractional_long_c001"])
def test_exposure_win_rate_and_drawdown_are_those_of_the_reference_engine(shared_folder: Path, case: str) -> None:
    folder = shared_folder / "oracles" / "engine"
    about = json.loads((folder / f"{case}.json").read_text())
    whole = "fractional_unit" not in about["params"]["broker"]
    rules = Rules(
        costs=CostModel(exact(about["params"]["broker"]["commission"]), exact(0)),
        sizing=Sizing(steps_per_unit=1) if whole else Sizing(),
        finalize=Finalize.LAST_OPEN,
    )
    bars = bars_from_file(folder.parent / about["params"]["data"])
    figures = measure(bars, Interval.DAY_1, simulate_signals(bars, SmaCross().signals(bars), rules), 10_000)
    expected = about["stats"]
    assert 100 * figures.exposure == pytest.approx(expected["Exposure Time [%]"], rel=1e-9)
    assert figures.win_rate is not None
    assert 100 * figures.win_rate == pytest.approx(expected["Win Rate [%]"], rel=1e-9)
    assert 100 * figures.max_drawdown == pytest.approx(expected["Max. Drawdown [%]"], rel=1e-9)
    assert 100 * figures.total_return == pytest.approx(expected["Return [%]"], rel=1e-9)
    assert figures.best_trade is not None
    assert 100 * figures.best_trade == pytest.approx(expected["Best Trade [%]"], rel=1e-9)
    assert figures.periods_per_year == (252 if whole else 365)


def test_sharpe_is_that_of_the_equity_written_for_the_user(shared_folder: Path) -> None:
    folder = shared_folder / "oracles" / "engine"
    with (folder / "AAPL_F_10_20_long_c002.equity.csv").open() as file:
        equity = np.array([float(row["Equity"]) for row in csv.DictReader(file)])
    returns = equity[1:] / equity[:-1] - 1
    bars = bars_from_file(folder.parents[1] / "data" / "AAPL_1d.csv")
    rules = Rules(
        costs=CostModel(exact("0.002"), exact(0)), sizing=Sizing(steps_per_unit=1), finalize=Finalize.LAST_OPEN
    )
    figures = measure(bars, Interval.DAY_1, simulate_signals(bars, SmaCross().signals(bars), rules), 10_000)
    assert figures.sharpe == pytest.approx(returns.mean() / returns.std(ddof=1) * np.sqrt(252), rel=1e-9)


@given(
    st.lists(st.sampled_from([-1, 0, 1]), min_size=40, max_size=40),
    st.integers(1, 40),
    st.booleans(),
    st.sampled_from([0.0005, 0.1]),
)
def test_every_figure_is_a_number_or_none(signals: list[int], count: int, short: bool, slippage: float) -> None:
    bars = generated_bars(count)
    rules = Rules(costs=CostModel(exact("0.1"), exact(slippage)), short_allowed=short)
    done = simulate_signals(bars, np.array(signals[:count], dtype=np.int8), rules)
    for name, value in asdict(measure(bars, Interval.HOUR_1, done, 10_000)).items():
        assert value is None or isfinite(value), name
