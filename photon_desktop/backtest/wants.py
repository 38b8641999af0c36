"""What a strategy wants at each bar's close: the position to have from the next open on, by the position it has."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import FloatArray

SignalArray = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Wants:
    """One value a bar in each array: +1 wants to be long, 0 to hold nothing, -1 to be short.

    `when_short`, `when_flat` and `when_long` apply while that is the position. `barriers`, where a strategy sets its
    own stops, are the log distances from the bar's close to the stop and the target of a position wanted there;
    `expected`, where it tells odds, is what one brings on average, net of costs, as a share of its notional.
    `entry_prices`, where entries wait for a price, name it, NaN for the next open: a buy under the bar's close or a
    sale over it is a limit, the others are stops. Such an entry waits until it is filled or another is wanted.
    """

    when_short: SignalArray
    when_flat: SignalArray
    when_long: SignalArray
    barriers: FloatArray | None = None
    expected: FloatArray | None = None
    entry_prices: FloatArray | None = None

    def __post_init__(self) -> None:
        lengths = {len(self.when_short), len(self.when_flat), len(self.when_long)}
        lengths |= {len(column) for column in (self.barriers, self.expected, self.entry_prices) if column is not None}
        if len(lengths) != 1:
            raise ValueRefusedError(f"What is wanted has one value a bar in each array; these have {sorted(lengths)}.")

    def __len__(self) -> int:
        return len(self.when_flat)


def wants_of(signals: SignalArray, short_allowed: bool) -> Wants:
    """`signals` hold +1 for long, -1 for out (short where that is allowed) and 0 to leave things as they are."""
    below = -1 if short_allowed else 0
    return Wants(
        when_short=np.where(signals > 0, 1, -1).astype(np.int8),
        when_flat=np.where(signals > 0, 1, np.where(signals < 0, below, 0)).astype(np.int8),
        when_long=np.where(signals < 0, below, 1).astype(np.int8),
    )
