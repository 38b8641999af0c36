"""What no engine trades on: bars that are no market's, and wants that are not theirs."""

from math import isfinite

from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.wants import Wants
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bars


def check_run(bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None) -> None:
    """Raise ValueRefusedError unless there is one value a bar, and odds for a size that needs them; DataError naming
    the row where a price is no number."""
    if len(wants) != len(bars):
        raise ValueRefusedError(f"There are {len(wants)} wants for {len(bars)} bars; each bar needs one.")
    if rules.sizing.needs_odds and odds is None:
        raise ValueRefusedError(f"The size {rules.sizing.text} depends on odds; hand them in, one value a bar.")
    columns = (bars.open, bars.high, bars.low, bars.close, bars.volume)
    if not all(isfinite(column.sum()) for column in columns):  # a NaN or infinity in a sum stays one
        bars.check()
