"""What is known of the series selected: its passport in words, and where its gaps are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from photon_desktop.market.importer.quality import Gap
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.data.views import FoundGaps, ShelvedSeries
from photon_desktop.ui.dialogs.data.words import (
    changed_sentence,
    check_sentence,
    key_words,
    length_of,
    moment,
    sentences_of,
    title_of_gaps,
    whole_moment,
)
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_MOST_GAPS = 1_000
_WIDTHS = (148, 148, 84, 96)
_NOTHING = mark("Select a series to read its passport and see its gaps.")
_COUNTING = mark("Counting gaps…")


class SeriesDetails(QWidget):
    """The passport on the left, the gaps on the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dataDetails")
        self.setAccessibleName(tr("Passport of the series selected"))
        self.title = _label("dataDetailsTitle", tr("Series selected"))
        self.title.setProperty("role", "title")
        self.changed = _label("dataChanged", tr("What changed since it was fetched"))
        self.changed.setProperty("tone", "warning")
        self.checked = _label("dataChecked", tr("What the check found"))
        self.passport = _label("dataPassport", tr("Passport"))
        self.gap_title = _label("dataGapTitle", tr("Gaps in numbers"))
        self.gap_title.setProperty("role", "title")
        self._gaps: RowTable[Gap] = RowTable(_columns(), lambda gap: str(gap.after_ns), _MOST_GAPS, self)
        self.gaps = PlainTable(tr("The longest gaps"), self._gaps, theme)
        self.gaps.setObjectName("dataGaps")
        self.gaps.set_widths(_WIDTHS)
        self._arrange()
        self.clear()

    def show_series(self, series: ShelvedSeries) -> None:
        """Show what is known of this series; its gaps follow."""
        self.title.setText(key_words(series.key))
        self.passport.setText("\n".join(sentences_of(series)))
        self._say(self.changed, changed_sentence(series))
        self._say(self.checked, "" if series.check is None else check_sentence(series.check))
        is_wrong = series.check is not None and series.check.matches is False
        set_tone(self.checked, Tone.WARNING if is_wrong else Tone.PLAIN)
        if series.check is None:
            self.gap_title.setText(tr(_COUNTING))
            self._gaps.set_rows(())
            return
        self.show_gaps(series.check.found)

    def show_gaps(self, found: FoundGaps) -> None:
        """Show the gaps of the series shown."""
        self.gap_title.setText(title_of_gaps(found))
        self._gaps.set_rows(found.longest)

    def show_no_gaps(self, why: str) -> None:
        """Say why the gaps can't be shown."""
        self.gap_title.setText(f"▲ {why}")
        self._gaps.set_rows(())

    def clear(self) -> None:
        """Show no series."""
        self.title.setText(tr("No series selected"))
        self.passport.setText(tr(_NOTHING))
        self._say(self.changed, "")
        self._say(self.checked, "")
        self.gap_title.setText(tr("Gaps"))
        self._gaps.set_rows(())

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.gaps.set_theme(theme)

    def _say(self, label: QLabel, sentence: str) -> None:
        label.setText(sentence)
        label.setVisible(bool(sentence))

    def _arrange(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for label in (self.changed, self.checked, self.passport):
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Passport of the series selected"))
        area.setWidget(words)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(16)
        line.addLayout(_stacked(self.title, area), 1)
        line.addLayout(_stacked(self.gap_title, self.gaps), 1)


def _columns() -> tuple[Column[Gap], ...]:
    return (
        Column(tr("After", "a gap"), lambda gap: moment(gap.after_ns), tooltip=lambda gap: whole_moment(gap.after_ns)),
        Column(
            tr("Before", "a gap"), lambda gap: moment(gap.before_ns), tooltip=lambda gap: whole_moment(gap.before_ns)
        ),
        Column(tr("Missing", "bars"), lambda gap: f"{gap.missing:,}", is_number=True),
        Column(tr("Length", "of a gap"), length_of, is_number=True),
    )


def _label(name: str, accessible_name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleName(accessible_name)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def _stacked(title: QLabel, body: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(title)
    column.addWidget(body, 1)
    return column
