"""When positions are entered and left, as far as that does not depend on the money."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from photon_desktop.backtest.changes import changes_of
from photon_desktop.backtest.guard import OwnLevels, level_columns
from photon_desktop.backtest.reach import Reach, single_values
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.trades import EXIT_REASONS, REASONS, ExitReason
from photon_desktop.backtest.wants import Wants
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.matching import protective_exit

_BY_SIGNAL = REASONS.index(ExitReason.SIGNAL)
_PLACES = {purpose: REASONS.index(reason) for purpose, reason in EXIT_REASONS.items()}


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

    def leave(self, bar: int, price: float, reason: int) -> None:
        """The open position is left."""
        self.exits.append(bar)
        self.prices.append(price)
        self.reasons.append(reason)


def path_of(bars: Bars, wants: Wants, rules: Rules, share: float) -> Path:
    """All positions wanted, from event to event, as if each could be paid for and market orders slipped by `share`."""
    path, last = Path(), len(bars) - 1
    if last < 1:
        return path
    changes, open_ = changes_of(wants), single_values(bars.open)
    guards = _guards(bars, wants, rules, share, tuple(changes))
    side, at = 0, 0
    while True:
        places, wanted = changes[side]
        changed = places[at]
        if side and guards is not None and guards.take_out(path, side, at, changed):
            side, at = 0, path.exits[-1]
            continue
        if changed == last:
            return path
        at = changed + 1
        if side:
            path.leave(at, open_[at], _BY_SIGNAL)
        side = wanted[changed]
        if side:
            path.entries.append(at)
            path.sides.append(side)


class _Guards:
    """The stop and the target of a position wanted at any bar's close."""

    def __init__(self, bars: Bars, levels: dict[int, tuple[Sequence[float], ...]]) -> None:
        self._prices = tuple(single_values(column) for column in (bars.open, bars.high, bars.low))
        self._levels = levels
        self._reach = Reach(bars)

    def take_out(self, path: Path, side: int, first: int, last: int) -> bool:
        """Whether the position entered in bar `first` reaches its stop or target up to bar `last`; where, in `path`."""
        under, over = self._levels[side]
        floor, ceiling = under[first - 1], over[first - 1]
        bar = self._reach.first(first, last, floor, ceiling)
        if bar is None:
            return False
        stop, target = (floor, ceiling) if side > 0 else (ceiling, floor)
        open_, high, low = self._prices
        hit = protective_exit(side > 0, open_[bar], high[bar], low[bar], stop, target)
        if hit is None:
            return False
        path.leave(bar, hit[0], _PLACES[hit[1]])
        return True


def _guards(bars: Bars, wants: Wants, rules: Rules, share: float, sides: tuple[int, ...]) -> _Guards | None:
    own = OwnLevels.of(bars, wants)
    if own is None and rules.stop_loss is None and rules.take_profit is None:
        return None
    columns = {side: level_columns(bars, rules, own, side, share) for side in sides if side}
    return _Guards(bars, {side: tuple(single_values(column) for column in pair) for side, pair in columns.items()})
