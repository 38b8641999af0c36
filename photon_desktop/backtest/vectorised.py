"""The vectorised engine: from event to event, the money of all trades in columns.

A position is entered where one is wanted, and left where it is no longer wanted or where its stop or target is
reached; no bar between two such events is looked at alone. Where every entry can be paid for and slips by the same
share, and nothing waits after a loss, what happens does not depend on the money, which is then counted for all trades
at once. Otherwise the step engine's book counts it, event by event. The arithmetic is the book's in the same order, so
all agree bit for bit. Where orders take no more than a share of the volume, whole fills stand if none takes more, and
otherwise bar after bar is gone through.
"""

import numpy as np

from photon_desktop.backtest.curve import equity_curve
from photon_desktop.backtest.fills import Slippage
from photon_desktop.backtest.jumps import simulate_by_jumps
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.parts import is_within_volume, simulate_in_parts, whole_fills
from photon_desktop.backtest.path import path_of
from photon_desktop.backtest.positions import Positions
from photon_desktop.backtest.refusals import check_run
from photon_desktop.backtest.rules import Cooldown, Finalize, Rules
from photon_desktop.backtest.simulation import Engine, OpenTrade, Simulation
from photon_desktop.backtest.step import rows_of
from photon_desktop.backtest.trades import TradeColumns, Trades
from photon_desktop.backtest.wants import Wants
from photon_desktop.trading.bars import Bars


def simulate_vectorised(bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None = None) -> Simulation:
    """What `step.simulate` does, by the same rules and with the same errors."""
    check_run(bars, wants, rules, odds)
    if rules.volume_share is not None:
        whole = simulate_vectorised(bars, wants, whole_fills(rules), odds)
        if is_within_volume(whole, bars, rules):
            return whole
        return simulate_in_parts(rows_of(bars, wants), bars, rules, odds, Engine.VECTORISED)
    slippage = Slippage.of(rules.costs, bars)
    is_plain = slippage.is_constant and rules.instrument is None and not rules.costs.minimum_commission
    if is_plain and wants.entry_prices is None and rules.cooldown == Cooldown():
        path = path_of(bars, wants, rules, slippage.share)
        done = _simulation(bars, rules, Positions.of(bars, rules, path, slippage.share), odds)
        if done is not None:
            return done
    return simulate_by_jumps(bars, wants, rules, odds)


def _simulation(bars: Bars, rules: Rules, positions: Positions, odds: BarOdds | None) -> Simulation | None:
    """The run, or None where an entry can not be paid for or a loss eats all equity: then money decides the path."""
    quantities = positions.quantities(bars, rules, odds)
    if quantities is None:
        return None
    balances = positions.balances(quantities, rules.initial_balance)
    trades = positions.trades(quantities, balances)
    closed = trades.without_last() if positions.is_open else trades
    held = _open_trade(bars, trades) if positions.is_open else None
    equity = equity_curve(bars, closed, held, float(balances[-2:][0]), rules.initial_balance)
    if np.any(equity <= 0):
        return None
    if rules.finalize is not Finalize.NONE and held is not None:
        closed, held = trades, None
        equity[-1] = balances[-1]
    done = Trades(bars.times, closed)
    commission, slippage = float(done.commission.sum()), float(closed.slippage.sum())
    if held is not None:
        commission += float(trades.entry_commission[-1])
        slippage += float(np.abs(positions.entry_price[-1] - positions.raw_entry[-1]) * quantities[-1])
    return Simulation(equity, done, held, commission, slippage, 0, Engine.VECTORISED)


def _open_trade(bars: Bars, trades: TradeColumns) -> OpenTrade:
    entry, quantity = int(trades.entry_index[-1]), float(trades.quantity[-1])
    price = float(trades.entry_price[-1])
    return OpenTrade(entry, int(bars.times[entry]), quantity, price, quantity * (float(bars.close[-1]) - price))
