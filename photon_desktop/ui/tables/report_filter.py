"""Which reports are shown, and in which order."""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.tables.report_table import ReportRow, is_trade
from photon_desktop.ui.tables.row_table import Role

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ReportKind(StrEnum):
    """Which reports the user wants to see."""

    ALL = mark("All reports")
    FILLED = mark("Filled")
    REFUSED = mark("Not filled")


class ReportFilter(QSortFilterProxyModel):
    """Shows the reports of a kind that have every word; in the order of a column where one was chosen, else the newest
    first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = ReportKind.ALL
        self._words: tuple[str, ...] = ()
        self._by_place = True
        self.setSortRole(Role.SORT)
        self.sort(-1)

    def show_kind(self, kind: str) -> None:
        """Show only reports of this kind, one of ReportKind."""
        self.beginFilterChange()
        self._kind = ReportKind(kind)
        self.endFilterChange()

    def show_words(self, text: str) -> None:
        """Show only reports in which every word of `text` stands, in any case."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def rows(self) -> list[ReportRow]:
        """What is shown, from the top down."""
        return [self.index(place, 0).data(Role.ROW) for place in range(self.rowCount())]

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:  # noqa: N802 - Qt's name
        model = self.sourceModel()
        row = model.index(source_row, 0, source_parent).data(Role.ROW)
        if self._kind is not ReportKind.ALL and is_trade(row) != (self._kind is ReportKind.FILLED):
            return False
        if not self._words:
            return True
        cells = (model.index(source_row, column, source_parent).data() for column in range(model.columnCount()))
        text = " ".join(str(cell) for cell in cells).casefold()
        return all(word in text for word in self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values or, for -1, by the places in the table. Qt's own -1 does not sort at all: rows that
        a filter lets back in would stand behind the others."""
        self._by_place = column < 0
        super().sort(max(column, 0), Qt.SortOrder.AscendingOrder if self._by_place else order)

    def lessThan(self, left: _Index, right: _Index) -> bool:  # noqa: N802 - Qt's name
        if self._by_place:
            return left.row() < right.row()
        mine, other = left.data(Role.SORT), right.data(Role.SORT)
        if mine is None or other is None:
            return mine is None and other is not None
        return bool(mine < other)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802 - Qt's name
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return tr("Sort by this; a third click puts the newest first again")
        return super().headerData(section, orientation, role)
