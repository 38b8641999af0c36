"""Bar after bar where orders may be filled in parts.

What a bar does not give waits for the next bar's open, and is given up after that one: an order is two bars old then,
as in paper. While it waits nothing else is wanted; what is left of a limit waits for its price until another is wanted.
A bar gives its whole share at once; a replay in paper hands it out in two halves, both at the open's price.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import nan

import numpy as np

from photon_desktop.backtest.entries import Entry
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.part_book import PartBook, allowed, step_grid
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.trading.bars import Bars

# open, high, low, close, wanted when short, flat and long, own level under and over, entry's price
Row = tuple[float, float, float, float, int, int, int, float, float, float]


@dataclass(slots=True)
class _Desk:
    """What is waiting: market orders to leave (`leaves`) and then to enter (`entry`), given in bar `placed`; and an
    entry that waits for its price (`resting`)."""

    book: PartBook
    leaves: bool = False
    entry: Entry | None = None
    resting: Entry | None = None
    placed: int = 0

    @property
    def is_busy(self) -> bool:
        return self.leaves or self.entry is not None

    def give(self, index: int, leaves: bool, entry: Entry | None) -> None:
        self.book.begin_order()
        self.leaves, self.entry, self.resting, self.placed = leaves, entry, None, index

    def give_up(self) -> None:
        self.leaves, self.entry, self.resting = False, None, None
        self.book.begin_order()

    def open(self, index: int, price: float) -> None:
        """Let the market orders take what the bar gives at its open."""
        if self.leaves:
            self.book.leave(index, price)
            self.leaves = self.book.quantity != 0
            if not self.leaves:
                self.book.begin_order()
        if not self.leaves and self.entry is not None:
            self._enter(self.entry, index, price)
        if self.is_busy and index > self.placed:
            self.give_up()

    def _enter(self, entry: Entry, index: int, price: float) -> None:
        if entry.waits:
            self.entry, self.resting = None, entry
            return
        self.book.enter(entry, index, price)
        if not self.book.rest:
            self.entry = None

    def reach(self, index: int, prices: tuple[float, float, float, float]) -> None:
        """Let the resting entry meet the bar; a stop whose price came takes its rest at the next open."""
        entry = self.resting
        if entry is None or not self.book.enter_where_reached(entry, index, prices):
            return
        if not self.book.rest:
            self.resting = None
        elif not entry.is_limit:
            self.resting, self.entry, self.placed = None, replace_price(entry), index


def replace_price(entry: Entry) -> Entry:
    """The same entry at the market."""
    return entry._replace(price=nan)


def simulate_in_parts(
    rows: Iterator[Row], bars: Bars, rules: Rules, odds: BarOdds | None, engine: Engine
) -> Simulation:
    """Trade what the step engine's `rows` want; bars and wants are checked already."""
    book = PartBook(bars, rules, odds)
    desk, equity = _Desk(book), array("d")
    before: Row = (nan, nan, nan, nan, 0, 0, 0, nan, nan, nan)
    side = wanted = 0
    for index, row in enumerate(rows):
        open_, high, low, close, when_short, when_flat, when_long, _, _, _ = row
        book.begin_bar(index)
        if wanted != side and not desk.is_busy:
            entry = Entry(wanted, index - 1, before[3], *before[7:]) if wanted else None
            desk.give(index, side != 0, entry)
        desk.open(index, open_)
        desk.reach(index, row[:4])
        if book.quantity and book.protect(index, open_, high, low):
            desk.give_up()
        worth = book.cash + book.quantity * (close - book.entry_price) if book.quantity else book.cash
        if book.quantity and worth <= 0:
            book.close(index, close, ExitReason.RUIN)
            desk.give_up()
            worth = book.cash
        equity.append(worth)
        if book.quantity:
            side, wanted = (1, when_long) if book.quantity > 0 else (-1, when_short)
        else:
            side, wanted = 0, when_flat if index >= book.free_from else 0
        before = row
    return book.finish(np.array(equity, dtype=np.float64), engine)


def whole_fills(rules: Rules) -> Rules:
    """`rules` without the limit on what is taken of a bar."""
    return replace(rules, volume_share=None)


def is_within_volume(done: Simulation, bars: Bars, rules: Rules) -> bool:
    """Whether every order of a run with whole fills takes no more of its bar than `rules` allow: then filling in parts
    changes nothing."""
    grid, left = step_grid(rules), dict[int, float]()
    orders = [(t.exit_index, t.quantity) for t in done.trades if t.exit_reason is ExitReason.SIGNAL]
    orders += [(trade.entry_index, trade.quantity) for trade in done.trades]  # who turns round leaves first
    if done.open_trade is not None:
        orders.append((done.open_trade.entry_index, abs(done.open_trade.quantity)))
    for index, quantity in orders:
        here = left.get(index, allowed(rules, float(bars.volume[index]), grid))
        if quantity > here:
            return False
        left[index] = here - quantity
    return True
