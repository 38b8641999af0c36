"""Makes the table views of the panels, all alike."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from photon_desktop.ui.design import Theme
from photon_desktop.ui.tables.delegates import ToneDelegate
from photon_desktop.ui.tables.tones import small_font

ROW_HEIGHT = 24
_PADDING = 11  # the stylesheet's 8 px and the 3 that Qt adds to text


class PlainTable(QTableView):
    """A table for reading: whole rows, no grid, tones by its delegate, tab leaves it."""

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
        self._growing = range(0)
        self._is_measured = True
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

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the first columns these widths, more where the title needs it. A column grows when a row needs more, so
        that no number is cut."""
        self.horizontalHeader().ensurePolished()
        for column, width in enumerate(widths):
            self.setColumnWidth(column, max(width, self._title_width(column)))
        self._growing = range(len(widths))

    def let_last_fill(self) -> None:
        """Have the last column take what is left of the width, its text shortened where that is too little."""
        self.horizontalHeader().setStretchLastSection(True)

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

    def _title_width(self, column: int) -> int:
        title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return self.horizontalHeader().fontMetrics().horizontalAdvance(title) + 2 * _PADDING + 1

    def _grow(self, rows: range, columns: range) -> None:
        if self.visibleRegion().isEmpty():  # hidden, or behind another tab
            self._is_measured = False
            return
        model, metrics = self.model(), self.fontMetrics()
        for column in columns:
            texts = (str(model.index(row, column).data()) for row in rows)
            needed = max((metrics.horizontalAdvance(text) for text in texts), default=0) + 2 * _PADDING + 1
            if needed > self.columnWidth(column):
                self.setColumnWidth(column, needed)
