"""Two engines, one set of rules: which of them a run needs."""

from photon_desktop.backtest import step
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.vectorised import simulate_vectorised
from photon_desktop.backtest.wants import Wants
from photon_desktop.trading.bars import Bars


def simulate(
    bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None = None, engine: Engine = Engine.VECTORISED
) -> Simulation:
    """Trade what is wanted with `engine`; both give the same trades and the same equity, bit for bit.

    Entries are of the kind that the rules say, unless `wants` name prices themselves.
    """
    if len(wants) == len(bars):
        wants = rules.entry.of(wants, bars, rules.instrument)
    if engine is Engine.STEP:
        return step.simulate(bars, wants, rules, odds)
    return simulate_vectorised(bars, wants, rules, odds)
