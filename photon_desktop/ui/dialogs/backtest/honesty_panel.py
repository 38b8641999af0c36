"""What a result is worth, above everything else on the page: the verdict, and the facts it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photon_desktop.backtest.honesty.report import Honesty
from photon_desktop.backtest.honesty.verdict import EDGE
from photon_desktop.backtest.honesty.words import Group, groups_of
from photon_desktop.backtest.trial_judging import Judging
from photon_desktop.ui.design import TYPE_NORMAL, TYPE_SMALL
from photon_desktop.ui.dialogs.backtest.fields import sentence_label
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.progress_bar import ProgressBar
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.stylesheet import interface_font
from photon_desktop.ui.tables.row_table import Tone

_PROGRESS_WIDTH = 160
_GAP = 20
_ABOVE_AND_BELOW, _BETWEEN_LINES = 4, 1
_MOST_LINES = 6  # of a group, but for a sweep's
_WAITING = mark("What this result is worth is being found out")
_LEFT = mark("What this result is worth was not found out: it was stopped.")
_OF_THE_RUN = mark("This judges the run, not what the sliders stand for; keep the variation to have it judged.")


class HonestyPanel(QWidget):
    """Waits, shows what was found, or why there is nothing; asks for an end of it, and to begin again.

    While it waits it keeps the room for what will be found, so that nothing below it moves and is drawn anew then.
    """

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backtestHonesty")
        self.setAccessibleName(tr("How far this result can be trusted"))
        self.verdict = sentence_label("backtestHonestVerdict", tr("What the result is worth"))
        self.verdict.setFont(bold(self.verdict.font()))
        self.progress = ProgressBar()
        self.progress.setObjectName("backtestHonestyProgress")
        self.progress.setAccessibleName(tr("How far the judgement is"))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(_PROGRESS_WIDTH)
        self.stop = push_button(tr("Stop &judging"), "backtestStopJudging", tr("Leave open what the result is worth"))
        self.again = push_button(tr("&Judge"), "backtestJudge", tr("Find out what the result is worth"))
        self.of_the_run = sentence_label("backtestHonestyOf", tr("What is judged"))
        self.of_the_run.setText(tr(_OF_THE_RUN))
        set_tone(self.of_the_run, Tone.MUTED)
        self.facts = QWidget()
        self._facts = QHBoxLayout(self.facts)
        self._facts.setContentsMargins(0, _ABOVE_AND_BELOW, 0, _ABOVE_AND_BELOW)
        self._facts.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = beside(self.verdict, self.progress, self.stop, self.again)
        line.setStretch(0, 1)
        self.verdict.setMinimumHeight(self.stop.sizeHint().height())
        column.addLayout(line)
        column.addWidget(self.of_the_run)
        column.addWidget(self.facts)
        self.stop.clicked.connect(self.stop_asked)
        self.again.clicked.connect(self.again_asked)
        self.wait_for()

    def wait_for(self) -> None:
        """Show that it is being found out."""
        self._show(f"{tr(_WAITING)}…", Tone.MUTED)
        self.progress.setRange(0, 0)
        self.facts.setMinimumHeight(_room_for(_MOST_LINES))
        for part in (self.progress, self.stop, self.facts):
            part.show()

    def advance(self, told: Judging) -> None:
        """Show how far it is."""
        self.progress.setRange(0, told.total)
        self.progress.setValue(told.done)
        steps = tr("{done} of {total} steps.").format(done=told.done, total=told.total)
        self.verdict.setText(f"{tr(_WAITING)}: {steps}")

    def show_honesty(self, honesty: Honesty) -> None:
        """Show the verdict and its facts."""
        has_edge, sentence = honesty.verdict.evidence == EDGE, said(honesty.verdict.sentence)
        self._show(f"{'●' if has_edge else '▲'} {sentence}", Tone.PLAIN if has_edge else Tone.WARNING)
        reasons = honesty.verdict.reasons[1:]
        self.verdict.setToolTip("\n".join(tr("And {reason}.").format(reason=said(reason)) for reason in reasons))
        for group in groups_of(honesty.facts):
            self._facts.addWidget(_grid(group), 1)
        self.facts.show()

    def say_none(self, sentence: str = "") -> None:
        """Show that there is none: it was stopped, or why it could not be found out."""
        self._show(f"▲ {said(sentence)}" if sentence else tr(_LEFT), Tone.WARNING if sentence else Tone.MUTED)
        self.again.show()

    def show_varied(self, is_varied: bool) -> None:
        """Say that the sliders stand for something else than what is judged here."""
        self.of_the_run.setVisible(is_varied)

    def _show(self, sentence: str, tone: Tone) -> None:
        self.verdict.setText(sentence)
        self.verdict.setToolTip("")
        set_tone(self.verdict, tone)
        while (item := self._facts.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        for part in (self.progress, self.stop, self.again, self.facts, self.of_the_run):
            part.hide()


def bold(font: QFont) -> QFont:
    """The same font, a little heavier."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _room_for(lines: int) -> int:
    """The height of a title and so many lines under it."""
    title = QFontMetrics(bold(interface_font(TYPE_NORMAL))).height()
    each = QFontMetrics(interface_font(TYPE_SMALL)).height() + _BETWEEN_LINES
    return title + lines * each + 2 * _ABOVE_AND_BELOW


def _grid(group: Group) -> QWidget:
    """The group under its title; each line says in its tooltip how to read it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(_BETWEEN_LINES)
    grid.addWidget(_label(said(group.title), "title"), 0, 0, 1, 3)
    for row, line in enumerate(group.lines, start=1):
        name, beside_it = said(line.name), said(line.beside)
        cells = [_label(name, "muted"), _label(said(line.value), "small")]
        if line.beside:
            cells.append(_label(beside_it, "muted"))
        for column, cell in enumerate(cells):
            cell.setToolTip(said(line.hint))
            grid.addWidget(cell, row, column, 1, 1 if line.beside or not column else 2)
        side = Qt.AlignmentFlag.AlignRight if line.beside else Qt.AlignmentFlag.AlignLeft
        cells[1].setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        cells[1].setAccessibleName(f"{name}: {line.value}, {beside_it}".strip(", "))
    grid.setColumnStretch(2, 1)
    grid.setRowStretch(len(group.lines) + 1, 1)
    return made


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label
