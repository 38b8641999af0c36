"""The decisions as they are made, newest first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QListView, QVBoxLayout

from photon_desktop.trading.messages import ExecutionReport, TradeDecision
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.tables.decision_delegate import ROW_HEIGHT, DecisionDelegate
from photon_desktop.ui.tables.decision_model import DecisionFilter, DecisionModel, DecisionRow, FeedFilter
from photon_desktop.ui.tables.row_table import Role

_ModelIndex = QModelIndex | QPersistentModelIndex
_EMPTY = mark(
    "Every decision will stand here with its reason, whether to buy, sell or hold. The first one comes when a bar"
    " closes, or now with Ctrl+D."
)


class _CardView(QListView):
    """A list that keeps what is being read in its place while new cards come in on top."""

    def rowsInserted(self, parent: _ModelIndex, start: int, end: int) -> None:  # noqa: N802 - Qt's name
        super().rowsInserted(parent, start, end)
        bar = self.verticalScrollBar()
        if start == 0 and bar.value() > 0:
            self.executeDelayedItemsLayout()
            bar.setValue(bar.value() + (end + 1) * ROW_HEIGHT)


class DecisionFeedPanel(Panel):
    """A card a decision. Clicking one chooses it."""

    decision_chosen = Signal(object)  # DecisionRow
    outcome_changed = Signal(object)  # DecisionRow

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__("decisionFeed", tr(_EMPTY), theme)
        self.model = DecisionModel(instruments, self)
        self.filter = DecisionFilter(self)
        self.filter.setSourceModel(self.model)
        self.view = _CardView()
        # before the view hears of it, or it would choose a neighbour of the row that goes
        self.filter.rowsAboutToBeRemoved.connect(self._let_go)
        self.view.setAccessibleName(tr("Decisions"))
        self.view.setModel(self.filter)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setMouseTracking(True)
        self._delegate = DecisionDelegate(self.model, theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Decisions shown"))
        for shown in FeedFilter:
            self.choice.addItem(tr(shown.value), shown.value)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._arrange()
        self.choice.currentIndexChanged.connect(self._thin_out)
        self.filter.rowsInserted.connect(self._recount)
        self.filter.rowsRemoved.connect(self._recount)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(self._choose_again)

    def take_decision(self, view: StoredView, decision: TradeDecision) -> None:
        """Show a decision, or its new state."""
        self.model.take_decision(view, decision)
        self.set_has_content(True)
        self.outcome_changed.emit(self.model.find(view.message.id))

    def take_report(self, view: StoredView, report: ExecutionReport) -> None:
        """Say on its decision what became of it."""
        row = self.model.take_report(view.message.trace_id, report)
        if row is not None:
            self.outcome_changed.emit(row)

    def select(self, message_id: str) -> None:
        """Choose the decision of this message, showing all decisions if the filter hides it."""
        position = self.model.position_of(message_id)
        if position is None:
            return
        index = self.filter.mapFromSource(self.model.index(position, 0))
        if not index.isValid():
            self.choice.setCurrentIndex(self.choice.findData(FeedFilter.ALL.value))
            index = self.filter.mapFromSource(self.model.index(position, 0))
        if index == self.view.currentIndex():
            self._announce(index)
        else:
            self.view.setCurrentIndex(index)

    def clear(self) -> None:
        super().clear()
        self.model.clear()
        self._recount()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self.view.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._announce(current)

    @Slot(QModelIndex)
    def _choose_again(self, index: QModelIndex) -> None:
        """A click on the row already marked: the chart may have moved since."""
        self._announce(index)

    @Slot(QModelIndex, int, int)
    def _let_go(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first <= self.view.currentIndex().row() <= last:
            self.view.setCurrentIndex(QModelIndex())

    @Slot()
    def _thin_out(self) -> None:
        self.filter.show_only(self.choice.currentData())

    def _announce(self, index: _ModelIndex) -> None:
        row: DecisionRow = index.data(Role.ROW)
        self.decision_chosen.emit(row)

    @Slot()
    def _recount(self) -> None:
        count = self.filter.rowCount()
        self._count.setText(f"{count:,}")

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 12, 4)
        line.addWidget(self.choice)
        line.addStretch(1)
        line.addWidget(self._count)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view, 1)
