"""The window of a replay: the chart as the agents decide on it, bar by bar."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from photon_desktop.trading.messages import ExecutionReport, ReportStatus, TradeDecision
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed
from photon_desktop.ui import formats
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.fields import sentence_label
from photon_desktop.ui.dialogs.backtest.replay.controls import ReplayControls
from photon_desktop.ui.dialogs.backtest.replay.pace import Pace
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.views import InstrumentBook, SeriesView, StoredView
from photon_desktop.ui.panels.words import ACTION_SHAPES
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_SIZE = (1_120, 744)
_TRAINING = mark("… The agents' model is being trained on the bars before the first; then bars come.")
_NO_RESULT = mark("At once: not worked out yet.")
_FILLED = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)


class ReplayWindow(QDialog):
    """Shows what it is handed, and asks for bars by `pace.bar_asked`. `closed` once, when the user has enough."""

    closed = Signal()

    def __init__(
        self, title: str, bars: int, differences: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("replayWindow")
        self.setWindowTitle(tr("Replay · {title}").format(title=title))
        self.resize(*_SIZE)
        self._title, self._bars, self._seen, self._fills = title, bars, 0, 0
        self._equity = self._cash_at_start = Decimal(0)
        self._at_once = tr(_NO_RESULT)
        self._has_begun, self._is_over, self._is_closed = False, False, False
        self.pace = Pace(self)
        self.state = sentence_label("replayState", tr("How the replay stands"))
        self.chart = ChartWidget()
        self.chart.set_theme(theme)
        self.chart.set_message(tr(_TRAINING))
        for button in self.chart.header.intervals.values():
            button.setEnabled(False)  # the agents decide on one
        self.desk = ChartDesk(self.chart, InstrumentBook(), self)
        self.equity = sentence_label("replayEquity", tr("Equity and position"))
        self.decision = sentence_label("replayDecision", tr("The last decision and its reason"))
        self.decision.setMinimumHeight(3 * self.decision.fontMetrics().lineSpacing())  # so that the chart stands still
        self.differences = sentence_label("replayDifferences", tr("In what the agents differ from the backtest"))
        self.differences.setText(tr("Unlike the backtest: {differences}").format(differences=" ".join(differences)))
        set_tone(self.differences, Tone.MUTED)
        self.controls = ReplayControls(self.pace, self)
        self._arrange()
        self.state.setText(tr(_TRAINING))
        self.controls.play.setFocus()
        self._count()

    @property
    def bars_seen(self) -> int:
        """How many bars have come."""
        return self._seen

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.chart.set_theme(theme)

    # what the agents do

    def show_history(self, view: SeriesView) -> None:
        """Show the bars before the first that is decided on."""
        self.desk.take_series(view)
        self.desk.show_symbol(view.symbol)
        self.chart.set_badge(tr("REPLAY"))

    @Slot(str)
    def begin(self, note: str) -> None:
        """Play: a model decides, or `note` says why none does."""
        self.state.setText(said(note))
        if not self._has_begun:  # a challenger that took over says so, and begins nothing
            self._has_begun = True
            self.pace.bar_done()
            self.pace.toggle()

    @Slot(object)
    def show_bar(self, closed: BarClosed) -> None:
        """Show a bar that closed."""
        self._seen += 1
        self.desk.take_closed_bars([closed])
        self._count(f" · {formats.full_time(closed.close_time)}")

    def show_message(self, view: StoredView) -> None:
        """Mark a decision or a fill, and say the newest decision's reason."""
        match view.message.payload:
            case TradeDecision() as decision:
                self.desk.mark_decision(view.message.id, decision)
                self.decision.setText(f"{ACTION_SHAPES[decision.action]} {said(decision.reasoning)}")
            case ExecutionReport() as report:
                self._fills += report.status in _FILLED
                self.desk.mark_report(view.message.id, report)

    @Slot(object)
    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show what is held and what it is worth."""
        self.desk.take_portfolio(portfolio)
        self.chart.set_held(None)  # nothing can be moved by hand in a replay
        self._equity, self._cash_at_start = portfolio.equity, portfolio.starting_cash
        held = portfolio.account.open_positions()
        words = ", ".join(f"{formats.fixed(one.quantity, 4)} {one.symbol}" for one in held) or tr("nothing")
        self.equity.setText(tr("Equity {worth} · holding {held}").format(worth=self._worth(), held=words))

    @Slot()
    def end(self) -> None:
        """Tell the result: there are no more bars."""
        self._is_over = True
        self.pace.end()
        self._tell_result()

    def show_at_once(self, words: str) -> None:
        """Take what the backtest of the same bars came to at once, or why it came to nothing."""
        self._at_once = tr("At once: {result}").format(result=words)
        if self._is_over:
            self._tell_result()

    @Slot(str)
    def show_problem(self, sentence: str) -> None:
        """Say why it does not go on."""
        self.pace.end()
        self.state.setText(f"▲ {said(sentence)}")
        set_tone(self.state, Tone.WARNING)

    # the end

    def reject(self) -> None:
        """Close."""
        self._tell_closed()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._tell_closed()
        super().closeEvent(event)

    def _tell_closed(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self.pace.end()
            self.closed.emit()

    def _tell_result(self) -> None:
        told = tr_many(
            "Played out. Replayed: equity {worth}, {count} fills.",
            "Played out. Replayed: equity {worth}, {count} fill.",
            self._fills,
        ).format(worth=self._worth(), count=f"{self._fills:,}")
        self.state.setText(f"{told} {self._at_once}")

    def _worth(self) -> str:
        if not self._cash_at_start:
            return formats.money(self._equity)
        share = float(self._equity / self._cash_at_start - 1)
        return f"{formats.money(self._equity)} ({formats.signed_percent(share)})"

    def _count(self, moment: str = "") -> None:
        place = tr("Bar {place:,} of {count:,}").format(place=self._seen, count=self._bars)
        self.controls.counter.setText(f"{place}{moment}")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.chart, 1)
        for part in (self.equity, self.decision, self.differences, self.controls):
            column.addWidget(part)
