"""What the account holds and what it is worth."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.twin_curve import TwinStanding
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.parts import beside
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.equity_plot import EquityPlot
from photon_desktop.ui.panels.panel import Panel, set_tone
from photon_desktop.ui.panels.position_actions import PositionActions
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.panels.twin_line import TwinLine
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.tables.position_table import position_rows, position_table
from photon_desktop.ui.tables.row_table import Tone, tone_of_sign

_EMPTY = mark(
    "Cash, equity and open positions will stand here as soon as the execution agent runs; start it under Agents."
)
_NO_POSITIONS = mark("Nothing is held. A position appears here with its profit when the first order is filled.")
_NO_CURVE = (np.array([], dtype=np.int64), np.array([], dtype=np.float64))
_FIGURES = (mark("Equity"), mark("Profit"), mark("Cash"), mark("Exposure"))
_WIDTHS = (96, 70, 76, 90, 90, 80, 94, 90, 90)
_VALUE = 5  # the column that quantity and last price say already


class PortfolioPanel(Panel):
    """The figures that matter, the open positions, and the equity curve."""

    close_requested = Signal(object)  # PositionRow
    protect_requested = Signal(object)  # PositionRow

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__("portfolio", tr(_EMPTY), theme)
        self._instruments = instruments
        self.figures = {name: QLabel() for name in _FIGURES}
        self.model = position_table(self)
        self.table = PlainTable(tr("Open positions"), self.model, theme)
        self.table.set_widths(_WIDTHS)
        self.table.let_go(_VALUE)
        self.no_positions = QLabel(tr(_NO_POSITIONS))
        self.no_positions.setProperty("role", "muted")
        self.no_positions.setWordWrap(True)
        self.no_positions.setContentsMargins(12, 8, 12, 8)
        self.plot = EquityPlot(theme)
        self.twin = TwinLine()
        self.twin.is_wanted.toggled.connect(self.plot.show_twin)
        self.actions_on_position = PositionActions(self.table)
        self.actions_on_position.close_requested.connect(self.close_requested)
        self.actions_on_position.protect_requested.connect(self.protect_requested)
        self._arrange()

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show the account at these prices."""
        equity = portfolio.equity
        self.figures["Equity"].setText(formats.money(equity))
        self.figures["Cash"].setText(formats.money(portfolio.account.cash))
        share = portfolio.exposure / equity if equity > ZERO else None
        self.figures["Exposure"].setText(f"{formats.money(portfolio.exposure)}  {formats.percent(share)}")
        self._show_profit(portfolio)
        rows = position_rows(portfolio, self._instruments)
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.no_positions.setVisible(not rows)
        self.actions_on_position.settle()
        self.set_has_content(True)

    def show_equity_curve(self, times: TimeArray, equity: FloatArray) -> None:
        """Draw the equity (quote money) at times (ns UTC)."""
        self.plot.set_curve(times, equity)

    def show_twin(self, standing: TwinStanding) -> None:
        """Draw the paper twin's equity beside the account's, and say what trading has cost."""
        self.plot.set_twin(standing.times, standing.equity)
        self.twin.show_standing(standing)

    def clear_twin(self) -> None:
        """Forget the paper twin: that of another account follows."""
        self.plot.set_twin(*_NO_CURVE)
        self.twin.clear()

    def clear(self) -> None:
        super().clear()
        self.model.set_rows([])
        self.actions_on_position.settle()
        self.plot.set_curve(*_NO_CURVE)
        self.clear_twin()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.plot.set_theme(theme)

    def _show_profit(self, portfolio: Portfolio) -> None:
        profit, start = portfolio.profit, portfolio.starting_cash
        share = f"  {formats.signed_percent(profit / start)}" if start > ZERO else ""
        self.figures["Profit"].setText(f"{formats.signed_money(profit)}{share}")
        set_tone(self.figures["Profit"], tone_of_sign(profit))

    def _arrange(self) -> None:
        holdings = QWidget()
        left = QVBoxLayout(holdings)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(self._figure_line())
        left.addWidget(self.twin)
        left.addWidget(self.table, 1_000)
        left.addWidget(self.no_positions)
        left.addStretch(1)  # takes the room while there is no table
        left.setAlignment(self.no_positions, Qt.AlignmentFlag.AlignTop)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(holdings)
        splitter.addWidget(self.plot)
        splitter.setStretchFactor(1, 1)  # numbers need no more than their width, the curve takes the rest
        splitter.setSizes([784, 176])
        self.plot.setMinimumWidth(140)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _figure_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(20)
        for name, figure in self.figures.items():
            column = QVBoxLayout()
            column.setSpacing(0)
            label = QLabel(tr(name))
            label.setProperty("role", "muted")
            figure.setAccessibleName(tr(name))
            figure.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            if name == "Equity":
                figure.setProperty("role", "figure")
            column.addWidget(label)
            column.addWidget(figure, 1)
            line.addLayout(column)
        line.addStretch(1)
        line.addLayout(beside(*self.actions_on_position.buttons))
        set_tone(self.figures["Profit"], Tone.PLAIN)
        return line
