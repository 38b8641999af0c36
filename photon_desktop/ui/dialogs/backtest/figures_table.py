"""The figures of a run, or of two beside each other; each says in its tooltip how it comes about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import getdoc
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from photon_desktop.trading import metrics
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.tables import ROW_HEIGHT

_MONEY, _CHANGE, _SHARE = formats.money, formats.signed_percent, lambda value: formats.percent(value, 2)
_RATIO, _COUNT = lambda value: formats.fixed(value, 3), lambda value: formats.fixed(value, 0)

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the summary: its key, its words, how it is written and how it comes about."""

    key: str
    words: str
    write: Callable[[Any], str]
    formula: str


def _doc(function: Callable[..., Any]) -> str:
    return getdoc(function) or ""


FIGURES = (
    Figure("total_return", mark("Total return"), _CHANGE, _doc(metrics.total_return)),
    Figure(
        "buy_and_hold_return",
        mark("Buy and hold"),
        _CHANGE,
        mark("The same money with the same costs, bought once and held."),
    ),
    Figure(
        "final_equity",
        mark("Final equity"),
        _MONEY,
        mark("Cash and unrealised profit at the last close, in quote money."),
    ),
    Figure("cagr", mark("Return a year"), _CHANGE, _doc(metrics.cagr)),
    Figure("annual_volatility", mark("Volatility a year"), _SHARE, _doc(metrics.annual_volatility)),
    Figure("sharpe", mark("Sharpe ratio"), _RATIO, _doc(metrics.sharpe_ratio)),
    Figure("sortino", mark("Sortino ratio"), _RATIO, _doc(metrics.sortino_ratio)),
    Figure("calmar", mark("Calmar ratio"), _RATIO, _doc(metrics.calmar_ratio)),
    Figure("max_drawdown", mark("Largest drawdown"), _CHANGE, _doc(metrics.max_drawdown)),
    Figure("max_drawdown_bars", mark("Longest, in bars"), _COUNT, _doc(metrics.max_drawdown_periods)),
    Figure("ulcer_index", mark("Ulcer index"), _SHARE, _doc(metrics.ulcer_index)),
    Figure("value_at_risk", mark("Value at risk, a bar"), _CHANGE, _doc(metrics.value_at_risk)),
    Figure("expected_shortfall", mark("Expected shortfall"), _CHANGE, _doc(metrics.expected_shortfall)),
    Figure("trades", mark("Trades"), _COUNT, mark("Positions that were opened and closed again.")),
    Figure("win_rate", mark("Win rate"), _SHARE, _doc(metrics.win_rate)),
    Figure("profit_factor", mark("Profit factor"), _RATIO, _doc(metrics.profit_factor)),
    Figure("payoff_ratio", mark("Payoff ratio"), _RATIO, _doc(metrics.payoff_ratio)),
    Figure("expectancy", mark("Expectancy a trade"), _CHANGE, _doc(metrics.expectancy)),
    Figure("exposure", mark("Exposure"), _SHARE, mark("Share of the bars in which a position was held.")),
    Figure("fees", mark("Commission paid"), _MONEY, mark("The commission of all fills, in quote money.")),
    Figure(
        "slippage", mark("Slippage paid"), _MONEY, mark("How much worse than the price that was there, in quote money.")
    ),
    Figure(
        "refused_entries", mark("Entries refused"), _COUNT, mark("Entries for which the money did not buy one step.")
    ),
)


class FiguresTable(QTableWidget):
    """One row a figure, one column a run."""

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__(len(FIGURES), 2)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        for row, figure in enumerate(FIGURES):
            self._put(row, 0, tr(figure.words), tr(figure.formula))

    def show_runs(self, named: Mapping[str, Mapping[str, Any]]) -> None:
        """Show the summaries of these runs by their names, in this order."""
        self.setColumnCount(1 + len(named))
        self.setHorizontalHeaderLabels(["", *named])
        for column in range(1, 1 + len(named)):
            self.model().setHeaderData(column, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        for row, figure in enumerate(FIGURES):
            for column, content in enumerate(named.values(), start=1):
                self._put(row, column, figure.write(content.get(figure.key)), tr(figure.formula))

    def text_of(self, key: str, column: int = 1) -> str:
        """What stands there for a figure."""
        row = next(row for row, figure in enumerate(FIGURES) if figure.key == key)
        item = self.item(row, column)
        return "" if item is None else item.text()

    def _put(self, row: int, column: int, text: str, formula: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(formula)
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
