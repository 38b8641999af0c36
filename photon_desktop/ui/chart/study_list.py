"""The list of all studies: each switched on or off, its lengths beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLabel, QSpinBox, QWidget

from photon_desktop.ui.chart.data.study import LENGTH_WORDS, LONGEST, SHORTEST, WORDS, Study, StudyKind
from photon_desktop.ui.design import GRID
from photon_desktop.ui.language import mark, tr

_NAMES = {
    **WORDS,
    StudyKind.SMA_FAST: mark("SMA, fast"),
    StudyKind.SMA_SLOW: mark("SMA, slow"),
    StudyKind.BOLLINGER: mark("Bollinger bands"),
    StudyKind.VWAP: mark("VWAP of the session"),
    StudyKind.RSI: mark("RSI (Wilder)"),
}
_WHAT = {
    StudyKind.VOLUME: mark("What was traded in each bar"),
    StudyKind.SMA_FAST: mark("Mean of the last closes"),
    StudyKind.SMA_SLOW: mark("Mean of the last closes"),
    StudyKind.EMA: mark("Average that gives the newest close the most weight: 2 / (length + 1)"),
    StudyKind.BOLLINGER: mark("Mean of the last closes, and two standard deviations to either side"),
    StudyKind.VWAP: mark("Price paid on average since the UTC day began, of daily bars since the year did"),
    StudyKind.RSI: mark("Wilder's strength of rises against falls, 0 to 100"),
    StudyKind.MACD: mark("Fast average less the slow one, its signal, and the difference of both"),
    StudyKind.ATR: mark("Wilder's average of how far a bar reaches, the gap before it included"),
}


class StudyList(QDialog):
    """Changes nothing itself: `study_changed` brings the Study as it is wanted. It stays open until Escape."""

    study_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(tr("Studies"))
        self.setObjectName("studyList")
        self.setAccessibleName(tr("Studies and their lengths"))
        self._studies: dict[StudyKind, Study] = {}
        self.checks: dict[StudyKind, QCheckBox] = {}
        self.lengths: dict[StudyKind, tuple[QSpinBox, ...]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID)

    def open_at(self, corner: QPoint, studies: Mapping[StudyKind, Study], kind: StudyKind | None = None) -> None:
        """Open with these, the keys at `kind`'s length, or at the first study."""
        if not self.checks:
            for row, study in enumerate(studies.values()):
                self._add_row(row, study)
        self.show_studies(studies)
        self.adjustSize()
        self.move(corner)
        self.show()
        spins = self.lengths[kind] if kind else ()
        (spins[0] if spins else self.checks[kind or StudyKind.VOLUME]).setFocus(Qt.FocusReason.TabFocusReason)

    def show_studies(self, studies: Mapping[StudyKind, Study]) -> None:
        """Show how each is now."""
        self._studies = dict(studies)
        for kind, check in self.checks.items():
            for widget in (check, *self.lengths[kind]):
                widget.blockSignals(True)
            check.setChecked(studies[kind].is_shown)
            for spin, length in zip(self.lengths[kind], studies[kind].lengths, strict=True):
                spin.setValue(length)
            for widget in (check, *self.lengths[kind]):
                widget.blockSignals(False)

    def _add_row(self, row: int, study: Study) -> None:
        name = tr(_NAMES[study.kind])
        check = QCheckBox(name)
        check.setObjectName(f"study_{study.kind.value}")
        check.setAccessibleName(tr("Show {name}").format(name=name))
        check.setToolTip(tr(_WHAT[study.kind]))
        check.toggled.connect(self._tell)
        self._grid.addWidget(check, row, 0)
        words = LENGTH_WORDS.get(study.kind, (mark("Length"),) * len(study.lengths))
        self.checks[study.kind] = check
        self.lengths[study.kind] = tuple(
            self._add_length(row, 2 * place, name, tr(word)) for place, word in enumerate(words)
        )

    def _add_length(self, row: int, place: int, name: str, word: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(SHORTEST, LONGEST)
        spin.setKeyboardTracking(False)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.setAccessibleName(tr("{word} of {name}, bars").format(word=word, name=name))
        spin.setToolTip(tr("{word}: {least} to {most} bars").format(word=word, least=SHORTEST, most=LONGEST))
        spin.valueChanged.connect(self._tell)
        label = QLabel(word)
        label.setProperty("role", "muted")
        label.setBuddy(spin)
        self._grid.addWidget(label, row, 1 + place)
        self._grid.addWidget(spin, row, 2 + place)
        return spin

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        kind = next(k for k, check in self.checks.items() if sender is check or sender in self.lengths[k])
        study = self._studies[kind]
        is_length = sender is not self.checks[kind]
        wanted = study.with_lengths(tuple(spin.value() for spin in self.lengths[kind]))
        self.study_changed.emit(wanted.shown(is_length or self.checks[kind].isChecked()))
