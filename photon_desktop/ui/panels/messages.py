"""The trace of messages: each chain from its snapshot to its report, with the payloads as they are stored."""

import json

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.chain_drawing import ChainDrawing
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.panels.views import StoredView
from photon_desktop.ui.tables.chain_model import ChainRow, StepRow, chain_table, step_table, steps_of
from photon_desktop.ui.tables.row_table import Role
from photon_desktop.ui.tables.tones import fixed_font

_EMPTY = mark(
    "The messages the agents exchange will stand here, chain by chain. Start monitoring, or decide now (Ctrl+D)."
)


class MessagesPanel(Panel):
    """Chains, the steps of the chain chosen, and the payload of the step chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("messages", tr(_EMPTY), theme)
        self.chains = chain_table(self)
        self.steps = step_table(self)
        self.chain_view = PlainTable(tr("Message chains"), self.chains, theme)
        self.chain_view.set_widths((66, 80, 66))
        self.chain_view.let_last_fill()
        self.step_view = PlainTable(tr("Messages of the chain"), self.steps, theme)
        self.step_view.set_widths((76, 60, 68, 190, 260))
        self.step_view.let_go(4, 3)
        self.step_view.shorten(0)
        for view in (self.chain_view, self.step_view):
            view.use_small_type()
        self.payload = QPlainTextEdit(readOnly=True)
        self.payload.setAccessibleName(tr("Payload of the message"))
        self.payload.setStyleSheet("QPlainTextEdit:!focus { border: none; }")
        self.payload.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.payload.setFont(fixed_font())
        self.payload.setTabChangesFocus(True)
        self.drawing = ChainDrawing(theme)
        self._shown_trace = ""
        self._arrange()
        self.drawing.step_chosen.connect(self.step_view.selectRow)
        self.chain_view.selectionModel().currentRowChanged.connect(self._show_chain)
        self.step_view.selectionModel().currentRowChanged.connect(self._show_step)

    def take_message(self, view: StoredView) -> None:
        """Add a message to its chain, or show its new state."""
        chain = self.chains.find(view.message.trace_id) or ChainRow(view.message.trace_id, ())
        changed = chain.with_step(view)
        self.chains.put(changed)
        self.set_has_content(True)
        if changed.trace_id == self._shown_trace:
            self._show_steps(changed)

    def select_chain(self, trace_id: str) -> None:
        """Mark a chain and show its messages."""
        position = self.chains.position_of(trace_id)
        if position is not None:
            self.chain_view.selectRow(position)
            self.chain_view.scrollTo(self.chains.index(position, 0))

    def clear(self) -> None:
        super().clear()
        self.chains.set_rows([])
        self.steps.set_rows([])
        self.payload.clear()
        self.drawing.show_chain(())
        self._shown_trace = ""

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.chain_view.set_theme(theme)
        self.step_view.set_theme(theme)
        self.drawing.set_theme(theme)

    @Slot(QModelIndex, QModelIndex)
    def _show_chain(self, current: QModelIndex, _previous: QModelIndex) -> None:
        chain: ChainRow | None = current.data(Role.ROW)
        if chain is None:
            return
        self._shown_trace = chain.trace_id
        self._show_steps(chain)

    @Slot(QModelIndex, QModelIndex)
    def _show_step(self, current: QModelIndex, _previous: QModelIndex) -> None:
        step: StepRow | None = current.data(Role.ROW)
        self.drawing.mark(current.row())
        self.payload.setPlainText("" if step is None else payload_text(step.view))

    def _show_steps(self, chain: ChainRow) -> None:
        """Show the chain's messages with the same one chosen as before, or its first."""
        chosen: StepRow | None = self.step_view.currentIndex().data(Role.ROW)
        self.steps.set_rows(steps_of(chain))
        self.drawing.show_chain(steps_of(chain))
        position = None if chosen is None else self.steps.position_of(chosen.view.message.id)
        self.step_view.selectRow(position or 0)

    def _arrange(self) -> None:
        details = QSplitter(Qt.Orientation.Horizontal)
        details.setChildrenCollapsible(False)
        for part in (self.step_view, self.payload):
            part.setMinimumWidth(160)
            details.addWidget(part)
        details.setSizes([240, 208])
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.drawing)
        column.addWidget(details, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self.chain_view.setMinimumWidth(160)
        for side in (self.chain_view, right):
            splitter.addWidget(side)
            splitter.setStretchFactor(splitter.count() - 1, 1)
        splitter.setSizes([480, 480])
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)


def payload_text(view: StoredView) -> str:
    """The payload as it is stored, one field a line."""
    return json.dumps(view.message.payload.to_json(), indent=2, ensure_ascii=False)
