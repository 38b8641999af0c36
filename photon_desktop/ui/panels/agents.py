"""The agents at work: how each is doing, and their log."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from photon_desktop.trading.agent_status import AgentLogLine, AgentStatus
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.agent_card import AgentCard
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.log_model import LogFilter, LogRow, log_table

_EMPTY = mark("The three agents will report here once a second as soon as they are started with the program.")
_NO_LINES = mark("What the agents log will stand here, the newest line on top.")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class AgentsPanel(Panel):
    """A card an agent, in the order they first reported, and the log of all."""

    start_requested = Signal(str)
    stop_requested = Signal(str)
    restart_requested = Signal(str)

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__("agents", tr(_EMPTY), theme)
        self._icons = icons
        self._cards: dict[str, AgentCard] = {}
        self._lines = 0
        self.log = log_table(self)
        self.log_filter = LogFilter(self)
        self.log_filter.setSourceModel(self.log)
        self.log_view = PlainTable(tr("Log"), self.log_filter, theme)
        self.log_view.set_widths((68, 72, 108))
        self.log_view.let_last_fill()
        self.log_view.use_small_type()
        self.level = QComboBox()
        self.level.setAccessibleName(tr("Least level shown"))
        self.level.addItems(_LEVELS)
        self.level.setCurrentText("INFO")
        self.search = QLineEdit(placeholderText=tr("Find in the log"))
        self.search.setAccessibleName(tr("Text to find in the log"))
        self.search.setClearButtonEnabled(True)
        self.no_lines = QLabel(tr(_NO_LINES))
        self.no_lines.setProperty("role", "muted")
        self.no_lines.setContentsMargins(12, 8, 12, 8)
        self._card_column = QVBoxLayout()
        self._arrange()
        self.log_view.hide()
        self.log_filter.set_level(self.level.currentText())
        self.level.currentTextChanged.connect(self.log_filter.set_level)
        self.search.textChanged.connect(self.log_filter.set_text)

    @property
    def cards(self) -> Mapping[str, AgentCard]:
        """The card of each agent that has reported."""
        return self._cards

    def show_status(self, status: AgentStatus, now_ns: int) -> None:
        """Show one beat; the first of an agent makes its card."""
        if status.name not in self._cards:
            self._add_card(status.name)
        self._cards[status.name].show_status(status, now_ns)
        self.set_has_content(True)

    def show_log_line(self, line: AgentLogLine) -> None:
        """Add a line on top of the log."""
        self._lines += 1
        self.log.put(LogRow(self._lines, line))
        self.log_view.show()
        self.no_lines.hide()
        self.set_has_content(True)

    def show_ages(self, now_ns: int) -> None:
        """Count on from the last beats."""
        for card in self._cards.values():
            card.show_age(now_ns)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.log_view.set_theme(theme)
        for card in self._cards.values():
            card.set_theme(theme)

    def _add_card(self, name: str) -> None:
        card = AgentCard(name, self._icons, self._theme)
        card.start_requested.connect(self.start_requested)
        card.stop_requested.connect(self.stop_requested)
        card.restart_requested.connect(self.restart_requested)
        self._cards[name] = card
        self._card_column.insertWidget(len(self._cards) - 1, card)
        self._card_scroll.fit()

    def _arrange(self) -> None:
        cards = QWidget()
        cards.setLayout(self._card_column)
        self._card_column.setContentsMargins(0, 4, 0, 4)
        self._card_column.setSpacing(0)
        self._card_column.addStretch(1)
        scroll = _CardScroll(self._cards)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Agents"))
        scroll.setWidget(cards)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumWidth(320)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self._card_scroll = scroll
        splitter.addWidget(scroll)
        splitter.addWidget(self._log_column())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([520, 440])
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _log_column(self) -> QWidget:
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(8)
        line.addWidget(self.level)
        line.addWidget(self.search, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.log_view, 1)
        column.addWidget(self.no_lines, 1, Qt.AlignmentFlag.AlignTop)
        return right


class _CardScroll(QScrollArea):
    """The cards one under the other, each as wide as there is room."""

    def __init__(self, cards: Mapping[str, AgentCard]) -> None:
        super().__init__()
        self._cards = cards

    def fit(self) -> None:
        """Let each card do with the width there is."""
        for card in self._cards.values():
            card.fit(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()
