"""A run's positions as what a random trader has to copy: how long, on which side, how large, and at what cost."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from photon_desktop.backtest.run import BacktestResult
from photon_desktop.backtest.trades import ExitReason, Trade
from photon_desktop.trading.bars import Bars, FloatArray

IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """One value a position, in their order.

    `entries`: index of the bar it was entered in, at that bar's open. `lengths`: bars it was held, counted from that
    open; `until_close` where it ended within its last bar (a stop, a target, the end) and not at an open, which then
    counts as a bar held. `sides`: 1 long, -1 short. `weights`: its notional as a share of the equity at entry.
    `commission` as a share of what was bought and sold, `slippage` as a share of the price of either fill.
    """

    entries: IntArray
    lengths: IntArray
    until_close: npt.NDArray[np.bool_]
    sides: FloatArray
    weights: FloatArray
    commission: FloatArray
    slippage: FloatArray

    def __len__(self) -> int:
        return len(self.entries)

    @classmethod
    def of(cls, result: BacktestResult, bars: Bars) -> Self:
        """Those of a run on `bars`, a position still open at the end counted as held to the last close."""
        trades = [*result.simulation.trades, *_still_open(result, bars)]
        entry, exit_ = (np.array([getattr(t, name) for t in trades], dtype=np.int64) for name in _INDICES)
        quantity, bought, sold, commission, slippage, pnl = (
            np.array([getattr(t, name) for t in trades], dtype=np.float64) for name in _AMOUNTS
        )
        equity = result.figures.initial_balance + np.concatenate([[0.0], np.cumsum(pnl)])[: len(trades)]
        until_close = np.array([t.exit_reason is not ExitReason.SIGNAL for t in trades], dtype=np.bool_)
        return cls(
            entries=entry,
            lengths=exit_ - entry + until_close,
            until_close=until_close,
            sides=np.array([1.0 if t.side == "long" else -1.0 for t in trades]),
            weights=np.divide(quantity * bought, equity, out=np.zeros(len(trades)), where=equity > 0),
            commission=commission / (quantity * (bought + sold)),
            slippage=slippage / (quantity * (bought + sold)),
        )


_INDICES = ("entry_index", "exit_index")
_AMOUNTS = ("quantity", "entry_price", "exit_price", "commission", "slippage", "pnl")


def _still_open(result: BacktestResult, bars: Bars) -> list[Trade]:
    done = result.simulation
    held = done.open_trade
    if held is None:
        return []
    paid = done.commission - sum(trade.commission for trade in done.trades)
    slipped = done.slippage - sum(trade.slippage for trade in done.trades)
    last = len(bars) - 1
    return [
        Trade(
            held.entry_index, last, held.entry_time, int(bars.times[last]), "long" if held.quantity > 0 else "short",
            abs(held.quantity), held.entry_price, float(bars.close[last]), max(0.0, paid), max(0.0, slipped),
            held.unrealised - paid, ExitReason.END,
        )
    ]  # fmt: skip
