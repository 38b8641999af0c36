"""The runs that are kept: run again, called something else, forgotten, or two of them beside each other."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QInputDialog, QSplitter, QVBoxLayout, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.curve_plot import Curve, CurvePlot
from photon_desktop.ui.dialogs.backtest.fields import sentence_label
from photon_desktop.ui.dialogs.backtest.figures_table import FiguresTable
from photon_desktop.ui.dialogs.backtest.views import KeptRun
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, Role, RowTable, Tone, titled, tone_of_sign

MOST_RUNS = 200
_HINT = mark("Select one run to see its figures, or two to see them beside each other.")
_HEIGHTS = (168, 440)  # the table, and what is shown of the selected
_WIDTHS = (360, 120, 76, 84, 84, 68)


def _figure(run: KeptRun, key: str) -> float | None:
    value = run.results.get(key)
    return float(value) if isinstance(value, int | float) else None


def _at_bottom(value: float | None) -> float:
    return float("-inf") if value is None else value


_COLUMNS: tuple[Column[KeptRun], ...] = (
    Column(mark("Name"), lambda run: said(run.name)),
    Column(mark("Run at"), lambda run: formats.minute_time(run.created_at), sort=lambda run: run.created_at),
    Column(
        mark("Return"), lambda run: formats.signed_percent(_figure(run, "total_return")), True,
        tone=lambda run: tone_of_sign(_figure(run, "total_return")),
    ),
    Column(mark("Sharpe"), lambda run: formats.fixed(_figure(run, "sharpe"), 2), True),
    Column(mark("Drawdown"), lambda run: formats.signed_percent(_figure(run, "max_drawdown")), True),
    Column(mark("Trades"), lambda run: formats.fixed(_figure(run, "trades"), 0), True),
)  # fmt: skip


class KeptPage(QWidget):
    """Tells what is asked of a kept run by its id."""

    again_asked = Signal(object)  # KeptRun
    rename_asked = Signal(str, str)  # id, name
    remove_asked = Signal(str)

    def __init__(self, theme: Theme, curve: CurvePlot) -> None:
        super().__init__()
        self.runs = RowTable(titled(_COLUMNS), lambda run: run.id, MOST_RUNS, self)
        self.table = PlainTable(tr("Kept runs"), self.runs, theme)
        self.table.setObjectName("backtestKept")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.set_widths(_WIDTHS)
        self.table.let_last_fill()
        self.figures = FiguresTable("backtestCompared", tr("Figures of the selected runs"))
        self.curve = curve
        self.state = sentence_label("backtestKeptState", tr("What is shown of the kept runs"))
        set_tone(self.state, Tone.MUTED)
        self.again = push_button(tr("Run a&gain"), "backtestRunKept", tr("Run the selected backtest once more"))
        self.rename = push_button(tr("Re&name…"), "backtestRename", tr("Call the selected run something else"))
        self.remove = push_button(tr("&Delete"), "backtestDelete", tr("Forget the selected runs"))
        self._arrange()
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.again.clicked.connect(self._ask_again)
        self.rename.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._ask_remove)
        self._show_selected()

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Show these, the newest first; what was selected stays selected."""
        chosen = {run.id for run in self.selected()}
        self.runs.set_rows(runs)
        model = self.table.selectionModel()
        for place in range(self.runs.rowCount()):
            if self.runs.row(place).id in chosen:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                model.select(self.runs.index(place, 0), flags)
        self._show_selected()

    def select(self, *places: int) -> None:
        """Select the runs at these rows, 0 on top."""
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in places:
            self.table.selectionModel().select(self.runs.index(place, 0), flags)

    def selected(self) -> list[KeptRun]:
        """The runs that are selected, from the top down."""
        rows: list[QModelIndex] = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(Role.ROW) for index in rows]

    def say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say what came of what was asked last."""
        self.state.setText(sentence)
        set_tone(self.state, tone)

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.curve.set_theme(theme)
        self.table.set_theme(theme)

    @Slot()
    def _show_selected(self) -> None:
        chosen = self.selected()
        self.again.setEnabled(len(chosen) == 1)
        self.rename.setEnabled(len(chosen) == 1)
        self.remove.setEnabled(bool(chosen))
        is_shown = 1 <= len(chosen) <= 2
        self.figures.setVisible(is_shown)
        self.curve.setVisible(is_shown and all(_curve(run) is not None for run in chosen))
        self.say(tr(_HINT) if self.runs.rowCount() else tr("No run is kept yet. Each backtest that ends is kept here."))
        if not is_shown:
            return
        names = [said(run.name) for run in chosen]
        if len(set(names)) < len(names):
            names = [f"{said(run.name)} ({formats.minute_time(run.created_at)})" for run in chosen]
        self.figures.show_runs(
            {tr("Run {place}").format(place=place): run.results for place, run in enumerate(chosen, 1)}
        )
        self._show_curves(chosen, names)

    def _show_curves(self, chosen: Sequence[KeptRun], names: Sequence[str]) -> None:
        curves = [curve for run in chosen if (curve := _curve(run)) is not None]
        if len(curves) < len(chosen):
            return
        if len(chosen) == 1:
            self.curve.show_curves(*curves[0])
            self.curve.name_curves(tr("Strategy"), tr("Buy and hold"))
            return
        self.curve.show_curves(*(_rebased(one) for one, _held in curves))
        rebased = tr("Run {place}, {name} (start 100)")
        first, second = (rebased.format(place=place, name=name) for place, name in enumerate(names, 1))
        self.curve.name_curves(first, second)

    @Slot()
    def _ask_again(self) -> None:
        self.again_asked.emit(self.selected()[0])

    @Slot()
    def _ask_name(self) -> None:
        run = self.selected()[0]
        asking = QInputDialog(self)
        asking.setObjectName("backtestRenameDialog")
        asking.setWindowTitle(tr("Rename the run"))
        asking.setLabelText(tr("Name"))
        asking.setTextValue(run.name)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.textValueSelected.connect(lambda text: self._tell_name(run.id, text))
        asking.open()

    def _tell_name(self, run_id: str, text: str) -> None:
        if text.strip():
            self.rename_asked.emit(run_id, text.strip())

    @Slot()
    def _ask_remove(self) -> None:
        for run in self.selected():
            self.remove_asked.emit(run.id)

    def _arrange(self) -> None:
        lower = QWidget()
        line = beside(self.figures, self.curve)
        line.setContentsMargins(0, 8, 0, 0)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        lower.setLayout(line)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(lower)
        parts.setStretchFactor(1, 1)
        parts.setSizes(_HEIGHTS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(parts, 1)
        column.addLayout(beside(self.again, self.rename, self.remove, None))


def _curve(run: KeptRun) -> tuple[Curve, Curve] | None:
    """The run's equity and that of holding; None for a run that was kept without them."""
    kept: Any = run.results.get("curve")
    if not isinstance(kept, dict) or not kept.get("times"):
        return None
    times = np.array(kept["times"], dtype=np.int64)
    equity, held = (np.array(kept[name], dtype=np.float64) for name in ("equity", "held"))
    return Curve(times, equity), Curve(times, held)


def _rebased(curve: Curve) -> Curve:
    first = curve.equity[0]
    return Curve(curve.times, 100 * curve.equity / (first if first else 1.0))
