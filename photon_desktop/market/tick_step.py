"""The step from one look at a bar to the next: all that a tick may say happened since the tick before."""

from dataclasses import dataclass

from photon_desktop.trading.bars import Bar
from photon_desktop.trading.money import exact


@dataclass(frozen=True, slots=True)
class Step:
    """First, highest and lowest price since the look before, and the volume traded since, in base units. The last
    price is the bar's close."""

    open: float
    high: float
    low: float
    volume: float


def step_to(bar: Bar, before: Bar | None, began_unseen: bool) -> Step:
    """The step to `bar` from `before`, the last look at the same bar or an earlier one, None at the first.

    Of a bar seen before, only extremes it did not have then are new, and the volume it has more. Of a bar that began
    before anyone watched, nothing but its last price is known to be new, and none of its volume.
    """
    if before is not None and before.open_time == bar.open_time:
        high = bar.high if bar.high > before.high else bar.close
        low = bar.low if bar.low < before.low else bar.close
        return Step(bar.close, high, low, _added(before.volume, bar.volume))
    if began_unseen:
        return Step(bar.close, bar.close, bar.close, 0.0)
    return Step(bar.open, bar.high, bar.low, bar.volume)


def _added(before: float, now: float) -> float:
    """Without the dust of a difference of floats; nothing where a correction took some away."""
    return max(0.0, float(exact(now) - exact(before)))
