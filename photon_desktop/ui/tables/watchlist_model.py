"""The watchlist as a model: one row a symbol, changed only where a price came."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import PriceTick
from photon_desktop.ui import formats
from photon_desktop.ui.panels.views import WatchItem
from photon_desktop.ui.panels.words import TREND_WORDS
from photon_desktop.ui.tables.row_table import Index
from photon_desktop.ui.tables.watch_row import FeedState, WatchRow

STALE_AFTER_S = 10.0
_NO_PARENT = QModelIndex()


class WatchRole(IntEnum):
    """Where the delegate finds what it draws."""

    ROW = Qt.ItemDataRole.UserRole


class WatchlistModel(QAbstractListModel):
    """Rows in the order of the watchlist. `take_prices` is called once a flush, with the newest tick of each symbol."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[WatchRow] = []
        self._places: dict[str, int] = {}

    def set_items(self, items: Iterable[WatchItem]) -> None:
        """Watch these symbols; those watched before keep what is known of them."""
        known = {row.symbol: row for row in self._rows}
        self.beginResetModel()
        self._rows = [known.get(item.symbol) or WatchRow(item.symbol, item.instrument) for item in items]
        self._places = {row.symbol: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def load_bars(self, symbol: str, bars: Bars, interval: Interval) -> None:
        """Start a symbol's sparkline and change over from these bars."""
        row = self._row_of(symbol)
        if row is not None:
            row.load(bars, interval.nanoseconds)
            self._changed([self._places[symbol]])

    def close_bar(self, symbol: str, bar: Bar, interval: Interval) -> None:
        """Take one more closed bar of a symbol. The row is told changed with the next prices."""
        row = self._row_of(symbol)
        if row is not None:
            row.close_bar(bar, interval.nanoseconds)
            self._changed([self._places[symbol]])

    def take_prices(self, ticks: Mapping[str, PriceTick], arrived_at: int) -> None:
        """Show the newest tick of each symbol in `ticks`, arrived at wall time `arrived_at` (ns UTC)."""
        places = []
        for symbol, tick in ticks.items():
            row = self._row_of(symbol)
            if row is not None:
                row.last, row.feed, row.ticked_at = tick.price, FeedState.LIVE, arrived_at
                places.append(self._places[symbol])
        self._changed(places)

    def set_trend(self, symbol: str, trend: str, strength: float) -> None:
        """Show the trend that the last snapshot found."""
        row = self._row_of(symbol)
        if row is not None and (row.trend, row.strength) != (trend, strength):
            row.trend, row.strength = trend, strength
            self._changed([self._places[symbol]])

    def judge_feeds(self, now_ns: int, is_watching: bool) -> None:
        """Tell rows stale whose last price is older than ten seconds, and off while nothing is watched."""
        judged = [_feed_state(row, now_ns, is_watching) for row in self._rows]
        places = [place for place, row in enumerate(self._rows) if row.feed is not judged[place]]
        for place in places:
            self._rows[place].feed = judged[place]
        self._changed(places)

    def stale_seconds(self, symbol: str, now_ns: int) -> float:
        """How old the last price of a symbol is when that is too old, otherwise zero."""
        row = self._row_of(symbol)
        if row is None or row.feed is not FeedState.STALE:
            return 0.0
        return (now_ns - row.ticked_at) / 1e9

    def row_at(self, place: int) -> WatchRow:
        """What is known of the symbol at `place`."""
        return self._rows[place]

    def place_of(self, symbol: str) -> int | None:
        """Where a symbol stands, None when it is not watched."""
        return self._places.get(symbol)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == WatchRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.symbol
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return watch_sentence(row)
        return None

    def _row_of(self, symbol: str) -> WatchRow | None:
        place = self._places.get(symbol)
        return None if place is None else self._rows[place]

    def _changed(self, places: list[int]) -> None:
        """One signal for each run of neighbouring rows."""
        run: list[int] = []
        for place in sorted(places):
            if run and place != run[-1] + 1:
                self.dataChanged.emit(self.index(run[0]), self.index(run[-1]))
                run = []
            run.append(place)
        if run:
            self.dataChanged.emit(self.index(run[0]), self.index(run[-1]))


def watch_sentence(row: WatchRow) -> str:
    """The row in words, for tooltips and screen readers."""
    trend = f"trend {TREND_WORDS.get(row.trend, '')[2:]}, strength {row.strength:.2f}" if row.trend else "no trend yet"
    return (
        f"{row.symbol}: last {formats.price(row.last, row.instrument)} {row.instrument.quote},"
        f" {formats.signed_percent(row.day_change)} in a day, {trend}, feed {row.feed}"
    )


def _feed_state(row: WatchRow, now_ns: int, is_watching: bool) -> FeedState:
    if not is_watching:
        return FeedState.OFF if row.ticked_at else FeedState.WAITING
    if not row.ticked_at:
        return FeedState.WAITING
    return FeedState.STALE if (now_ns - row.ticked_at) / 1e9 > STALE_AFTER_S else FeedState.LIVE
