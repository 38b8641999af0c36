"""Where the future is cut off, and what stands in its place."""

import numpy as np

from photon_desktop.trading.bars import Bars

CUT_OFF, NOISE = "cut off", "replaced by noise"
_EARLY = (2, 3, 5, 8, 13, 16, 21, 25, 34, 55, 89, 101, 144, 210)  # inside the usual warm-ups and just after them
_RANDOM, _ODD = 24, 12
_FEW = 3
_LOUDER = 3.0  # noise moves this many times as much as the market
_USUAL_MOVE, _LARGEST_MOVE = 0.01, 0.05
_FARTHEST = 10.0  # in logarithms of the last price that is kept


def cuts_of(bars: Bars, least: int, seed: int, few: bool) -> list[int]:
    """How many bars are kept, in rising order, from `least` on: in the warm-up, at random, and after bars at which
    values tend to be filled in afterwards (before a gap, without volume, or with an unmoved price). Three when `few`.

    The same arguments give the same cuts.
    """
    count = len(bars)
    if count <= least:
        return []
    random = np.random.default_rng(seed)
    if few:
        spread = np.linspace(least, count - 1, _FEW + 1).astype(np.int64)
        places = random.integers(spread[:-1], np.maximum(spread[1:], spread[:-1] + 1))
    else:
        odd = _odd_bars(bars) + 1
        some = random.choice(odd, min(_ODD, len(odd)), replace=False)
        places = np.concatenate([_EARLY, random.integers(least, count, _RANDOM), some])
    chosen: list[int] = np.unique(places[(places >= least) & (places < count)]).tolist()
    return chosen


def noise_from(bars: Bars, cut: int, seed: int) -> Bars:
    """`bars` with all from index `cut` (1 or more) on replaced by a random walk that moves three times as much.

    Times stay. The same arguments give the same noise.
    """
    random = np.random.default_rng((seed, cut))
    count = len(bars) - cut
    moved = float(np.std(np.diff(np.log(bars.close)))) if len(bars) > 2 else 0.0
    step = min(_LOUDER * (moved or _USUAL_MOVE), _LARGEST_MOVE)
    walk = np.clip(np.cumsum(random.normal(0, step, count)), -_FARTHEST, _FARTHEST)
    close = bars.close[cut - 1] * np.exp(walk)
    opened = np.concatenate([bars.close[cut - 1 : cut], close[:-1]])[:count]
    wicks = np.exp(np.abs(random.normal(0, step, (2, count))))
    later = (
        bars.times[cut:], opened, np.maximum(opened, close) * wicks[0], np.minimum(opened, close) / wicks[1], close,
        random.permutation(bars.volume)[:count] * random.uniform(0.2, 5.0, count),
    )  # fmt: skip
    columns = zip((column[:cut] for column in bars.columns()), later, strict=True)
    return Bars.of(*(np.concatenate(pair) for pair in columns))


def _odd_bars(bars: Bars) -> np.ndarray:
    steps = np.diff(bars.times)
    before_gap = np.append(steps > np.median(steps), False) if len(steps) else np.zeros(len(bars), dtype=np.bool_)
    unmoved = np.concatenate([[False], np.diff(bars.close) == 0])
    return np.flatnonzero(before_gap | unmoved | (bars.volume == 0))
