"""The Edit menu: what was changed last is undone, or done anew, from anywhere in the window."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.tables.watch_row import WatchRow
from photon_desktop.ui.undo_history import Change

if TYPE_CHECKING:
    from photon_desktop.ui.main_window import MainWindow

_NOT_DONE = mark("It was not undone")
_NOTHING_TO_UNDO = mark("Nothing was changed that can be undone.")
_NOTHING_TO_REDO = mark("Nothing was undone that can be done anew.")
WATCHLIST = "watchlist"


class UndoDesk(QObject):
    """Ties the history of the window's chart, which is the window's own, to the actions, and adds what is removed from
    the watchlist."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._actions, self._panel = window, window.actions_by_name, window.watchlist
        self._history = window.chart.history
        self._removal: Change | None = None
        self._actions["actionUndo"].triggered.connect(self._history.undo)
        self._actions["actionRedo"].triggered.connect(self._history.redo)
        self._history.changed.connect(self._show)
        self._history.refused.connect(self._tell)
        self._history.symbol_wanted.connect(self._show_symbol)
        self._panel.symbols_removed.connect(self._note_removal)
        self._panel.removal_undone.connect(self._forget_removal)
        window.watch_desk.market_begun.connect(self._history.leave_market)
        self._show()

    @Slot()
    def _show(self) -> None:
        last, following = self._history.last, self._history.next
        offers = (("actionUndo", last, _NOTHING_TO_UNDO), ("actionRedo", following, _NOTHING_TO_REDO))
        for name, change, nothing in offers:
            self._actions.offer_change(name, change.words if change else "", "" if change else tr(nothing))

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self._window.show_problem(tr(_NOT_DONE), sentence, "")

    @Slot(str)
    def _show_symbol(self, symbol: str) -> None:
        if symbol in self._panel.symbols:
            self._window.show_symbol(symbol)

    @Slot(object)
    def _note_removal(self, symbols: tuple[str, ...]) -> None:
        what = symbols[0] if len(symbols) == 1 else tr_many("%n symbols", "%n symbol", len(symbols))
        words = tr("removal of {symbols}").format(symbols=what)
        back = partial(self._put_back, self._panel.removed)
        change = Change(words, back, partial(self._remove, symbols), WATCHLIST, is_of_market=True)
        if self._history.add(change):
            self._removal = change

    @Slot()
    def _forget_removal(self) -> None:
        if self._removal is not None:
            self._history.withdraw(self._removal)
            self._removal = None

    def _put_back(self, removed: tuple[tuple[int, WatchRow], ...]) -> str:
        return "" if self._panel.put_back(removed) else tr("The watchlist has them already, or can't be changed now.")

    def _remove(self, symbols: tuple[str, ...]) -> str:
        return "" if self._panel.remove(symbols) else tr("The watchlist has them no longer, or can't be changed now.")
