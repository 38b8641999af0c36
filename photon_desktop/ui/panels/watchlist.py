"""The symbols watched, each with its last price, its way, and the state of its feed."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout

from photon_desktop.trading.messages import MarketSnapshot
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.views import SeriesView, WatchItem
from photon_desktop.ui.tables.watch_delegate import WatchDelegate
from photon_desktop.ui.tables.watchlist_model import WatchlistModel

_EMPTY = "The symbols you watch will stand here. They come with the market, as soon as monitoring starts."


class WatchlistPanel(Panel):
    """A row a symbol; choosing one puts it on the chart."""

    symbol_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("watchlist", _EMPTY, theme)
        self.model = WatchlistModel(self)
        self.view = QListView()
        self.view.setAccessibleName("Watchlist")
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setMouseTracking(True)
        self._delegate = WatchDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._choose)

    def set_items(self, items: Iterable[WatchItem]) -> None:
        """Watch these symbols."""
        self.model.set_items(items)
        self.set_has_content(self.model.rowCount() > 0)

    def load_series(self, view: SeriesView) -> None:
        """Start a symbol's sparkline and change from these bars."""
        self.model.load_bars(view.symbol, view.bars, view.interval)

    def take_closed_bars(self, closed: Iterable[BarClosed]) -> None:
        """Add closed bars."""
        for news in closed:
            self.model.close_bar(news.symbol, news.bar, news.interval)

    def take_ticks(self, ticks: Mapping[str, PriceTick], arrived_at: int) -> None:
        """Show the newest tick of each symbol, arrived at wall time `arrived_at`."""
        self.model.take_prices(ticks, arrived_at)

    def take_snapshot(self, snapshot: MarketSnapshot) -> None:
        """Show the trend that a snapshot found."""
        self.model.set_trend(snapshot.ticker, snapshot.trend, snapshot.strength)

    def mark(self, symbol: str) -> None:
        """Mark the symbol on the chart, without choosing it again."""
        place = self.model.place_of(symbol)
        if place is None:
            return
        blocker = QSignalBlocker(self.view.selectionModel())
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(self.model.index(place), flag)
        blocker.unblock()
        self.view.viewport().update()

    def step(self, rows: int) -> None:
        """Choose the symbol `rows` further down (negative: up), if there is one."""
        place = self.view.currentIndex().row() + rows
        if 0 <= place < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(place))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self.view.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.symbol_chosen.emit(self.model.row_at(current.row()).symbol)
