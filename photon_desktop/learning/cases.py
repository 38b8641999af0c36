"""What followed on the bars of the past that looked most like this one."""

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.drift import DriftGuard
from photon_desktop.learning.labels import CLASSES, HORIZON, triple_barrier
from photon_desktop.learning.samples import Samples, returns_until_touch
from photon_desktop.trading.bars import Bars, FloatArray, TimeArray
from photon_desktop.trading.why import PastCase

SHOWN_CASES = 5
_OUTCOMES = ("SELL", "HOLD", "BUY")


@dataclass(frozen=True, slots=True, eq=False)
class PastCases:
    """What followed each training row, in the order of the drift guard's rows; read-only.

    `closes` int64: close of the row's bar, ns UTC; `classes` int64; `lasted` int64: bars until it was settled;
    `returns` float64: log return from the next open until then. Anything else raises ValueRefusedError.
    """

    closes: TimeArray
    classes: npt.NDArray[np.int64]
    lasted: npt.NDArray[np.int64]
    returns: FloatArray

    def __post_init__(self) -> None:
        for name, column in self.arrays().items():
            kind = np.float64 if name == "returns" else np.int64
            if column.dtype != kind or column.shape != self.closes.shape or not np.isfinite(column).all():
                raise ValueRefusedError(f"The past cases' {name} are not those of training rows.")
            column.flags.writeable = False
        if not np.isin(self.classes, range(CLASSES)).all() or not ((self.lasted > 0) & (self.lasted <= HORIZON)).all():
            raise ValueRefusedError("The past cases hold an outcome that no label has.")

    @classmethod
    def of(cls, bars: Bars, samples: Samples, round_trip_cost: float, bar_ns: int) -> Self:
        """What followed the rows of `samples`, which were made of `bars` with this cost."""
        labels = triple_barrier(bars, round_trip_cost)
        return cls(
            bars.times[samples.rows] + bar_ns,
            samples.classes.copy(),
            samples.touches - samples.rows,
            returns_until_touch(bars, samples, labels),
        )

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays by name: what is kept in a file."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def nearest(self, guard: DriftGuard, row: FloatArray, count: int = SHOWN_CASES) -> tuple[PastCase, ...]:
        """The `count` training rows nearest to the finite `row` (14,), the nearest first.

        Each is more than the horizon away from the others: neighbours in time would tell one story five times.
        Distances are over the mean one between training rows, as drift's.
        """
        away = guard.away(row)
        places = np.arange(len(away))
        found: list[PastCase] = []
        while len(found) < count:
            place = int(np.argmin(away))
            if not np.isfinite(away[place]):
                break
            found.append(
                PastCase(
                    time=int(self.closes[place]),
                    distance=float(away[place] / guard.distances[0]),
                    outcome=_OUTCOMES[int(self.classes[place])],
                    log_return=float(self.returns[place]),
                    bars=int(self.lasted[place]),
                )
            )
            away[np.abs(places - place) <= HORIZON] = np.inf
        return tuple(found)
