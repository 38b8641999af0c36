"""The analytics dock: overview, figures, curves, months, decisions and the ledger of blocked trades."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.analytics.cards import CARDS, OverviewCards
from photon_desktop.ui.panels.analytics.curves import CurvePair
from photon_desktop.ui.panels.analytics.tables import (
    LEDGER_RULES,
    MetricRow,
    blocked_table,
    group_table,
    metric_table,
    month_table,
    year_rows,
)
from photon_desktop.ui.panels.analytics.views import AnalyticsView, Period, RoundView
from photon_desktop.ui.panels.models.reliability_plot import ReliabilityPlot
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.tables import PlainTable

_EMPTY = mark(
    "Return, risk, months and the worth of decisions will stand here, two bars after monitoring starts (Ctrl+M)."
)
_NOTHING_BLOCKED = mark("No rule has stood in the way of a decision in this period.")


class AnalyticsPanel(Panel):
    """Shows what it is handed; says by its signals which books and which period the user wants to see."""

    period_changed = Signal(object)  # Period
    round_changed = Signal(str)  # key of the books

    def __init__(self, theme: Theme) -> None:
        super().__init__("analytics", tr(_EMPTY), theme)
        self.cards = OverviewCards()
        self.curves = CurvePair(theme)
        self.reliability = ReliabilityPlot(theme)
        self.metrics, self.months = metric_table(self), month_table(self)
        self.groups, self.blocked = group_table(self), blocked_table(self)
        self.metric_view = PlainTable(tr("Metrics"), self.metrics, theme)
        self.metric_view.set_widths((150, 84))
        self.metric_view.shorten(0)
        self.month_view = PlainTable(tr("Returns by month"), self.months, theme)
        self.month_view.set_widths((52, *([64] * 12), 72))
        self.group_view = PlainTable(tr("Decisions by action, confidence and outcome"), self.groups, theme)
        self.group_view.set_widths((84, 84, 76, 68, 82, 92))
        self.group_view.shorten(0, 1)
        self.blocked_view = PlainTable(tr("Blocked decisions"), self.blocked, theme)
        self.blocked_view.set_widths((100, 88, 72, 96, 132))
        self.blocked_view.let_last_fill()
        for view in self._tables():
            view.use_small_type()
        self.ledger_line = QLabel()
        self.ledger_line.setProperty("role", "muted")
        self.ledger_line.setContentsMargins(12, 4, 12, 4)
        self.ledger_line.setToolTip(tr(LEDGER_RULES))
        self.period, self.round = QComboBox(), QComboBox()
        self.period.setAccessibleName(tr("Period"))
        self.round.setAccessibleName(tr("Books of the account"))
        self.period.addItems([tr(each.words) for each in Period])
        self._arrange()
        self.period.currentIndexChanged.connect(self._choose_period)
        self.round.activated.connect(self._choose_round)

    def show_analytics(self, view: AnalyticsView) -> None:
        """Show the account as it stands."""
        self.cards.show_performance(view.performance)
        if view.performance is not None:
            rest = [key for key in view.performance.figures if key not in CARDS]
            rows = [MetricRow(key, view.performance.figures[key]) for key in (*CARDS, *rest)]
            self.metrics.set_rows(rows)
            self.months.set_rows(year_rows(view.performance.months))
            self.curves.show_performance(view.performance, view.held)
        else:
            self.metrics.set_rows([])
            self.months.set_rows([])
        self.groups.set_rows(view.groups)
        self.reliability.set_bins(view.reliability)
        self.blocked.set_rows(view.blocked)
        self._sum_up(view)
        self.set_has_content(not view.is_empty)

    def show_rounds(self, rounds: Sequence[RoundView], chosen: str) -> None:
        """Offer these books, newest first, with `chosen` shown."""
        self.round.clear()
        for each in rounds:
            self.round.addItem(each.title, each.account)
        self.round.setCurrentIndex(max(0, self.round.findData(chosen)))
        self.round.setVisible(len(rounds) > 1)

    def clear(self) -> None:
        super().clear()
        self.show_analytics(AnalyticsView(None))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.curves.set_theme(theme)
        self.reliability.set_theme(theme)
        for view in self._tables():
            view.set_theme(theme)

    def _tables(self) -> tuple[PlainTable, ...]:
        return self.metric_view, self.month_view, self.group_view, self.blocked_view

    def _sum_up(self, view: AnalyticsView) -> None:
        ledger = view.ledger
        if ledger is None:
            self.ledger_line.setText(tr(_NOTHING_BLOCKED))
            return
        words = tr("{count} blocked, {settled} settled").format(count=f"{ledger.n:,}", settled=f"{ledger.settled:,}")
        if ledger.settled:
            words = tr("{counts}: {share} would have come true, {mean} on average before costs").format(
                counts=words,
                share=formats.percent(ledger.came_true),
                mean=formats.signed_percent(ledger.mean_result),
            )
        if ledger.n > len(view.blocked):
            newest = f"{len(view.blocked):,}"
            words = tr("{counts}; the newest {count} stand below").format(counts=words, count=newest)
        self.ledger_line.setText(f"{words}.")

    @Slot(int)
    def _choose_period(self, place: int) -> None:
        self.period_changed.emit(list(Period)[place])

    @Slot(int)
    def _choose_round(self, place: int) -> None:
        self.round_changed.emit(self.round.itemData(place))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(8)
        head.addWidget(self.period)
        head.addWidget(self.round)
        head.addStretch(1)
        head.addWidget(self.cards)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(_beside(self.metric_view, self.curves, (280, 680)), tr("Performance"))
        self.tabs.addTab(self.month_view, tr("Months"))
        self.tabs.addTab(_beside(self.group_view, self.reliability, (660, 300)), tr("Decisions"))
        self.tabs.addTab(self._ledger(), tr("Blocked"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        self.round.hide()

    def _ledger(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ledger_line)
        column.addWidget(self.blocked_view, 1)
        return page


def _beside(left: QWidget, right: QWidget, sizes: tuple[int, int]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    for part in (left, right):
        part.setMinimumWidth(200)
        splitter.addWidget(part)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes(list(sizes))
    return splitter
