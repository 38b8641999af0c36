"""The list of the watchlist: rows to choose, select, drag and thin out."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.tables.watch_delegate import WatchDelegate
from photon_desktop.ui.tables.watchlist_model import WatchlistModel


class WatchView(QListView):
    """One row chosen goes on the chart; several selected are only selected."""

    symbol_chosen = Signal(str)
    dropped = Signal()  # rows were dragged to another place

    def __init__(self, model: WatchlistModel, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Watchlist"))
        self._rows = model
        self._wanted = ""  # what the shown symbols contain
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setMouseTracking(True)
        self._delegate = WatchDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.selectionModel().selectionChanged.connect(self._choose)
        model.modelReset.connect(self._thin_out)
        model.rowsInserted.connect(self._thin_out)
        model.rowsMoved.connect(self._thin_out)
        model.rowsRemoved.connect(self._thin_out)

    def set_theme(self, theme: Theme) -> None:
        """Draw rows in this theme."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def selected(self) -> tuple[str, ...]:
        """The symbols selected, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._rows.row_at(place).symbol for place in places)

    def show_only(self, wanted: str) -> int:
        """Show the symbols that contain `wanted`, whatever the case; returns how many these are."""
        self._wanted = wanted.strip().upper()
        self._thin_out()
        return sum(self._fits(symbol) for symbol in self._rows.symbols)

    @property
    def is_thinned_out(self) -> bool:
        """Whether some symbols are not shown because of what is searched for."""
        return bool(self._wanted)

    def choose(self, symbol: str) -> None:
        """Select this symbol alone, whatever keys are held, and go on from it."""
        place = self._rows.place_of(symbol)
        if place is not None:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._rows.index(place), flag)
            self.scrollTo(self._rows.index(place))

    def mark(self, symbol: str) -> None:
        """Select a symbol without choosing it; one that is selected already stays so, with the others."""
        place = self._rows.place_of(symbol)
        if place is None or symbol in self.selected():
            return
        with QSignalBlocker(self.selectionModel()):
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._rows.index(place), flag)
        self.viewport().update()

    def select_quietly(self, symbols: Iterable[str], current: str) -> None:
        """Select these symbols, `current` being the one the keys go on from, and choose none."""
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().clear()
            flags = QItemSelectionModel.SelectionFlag
            for symbol in symbols:
                place = self._rows.place_of(symbol)
                if place is not None:
                    self.selectionModel().select(self._rows.index(place), flags.Select)
            place = self._rows.place_of(current)
            if place is not None:
                self.selectionModel().setCurrentIndex(self._rows.index(place), flags.NoUpdate)
        self.viewport().update()

    @property
    def current_symbol(self) -> str:
        """The symbol the keys go on from; empty when there is none."""
        current = self.currentIndex()
        return self._rows.row_at(current.row()).symbol if current.isValid() else ""

    def step(self, rows: int) -> None:
        """Choose the symbol that is shown `rows` further down (negative: up), if there is one."""
        shown = [place for place in range(self._rows.rowCount()) if not self.isRowHidden(place)]
        current = self.currentIndex().row()
        before = sum(place < current for place in shown)
        target = before + rows - (rows > 0 and current not in shown)
        if 0 <= target < len(shown):
            self.choose(self._rows.symbols[shown[target]])

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        before = self._rows.symbols
        super().dropEvent(event)
        if self._rows.symbols != before:
            self.dropped.emit()

    def _fits(self, symbol: str) -> bool:
        return self._wanted in symbol.upper()

    @Slot()
    def _thin_out(self) -> None:
        for place, symbol in enumerate(self._rows.symbols):
            self.setRowHidden(place, not self._fits(symbol))

    @Slot(QItemSelection, QItemSelection)
    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        selected = self.selected()
        if len(selected) == 1:
            self.symbol_chosen.emit(selected[0])
