"""Notices when a source tells the past differently from before, and says so in one sentence."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.timestamps import to_iso

_NOISE = 1e-9  # relative; text and binary forms of one price differ by less
_LEAST_ADJUSTED = 3  # bars; of fewer, one ratio may be chance
_SPREAD = 0.02  # of the ratio's distance from 1; vendors round what they adjust
_WHOLE = 0.01  # how near to a whole number the ratio of a split is


@dataclass(frozen=True, slots=True)
class Change:
    """How bars that were stored and then fetched again differ.

    `compared` bars have the same open time, `changed` of them other values, the first at `first_ns` and the last at
    `last_ns`; `largest` is the largest relative change of a price, 0 when only volumes differ. `gone` stored bars are
    not among the fetched ones. `ratio` is what every changed price was multiplied by, None unless it is one number for
    all bars up to `last_ns`: a new adjustment.
    """

    compared: int
    changed: int
    first_ns: int
    last_ns: int
    largest: float
    gone: int
    ratio: float | None

    def sentence(self, key: SeriesKey) -> str:
        """What the user is told of the series `key`."""
        source, name = _name(key.source), f"{key.symbol} {key.interval}"
        if self.ratio is not None:
            return (
                f"{source} now gives all prices of {name} up to {_day(self.last_ns)} times {self.ratio:.6g}, adjusted"
                f" as after {_event(self.ratio)}; stored bars from before those fetched are left out, for they are not."
            )
        if self.changed == 0:
            return f"{source} no longer has {self.gone:,} of the stored bars of {name}; they are kept."
        size = f"by up to {self.largest:.2%}" if self.largest > 0 else "in volume only"
        gone = f", and no longer has {self.gone:,} of the stored ones" if self.gone else ""
        return (
            f"{source} now gives {self.changed:,} of {self.compared:,} bars of {name} differently, between"
            f" {_day(self.first_ns)} and {_day(self.last_ns)} and {size}{gone}; the new ones are kept."
        )


def compare(stored: Bars, fetched: Bars) -> Change | None:
    """How `fetched` differs from what was stored of the same time; None when all that was stored is there and equal,
    but for the noise of a float's last digits. Bars outside the span of `fetched` and new ones do not count."""
    if len(stored) == 0 or len(fetched) == 0:
        return None
    stored = stored.between(int(fetched.times[0]), int(fetched.times[-1]) + 1)
    _, ours, theirs = np.intersect1d(stored.times, fetched.times, assume_unique=True, return_indices=True)
    before, after = _values(stored, ours), _values(fetched, theirs)
    differs = np.abs(after - before) > _NOISE * np.maximum(np.abs(after), np.abs(before))
    changed = np.flatnonzero(differs.any(axis=0))
    gone = len(stored) - len(ours)
    if len(changed) == 0 and gone == 0:
        return None
    times = stored.times[ours[changed]] if len(changed) else stored.times[:1]
    return Change(
        compared=len(ours),
        changed=len(changed),
        first_ns=int(times[0]),
        last_ns=int(times[-1]),
        largest=float(np.max(np.abs(after[:4] / before[:4] - 1)[differs[:4]], initial=0.0)),
        gone=gone,
        ratio=_adjustment(before[:4], after[:4], changed),
    )


def _values(bars: Bars, chosen: npt.NDArray[np.intp]) -> FloatArray:
    """Open, high, low, close and volume as rows."""
    return np.stack([column[chosen] for column in (bars.open, bars.high, bars.low, bars.close, bars.volume)])


def _adjustment(before: FloatArray, after: FloatArray, changed: npt.NDArray[np.intp]) -> float | None:
    """The one ratio of all prices from the first bar to the last changed one, None when there is no such ratio."""
    if len(changed) < _LEAST_ADJUSTED or changed[-1] != len(changed) - 1:
        return None
    ratios = after[:, changed] / before[:, changed]
    ratio = float(np.median(ratios))
    return ratio if np.all(np.abs(ratios - ratio) <= _SPREAD * abs(ratio - 1)) and ratio != 1.0 else None


def _event(ratio: float) -> str:
    for shares, words in ((1 / ratio, "a split of {} for 1"), (ratio, "a reverse split of 1 for {}")):
        if round(shares) >= 2 and abs(shares / round(shares) - 1) <= _WHOLE:
            return words.format(round(shares))
    return "a dividend" if 0.8 < ratio < 1 else "a split or a dividend"


def _name(source: str) -> str:
    return {"csv": "The file", "bybit": "Bybit", "yahoo": "Yahoo"}.get(source, source.capitalize())


def _day(time_ns: int) -> str:
    return to_iso(time_ns).removesuffix("T00:00:00Z")
