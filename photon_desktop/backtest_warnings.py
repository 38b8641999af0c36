"""What whoever reads a backtest's result has to know of its bars and its money."""

import numpy as np

from photon_desktop.backtest.simulation import Simulation
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import gaps_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_iso


def warnings_of(symbol: str, interval: Interval, bars: Bars, done: Simulation) -> list[str]:
    """A sentence each for bars that are missing, bars without volume, and money that was used up."""
    return [*_of_gaps(symbol, interval, bars), *_of_volume(bars), *_of_ruin(done)]


def _of_gaps(symbol: str, interval: Interval, bars: Bars) -> list[str]:
    if not np.any(np.diff(bars.times) > interval.nanoseconds):
        return []
    gaps = gaps_of(bars.times, interval, hours_of(symbol, kind_of(symbol)))
    if len(gaps) == 0:
        return []
    longest = int(np.argmax(gaps.missing))
    between = f"between {to_iso(int(gaps.after[longest]))} and {to_iso(int(gaps.before[longest]))}"
    others = f", and {gaps.missing_bars - int(gaps.missing[longest]):,} elsewhere" if len(gaps) > 1 else ""
    count = int(gaps.missing[longest])
    what = "A bar is" if count == 1 else f"{count:,} bars are"
    return [f"{what} missing {between}{others}: nothing was traded there, and stops fill at the next open."]


def _of_volume(bars: Bars) -> list[str]:
    still = int(np.count_nonzero(bars.volume == 0))
    if still == 0:
        return []
    share = "None of the" if still == len(bars) else f"{still:,} of the"
    has = "has a volume" if still == len(bars) else "have no volume"
    return [f"{share} {len(bars):,} bars {has}: whether anything could have been traded there is not known."]


def _of_ruin(done: Simulation) -> list[str]:
    ruined = [trade for trade in done.trades if trade.exit_reason is ExitReason.RUIN]
    if not ruined:
        return []
    return [
        f"A loss ate all the equity at the bar of {to_iso(ruined[0].exit_time)}, and the position was closed there."
    ]
