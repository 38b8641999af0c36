"""Checks before money is at stake, a line each: a sign, a name, a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_SIGN_WIDTH, _NAME_WIDTH = 16, 88
_WAITING = "…"


class CheckCard(QWidget):
    """Shows what was found; a line that nothing was found for yet waits."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {name: _CheckLine(name) for name in names}
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _SIGN_WIDTH)
        grid.setColumnMinimumWidth(1, _NAME_WIDTH)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(self.lines.values()):
            for column, label in enumerate((line.sign, line.name, line.sentence)):
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label, row, column)

    @property
    def found(self) -> int:
        """How many lines something was found for."""
        return sum(line.check is not None for line in self.lines.values())

    def settle(self) -> None:
        """Let the lines take their height at once."""
        self._grid.activate()

    def clear(self) -> None:
        """Let every line wait."""
        for line in self.lines.values():
            line.show_check(None)

    def show_check(self, check: Check) -> None:
        """Show what was found for one line."""
        self.lines[check.name].show_check(check)


class _CheckLine:
    """The labels of one line."""

    def __init__(self, name: str) -> None:
        self.check: Check | None = None
        self._title = tr(name)
        self.sign, self.name, self.sentence = QLabel(), QLabel(self._title), QLabel()
        self.sign.setObjectName(f"checkSign{name}")
        self.sentence.setObjectName(f"check{name}")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.show_check(None)

    def show_check(self, check: Check | None) -> None:
        self.check = check
        if check is None:
            sign, state, sentence, tone = _WAITING, tr("not checked yet"), "", Tone.MUTED
        elif check.is_green:
            sign, state, sentence, tone = "✓", tr("in order"), said(check.sentence), Tone.UP
        else:
            sign, state, sentence, tone = "✕", tr("not in order"), said(check.sentence), Tone.DANGER
        self.sign.setText(sign)
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(f"{self._title}, {state}. {sentence}".strip())
        self.sign.setAccessibleName(f"{self._title}: {state}")
        set_tone(self.sign, tone)
        set_tone(self.sentence, Tone.DANGER if tone is Tone.DANGER else Tone.PLAIN)
