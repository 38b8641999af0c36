"""What came of a sweep: what it is worth first, then its map and the table of all that was tried."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSplitter, QVBoxLayout, QWidget

from photon_desktop.backtest.sweep import MOST_TRIALS, Trial
from photon_desktop.backtest.sweep_process import SweepOutcome
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.fields import ChoiceField, sentence_label
from photon_desktop.ui.dialogs.backtest.sweep_grid import MEASURES, combination_words, grid_of, parameter_words
from photon_desktop.ui.dialogs.backtest.sweep_map import SweepMap
from photon_desktop.ui.dialogs.backtest.sweep_words import honest_lines, is_warned
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.row_table import Column, Role, RowTable, Tone, titled, tone_of_sign

_WIDTHS = (168, 76, 60, 76, 56)
_MEASURE_WIDTH = 128  # px
_SHARES = (688, 520)  # px of the map and of the table
_HEADS = ("sweepOutOfSample", "sweepBest", "sweepOverfitting", "sweepTried")


def _lowest(value: float | None) -> float:
    return float("-inf") if value is None else value


_COLUMNS: tuple[Column[Trial], ...] = (
    Column(mark("Combination"), lambda trial: combination_words(trial.values)),
    Column(
        mark("Return"), lambda trial: formats.signed_percent(trial.total_return), True,
        tone=lambda trial: tone_of_sign(trial.total_return), sort=lambda trial: trial.total_return,
    ),
    Column(
        mark("Sharpe"), lambda trial: formats.signed(trial.sharpe, 2), True,
        sort=lambda trial: _lowest(trial.sharpe),
    ),
    Column(
        mark("Drawdown"), lambda trial: formats.signed_percent(trial.max_drawdown), True,
        sort=lambda trial: trial.max_drawdown,
    ),
    Column(mark("Trades"), lambda trial: f"{trial.trades:,}", True, sort=lambda trial: trial.trades),
)  # fmt: skip


class SweepPage(QWidget):
    """Tells which combination is to be run by itself."""

    chosen = Signal(object)  # Trial

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sweepPage")
        self._axes: Mapping[str, Sequence[float | str]] = {}
        self._trials: tuple[Trial, ...] = ()
        self.honest = tuple(sentence_label(name, tr("What the sweep is worth")) for name in _HEADS)
        self.measure = ChoiceField(
            "sweepMeasure", tr("Colour by"), {key: measure.words for key, measure in MEASURES.items()}, "return"
        )
        self.measure.box.setMinimumWidth(_MEASURE_WIDTH)  # the table beside the map needs the rest
        self.across, self.down = _axis_box("sweepAcross", tr("Across")), _axis_box("sweepDown", tr("Upwards"))
        self.map = SweepMap(theme)
        self.readout = sentence_label("sweepReadout", tr("The combination the map is at"))
        self.trials = RowTable(titled(_COLUMNS), lambda trial: combination_words(trial.values), MOST_TRIALS, self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.trials)
        self.sorted.setSortRole(Role.SORT)
        self.table = PlainTable(tr("All that was tried"), self.sorted, theme)
        self.table.setObjectName("sweepTrials")
        self.table.fix_widths(_WIDTHS)
        self.table.shorten(0)
        self.table.use_small_type()
        self.table.let_last_fill()
        self.table.sort_by_header()
        self.take = push_button(
            tr("&Run this combination"), "sweepTake", tr("Take it into the wizard and run it by itself")
        )
        self.state = sentence_label("sweepState", tr("What became of the sweep"))
        set_tone(self.state, Tone.MUTED)
        self._arrange()
        self._connect()

    def show_sweep(self, outcome: SweepOutcome, axes: Mapping[str, Sequence[float | str]]) -> None:
        """Show this one, its best cell first."""
        self._axes, self._trials = axes, outcome.sweep.trials
        for label, words in zip(self.honest, honest_lines(outcome), strict=True):
            label.setText(words)
        self.honest[0].setText(f"{'▲ ' if is_warned(outcome) else ''}{self.honest[0].text()}")
        set_tone(self.honest[0], Tone.WARNING if is_warned(outcome) else Tone.PLAIN)
        self.trials.set_rows(self._trials)
        self.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        names = tuple(axes)
        _fill(self.across, names, names[0])
        _fill(self.down, names[1:] and names, names[1] if len(names) > 1 else "")
        for box in (self.across, self.down):
            box.setEnabled(len(names) > 1)
        self.say("")
        self._draw()

    def say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say what became of it."""
        self.state.setText(sentence)
        set_tone(self.state, tone)

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.map.set_theme(theme)
        self.table.set_theme(theme)

    @Slot()
    def _draw(self) -> None:
        across, down = str(self.across.currentData() or ""), str(self.down.currentData() or "")
        if not across:
            return
        measure = MEASURES[self.measure.value()]
        self.map.show_grid(grid_of(self._axes, self._trials, across, "" if down == across else down, measure), measure)

    @Slot(object)
    def _show_current(self, trial: Trial) -> None:
        others = self.map.grid.others
        told = self.map.sentence_of(trial)
        if others:
            names = tr(" and ").join(parameter_words(name) for name in others)
            told = tr("{told} (the best over {parameters})").format(told=told, parameters=names)
        self.readout.setText(tr("{told}. Enter or a click runs it by itself.").format(told=told))
        place = self.trials.position_of(combination_words(trial.values))
        if place is not None:
            blocker = QSignalBlocker(self.table.selectionModel())
            self.table.setCurrentIndex(self.sorted.mapFromSource(self.trials.index(place, 0)))
            blocker.unblock()
            self.table.viewport().update()

    @Slot(QModelIndex)
    def _follow_table(self, index: QModelIndex) -> None:
        trial = index.data(Role.ROW)
        if isinstance(trial, Trial):
            self.map.go_to(trial)
            self.readout.setText(f"{self.map.sentence_of(trial)}.")

    @Slot()
    def _take(self) -> None:
        trial = self.table.currentIndex().data(Role.ROW)
        if isinstance(trial, Trial):
            self.chosen.emit(trial)

    def _connect(self) -> None:
        self.measure.changed.connect(self._draw)
        self.across.currentIndexChanged.connect(self._draw)
        self.down.currentIndexChanged.connect(self._draw)
        self.map.current_changed.connect(self._show_current)
        self.map.chosen.connect(self.chosen)
        self.table.selectionModel().currentRowChanged.connect(self._follow_table)
        self.table.activated.connect(self._take)
        self.take.clicked.connect(self._take)

    def _arrange(self) -> None:
        left, parts = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        choosers: list[QWidget] = []
        for words, field in (
            (tr("Colour b&y"), self.measure),
            (tr("&Across"), self.across),
            (tr("&Upwards"), self.down),
        ):
            label = QLabel(words)
            label.setBuddy(field.focusProxy() or field)
            choosers += [label, field]
        column.addLayout(beside(*choosers, None))
        column.addWidget(self.map, 1)
        column.addWidget(self.readout)
        parts.addWidget(left)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 1)
        parts.setSizes(_SHARES)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        for label in self.honest:
            page.addWidget(label)
        page.addWidget(parts, 1)
        line = beside(self.take, self.state)
        line.setStretch(1, 1)
        page.addLayout(line)


def _axis_box(name: str, words: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(words)
    return box


def _fill(box: QComboBox, names: Sequence[str], chosen: str) -> None:
    blocker = QSignalBlocker(box)
    box.clear()
    for name in names:
        box.addItem(parameter_words(name), name)
    box.setCurrentIndex(box.findData(chosen))
    blocker.unblock()
