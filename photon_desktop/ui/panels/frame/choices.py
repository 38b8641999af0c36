"""What is chosen in one panel is shown in the others."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.frame.message_desk import MessageDesk
from photon_desktop.ui.panels.frame.window_panels import WindowPanels
from photon_desktop.ui.tables.decision_model import DecisionRow
from photon_desktop.ui.tables.report_table import ReportRow


class Choices(QObject):
    """Leads from a decision, a report or a mark on the chart to all there is about it."""

    def __init__(
        self,
        panels: WindowPanels,
        desk: ChartDesk,
        messages: MessageDesk,
        show_symbol: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panels, self._desk, self._messages, self._show_symbol = panels, desk, messages, show_symbol
        panels.feed.decision_chosen.connect(self._choose_decision)
        panels.feed.outcome_changed.connect(panels.why.show_outcome)
        panels.trades.report_chosen.connect(self._choose_report)
        desk.message_chosen.connect(self._choose_message)

    @Slot(object)
    def _choose_decision(self, row: DecisionRow) -> None:
        decision = row.decision
        self._panels.why.show_decision(row)
        self._panels.messages.select_chain(row.trace_id)
        self._show_symbol(decision.ticker)
        self._desk.go_to(decision.decided_at)

    @Slot(object)
    def _choose_report(self, row: ReportRow) -> None:
        self._panels.messages.select_chain(row.trace_id)
        self._show_symbol(row.report.ticker)
        self._desk.go_to(row.report.executed_at)

    @Slot(str)
    def _choose_message(self, message_id: str) -> None:
        self._panels.feed.select(self._messages.decision_of(message_id))
