"""When positions are entered and left, as far as that does not depend on the money."""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from photon_desktop.backtest.changes import changes_of
from photon_desktop.backtest.guard import levels
from photon_desktop.backtest.reach import Reach, single_values
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.trades import EXIT_REASONS, REASONS, ExitReason
from photon_desktop.backtest.wants import Wants
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.matching import protective_exit

_BY_SIGNAL = REASONS.index(ExitReason.SIGNAL)


@dataclass(slots=True)
class Path:
    """Positions in their order, one value each: the bar and the side entered, the bar left, and how.

    `prices` are those at which positions are left, before slippage; `reasons` are places in REASONS. The position
    still open at the end has an entry and no exit.
    """

    entries: list[int] = field(default_factory=list)
    sides: list[int] = field(default_factory=list)
    exits: list[int] = field(default_factory=list)
    prices: list[float] = field(default_factory=list)
    reasons: list[int] = field(default_factory=list)


class Walk:
    """Goes from event to event over `bars`, as if all entries could be paid for and slipped by `share`."""

    def __init__(self, bars: Bars, wants: Wants, rules: Rules, share: float) -> None:
        self._bars, self._rules, self._share = bars, rules, share
        self._wants = wants
        self._open, self._close = single_values(bars.open), single_values(bars.close)
        self._high, self._low = single_values(bars.high), single_values(bars.low)
        self._barriers = None if wants.barriers is None else single_values(wants.barriers)

    def path(self) -> Path:
        """All positions that are wanted."""
        rules = self._rules
        is_protected = self._barriers is not None or rules.stop_loss is not None or rules.take_profit is not None
        path, last, changes, open_ = Path(), len(self._bars) - 1, changes_of(self._wants), self._open
        side, at = 0, 0
        while True:
            places = changes[side].places
            place = bisect_left(places, at)
            changed = places[place] if place < len(places) else last
            if side and is_protected and self._is_taken_out(path, side, at, min(changed, last)):
                side, at = 0, path.exits[-1]
                continue
            if changed >= last:
                return path
            at = changed + 1
            if side:
                path.exits.append(at)
                path.prices.append(open_[at])
                path.reasons.append(_BY_SIGNAL)
            side = changes[side].wanted[place]
            if side:
                path.entries.append(at)
                path.sides.append(side)

    def _is_taken_out(self, path: Path, side: int, first: int, last: int) -> bool:
        """Whether the position entered in bar `first` reaches its stop or target up to bar `last`; where, in `path`."""
        open_ = self._open
        entry_price = open_[first] * (1 + side * self._share)
        barrier = None if self._barriers is None else self._barriers[first - 1]
        stop, target = levels(self._rules, side, entry_price, self._close[first - 1], barrier)
        under, over = (stop, target) if side > 0 else (target, stop)
        bar = self._reach.first(first, last, -inf if under is None else under, inf if over is None else over)
        if bar is None:
            return False
        hit = protective_exit(side > 0, open_[bar], self._high[bar], self._low[bar], stop, target)
        if hit is None:
            return False
        path.exits.append(bar)
        path.prices.append(hit[0])
        path.reasons.append(REASONS.index(EXIT_REASONS[hit[1]]))
        return True

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self._bars)
