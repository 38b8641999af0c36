"""From event to event with the step engine's book: for runs whose costs or money change what happens next."""

from functools import cached_property
from math import inf, nan

import numpy as np

from photon_desktop.backtest.book import Book
from photon_desktop.backtest.changes import changes_of
from photon_desktop.backtest.curve import equity_curve
from photon_desktop.backtest.entries import Entry
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
        none = np.full(len(bars), nan)
        levels = (none, none) if own is None else (own.under, own.over)
        prices = none if wants.entry_prices is None else wants.entry_prices
        self._own = tuple(single_values(column) for column in (*levels, prices))
        self._changes = changes_of(wants)

    def trade(self) -> None:
        """Go through all events: `side` is held, or nothing, from bar `at` on."""
        side, at = 0, 0
        while self._last > 0:
            looks_from = at if side else min(max(at, self._book.free_from), self._last)
            changed = self._changes[side].places[looks_from]
            if side and (left := self._taken_out(at, changed)) is not None:
                side, at = 0, left
            elif changed == self._last:
                return
            else:
                wanted, at = self._changes[side].wanted[changed], changed + 1
                if side:
                    self._book.close(at, self._open[at], ExitReason.SIGNAL)
                side, at = self._entered(wanted, at) if wanted else (0, at)

    def _entered(self, wanted: int, at: int) -> tuple[int, int]:
        """Open what was wanted at the close before bar `at`; the side that is held then, and from which bar on."""
        book = self._book
        entry = Entry(wanted, at - 1, self._close[at - 1], *(column[at - 1] for column in self._own))
        if not entry.waits:
            book.enter(entry, at, self._open[at])
            return (wanted if book.quantity else 0), at
        falls = entry.price <= entry.signal_close
        floor, ceiling = (entry.price, inf) if falls else (-inf, entry.price)
        until = self._changes[0].places[at]  # what is wanted there takes its place
        bar = self._reach.first(at, until, floor, ceiling)
        if bar is None or not book.enter_where_reached(entry, bar, self._prices(bar)):
            return 0, at
        return (wanted if book.quantity else 0), bar

    def _prices(self, bar: int) -> tuple[float, float, float, float]:
        bars = self._bars
        return float(bars.open[bar]), float(bars.high[bar]), float(bars.low[bar]), float(bars.close[bar])

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
