"""Where the stop and the target of a position stand."""

from dataclasses import dataclass
from math import isnan

import numpy as np

from photon_desktop.backtest.rules import Rules, StopBasis
from photon_desktop.backtest.wants import Wants
from photon_desktop.trading.bars import Bars, FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class OwnLevels:
    """The prices, one a bar, at which a position wanted at its close is to be left: under it and over it.

    They lie the strategy's barrier, a log distance, from the close; NaN where it sets none.
    """

    under: FloatArray
    over: FloatArray

    @classmethod
    def of(cls, bars: Bars, wants: Wants) -> "OwnLevels | None":
        """The strategy's levels, None for one that sets no barriers."""
        if wants.barriers is None:
            return None
        barriers = np.where(np.isfinite(wants.barriers), wants.barriers, np.nan)
        return cls(bars.close * np.exp(-barriers), bars.close * np.exp(barriers))


def levels(
    rules: Rules, side: int, entry_price: float, signal_close: float, under: float, over: float
) -> tuple[float | None, float | None]:
    """Stop and target of a long (+1) or short (-1) position: the rules' where they have them, otherwise the strategy's
    own, which lie `under` and `over` the close that signalled; NaN is none."""
    basis = entry_price if rules.stop_basis is StopBasis.ENTRY else signal_close
    stop, target = (under, over) if side > 0 else (over, under)
    if rules.stop_loss is not None:
        stop = basis * (1 - side * rules.stop_loss)
    if rules.take_profit is not None:
        target = basis * (1 + side * rules.take_profit)
    return None if isnan(stop) else stop, None if isnan(target) else target


def level_columns(
    bars: Bars, rules: Rules, own: OwnLevels | None, side: int, share: float
) -> tuple[FloatArray, FloatArray]:
    """The prices under and over a position wanted at each bar's close, entered in the next and slipped by `share`:
    its `levels`, one a bar but the last, NaN for none."""
    basis = bars.open[1:] * (1 + side * share) if rules.stop_basis is StopBasis.ENTRY else bars.close
    down, up = (rules.stop_loss, rules.take_profit) if side > 0 else (rules.take_profit, rules.stop_loss)
    none = np.full(len(bars), np.nan) if own is None and (down is None or up is None) else basis
    under = basis * (1 - down) if down is not None else none if own is None else own.under
    over = basis * (1 + up) if up is not None else none if own is None else own.over
    return under, over
