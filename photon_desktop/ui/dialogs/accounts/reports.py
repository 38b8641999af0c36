"""The trades of one round, to look at and to export."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from photon_desktop.trading.messages import ExecutionReport
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.trades import TradesPanel
from photon_desktop.ui.panels.views import InstrumentBook, StoredView

_SIZE = (1_040, 520)
_NONE = mark("Nothing was ordered in this round.")


class RoundReportsDialog(QDialog):
    """What the trades table shows of the account that trades, of a round that is over or of another account."""

    export_requested = Signal(object)  # the reports shown, from the top down

    def __init__(self, title: str, instruments: InstrumentBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roundTradesDialog")
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)
        self.resize(*_SIZE)
        self.panel = TradesPanel(instruments, theme)
        self.panel.set_empty_sentence(tr(_NONE))
        self.panel.export_requested.connect(self.export_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def show_reports(self, views: Sequence[StoredView]) -> None:
        """Show these, the oldest first."""
        for view in views:
            if isinstance(view.message.payload, ExecutionReport):
                self.panel.take_report(view, view.message.payload)
