"""A wizard over bars and kept runs in memory; its runs have a real process."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Simulation
from photon_desktop.market.importer.quality import Gap
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
from photon_desktop.ui.dialogs.backtest.rules_page import RuleChoices
from photon_desktop.ui.dialogs.backtest.views import Coverage, KeptRun, NoCoverage
from tests.ui.chart.markets import START, walk

SYMBOL = "DEMO-BTC"
WARNING = "A bar is missing somewhere."
GAP = Gap(START + 3_600_000_000_000, START + 4 * 3_600_000_000_000, 2)


@dataclass
class Shelved:
    """Bars of one symbol."""

    bars: Bars = field(default_factory=lambda: walk(1_200))

    def symbols(self) -> tuple[str, ...]:
        return (SYMBOL, "DEMO-ETH")

    def read(self, symbol: str, interval: Interval) -> Coverage | NoCoverage:
        if symbol != SYMBOL:
            return NoCoverage(symbol, interval, f"There are no {interval} bars of {symbol} here.")
        return Coverage(symbol, interval, self.bars, "demo", 1, 2, (GAP,))

    def warnings(self, _symbol: str, _interval: Interval, _bars: Bars, _done: Simulation) -> list[str]:
        return [WARNING]


@dataclass
class Runs:
    """Kept runs, newest first."""

    runs: list[KeptRun] = field(default_factory=list)

    def recent(self) -> tuple[KeptRun, ...]:
        return tuple(self.runs)

    def keep(self, name: str, parameters: Mapping[str, Any], results: Mapping[str, Any]) -> KeptRun:
        run = KeptRun(f"run-{len(self.runs)}", START + len(self.runs), name, parameters, results)
        self.runs.insert(0, run)
        return run

    def tried_on(self, _data_hash: str) -> tuple[TriedRun, ...]:
        told = [told for run in self.runs for told in run.results.get("trials", [run.results])]
        return tuple(TriedRun(each["digest"], each["sharpe"], 8_760.0) for each in told)

    def rename(self, run_id: str, name: str) -> None:
        self.runs = [replace(run, name=name) if run.id == run_id else run for run in self.runs]

    def remove(self, run_id: str) -> None:
        self.runs = [run for run in self.runs if run.id != run_id]


@pytest.fixture
def library() -> Shelved:
    return Shelved()


@pytest.fixture
def shelf() -> Runs:
    return Runs()


@pytest.fixture
def wizard(qtbot: QtBot, library: Shelved, shelf: Runs) -> Iterator[BacktestWizard]:
    made = BacktestWizard(library, shelf, lambda: RuleChoices(Rules(), 0.4), DARK, None)
    qtbot.addWidget(made)
    made.begin_with(SYMBOL, Interval.HOUR_1)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.finish()
