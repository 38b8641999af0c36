"""Whole runs on real bars against another engine's trades and equity."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.backtest.rules import Finalize, Rules, StopBasis
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.money import exact
from tests.backtest.markets import bars_from_file, simulate_signals

ALIKE = {"sizing": Sizing(steps_per_unit=1), "stop_basis": StopBasis.SIGNAL, "finalize": Finalize.LAST_OPEN}
NO_SLIPPAGE = exact(0)
CASES = {
    "AAPL_C_10_20_flip_c002": Rules(costs=CostModel(exact("0.002"), NO_SLIPPAGE), short_allowed=True, **ALIKE),
    "AAPL_F_10_20_long_c002": Rules(costs=CostModel(exact("0.002"), NO_SLIPPAGE), **ALIKE),
    "AAPL_G_10_20_long_c002_sl5_tp10": Rules(
        costs=CostModel(exact("0.002"), NO_SLIPPAGE), stop_loss=0.05, take_profit=0.1, **ALIKE
    ),
    "AAPL_I_10_20_flip_c001_sl3_tp6": Rules(
        costs=CostModel(exact("0.001"), NO_SLIPPAGE), stop_loss=0.03, take_profit=0.06, short_allowed=True, **ALIKE
    ),
    "P_BTCUSDT_1d_fractional_long_c001": Rules(
        costs=CostModel(exact("0.001"), NO_SLIPPAGE), finalize=Finalize.LAST_OPEN, sizing=Sizing()
    ),
}


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("case", CASES)
def test_trades_and_equity_are_those_of_the_reference_engine(shared_folder: Path, case: str, engine: Engine) -> None:
    folder = shared_folder / "oracles" / "engine"
    about = json.loads((folder / f"{case}.json").read_text())
    bars = bars_from_file(folder.parent / about["params"]["data"])
    done = simulate_signals(bars, SmaCross().signals(bars), CASES[case], engine)

    with (folder / f"{case}.equity.csv").open() as file:
        equity = [float(row["Equity"]) for row in csv.DictReader(file)]
    np.testing.assert_allclose(done.equity, equity, rtol=1e-9)

    with (folder / f"{case}.trades.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(done.trades) == len(rows) == about["stats"]["# Trades"]
    for trade, row in zip(done.trades, rows, strict=True):
        signed = trade.quantity if trade.side == "long" else -trade.quantity
        assert (trade.entry_index, trade.exit_index) == (int(row["EntryBar"]), int(row["ExitBar"]))
        assert signed == pytest.approx(float(row["Size"]), rel=1e-9)
        assert trade.entry_price == pytest.approx(float(row["EntryPrice"]), rel=1e-9)
        assert trade.exit_price == pytest.approx(float(row["ExitPrice"]), rel=1e-9)
        assert trade.pnl == pytest.approx(float(row["PnL"]), rel=1e-9, abs=1e-7)
        assert trade.commission == pytest.approx(float(row["Commission"]), rel=1e-9)
        assert trade.return_ == pytest.approx(float(row["ReturnPct"]), rel=1e-9, abs=1e-12)
    assert done.commission == pytest.approx(about["stats"]["Commissions [$]"], rel=1e-9)
