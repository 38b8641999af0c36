"""The bars of the past most like the one decided on, and what followed them."""

from collections.abc import Sequence
from math import expm1

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from photon_desktop.trading.why import PastCase
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.words import bar_closed_words
from photon_desktop.ui.tables.row_table import Column, Tone, tone_of_sign
from photon_desktop.ui.tables.tones import small_font

OUTCOME_WORDS = {"BUY": mark("▲ rose"), "SELL": mark("▼ fell"), "HOLD": mark("■ neither")}
_OUTCOME_TONES = {"BUY": Tone.UP, "SELL": Tone.DOWN, "HOLD": Tone.MUTED}


class CaseGrid(QWidget):
    """One line a case, the nearest on top. Narrower than a table view, so that nothing is cut in a dock."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What followed on bars like this"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._columns = _case_columns()
        self._lines: list[list[QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(len(self._columns) - 1, 1)
        for label, column in zip(self._line(0), self._columns, strict=True):
            label.setText(column.title)
            label.setProperty("role", "muted")

    @property
    def texts(self) -> list[list[str]]:
        """What each line says, the nearest case first."""
        return [[label.text() for label in line] for line in self._lines if not line[0].isHidden()]

    def set_cases(self, cases: Sequence[PastCase]) -> None:
        """Show these, the nearest first."""
        while len(self._lines) < len(cases):
            self._lines.append(self._line(len(self._lines) + 1))
        for number, line in enumerate(self._lines):
            for label, column in zip(line, self._columns, strict=True):
                label.setVisible(number < len(cases))
                if number < len(cases):
                    _show(label, column, cases[number])
        self.setAccessibleDescription("; ".join(_sentence(case) for case in cases))

    def _line(self, row: int) -> list[QLabel]:
        labels = []
        for place, column in enumerate(self._columns):
            label = QLabel()
            label.setFont(small_font())
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, row, place)
            labels.append(label)
        return labels


def _show(label: QLabel, column: Column[PastCase], case: PastCase) -> None:
    label.setText(column.text(case))
    label.setAccessibleName(f"{column.title}: {column.text(case)}")
    label.setToolTip(column.tooltip(case) if column.tooltip else "")
    set_tone(label, column.tone(case) if column.tone else Tone.PLAIN)


def _case_columns() -> tuple[Column[PastCase], ...]:
    return (
        Column(tr("Bar closed"), lambda case: formats.minute_time(case.time), tooltip=_moment),
        Column(
            tr("Distance", "past case"), lambda case: formats.fixed(case.distance, 2), is_number=True, tooltip=_distance
        ),
        Column(tr("Then it"), _outcome, tooltip=_sentence, tone=_outcome_tone),
        Column(
            tr("Return", "past case"),
            lambda case: formats.signed_percent(_return(case)),
            is_number=True,
            tooltip=_sentence,
            tone=lambda case: tone_of_sign(case.log_return),
        ),
    )


def _return(case: PastCase) -> float:
    """The change of price as a share of it, which a log return is not quite."""
    return expm1(case.log_return)


def _outcome(case: PastCase) -> str:
    return tr(OUTCOME_WORDS[case.outcome]) if case.outcome in OUTCOME_WORDS else case.outcome


def _outcome_tone(case: PastCase) -> Tone:
    return _OUTCOME_TONES.get(case.outcome, Tone.PLAIN)


def _sentence(case: PastCase) -> str:
    words = tr_many("{time}: {outcome}, {change} in %n bars", "{time}: {outcome}, {change} in %n bar", case.bars)
    change = formats.signed_percent(_return(case))
    return words.format(time=formats.minute_time(case.time), outcome=_outcome(case), change=change)


def _moment(case: PastCase) -> str:
    return bar_closed_words(case.time)


def _distance(_case: PastCase) -> str:
    return tr("How far its inputs are from this bar's; 1 is what training bars are from their nearest on average.")
