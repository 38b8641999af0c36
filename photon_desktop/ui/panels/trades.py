"""What was bought and sold, and what could not be."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from photon_desktop.trading.messages import ExecutionReport
from photon_desktop.trading.orders import Order
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.panels.waiting_orders import WaitingOrders
from photon_desktop.ui.tables.report_filter import ReportFilter, ReportKind
from photon_desktop.ui.tables.report_table import ReportRow, report_table
from photon_desktop.ui.tables.row_table import Role

_EMPTY = mark(
    "Every order's outcome will stand here, filled or refused. Start monitoring and the agents begin to trade."
)
_FILTER_WIDTH = 200
_WIDTHS = (112, 96, 80, 84, 96, 92, 84, 112, 76)
_COMMISSION, _SLIPPAGE, _MODEL = 5, 6, 8  # columns


class TradesPanel(Panel):
    """One row a report, the newest on top."""

    report_chosen = Signal(object)  # ReportRow
    export_requested = Signal(object)  # the reports shown, from the top down

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__("trades", tr(_EMPTY), theme)
        self.model = report_table(instruments, self)
        self.filter = ReportFilter(self)
        self.filter.setSourceModel(self.model)
        self.table = PlainTable(tr("Trades"), self.filter, theme)
        self.table.set_widths(_WIDTHS)
        self.table.let_last_fill()
        self.table.let_go(_MODEL, _SLIPPAGE, _COMMISSION)
        self.table.sort_by_header()
        self.words = QLineEdit(placeholderText=tr("Filter"))
        self.words.setObjectName("tradesFilter")
        self.words.setAccessibleName(tr("Filter the trades"))
        self.words.setToolTip(tr("Show only reports that have every word: a symbol, an action, a reason"))
        self.words.setClearButtonEnabled(True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Reports shown"))
        for kind in ReportKind:
            self.kind.addItem(tr(kind.value), kind.value)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.export = QPushButton(tr("&Export"))
        self.export.setObjectName("tradesExport")
        self.export.setAccessibleName(tr("Export the trades shown"))
        self.export.setToolTip(tr("Write the reports shown to a CSV file (Ctrl+Shift+E)"))
        self.waiting = WaitingOrders(instruments, theme)
        self._arrange()
        self.words.textChanged.connect(self._filter_words)
        self.kind.currentIndexChanged.connect(self._filter_kind)
        self.export.clicked.connect(self.ask_to_export)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)

    def take_report(self, view: StoredView, report: ExecutionReport) -> None:
        """Show a report, once."""
        self.model.put(ReportRow(view.message.id, view.message.trace_id, report))
        self._recount()
        self.set_has_content(True)

    def show_waiting(self, orders: Sequence[Order]) -> None:
        """Show the orders that wait for their fill, oldest first."""
        self.waiting.show_orders(orders)
        if orders:
            self.set_has_content(True)

    def clear(self) -> None:
        super().clear()
        self.waiting.show_orders(())
        self.model.set_rows([])
        self._recount()

    @Slot()
    def ask_to_export(self) -> None:
        """Have what is shown written to a file."""
        self.export_requested.emit(tuple(row.report for row in self.filter.rows()))

    @Slot(str)
    def _filter_words(self, text: str) -> None:
        self.filter.show_words(text)
        self._recount()

    @Slot()
    def _filter_kind(self) -> None:
        self.filter.show_kind(self.kind.currentData())
        self._recount()

    def _recount(self) -> None:
        shown, there = self.filter.rowCount(), self.model.rowCount()
        self.count.setText(
            f"{shown:,}" if shown == there else tr("{shown} of {there}").format(shown=f"{shown:,}", there=f"{there:,}")
        )
        self.export.setEnabled(shown > 0)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(8)
        self.words.setFixedWidth(_FILTER_WIDTH)
        for part in (self.words, self.kind):
            line.addWidget(part)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.export)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.table)
        column.addWidget(self.waiting)
        order_tabs([self.words, self.kind, self.export, self.table])

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.waiting.set_theme(theme)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.report_chosen.emit(index.data(Role.ROW))
