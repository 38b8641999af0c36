"""The view of a file's first cells under the header in which columns get their roles."""

from PySide6.QtCore import Signal, Slot

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft
from photon_desktop.ui.dialogs.csv_import.views.cell_table import CellTable
from photon_desktop.ui.dialogs.csv_import.views.role_header import LEAST_WIDTH, WIDEST, RoleHeader
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.tables import PlainTable

_LOOKED_AT = 12  # rows whose texts say how wide a column should be
_PADDING = 24


class CellView(PlainTable):
    """Raw cells; tells when a column shall hold something else."""

    roles_chosen = Signal(int, object)

    def __init__(self, theme: Theme) -> None:
        self.cells = CellTable()
        super().__init__(tr("Cells of the file"), self.cells, theme)
        self.setObjectName("importCells")
        self.cells.setParent(self)
        self.header = RoleHeader(self.cells, self)
        self.setHorizontalHeader(self.header)
        self.header.roles_chosen.connect(self.roles_chosen)
        self.horizontalScrollBar().valueChanged.connect(self.header.place_boxes)
        self.cells.modelReset.connect(self._fit)

    def show_draft(self, draft: Draft) -> None:
        """Show the cells of this draft."""
        self.cells.show_draft(draft)

    @Slot()
    def _fit(self) -> None:
        metrics, header_metrics = self.fontMetrics(), self.header.fontMetrics()
        for column in range(self.cells.columnCount()):
            texts = (str(self.cells.index(row, column).data()) for row in range(min(_LOOKED_AT, self.cells.rowCount())))
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            widest = max(widest, header_metrics.horizontalAdvance(self.cells.name_of(column)))
            self.setColumnWidth(column, max(LEAST_WIDTH, min(widest + _PADDING, WIDEST)))
        self.header.place_boxes()
