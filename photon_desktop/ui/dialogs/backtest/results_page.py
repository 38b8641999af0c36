"""The last page: what the result is worth first, then curve, trades and figures, which follow the sliders."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from photon_desktop.backtest.trial import Trial
from photon_desktop.backtest.trial_process import Outcome
from photon_desktop.trading.bars import TimeArray
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.curve_plot import Curve, CurvePlot
from photon_desktop.ui.dialogs.backtest.fields import sentence_label
from photon_desktop.ui.dialogs.backtest.figures_table import FiguresTable
from photon_desktop.ui.dialogs.backtest.honesty_panel import HonestyPanel
from photon_desktop.ui.dialogs.backtest.trades_model import TradesModel
from photon_desktop.ui.dialogs.backtest.what_if_panel import WhatIfPanel
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_RIGHT = 308
_QUANTITY, _COSTS = 3, 6  # columns
_WIDTHS = (122, 122, 88, 80, 84, 84, 64, 88, 76)
_EXPORTS = {
    "trades": mark("&Trades as CSV…"),
    "equity": mark("&Equity as CSV…"),
    "picture": mark("&Curve as PNG…"),
    "report": mark("&Report as HTML…"),
}
_VARIATION = mark("Other rules than were run:")


class ResultsPage(QWidget):
    """Shows an outcome; `honesty`, what it is worth, stands above everything else."""

    export_asked = Signal(str)  # trades, equity, picture or report
    renamed = Signal(str)
    again_asked = Signal()
    keep_asked = Signal()

    def __init__(self, theme: Theme, curve: CurvePlot) -> None:
        super().__init__()
        self._times: TimeArray | None = None
        self.honesty = HonestyPanel()
        self.verdict = sentence_label("backtestVerdict", tr("The verdict"))
        self.warnings = sentence_label("backtestWarnings", tr("What has to be known of the result"))
        set_tone(self.warnings, Tone.WARNING)
        self.curve = curve
        self.trades = TradesModel(self)
        self.table = PlainTable(tr("Trades"), self.trades, theme)
        self.table.setObjectName("backtestTrades")
        self.table.use_small_type()
        self.table.fix_widths(_WIDTHS)  # to measure every row would be felt while the hand drags
        self.table.let_go(_COSTS, _QUANTITY)
        self.table.let_last_fill()
        self.table.sort_by_header()
        self.what_if = WhatIfPanel()
        self.figures = FiguresTable("backtestFigures", tr("Figures of the run"))
        self.name = QLineEdit()
        self.name.setObjectName("backtestName")
        self.name.setAccessibleName(tr("Name of the run"))
        self.name.setMaxLength(120)
        self.again = push_button(tr("Run a&gain"), "backtestAgain", tr("Run the same backtest once more"))
        self.keep = push_button(tr("&Keep this variation"), "backtestKeepVariation", tr("Keep it as a run of its own"))
        self.export = _export_button(self)
        self.state = sentence_label("backtestResultState", tr("What came of the last request"))
        self._arrange()
        self.name.editingFinished.connect(self._tell_name)
        self.again.clicked.connect(self.again_asked)
        self.keep.clicked.connect(self.keep_asked)

    def show_run(self, trial: Trial, times: TimeArray, outcome: Outcome, name: str) -> None:
        """Show what came of a run on bars that open at `times`."""
        self._times = times
        self.what_if.show_trial(trial)
        self.name.setText(said(name))
        self.name.setModified(False)
        self.warnings.setText("")
        self.warnings.hide()
        self.say("")
        self.show_outcome(outcome)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the run, or a variation of it."""
        if self._times is None:
            return
        words = said(outcome.summary["verdict"])
        self.verdict.setText(f"{tr(_VARIATION)} {words}" if outcome.number else words)
        self.curve.show_curves(Curve(self._times, outcome.simulation.equity), Curve(self._times, outcome.held_equity))
        self.trades.show_trades(outcome.simulation.trades, self._times)
        self.figures.show_runs({tr("Variation") if outcome.number else tr("Run", "of a backtest"): outcome.summary})
        self.keep.setEnabled(self.what_if.is_changed)

    def show_warnings(self, content: dict[str, Any]) -> None:
        """Show what the bars and the money of the run have to say."""
        warnings = content.get("warnings") or ()
        self.warnings.setText("\n".join(f"▲ {said(warning)}" for warning in warnings))
        self.warnings.setVisible(bool(warnings))

    def say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say what came of what was asked last."""
        self.state.setText(sentence)
        set_tone(self.state, tone)

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.curve.set_theme(theme)
        self.table.set_theme(theme)

    @Slot()
    def _tell_name(self) -> None:
        if self.name.isModified() and self.name.text().strip():
            self.name.setModified(False)
            self.renamed.emit(self.name.text().strip())

    def _arrange(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.curve)
        left.addWidget(self.table)
        left.setStretchFactor(0, 3)
        left.setStretchFactor(1, 2)
        right = QWidget()
        right.setFixedWidth(_RIGHT)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.what_if)
        column.addWidget(self.figures, 1)
        middle = beside(left, right)
        middle.setStretch(0, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        for part in (self.honesty, self.verdict, self.warnings):
            page.addWidget(part)
        page.addLayout(middle, 1)
        page.addLayout(beside(self.name, self.again, self.keep, self.export))
        page.addWidget(self.state)


def _export_button(page: ResultsPage) -> QPushButton:
    button = push_button(tr("E&xport"), "backtestExport", tr("Write the run to a file"))
    menu = QMenu(button)
    for kind, words in _EXPORTS.items():
        action = menu.addAction(tr(words))
        action.setObjectName(f"backtestExport.{kind}")
        action.setData(kind)
    menu.triggered.connect(lambda action: page.export_asked.emit(action.data()))
    button.setMenu(menu)
    return button
