"""The watchlist as a model: one row a symbol, changed only where a price came."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from photon_desktop.market.feed_state import FeedState as ToldState
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import PriceTick
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr, tr_many
from photon_desktop.ui.panels.views import WatchItem
from photon_desktop.ui.panels.words import TREND_WORDS
from photon_desktop.ui.tables.row_table import Index
from photon_desktop.ui.tables.watch_row import FeedState, WatchRow

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
        self._told: dict[str, ToldState] = {}
        self._is_movable = False

    def set_items(self, items: Iterable[WatchItem]) -> None:
        """Watch these symbols; those watched before keep what is known of them."""
        items = tuple(items)
        if [item.symbol for item in items] == [row.symbol for row in self._rows]:
            for row, item in zip(self._rows, items, strict=True):
                row.instrument, row.chosen_kind = item.instrument, item.chosen_kind
            self._changed(list(range(len(self._rows))))
            return
        known = {row.symbol: row for row in self._rows}
        self.beginResetModel()
        self._rows = [_row_for(item, known.get(item.symbol)) for item in items]
        self._renumber()
        self._hand_out_told()
        self.endResetModel()

    def insert(self, place: int, row: WatchRow) -> None:
        """Put `row` at `place`, 0 on top; one whose symbol is watched already is left out."""
        if row.symbol in self._places:
            return
        place = max(0, min(place, len(self._rows)))
        self.beginInsertRows(_NO_PARENT, place, place)
        self._rows.insert(place, row)
        row.told = self._told.get(row.symbol)
        self._renumber()
        self.endInsertRows()

    def remove(self, symbols: Iterable[str]) -> list[tuple[int, WatchRow]]:
        """Take these symbols out, and return where each stood and what was known of it, the topmost first."""
        places = sorted({place for symbol in symbols if (place := self._places.get(symbol)) is not None})
        removed = [(place, self._rows[place]) for place in places]
        for place in reversed(places):
            self.beginRemoveRows(_NO_PARENT, place, place)
            del self._rows[place]
            self._renumber()
            self.endRemoveRows()
        return removed

    def moveRows(  # noqa: N802 - Qt's name
        self, source_parent: Index, source_row: int, count: int, destination_parent: Index, destination_child: int
    ) -> bool:
        """Move `count` rows before the row that now is `destination_child`; what a drag and the keys do."""
        last = source_row + count - 1
        if not self.beginMoveRows(source_parent, source_row, last, destination_parent, destination_child):
            return False
        moved = self._rows[source_row : last + 1]
        del self._rows[source_row : last + 1]
        place = destination_child if destination_child < source_row else destination_child - count
        self._rows[place:place] = moved
        self._renumber()
        self.endMoveRows()
        return True

    def set_movable(self, is_movable: bool) -> None:
        """Say whether rows can be dragged to another place."""
        self._is_movable = is_movable

    def tell_feeds(self, states: Mapping[str, ToldState]) -> None:
        """Keep what each symbol's feed says of itself, also for symbols that come later; it shows with the next
        `judge_feeds`."""
        self._told = dict(states)
        self._hand_out_told()

    def set_kind(self, symbol: str, kind: InstrumentKind | None) -> None:
        """Take `symbol` for this kind, None for what its spelling suggests."""
        row = self._row_of(symbol)
        if row is not None:
            row.chosen_kind = kind
            self._changed([self._places[symbol]])

    def set_alerts(self, counts: Mapping[str, int]) -> None:
        """Show at each symbol how many price alerts are open; none for symbols left out."""
        places = [place for place, row in enumerate(self._rows) if row.alerts != counts.get(row.symbol, 0)]
        for place in places:
            self._rows[place].alerts = counts.get(self._rows[place].symbol, 0)
        self._changed(places)

    def load_bars(self, symbol: str, bars: Bars, interval: Interval) -> None:
        """Start a symbol's sparkline and change over from these bars."""
        row = self._row_of(symbol)
        if row is not None:
            row.load(bars, interval.nanoseconds)
            self._changed([self._places[symbol]])

    def set_instrument(self, symbol: str, instrument: Instrument) -> None:
        """Write a symbol's prices in the steps that an exchange told."""
        row = self._row_of(symbol)
        if row is not None and row.instrument != instrument:
            row.instrument = instrument
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
                row.last, row.ticked_at = tick.price, arrived_at
                row.feed = row.judge_feed(arrived_at, is_watching=True)
                places.append(self._places[symbol])
        self._changed(places)

    def set_trend(self, symbol: str, trend: str, strength: float) -> None:
        """Show the trend that the last snapshot found."""
        row = self._row_of(symbol)
        if row is not None and (row.trend, row.strength) != (trend, strength):
            row.trend, row.strength = trend, strength
            self._changed([self._places[symbol]])

    def judge_feeds(self, now_ns: int, is_watching: bool) -> None:
        """Tell how each feed stands: as it says itself, otherwise stale when its last price is older than ten seconds;
        and off while nothing is watched."""
        judged = [row.judge_feed(now_ns, is_watching) for row in self._rows]
        places = [place for place, row in enumerate(self._rows) if row.feed is not judged[place]]
        for place in places:
            self._rows[place].feed = judged[place]
        self._changed(places)

    def stale_seconds(self, symbol: str, now_ns: int) -> float:
        """How old the last price of a symbol is when that is too old, otherwise zero."""
        row = self._row_of(symbol)
        if row is None or row.feed is not FeedState.STALE or not row.ticked_at:
            return 0.0
        return (now_ns - row.ticked_at) / 1e9

    def row_at(self, place: int) -> WatchRow:
        """What is known of the symbol at `place`."""
        return self._rows[place]

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols in their order."""
        return tuple(row.symbol for row in self._rows)

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged, and dropped between others but not on them."""
        flags = super().flags(index)
        if not self._is_movable:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction

    def _hand_out_told(self) -> None:
        for row in self._rows:
            row.told = self._told.get(row.symbol)

    def _renumber(self) -> None:
        self._places = {row.symbol: place for place, row in enumerate(self._rows)}

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
    alerts = tr_many(", %n price alerts", ", %n price alert", row.alerts) if row.alerts else ""
    words = tr("{symbol}: last {price} {quote}, {change} in a day, {trend}, feed {feed}{alerts}, {kind}").format(
        symbol=row.symbol,
        price=formats.price(row.last, row.instrument),
        quote=row.instrument.quote,
        change=formats.signed_percent(row.day_change),
        trend=_trend_words(row),
        feed=row.feed.words,
        alerts=alerts,
        kind=kind_words(row),
    )
    return f"{words}\n{row.reason}" if row.reason else words


def _trend_words(row: WatchRow) -> str:
    if not row.trend:
        return tr("no trend yet")
    trend = tr(TREND_WORDS[row.trend])[2:] if row.trend in TREND_WORDS else ""
    return tr("trend {trend}, strength {strength}").format(trend=trend, strength=f"{row.strength:.2f}")


def kind_words(row: WatchRow) -> str:
    """The kind of a row's symbol, and whether its spelling or the user said so."""
    if row.chosen_kind is not None:
        return tr("{kind}, as you chose").format(kind=tr(row.chosen_kind.value))
    return tr("{kind}, by its name").format(kind=tr(kind_of(row.symbol).value))


def _row_for(item: WatchItem, known: WatchRow | None) -> WatchRow:
    row = known or WatchRow(item.symbol, item.instrument)
    row.instrument, row.chosen_kind = item.instrument, item.chosen_kind
    return row
