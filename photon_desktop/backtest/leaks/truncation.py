"""Truncation invariance: what was told at a bar stays the same when all after it is cut off or replaced."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from photon_desktop.backtest.leaks.findings import Check, Finding
from photon_desktop.backtest.leaks.futures import CUT_OFF, NOISE, cuts_of, noise_from
from photon_desktop.backtest.leaks.probes import Probe, Told
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.errors import DataError, NotEnoughDataError
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.timestamps import to_iso

STRETCH = 400  # bars of the stretch that is cut at each of its last
EVERY = 150
_RELATIVE, _ABSOLUTE = 1e-9, 1e-12  # rounding; the second as a share of the largest value

Altered = tuple[Bars, int, str]  # bars with another future, from which index on, and what was done


def check_truncation(probe: Probe, bars: Bars, seed: int, watch: Watch) -> Check:
    """Ask `probe` about `bars`, and again with the future cut off or replaced by noise at each of the sampled bars.

    All values told up to the cut are compared, not only the last. Then a stretch of 400 bars is cut at each of its
    last 150, so that nothing filled in backwards slips between the samples. The first change of each value is a
    finding. Raises NotEnoughDataError where the probe can't be asked at all, DataError where it tells too few values.
    """
    name, bars = f"truncation of {probe.name}", bars if probe.most is None else bars.tail(probe.most)
    cuts = cuts_of(bars, probe.least, seed, probe.slow)
    if not cuts:
        raise NotEnoughDataError(
            f"The audit of {probe.name} needs more than {probe.least} bars, there are {len(bars)}; give more."
        )
    found = _changes(probe, bars, list(_futures(probe, bars, cuts, seed)), name, watch)
    done = CUT_OFF if probe.settles else f"{CUT_OFF} and {NOISE}"
    tested = f"the future {done} at {len(cuts)} of {len(bars):,} bars"
    if not probe.slow and len(bars) > STRETCH:
        start = int(np.random.default_rng(seed).integers(0, len(bars) - STRETCH + 1))
        stretch = bars.part(start, start + STRETCH)
        each = [(stretch.part(0, cut), cut, CUT_OFF) for cut in range(STRETCH - EVERY, STRETCH)]
        found = {**_changes(probe, stretch, each, name, watch), **found}
        tested += f", and {CUT_OFF} at each of {EVERY} bars of a stretch of {STRETCH}"
    return Check(name, tested, tuple(found.values()))


def _futures(probe: Probe, bars: Bars, cuts: list[int], seed: int) -> Iterator[Altered]:
    for cut in cuts:
        yield bars.part(0, cut), cut, CUT_OFF
        if not probe.settles:  # what is settled by the future differs with another one, and should
            yield noise_from(bars, cut, seed), cut, NOISE


def _changes(probe: Probe, bars: Bars, futures: list[Altered], name: str, watch: Watch) -> dict[str, Finding]:
    """The first change of each value."""
    whole = _told(probe, bars)
    found: dict[str, Finding] = {}
    for done, (altered, cut, future) in enumerate(futures, 1):
        try:
            other = _told(probe, altered)
        except NotEnoughDataError:
            continue  # too few bars to be asked about are no leak
        finally:
            watch.step(name, done, len(futures))
        for what, values in whole.items():
            index = _first_change(values[:cut], other[what][:cut], probe.settles)
            if index is not None and what not in found:
                found[what] = _finding(what, bars, index, cut, future, values[index], other[what][index])
    return found


def _told(probe: Probe, bars: Bars) -> dict[str, FloatArray]:
    told: Told = probe.told(bars)
    for what, values in told.items():
        if len(values) != len(bars):
            raise DataError(f"{what} has {len(values):,} values for {len(bars):,} bars; each bar needs one.")
    return {what: np.asarray(values, dtype=np.float64) for what, values in told.items()}


def _first_change(whole: FloatArray, other: FloatArray, settles: bool) -> int | None:
    is_known, was_known = np.isfinite(other), np.isfinite(whole)
    size = float(np.abs(whole[was_known]).max()) if was_known.any() else 0.0
    bound = _RELATIVE * np.maximum(np.abs(whole), np.abs(other)) + _ABSOLUTE * size
    same: npt.NDArray[np.bool_] = np.where(was_known & is_known, np.abs(whole - other) <= bound, was_known == is_known)
    if settles:
        same |= ~is_known | ~was_known
    return None if same.all() else int(np.argmin(same))


def _finding(
    what: str, bars: Bars, index: int, cut: int, future: str, with_future: float, without_future: float
) -> Finding:
    time, changed_from = int(bars.times[index]), int(bars.times[cut])
    told, instead = (None if np.isnan(value) else float(value) for value in (with_future, without_future))
    sentence = (
        f"{what} at {to_iso(time)} is {_plain(told)}, and {_plain(instead)} with the future {future} from"
        f" {to_iso(changed_from)} on."
    )
    return Finding(what, sentence, time, changed_from, future, told, instead)


def _plain(value: float | None) -> str:
    return "missing" if value is None else f"{value:.10g}"
