"""From event to event with the step engine's book: for runs whose costs or money change what happens next."""

from functools import cached_property
from math import inf, nan

from photon_desktop.backtest.book import Book
from photon_desktop.backtest.changes import changes_of
from photon_desktop.backtest.curve import equity_curve
from photon_desktop.backtest.guard import OwnLevels
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.reach import Reach, single_values
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.wants import Wants
from photon_desktop.trading.bars import Bars


def simulate_by_jumps(bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None) -> Simulation:
    """What `step.simulate` does, bit for bit; `wants` and `bars` are checked already."""
    book = Book(bars, rules, odds)
    _Jumps(bars, wants, book).trade()
    equity = equity_curve(bars, book.trades().columns, book.open_trade(), book.cash, rules.initial_balance)
    return book.finish(equity, Engine.VECTORISED)


class _Jumps:
    """One run over `bars`, its fills in `book`."""

    def __init__(self, bars: Bars, wants: Wants, book: Book) -> None:
        self._bars = bars
        self._book = book
        self._last = len(bars) - 1
        self._open, self._close = single_values(bars.open), single_values(bars.close)
        own = OwnLevels.of(bars, wants)
        self._own = None if own is None else (single_values(own.under), single_values(own.over))
        self._changes = changes_of(wants)

    def trade(self) -> None:
        """Go through all events: `side` is held, or nothing, from bar `at` on."""
        side, at = 0, 0
        while self._last > 0:
            changed = min(self._changes[side].places[at], self._last)
            if side and (left := self._taken_out(at, changed)) is not None:
                side, at = 0, left
            elif changed == self._last:
                return
            else:
                at = changed + 1
                side = self._move(side, self._changes[side].wanted[changed], at)

    def _move(self, side: int, wanted: int, at: int) -> int:
        """Close what is held and open what is wanted at the open of bar `at`; the side that is held then."""
        book, open_ = self._book, self._open[at]
        if side:
            book.close(at, open_, ExitReason.SIGNAL)
        if wanted:
            under, over = (nan, nan) if self._own is None else (column[at - 1] for column in self._own)
            book.enter(wanted, at, open_, self._close[at - 1], under, over)
        return wanted if book.quantity else 0

    def _taken_out(self, first: int, last: int) -> int | None:
        """Close the position in the first bar from `first` to `last` that takes it out; that bar, or None."""
        floor, ceiling = self._book.bounds()
        if floor == -inf and ceiling == inf:
            return None
        while (bar := self._reach.first(first, last, floor, ceiling)) is not None:
            if self._book.meet(self._bars, bar):
                return bar
            first = bar + 1
        return None

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self._bars)
