"""The trace of messages as tables: chains newest first, and the steps of one chain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QObject

from photon_desktop.trading.messages import (
    ExecutionReport,
    MarketSnapshot,
    MessageStatus,
    MessageType,
    TradeDecision,
)
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.views import StoredView
from photon_desktop.ui.panels.words import (
    MESSAGE_STATUS_SHAPES,
    MESSAGE_TYPE_WORDS,
    REPORT_STATUS_WORDS,
    TREND_WORDS,
    agent_words,
    certainty_words,
)
from photon_desktop.ui.sentences.said import said as sentence_said
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

CHAIN_LIMIT = 500
_ORDER = list(MessageType)
_WORST_FIRST = (MessageStatus.FAILED, MessageStatus.EXPIRED, MessageStatus.QUEUED, MessageStatus.DONE)


@dataclass(frozen=True, slots=True)
class ChainRow:
    """The messages of one trace, in the order they were made."""

    trace_id: str
    steps: tuple[StoredView, ...]

    def with_step(self, view: StoredView) -> "ChainRow":
        """The chain with this message, in place of its earlier state if it was there."""
        others = [step for step in self.steps if step.message.id != view.message.id]
        ordered = sorted([*others, view], key=lambda s: (s.message.created_at, _ORDER.index(s.message.type)))
        return replace(self, steps=tuple(ordered))

    @property
    def symbol(self) -> str:
        """What the chain is about."""
        return self.steps[0].message.payload.ticker

    @property
    def began_at(self) -> int:
        """When its first message was made, ns UTC wall time."""
        return self.steps[0].message.created_at

    @property
    def status(self) -> str:
        """The state that needs most attention among its messages."""
        states = {step.status for step in self.steps}
        return next((status.value for status in _WORST_FIRST if status.value in states), MessageStatus.DONE.value)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One message of a chain, and how long after the chain's first it was made."""

    view: StoredView
    after_s: float


def chain_table(parent: QObject | None = None) -> RowTable[ChainRow]:
    """Chains, newest first, at most 500."""
    columns = [
        Column[ChainRow](tr("Began"), _began, tooltip=lambda row: formats.utc_time(row.began_at)),
        Column[ChainRow](tr("Symbol"), lambda row: row.symbol),
        Column[ChainRow](tr("State"), _status_words, tone=lambda row: tone_of_status(row.status)),
        Column[ChainRow](tr("Way"), way_words, tooltip=_trace),
    ]
    return RowTable(columns, lambda row: row.trace_id, CHAIN_LIMIT, parent)


def step_table(parent: QObject | None = None) -> RowTable[StepRow]:
    """The messages of one chain, first on top."""
    columns = [
        Column[StepRow](tr("Message"), lambda row: tr(MESSAGE_TYPE_WORDS[row.view.message.type]), tooltip=_identity),
        Column[StepRow](tr("After"), lambda row: formats.duration(row.after_s), is_number=True, tooltip=_made_at),
        Column[StepRow](tr("State"), _step_status, tone=_step_tone, tooltip=lambda row: sentence_said(row.view.note)),
        Column[StepRow](tr("From → to"), _from_to),
        Column[StepRow](tr("Id"), lambda row: row.view.message.id),
    ]
    return RowTable(columns, lambda row: row.view.message.id, 50, parent)


def steps_of(chain: ChainRow) -> Sequence[StepRow]:
    """The rows that `step_table` shows for a chain."""
    return [StepRow(step, (step.message.created_at - chain.began_at) / 1e9) for step in chain.steps]


def way_words(chain: ChainRow) -> str:
    """The chain in one line: what each message said, its state, and the time to the next one."""
    parts = [said(chain.steps[0])]
    for earlier, later in pairwise(chain.steps):
        between = (later.message.created_at - earlier.message.created_at) / 1e9
        parts += [f"→{formats.duration(between)}→", said(later)]
    return " ".join(parts)


def tone_of_status(status: str) -> Tone:
    """Quiet while all is well."""
    if status in (MessageStatus.FAILED.value, MessageStatus.EXPIRED.value):
        return Tone.WARNING
    return Tone.PLAIN if status == MessageStatus.QUEUED.value else Tone.MUTED


def said(view: StoredView) -> str:
    """What a message said, in a few words, and the shape of its state."""
    shape = MESSAGE_STATUS_SHAPES.get(view.status, "?")
    match view.message.payload:
        case MarketSnapshot() as snapshot:
            return f"{tr(TREND_WORDS[snapshot.trend])[2:]} {shape}"
        case TradeDecision() as decision:
            return f"{decision.action} {certainty_words(decision)} {shape}"
        case ExecutionReport() as report:
            return f"{tr(REPORT_STATUS_WORDS[report.status])[2:]} {shape}"


def _began(row: ChainRow) -> str:
    return formats.clock_time(row.began_at)


def _status_words(row: ChainRow) -> str:
    return f"{MESSAGE_STATUS_SHAPES.get(row.status, '?')} {tr(row.status)}"


def _step_status(row: StepRow) -> str:
    return f"{MESSAGE_STATUS_SHAPES.get(row.view.status, '?')} {tr(row.view.status)}"


def _step_tone(row: StepRow) -> Tone:
    return tone_of_status(row.view.status)


def _identity(row: StepRow) -> str:
    message = row.view.message
    return tr("Message {message}\nTrace {trace}").format(message=message.id, trace=message.trace_id)


def _trace(row: ChainRow) -> str:
    return tr("{way}\nTrace {trace}").format(way=way_words(row), trace=row.trace_id)


def _from_to(row: StepRow) -> str:
    return f"{agent_words(row.view.message.sender)} → {agent_words(row.view.message.recipient)}"


def _made_at(row: StepRow) -> str:
    return f"{formats.full_time(row.view.message.created_at)} ({formats.utc_time(row.view.message.created_at)})"
