"""Makes the table views of the panels, all alike."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip

from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.column_room import ColumnNeed, fitted
from photon_desktop.ui.tables.delegates import ToneDelegate
from photon_desktop.ui.tables.tones import small_font

ROW_HEIGHT = 24
_PADDING = 11  # the stylesheet's 8 px and the 3 that Qt adds to text
_LEAST = 88  # px of a column whose text may be shortened


class PlainTable(QTableView):
    """A table for reading: whole rows, no grid, tones by its delegate, tab leaves it. Its columns keep to the width
    there is, as far as their texts let them; what was shortened or left out stands in the tooltip."""

    def __init__(self, accessible_name: str, model: QAbstractItemModel, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._fitted = self._growing = range(0)
        self._wanted: dict[int, int] = {}
        self._needed: dict[int, int] = {}
        self._shortened: frozenset[int] = frozenset()
        self._let_go: tuple[int, ...] = ()
        self._is_measured = True
        self._is_fitting = False
        model.rowsInserted.connect(self._grow_for_rows)
        model.dataChanged.connect(self._grow_for_cells)
        model.modelReset.connect(self._grow_for_all)
        self._tones = ToneDelegate(theme, self)
        self.setItemDelegate(self._tones)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setStyleSheet(f"QHeaderView::section {{ padding: 0 {_PADDING}px; }}")  # as far in as the cells' text
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        header.setFixedHeight(ROW_HEIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self._keep_width)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the first columns these widths, more where the title needs it. A column grows when a row needs more, so
        that no number is cut, and has less than its width only where its texts leave room."""
        self._take_widths(widths, [0] * len(widths))
        self._growing = self._fitted

    def fix_widths(self, widths: Sequence[int]) -> None:
        """The same for a table of so many rows that to measure each would be felt: its texts need these widths."""
        self._take_widths(widths, widths)

    def let_last_fill(self) -> None:
        """Have the last column take what is left of the width, its text shortened where that is too little."""
        self.horizontalHeader().setStretchLastSection(True)

    def shorten(self, *columns: int) -> None:
        """Let these columns shorten their texts where there is too little room."""
        self._shortened = frozenset(columns)

    def let_go(self, *columns: int) -> None:
        """Leave these columns out where there is too little room, the first of them first."""
        self._let_go = columns

    def leave_out(self, column: int, is_left_out: bool) -> None:
        """Have a column that says nothing now leave its room to the others, or take it back."""
        if self.isColumnHidden(column) != is_left_out:
            self.setColumnHidden(column, is_left_out)
            self._fit()

    def sort_by_header(self) -> None:
        """Let a click on a column's title sort by it, another turn the order round, and a third undo it."""
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def use_small_type(self) -> None:
        """Write smaller, for what is looked up rather than watched."""
        self.setFont(small_font())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._measure_what_came()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say in the tooltip what a shortened text is, and what stands in the columns left out."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.told_beside(self.indexAt(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def told_beside(self, index: QModelIndex) -> str:
        """The tooltip of a cell."""
        if not index.isValid():
            return ""
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if not tip and self._text_width(str(index.data())) > self.columnWidth(index.column()):
            tip = str(index.data())
        left_out = [column for column in sorted(self._let_go) if self.isColumnHidden(column)]
        cells = [f"{self._title(column)}: {index.siblingAtColumn(column).data()}" for column in left_out]
        return "\n".join(words for words in (tip, *cells) if words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._is_measured:  # a tab has come to the front
            QTimer.singleShot(0, self, self._measure_what_came)

    def set_theme(self, theme: Theme) -> None:
        """Draw tones with this theme's colours."""
        self._tones.set_theme(theme)
        self.viewport().update()

    @Slot(QModelIndex, int, int)
    def _grow_for_rows(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._grow(range(first, last + 1), self._growing)

    @Slot(QModelIndex, QModelIndex)
    def _grow_for_cells(self, first: QModelIndex, last: QModelIndex) -> None:
        changed = range(first.column(), last.column() + 1)
        columns = range(max(changed.start, self._growing.start), min(changed.stop, self._growing.stop))
        self._grow(range(first.row(), last.row() + 1), columns)

    @Slot()
    def _grow_for_all(self) -> None:
        self._grow(range(self.model().rowCount()), self._growing)

    @Slot()
    def _measure_what_came(self) -> None:
        self._is_measured = True
        self._grow_for_all()

    def _title(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))

    def _title_width(self, column: int) -> int:
        return self.horizontalHeader().fontMetrics().horizontalAdvance(self._title(column)) + 2 * _PADDING + 1

    def _text_width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * _PADDING + 1

    def _grow(self, rows: range, columns: range) -> None:
        if self.visibleRegion().isEmpty():  # hidden, or behind another tab
            self._is_measured = False
            return
        model, has_grown = self.model(), False
        for column in columns:
            needed = max((self._text_width(str(model.index(row, column).data())) for row in rows), default=0)
            if needed > self._needed[column]:
                self._needed[column], has_grown = needed, True
        if has_grown:
            self._fit()

    def _take_widths(self, wanted: Sequence[int], needed: Sequence[int]) -> None:
        header = self.horizontalHeader()
        header.ensurePolished()
        self._fitted = range(len(wanted))
        for column in self._fitted:
            self._needed[column] = max(needed[column], self._title_width(column))
            self._wanted[column] = wanted[column]
        self._fit()

    def _fit(self) -> None:
        """Give each column its width in the room there is."""
        if not self._fitted or self._is_fitting:
            return
        needs = [self._need(column) for column in self._fitted]
        fills = range(len(self._fitted), self.model().columnCount())
        filled = sum(max(self._title_width(column), _LEAST) for column in fills if not self.isColumnHidden(column))
        self._is_fitting = True
        for column, width in enumerate(fitted(needs, self.viewport().width() - filled, self._let_go)):
            if column in self._let_go:
                self.setColumnHidden(column, width == 0)
            if width and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self._take_back_from_last()
        self._is_fitting = False

    def _take_back_from_last(self) -> None:
        """Qt gives the column that fills what is left more width by itself, but does not take it back."""
        header, excess = self.horizontalHeader(), self.horizontalHeader().length() - self.viewport().width()
        if not header.stretchLastSection() or excess <= 0:
            return
        last = max(column for column in range(header.count()) if not self.isColumnHidden(column))
        header.setStretchLastSection(False)
        header.resizeSection(last, max(header.minimumSectionSize(), self.columnWidth(last) - excess))
        header.setStretchLastSection(True)

    def _need(self, column: int) -> ColumnNeed:
        needed = self._needed[column]
        least = min(needed, _LEAST) if column in self._shortened else needed
        return ColumnNeed(self._wanted[column], needed, least)

    @Slot(int, int, int)
    def _keep_width(self, column: int, _before: int, width: int) -> None:
        """Remember the width that the user gave a column."""
        if column in self._fitted and not self._is_fitting and width:
            self._wanted[column] = width
