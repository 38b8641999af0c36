"""The fourth page: what will be run, and how far it is."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from photon_desktop.backtest.trial_process import Advanced
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.backtest.fields import sentence_label
from photon_desktop.ui.dialogs.parts import beside
from photon_desktop.ui.dialogs.progress_bar import ProgressBar
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

_STAGES = {
    "load": mark("Starting"),
    "features": mark("Looking at the bars"),
    "fit": mark("Fitting the models"),
    "sweep": mark("Trying the combinations"),
}
_LAST = mark("Trading and measuring")
_TICK_MS = 500


class RunPage(QWidget):
    """Shows the plan and asks how it is run; while it runs the stage, the time spent and the time left."""

    def __init__(self, now: Callable[[], float] = time.monotonic, name: str = "backtest") -> None:
        super().__init__()
        self._now = now
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._began = self._stage_began = 0.0
        self._stage: Advanced | None = None
        self.plan = sentence_label(f"{name}Plan", tr("What will be run"))
        self.at_once = QRadioButton(tr("&At once"))
        self.at_once.setObjectName(f"{name}AtOnce")
        self.at_once.setChecked(True)
        self.replayed = QRadioButton(tr("Replayed on the &chart"))
        self.replayed.setObjectName(f"{name}Replayed")
        for choice in (self.at_once, self.replayed):
            choice.setAccessibleName(choice.text().replace("&", ""))
        self.replay_words = sentence_label(f"{name}ReplayWords", tr("What replaying is"))
        self.replay_words.setProperty("tone", "muted")
        self._wants_replay = False
        self.replayed.clicked.connect(self._take_choice)
        self.at_once.clicked.connect(self._take_choice)
        self.stage = sentence_label(f"{name}Stage", tr("How far the run is"))
        self.progress = ProgressBar()
        self.progress.setObjectName(f"{name}Progress")
        self.progress.setAccessibleName(tr("Progress of the backtest"))
        self.progress.setTextVisible(False)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._show_time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.plan)
        column.addLayout(beside(self.at_once, 16, self.replayed, None))
        for part in (self.replay_words, self.progress, self.stage):
            column.addWidget(part)
        column.addStretch(1)
        self.rest("")

    @property
    def is_replayed(self) -> bool:
        """Whether the bars are to be replayed too."""
        return self.replayed.isChecked()

    def leave_no_choice(self) -> None:
        """Ask nothing: what is run here can only be run at once."""
        for part in (self.at_once, self.replayed, self.replay_words):
            part.hide()

    def offer_replay(self, can_replay: bool, words: str) -> None:
        """Let replaying be chosen or not, and say in `words` what it is, or why not. What the user chose is chosen
        again where it can be."""
        self.replayed.setEnabled(can_replay)
        (self.replayed if can_replay and self._wants_replay else self.at_once).setChecked(True)
        self.replay_words.setText(words)

    def show_plan(self, lines: Sequence[str]) -> None:
        """Say what will be run."""
        self.plan.setText("\n".join(lines))
        self.rest(tr("Press Enter to run it."))

    def begin(self) -> None:
        """Show that it runs."""
        self._began = self._now()
        self.progress.show()
        self.advance(Advanced("load", 0, 0))
        self._ticks.start()

    def advance(self, told: Advanced) -> None:
        """Show how far a stage is."""
        if self._stage is None or told.stage != self._stage.stage:
            self._stage_began = self._now()
        self._stage = told
        self.progress.setRange(0, told.total)
        self.progress.setValue(told.done)
        set_tone(self.stage, Tone.PLAIN)
        self._show_time()

    def rest(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Show that nothing runs, and why."""
        self._ticks.stop()
        self._stage = None
        self.progress.hide()
        self.stage.setText(sentence)
        set_tone(self.stage, tone)

    @Slot()
    def _take_choice(self) -> None:
        self._wants_replay = self.replayed.isChecked()

    @Slot()
    def _show_time(self) -> None:
        told = self._stage
        if told is None:
            return
        now = self._now()
        words = [tr(_STAGES.get(told.stage, _LAST))]
        if told.total:
            words.append(tr("{done:,} of {total:,}").format(done=told.done, total=told.total))
        words.append(tr("{time} so far").format(time=formats.duration(now - self._began)))
        if 0 < told.done < told.total:
            left = (now - self._stage_began) / told.done * (told.total - told.done)
            words.append(tr("about {time} left").format(time=formats.duration(max(1.0, left))))
        self.stage.setText(" · ".join(words))
