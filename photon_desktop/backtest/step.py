"""The step engine: bar after bar, in the order in which things happen to a trader."""

from array import array
from collections.abc import Iterator
from itertools import chain, repeat
from math import nan

import numpy as np

from photon_desktop.backtest.book import Book
from photon_desktop.backtest.entries import Entry
from photon_desktop.backtest.guard import OwnLevels
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.parts import Row, simulate_in_parts
from photon_desktop.backtest.refusals import check_run
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.wants import SignalArray, Wants
from photon_desktop.trading.bars import Bars, FloatArray

_CHUNK = 65_536  # bars turned into Python's numbers at a time: a million need no more memory than these


def simulate(bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None = None) -> Simulation:
    """Trade what is wanted, one value a bar, on `bars`. `odds` are for sizes that depend on more than money and price.

    At each bar, in this order: what was wanted at the close of the bar before is filled at the open; then the stop and
    the target are tested against the bar, from the entry bar on, the stop first and a gap at the open; then equity is
    taken at the close. What is wanted at the last bar has no bar left to fill in. A position whose loss has eaten the
    equity by a bar's close is closed there, and what is owed stays owed. With a volume share orders are filled in
    parts, as `parts.py` says.

    Raises ValueRefusedError when there is not one value a bar, or no odds for a size that needs them, and DataError for
    prices that are no numbers.
    """
    check_run(bars, wants, rules, odds)
    if rules.volume_share is not None:
        return simulate_in_parts(rows_of(bars, wants), bars, rules, odds, Engine.STEP)
    return _simulate_whole(bars, wants, rules, odds)


def _simulate_whole(bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None) -> Simulation:
    """Each order filled at once, whatever is traded."""
    book = Book(bars, rules, odds)
    equity = array("d")
    is_protected = wants.barriers is not None or rules.stop_loss is not None or rules.take_profit is not None
    before = _NOTHING_BEFORE
    waiting: Entry | None = None
    side = wanted = 0
    for index, row in enumerate(rows_of(bars, wants)):
        open_, high, low, close, when_short, when_flat, when_long, _, _, _ = row
        if wanted != side:
            if side:
                book.close(index, open_, ExitReason.SIGNAL)
            if wanted:
                waiting = _entered(book, wanted, index, open_, before)
        if waiting is not None and book.enter_where_reached(waiting, index, row[:4]):
            waiting = None
        if is_protected and book.quantity:
            book.protect(index, open_, high, low)
        quantity = book.quantity
        if quantity:
            worth = book.cash + quantity * (close - book.entry_price)
            if worth <= 0:
                book.close(index, close, ExitReason.RUIN)
                quantity, worth = 0.0, book.cash
        else:
            worth = book.cash
        equity.append(worth)
        if quantity > 0:
            side, wanted = 1, when_long
        elif quantity < 0:
            side, wanted = -1, when_short
        else:
            side, wanted = 0, when_flat if index >= book.free_from else 0
        before = row
    return book.finish(np.array(equity, dtype=np.float64), Engine.STEP)


_NOTHING_BEFORE: Row = (nan, nan, nan, nan, 0, 0, 0, nan, nan, nan)


def _entered(book: Book, wanted: int, index: int, open_: float, before: Row) -> Entry | None:
    """Open what was wanted at the close of the bar before; what is left waiting for its price, if anything is."""
    entry = Entry(wanted, index - 1, before[3], *before[7:])
    if entry.waits:
        return entry
    book.enter(entry, index, open_)
    return None


def rows_of(bars: Bars, wants: Wants) -> Iterator[Row]:
    """The bars with what is wanted at each, as Python's numbers."""
    own = OwnLevels.of(bars, wants)
    levels = (None, None) if own is None else (own.under, own.over)
    columns = (
        bars.open, bars.high, bars.low, bars.close, wants.when_short, wants.when_flat, wants.when_long, *levels,
        wants.entry_prices,
    )  # fmt: skip
    return chain.from_iterable(_chunk(columns, start) for start in range(0, len(bars), _CHUNK))


def _chunk(columns: tuple[FloatArray | SignalArray | None, ...], start: int) -> Iterator[Row]:
    chosen = slice(start, start + _CHUNK)
    return zip(*(repeat(nan) if column is None else column[chosen].tolist() for column in columns), strict=False)
