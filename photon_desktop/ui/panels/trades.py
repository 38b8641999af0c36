"""What was bought and sold, and what could not be."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from photon_desktop.trading.messages import ExecutionReport
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.tables.report_table import ReportRow, report_table
from photon_desktop.ui.tables.row_table import Role

_EMPTY = "Every order's outcome will stand here, filled or refused. Start monitoring and the agents begin to trade."
_WIDTHS = (112, 96, 80, 84, 96, 92, 84, 112, 76)


class TradesPanel(Panel):
    """One row a report, the newest on top."""

    report_chosen = Signal(object)  # ReportRow

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__("trades", _EMPTY, theme)
        self.model = report_table(instruments, self)
        self.table = PlainTable("Trades", self.model, theme)
        self.table.set_widths(_WIDTHS)
        self.table.let_last_fill()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)

    def take_report(self, view: StoredView, report: ExecutionReport) -> None:
        """Show a report, once."""
        self.model.put(ReportRow(view.message.id, view.message.trace_id, report))
        self.set_has_content(True)

    def clear(self) -> None:
        super().clear()
        self.model.set_rows([])

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.report_chosen.emit(index.data(Role.ROW))
