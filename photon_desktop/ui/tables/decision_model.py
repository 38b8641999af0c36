"""The decision feed as a model: newest first, each decision with what became of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Slot

from photon_desktop.trading.messages import Action, ExecutionReport, MessageStatus, ReportStatus, TradeDecision
from photon_desktop.ui import formats
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.panels.words import REPORT_STATUS_WORDS, action_words, blocked_words, certainty_words
from photon_desktop.ui.tables.row_table import Column, Index, Role, RowTable, Tone

FEED_LIMIT = 500


class FeedFilter(StrEnum):
    """Which decisions the feed shows."""

    ALL = "All decisions"
    TRADES = "Trades only"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision, the state of its message, and the report that answered it."""

    message_id: str
    trace_id: str
    decision: TradeDecision
    created_at: int
    status: str
    note: str = ""
    report: ExecutionReport | None = None


class DecisionModel(RowTable[DecisionRow]):
    """At most 500 decisions. Each is one row under its trace, so that its report finds it."""

    def __init__(self, instruments: InstrumentBook, parent: QObject | None = None) -> None:
        self._instruments = instruments
        column = Column[DecisionRow]("Decision", self._sentence, tooltip=self._tooltip)
        super().__init__([column], lambda row: row.message_id, FEED_LIMIT, parent)
        self._ids: dict[str, str] = {}  # trace -> its decision's message

    def take_decision(self, view: StoredView, decision: TradeDecision) -> None:
        """Show a decision, or the new state of one already shown."""
        message = view.message
        known = self.find(message.id)
        report = None if known is None else known.report
        self._ids[message.trace_id] = message.id
        self.put(
            DecisionRow(message.id, message.trace_id, decision, message.created_at, view.status, view.note, report)
        )
        self._forget_old_traces()

    def take_report(self, trace_id: str, report: ExecutionReport) -> None:
        """Say on the decision of this chain what became of it."""
        row = self.find(self._ids.get(trace_id, ""))
        if row is not None and row.decision.ticker == report.ticker and row.decision.action is report.action:
            self.put(replace(row, report=report))

    def clear(self) -> None:
        """Forget every decision."""
        self.set_rows([])
        self._ids = {}

    def decision_of(self, trace_id: str) -> str:
        """The id of the decision's message of this chain, empty when there is none."""
        return self._ids.get(trace_id, "")

    def outcome(self, row: DecisionRow) -> tuple[str, Tone]:
        """What became of a decision in one line, and the tone of that line; empty for a plain HOLD."""
        if row.status == MessageStatus.FAILED:
            return f"✕ Failed. {row.note}".strip(), Tone.WARNING
        if row.status == MessageStatus.EXPIRED:
            return f"✕ Expired. {row.note}".strip(), Tone.WARNING
        if row.report is not None:
            return self._reported(row.report)
        blocked = blocked_words(row.decision)
        return (f"⊘ {blocked}", Tone.WARNING) if blocked else ("", Tone.MUTED)

    def _reported(self, report: ExecutionReport) -> tuple[str, Tone]:
        instrument = self._instruments.of(report.ticker)
        if report.status in (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED):
            amount = formats.quantity(report.quantity, instrument)
            at = formats.price(report.executed_price, instrument)
            return f"{REPORT_STATUS_WORDS[report.status]} {amount} at {at}", Tone.PLAIN
        return f"{REPORT_STATUS_WORDS[report.status]}: {report.message}", Tone.WARNING

    def _sentence(self, row: DecisionRow) -> str:
        decision = row.decision
        outcome = self.outcome(row)[0]
        sure = "score" if decision.model_type == "rules" else "confidence"
        head = f"{action_words(decision.action)} {decision.ticker}, {sure} {certainty_words(decision)}"
        return " ".join(part for part in (f"{head}.", decision.reasoning, outcome) if part)

    def _tooltip(self, row: DecisionRow) -> str:
        times = f"Bar closed {formats.full_time(row.decision.decided_at)} ({formats.utc_time(row.decision.decided_at)})"
        return "\n".join(part for part in (times, row.decision.reasoning, self.outcome(row)[0]) if part)

    def _forget_old_traces(self) -> None:
        if len(self._ids) > 2 * FEED_LIMIT:
            self._ids = {trace: known for trace, known in self._ids.items() if self.find(known) is not None}


class DecisionFilter(QSortFilterProxyModel):
    """All decisions, or only those that buy or sell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = FeedFilter.ALL

    @Slot(str)
    def show_only(self, shown: str) -> None:
        """Show what the filter called `shown` lets through."""
        self.beginFilterChange()
        self._shown = FeedFilter(shown)
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        if self._shown is FeedFilter.ALL:
            return True
        decision: Any = self.sourceModel().index(row, 0, parent).data(Role.ROW)
        return decision.decision.action is not Action.HOLD
