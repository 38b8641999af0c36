"""Equity at each bar's close, from the trades."""

import numpy as np

from photon_desktop.backtest.simulation import OpenTrade
from photon_desktop.backtest.trades import IntArray, TradeColumns
from photon_desktop.trading.bars import Bars, FloatArray


def equity_curve(
    bars: Bars, trades: TradeColumns, held: OpenTrade | None, cash: float, initial_balance: float
) -> FloatArray:
    """Cash and unrealised profit at each bar's close; `cash` is the balance beside `held`, its commission paid."""
    entries, exits = trades.entry_index, trades.exit_index
    quantities, prices = trades.quantity, trades.entry_price
    balances = np.concatenate([[initial_balance], trades.cash_after])
    cash_held = balances[:-1] - trades.entry_commission
    if held is not None:
        entries, exits = np.append(entries, held.entry_index), np.append(exits, len(bars))
        quantities, prices = np.append(quantities, held.quantity), np.append(prices, held.entry_price)
        cash_held, balances = np.append(cash_held, cash), np.append(balances, cash)
    lengths = _lengths(entries, exits, len(bars))
    equity = np.repeat(_alternately(np.zeros(len(prices) + 1), prices), lengths)
    np.subtract(bars.close, equity, out=equity)
    equity *= np.repeat(_alternately(np.zeros(len(quantities) + 1), quantities), lengths)
    equity += np.repeat(_alternately(balances, cash_held), lengths)
    return equity


def _alternately(flat: FloatArray, held: FloatArray) -> FloatArray:
    values = np.empty(len(flat) + len(held))
    values[::2], values[1::2] = flat, held
    return values


def _lengths(entries: IntArray, exits: IntArray, end: int) -> IntArray:
    """Bars without a position and bars with one in turn, from the first bar on."""
    places = np.zeros(2 * len(entries) + 2, dtype=np.int64)
    places[1:-1:2], places[2:-1:2], places[-1] = entries, exits, end
    return np.diff(places)
