"""Lets the moves of a stop or target be undone: by the way they came, and only while they still mean the same."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from photon_desktop.trading.account import Position
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.protection import protection_fault
from photon_desktop.ui.language import tr
from photon_desktop.ui.undo_history import Change, UndoHistory

PLACE = "levels"
Levels = tuple[Decimal | None, Decimal | None]  # the stop and the target


class LevelMoves:
    """`move` asks the execution agent for a stop and a target; it checks them again, and tells what it refuses."""

    def __init__(self, history: UndoHistory, move: Callable[[str, Decimal | None, Decimal | None], object]) -> None:
        self._history, self._move = history, move
        self._portfolio: Portfolio | None = None

    def take_portfolio(self, portfolio: Portfolio) -> None:
        """The account as it is now."""
        self._portfolio = portfolio

    def note(self, symbol: str, levels: Levels) -> None:
        """The stop and the target of what is held of `symbol` are being moved there by hand."""
        if self._portfolio is None:
            return
        position = self._portfolio.account.position(symbol)
        before = (position.stop_loss, position.take_profit)
        if position.is_open and before != levels:
            words = tr("stop and target of {symbol}").format(symbol=symbol)
            back, again = (partial(self._go, position, *way) for way in ((levels, before), (before, levels)))
            self._history.add(Change(words, back, again, PLACE, symbol))

    def _go(self, was: Position, start: Levels, end: Levels) -> str:
        """Move them from `start` to `end`; why not, when that would move something else than was moved."""
        if self._portfolio is None:
            return tr("The account is not known yet; nothing was moved.")
        now = self._portfolio.account.position(was.symbol)
        if fault := _changed(was, now, start):
            return fault
        if fault := protection_fault(now, self._portfolio.prices.get(was.symbol), *end):
            return fault
        self._move(was.symbol, *end)
        return ""


def _changed(was: Position, now: Position, start: Levels) -> str:
    is_same = now.is_open and now.opened_at == was.opened_at and (now.quantity > 0) == (was.quantity > 0)
    if not is_same:
        return tr("The position in {symbol} whose stop and target were moved is closed; nothing was moved.").format(
            symbol=was.symbol
        )
    if (now.stop_loss, now.take_profit) != start:
        return tr("The stop and target of {symbol} do not stand where they were moved to; they stay.").format(
            symbol=was.symbol
        )
    return ""
