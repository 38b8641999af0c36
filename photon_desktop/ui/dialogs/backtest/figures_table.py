"""The figures of a run, or of two beside each other; each says in its tooltip how it comes about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.metric_cells import metric_text, metric_tip, metric_title
from photon_desktop.ui.panels.tables import ROW_HEIGHT

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the summary: its key, its words, how it is written and how it comes about. What is in the one table
    of metrics has all of them from there."""

    key: str
    words: str = ""
    write: Callable[[Any], str] | None = None
    formula: str = ""

    @property
    def title(self) -> str:
        """What it is called in the user's language."""
        return tr(self.words) if self.words else metric_title(self.key)

    @property
    def tip(self) -> str:
        """How it comes about, in the user's language."""
        return tr(self.formula) if self.formula else metric_tip(self.key)

    def text(self, value: Any) -> str:
        """The figure as it is written."""
        return metric_text(self.key, value) if self.write is None else self.write(value)


FIGURES = (
    Figure("total_return"),
    Figure(
        "buy_and_hold_return",
        mark("Buy and hold"),
        formats.signed_percent,
        mark("The same money with the same costs, bought once and held."),
    ),
    Figure(
        "final_equity",
        mark("Final equity"),
        formats.money,
        mark("Cash and unrealised profit at the last close, in quote money."),
    ),
    *map(
        Figure,
        (
            "cagr", "annual_volatility", "sharpe", "sortino", "calmar", "max_drawdown", "max_drawdown_bars",
            "ulcer_index", "value_at_risk", "expected_shortfall", "trades", "win_rate", "profit_factor",
            "payoff_ratio", "expectancy", "exposure", "fees", "slippage",
        ),
    ),
    Figure(
        "refused_entries",
        mark("Entries refused"),
        lambda value: formats.fixed(value, 0),
        mark("Entries for which the money did not buy one step."),
    ),
)  # fmt: skip


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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)  # what the numbers leave
        self.horizontalHeader().setHighlightSections(False)
        for row, figure in enumerate(FIGURES):
            self._put(row, 0, figure.title, figure.tip)

    def show_runs(self, named: Mapping[str, Mapping[str, Any]]) -> None:
        """Show the summaries of these runs by their names, in this order."""
        self.setColumnCount(1 + len(named))
        self.setHorizontalHeaderLabels(["", *named])
        for column in range(1, 1 + len(named)):
            self.model().setHeaderData(column, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        for row, figure in enumerate(FIGURES):
            for column, content in enumerate(named.values(), start=1):
                self._put(row, column, figure.text(content.get(figure.key)), figure.tip)

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
