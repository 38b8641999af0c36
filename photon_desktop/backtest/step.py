"""The step engine: bar after bar, in the order in which things happen to a trader."""

from dataclasses import dataclass
from itertools import repeat

import numpy as np

from photon_desktop.backtest.book import Book
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.trades import ExitReason, Trade
from photon_desktop.backtest.wants import Wants
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bars, FloatArray


@dataclass(frozen=True, slots=True)
class OpenTrade:
    """A position that the last bar left open: `quantity` negative when short, `unrealised` before exit costs."""

    entry_index: int
    entry_time: int
    quantity: float
    entry_price: float
    unrealised: float


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """What came of a run: `equity` one value a bar, at its close; `commission` and `slippage` in quote money.

    `refused_entries` counts entries for which money or size did not come to one step of quantity.
    """

    equity: FloatArray
    trades: tuple[Trade, ...]
    open_trade: OpenTrade | None
    commission: float
    slippage: float
    refused_entries: int


def simulate(bars: Bars, wants: Wants, rules: Rules, odds: BarOdds | None = None) -> Simulation:
    """Trade what is wanted, one value a bar, on `bars`. `odds` are for sizes that depend on more than money and price.

    At each bar, in this order: what was wanted at the close of the bar before is filled at the open; then the stop and
    the target are tested against the bar, from the entry bar on, the stop first and a gap at the open; then equity is
    taken at the close. What is wanted at the last bar has no bar left to fill in. A position whose loss has eaten the
    equity by a bar's close is closed there, and what is owed stays owed.

    Raises ValueRefusedError when there is not one value a bar, or no odds for a size that needs them.
    """
    if len(wants) != len(bars):
        raise ValueRefusedError(f"There are {len(wants)} wants for {len(bars)} bars; each bar needs one.")
    if rules.sizing.needs_odds and odds is None:
        raise ValueRefusedError(f"The size {rules.sizing.text} depends on odds; hand them in, one value a bar.")
    book = Book(bars.times.tolist(), rules, odds)
    equity: list[float] = []
    is_protected = wants.barriers is not None or rules.stop_loss is not None or rules.take_profit is not None
    last_close, last_barrier = 0.0, None
    side = wanted = 0
    columns = (bars.open, bars.high, bars.low, bars.close, wants.when_short, wants.when_flat, wants.when_long)
    barriers = repeat(None, len(bars)) if wants.barriers is None else wants.barriers.tolist()
    rows = zip(*(column.tolist() for column in columns), barriers, strict=True)
    for index, (open_, high, low, close, when_short, when_flat, when_long, barrier) in enumerate(rows):
        if wanted != side:
            book.move(wanted, index, open_, last_close, last_barrier)
        if is_protected and book.quantity:
            book.protect(index, open_, high, low)
        quantity = book.quantity
        worth = book.cash + quantity * (close - book.entry_price)
        if worth <= 0 and quantity:
            book.close(index, close, ExitReason.RUIN)
            quantity, worth = 0.0, book.cash
        equity.append(worth)
        if quantity > 0:
            side, wanted = 1, when_long
        elif quantity < 0:
            side, wanted = -1, when_short
        else:
            side, wanted = 0, when_flat
        last_close, last_barrier = close, barrier
    _finalize(book, bars, equity, rules.finalize)
    return Simulation(
        equity=np.array(equity, dtype=np.float64),
        trades=tuple(book.trades),
        open_trade=_open_trade(book, bars),
        commission=book.commission,
        slippage=book.slippage,
        refused_entries=book.refused_entries,
    )


def _finalize(book: Book, bars: Bars, equity: list[float], rule: Finalize) -> None:
    if not book.quantity or rule is Finalize.NONE:
        return
    price = bars.open[-1] if rule is Finalize.LAST_OPEN else bars.close[-1]
    book.close(len(bars) - 1, float(price), ExitReason.END)
    equity[-1] = book.cash


def _open_trade(book: Book, bars: Bars) -> OpenTrade | None:
    if not book.quantity:
        return None
    return OpenTrade(
        entry_index=book.entry_index,
        entry_time=int(bars.times[book.entry_index]),
        quantity=book.quantity,
        entry_price=book.entry_price,
        unrealised=book.quantity * (float(bars.close[-1]) - book.entry_price),
    )
