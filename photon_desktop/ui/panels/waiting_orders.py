"""The orders that wait for their fill, each of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photon_desktop.trading.orders import Order
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.tables import ROW_HEIGHT, PlainTable
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.tables.order_table import order_table
from photon_desktop.ui.tables.row_table import Role

_NONE = mark("No order waits for its fill.")
_WIDTHS = (112, 96, 80, 84, 96, 112)
_MOST_ROWS = 3


class WaitingOrders(QWidget):
    """One line while nothing waits, otherwise a short table; the button cancels the order chosen."""

    cancel_requested = Signal(str)  # client order id

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__()
        self.model = order_table(instruments, self)
        self.table = PlainTable(tr("Waiting orders"), self.model, theme)
        self.table.set_widths(_WIDTHS)
        self.table.let_last_fill()
        self.sentence = QLabel(tr(_NONE))
        self.sentence.setProperty("role", "muted")
        self.cancel = QPushButton(tr("Cancel order"))
        self.cancel.setObjectName("orderCancel")
        self.cancel.setAccessibleName(tr("Cancel the waiting order chosen"))
        line = QHBoxLayout()
        line.setContentsMargins(12, 2, 12, 4)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addLayout(line)
        self.cancel.clicked.connect(self._cancel)
        self.show_orders(())

    def show_orders(self, orders: Sequence[Order]) -> None:
        """Show these, and choose the first when none is chosen."""
        self.model.set_rows(orders)
        count = len(orders)
        self.table.setVisible(count > 0)
        self.table.setFixedHeight(ROW_HEIGHT * (1 + min(count, _MOST_ROWS)) + 2)
        self.cancel.setVisible(count > 0)
        waiting = tr_many("%n orders waiting for a price", "%n order waiting for a price", count)
        self.sentence.setText(waiting if count else tr(_NONE))
        if count and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.table.set_theme(theme)

    @Slot()
    def _cancel(self) -> None:
        order: Order | None = self.table.currentIndex().data(Role.ROW)
        if order is not None:
            self.cancel_requested.emit(order.client_order_id)
