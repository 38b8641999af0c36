"""The panel of the model that decides on the symbol that is shown."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.verdict import EDGE, NO_EVIDENCE
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.elided_label import ElidedLabel
from photon_desktop.ui.panels.models.figures import figure_rows, figure_table
from photon_desktop.ui.panels.models.inputs import input_rows, input_table
from photon_desktop.ui.panels.models.reliability_plot import ReliabilityPlot
from photon_desktop.ui.panels.models.tables import step_table, version_table
from photon_desktop.ui.panels.models.views import OTHER_KIND, ModelDeskView, VersionView
from photon_desktop.ui.panels.panel import Panel, set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Role, Tone

_EMPTY = mark("The model that decides will stand here with what it has shown, as soon as the first one is trained.")
_SIGNS = {EDGE: (mark("✓ edge"), Tone.UP), NO_EVIDENCE: (mark("○ no evidence of an edge"), Tone.WARNING)}
_UNTESTED = (mark("… evidence untested"), Tone.MUTED)
_CHOSEN = 2  # the column of the version chosen, in both tables that have one
_SIZES = (420, 180, 360)
_WIDEST_PLOT = 360
_DRIFT_TIP = mark(
    "How far the newest bar is from the nearest one the model was trained on, over the limit of its figures. Above 1"
    " the market is unlike anything it learnt from, and it opens nothing unless the settings say otherwise."
)
_ROLL_BACK = mark("&Roll back to this")


class ModelDeskPanel(Panel):
    """Champion and the version chosen side by side, reliability, versions to go back to, and the steps of learning."""

    rollback_requested = Signal(str, object, str)  # symbol, Interval, version

    def __init__(self, theme: Theme) -> None:
        super().__init__("modelDesk", tr(_EMPTY), theme)
        self._view: ModelDeskView | None = None
        self._chosen = ""
        self.head = ElidedLabel()
        self.head.setAccessibleName(tr("Model that decides"))
        self.evidence = ElidedLabel()
        self.evidence.setAccessibleName(tr("Evidence of an edge"))
        self.drift = ElidedLabel()
        self.drift.setAccessibleName(tr("Drift"))
        self.drift.setToolTip(tr(_DRIFT_TIP))
        self.roll_back = QPushButton(tr(_ROLL_BACK))
        self.roll_back.setObjectName("modelRollBack")
        self.roll_back.setAccessibleName(tr("Roll back to the version chosen"))
        self.figures = figure_table(self)
        self.versions = version_table(self)
        self.steps = step_table(self)
        self.inputs = input_table(self)
        self.figure_view = PlainTable(tr("Figures of the models"), self.figures, theme)
        self.figure_view.set_widths((116, 188))
        self.figure_view.shorten(0)
        self.version_view = PlainTable(tr("Versions of the model"), self.versions, theme)
        self.version_view.set_widths((236, 84, 132, 196))
        self.version_view.shorten(0)
        self.version_view.let_go(2, 3)
        self.step_view = PlainTable(tr("Steps of the learning"), self.steps, theme)
        self.step_view.set_widths((112, 108))
        self.input_view = PlainTable(tr("Inputs of the model"), self.inputs, theme)
        self.input_view.set_widths((124, 66, 66))
        self.input_view.shorten(0)
        for table in self._tables():
            table.use_small_type()
            table.let_last_fill()
        self.plot = ReliabilityPlot(theme)
        self._arrange()
        self.roll_back.clicked.connect(self._ask_to_roll_back)
        self.version_view.clicked.connect(self._choose)
        self.version_view.selectionModel().currentRowChanged.connect(self._choose)

    @property
    def view(self) -> ModelDeskView | None:
        """What is shown."""
        return self._view

    def show_models(self, view: ModelDeskView) -> None:
        """Show the models of one symbol; the version chosen stays chosen while it is among them."""
        self._view = view
        if view.find(self._chosen) is None:
            self._chosen = ""
        self.versions.set_rows(view.versions)
        self.steps.set_rows(view.steps)
        self._show_chosen()
        self.set_empty_sentence(said(view.note) or tr(_EMPTY))
        self.set_has_content(bool(view.versions or view.steps))

    def show_drift(self, share: float | None) -> None:
        """Say how far the newest bar is from the training rows, over its limit; None while that is not known."""
        is_beyond = share is not None and share > 1
        words = "" if share is None else tr("drift {share} of its limit").format(share=f"{share:.2f}")
        self.drift.setText(f"▲ {words}" if is_beyond else words)
        set_tone(self.drift, Tone.WARNING if is_beyond else Tone.MUTED)

    def clear(self) -> None:
        super().clear()
        self._view, self._chosen = None, ""
        for table in (self.figures, self.versions, self.steps, self.inputs):
            table.set_rows([])
        self.show_drift(None)
        self.set_empty_sentence(tr(_EMPTY))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.plot.set_theme(theme)
        for table in self._tables():
            table.set_theme(theme)

    def _tables(self) -> tuple[PlainTable, ...]:
        return self.figure_view, self.version_view, self.step_view, self.input_view

    def _show_chosen(self) -> None:
        assert self._view is not None
        champion, chosen = self._view.champion, self._view.find(self._chosen)
        mine = None if champion is None else champion.manifest
        other = None if chosen is None or chosen is champion else chosen.manifest
        self._show_head(mine)
        self.figures.set_rows(list(figure_rows(mine, other)))
        for table in (self.figure_view, self.input_view):
            table.leave_out(_CHOSEN, other is None)
        self.inputs.set_rows(input_rows(mine, other, self._view.psi))
        self._show_reliability(other or mine)
        self.roll_back.setEnabled(_can_return_to(chosen))
        self.roll_back.setToolTip(_why_not(chosen))

    def _show_head(self, manifest: ModelManifest | None) -> None:
        assert self._view is not None
        name = manifest.version if manifest is not None else self._view.note or tr("no model decides")
        self.head.setText(f"{self._view.symbol}  {self._view.interval}  {name}")
        self.head.setToolTip(name)
        words, tone = _UNTESTED if manifest is None else _SIGNS.get(manifest.evidence, _UNTESTED)
        self.evidence.setText("" if manifest is None else tr(words))
        set_tone(self.evidence, tone)

    def _show_reliability(self, manifest: ModelManifest | None) -> None:
        gains = None if manifest is None else manifest.gains
        self.plot.set_bins(() if gains is None else gains.reliability)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, VersionView) and self._view is not None:
            self._chosen = row.manifest.version
            self._show_chosen()

    @Slot()
    def _ask_to_roll_back(self) -> None:
        if self._view is not None and _can_return_to(self._view.find(self._chosen)):
            self.rollback_requested.emit(self._view.symbol, self._view.interval, self._chosen)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(16)
        head.addWidget(self.head, 1)
        head.addWidget(self.evidence)
        head.addWidget(self.drift)
        head.addWidget(self.roll_back)
        self.lists = QTabWidget()
        self.lists.setDocumentMode(True)
        self.lists.addTab(self.version_view, tr("Versions"))
        self.lists.addTab(self.step_view, tr("Learning"))
        self.lists.addTab(self.input_view, tr("Inputs"))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for part in (self.figure_view, self.plot, self.lists):
            splitter.addWidget(part)
            part.setMinimumWidth(140)
        self.plot.setMaximumWidth(_WIDEST_PLOT)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes(list(_SIZES))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(splitter, 1)
        QWidget.setTabOrder(self.figure_view, self.lists)
        QWidget.setTabOrder(self.lists, self.roll_back)


def _can_return_to(version: VersionView | None) -> bool:
    return version is not None and version.is_there and not version.is_champion and version.status != OTHER_KIND


def _why_not(version: VersionView | None) -> str:
    if version is None:
        return tr("Choose a version in the list to compare it, and to go back to it.")
    if version.is_champion:
        return tr("This version decides already.")
    if version.status == OTHER_KIND:
        return tr("Another kind of model decides; choose this kind in the settings (Ctrl+,).")
    if version.status == "rejected":
        return tr("This challenger was turned down, and its file was not kept.")
    return "" if version.is_there else tr("The file of this version is gone; only the newest are kept.")
