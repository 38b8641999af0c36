"""Lets what was done to price alerts be undone: set, changed or removed."""

from collections.abc import Callable
from functools import partial

from photon_desktop.trading.alert_book import AlertBook
from photon_desktop.trading.alerts import PriceAlert
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.undo_history import Change, UndoHistory

PLACE = "alerts"
_SET = mark("alert on {symbol} set")
_CHANGED = mark("alert on {symbol} changed")
_REMOVED = mark("alert on {symbol} removed")


class AlertChanges:
    """`put` and `remove` carry out on the book what is wanted, and have it kept and shown.

    An alert that comes back begins anew at the price of now, so that it does not go off for what happened while it was
    away; one that had gone off already stays so.
    """

    def __init__(
        self,
        history: UndoHistory,
        book: AlertBook,
        put: Callable[[PriceAlert], object],
        remove: Callable[[str], object],
    ) -> None:
        self._history, self._book, self._put, self._remove = history, book, put, remove

    def note_put(self, before: PriceAlert | None, alert: PriceAlert) -> None:
        """`alert` was set, in the place of `before` where there was one of its id."""
        words = _SET if before is None else _CHANGED
        back = partial(self._take_away, alert) if before is None else partial(self._bring_back, before)
        self._add(words, alert, back, partial(self._bring_back, alert))

    def note_removal(self, alert: PriceAlert) -> None:
        """`alert`, as it was, was removed."""
        self._add(_REMOVED, alert, partial(self._bring_back, alert), partial(self._take_away, alert))

    def undo(self) -> bool:
        """Take the last change back if it was of an alert; False when it was not."""
        last = self._history.last
        return last is not None and last.place == PLACE and self._history.undo()

    def redo(self) -> bool:
        """Do anew what was undone last if it was of an alert; False when it was not."""
        following = self._history.next
        return following is not None and following.place == PLACE and self._history.redo()

    @property
    def words(self) -> str:
        """What `undo` would take back, "" for nothing."""
        last = self._history.last
        return last.words if last is not None and last.place == PLACE else ""

    def _add(self, words: str, alert: PriceAlert, back: Callable[[], str], again: Callable[[], str]) -> None:
        self._history.add(Change(tr(words).format(symbol=alert.symbol), back, again, PLACE))

    def _bring_back(self, alert: PriceAlert) -> str:
        self._put(alert)
        return ""

    def _take_away(self, alert: PriceAlert) -> str:
        if self._book.find(alert.id) is None:
            return tr("The alert on {symbol} is gone already.").format(symbol=alert.symbol)
        self._remove(alert.id)
        return ""
