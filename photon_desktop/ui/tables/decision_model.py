"""The decision feed as a model: newest first, each decision with what became of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Slot

from photon_desktop.trading.messages import Action, ExecutionReport, TradeDecision
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.outcome_words import outcome_words, report_words, unhandled_words, went_well
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.panels.words import action_words, bar_closed_words, blocked_words, certainty_words
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, Index, Role, RowTable, Tone

FEED_LIMIT = 500


class FeedFilter(StrEnum):
    """Which decisions the feed shows."""

    ALL = mark("All decisions")
    TRADES = mark("Trades only")


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision, the state of its message, and the reports that answered it, oldest first."""

    message_id: str
    trace_id: str
    decision: TradeDecision
    created_at: int
    status: str
    note: str = ""
    reports: tuple[ExecutionReport, ...] = ()


class DecisionModel(RowTable[DecisionRow]):
    """At most 500 decisions. Each is one row under its trace, so that its reports find it."""

    def __init__(self, instruments: InstrumentBook, parent: QObject | None = None) -> None:
        self._instruments = instruments
        column = Column[DecisionRow](tr("Decision"), self._sentence, tooltip=self._tooltip)
        super().__init__([column], lambda row: row.message_id, FEED_LIMIT, parent)
        self._ids: dict[str, str] = {}  # trace -> its decision's message

    def take_decision(self, view: StoredView, decision: TradeDecision) -> None:
        """Show a decision, or the new state of one already shown."""
        message = view.message
        known = self.find(message.id)
        reports = () if known is None else known.reports
        self._ids[message.trace_id] = message.id
        self.put(
            DecisionRow(message.id, message.trace_id, decision, message.created_at, view.status, view.note, reports)
        )
        self._forget_old_traces()

    def take_report(self, trace_id: str, report: ExecutionReport) -> DecisionRow | None:
        """Say on the decision of this chain what became of it: its row then, None when nothing is new to it."""
        row = self.find(self._ids.get(trace_id, ""))
        if row is None or report in row.reports or not _answers(report, row.decision):
            return None
        told = replace(row, reports=(*row.reports, report))
        self.put(told)
        return told

    def clear(self) -> None:
        """Forget every decision."""
        self.set_rows([])
        self._ids = {}

    def decision_of(self, trace_id: str) -> str:
        """The id of the decision's message of this chain, empty when there is none."""
        return self._ids.get(trace_id, "")

    def outcome(self, row: DecisionRow) -> tuple[str, Tone]:
        """What became of a decision in one line, and the tone of that line; empty for a plain HOLD."""
        if unhandled := unhandled_words(row.status, row.note):
            return unhandled, Tone.WARNING
        if row.reports:
            words = outcome_words(row.reports, row.decision.quantity, self._instruments.of(row.decision.ticker))
            return words, Tone.PLAIN if went_well(row.reports) else Tone.WARNING
        blocked = blocked_words(row.decision)
        return (f"⊘ {blocked}", Tone.WARNING) if blocked else ("", Tone.MUTED)

    def _sentence(self, row: DecisionRow) -> str:
        decision = row.decision
        outcome = self.outcome(row)[0]
        by_rules = decision.model_type == "rules"
        words = tr("{action} {symbol}, score {figure}.") if by_rules else tr("{action} {symbol}, confidence {figure}.")
        action, figure = action_words(decision.action), certainty_words(decision)
        head = words.format(action=action, symbol=decision.ticker, figure=figure)
        return " ".join(part for part in (head, said(decision.reasoning), outcome) if part)

    def _tooltip(self, row: DecisionRow) -> str:
        times = bar_closed_words(row.decision.decided_at)
        instrument = self._instruments.of(row.decision.ticker)
        told = [report_words(report, instrument) for report in row.reports] or [self.outcome(row)[0]]
        return "\n".join(part for part in (times, said(row.decision.reasoning), *told) if part)

    def _forget_old_traces(self) -> None:
        if len(self._ids) > 2 * FEED_LIMIT:
            self._ids = {trace: known for trace, known in self._ids.items() if self.find(known) is not None}


def _answers(report: ExecutionReport, decision: TradeDecision) -> bool:
    """Whether it is about the decision's own order: one of a stop or target is of the other side."""
    return decision.ticker == report.ticker and decision.action is report.action


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
