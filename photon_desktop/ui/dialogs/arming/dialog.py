"""The dialog in which an account is armed: all checks in order, and its name typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.broker.bybit.preflight import Check, all_green
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.dialogs.arming.words import (
    ENDS,
    EVIDENCE,
    EVIDENCE_MEANS,
    STOPPED,
    meaning_words,
    state_words,
    title_words,
)
from photon_desktop.ui.dialogs.check_card import CheckCard
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.progress_bar import ProgressBar
from photon_desktop.ui.language import tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

_WIDTH = 640
_SECOND_MS = 1_000


class ArmingDialog(QDialog):
    """Shows the checks it is handed, whose lines are `lines`, and tells what the user wants. Nothing is armed here:
    who hears `arm_requested` judges again. `now_s` is any clock in seconds."""

    checks_requested = Signal()
    stop_requested = Signal()
    keys_requested = Signal()
    evidence_chosen = Signal(bool)
    arm_requested = Signal(str)  # what was typed

    def __init__(self, lines: Sequence[str], now_s: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("armingDialog")
        self._now_s = now_s
        self._profile: Profile | None = None
        self._checked_at_s: float | None = None
        self._is_running = False
        self._note = ""
        self.title, self.meaning, self.ends = QLabel(), QLabel(), QLabel(tr(ENDS))
        self.card = CheckCard(lines)
        self.progress = ProgressBar()
        self.state = QLabel()
        self.check_again = push_button(tr("Check &again"), "armingCheck", tr("Ask for every line anew (F5)"))
        self.stop = push_button(tr("&Stop"), "armingStop", tr("Stop checking"))
        self.evidence = QCheckBox(tr(EVIDENCE))
        self.evidence_means = QLabel(tr(EVIDENCE_MEANS))
        self.name_label = QLabel()
        self.name = QLineEdit()
        self.keys = push_button(tr("&Keys…"), "armingKeys", tr("Enter, test or forget the keys of this account"))
        self.cancel = push_button(tr("Cancel"), "armingCancel", tr("Close this and arm nothing (Esc)"))
        self.arm = push_button(tr("A&rm"), "armingArm", tr("Let the orders of this account leave (Enter)"))
        self._seconds = QTimer(self)
        self._column = QVBoxLayout(self)
        self._name_parts()
        self._arrange()
        self._connect()

    @property
    def checks(self) -> dict[str, Check]:
        """What was found, by line."""
        return {name: line.check for name, line in self.card.lines.items() if line.check is not None}

    @property
    def is_ready(self) -> bool:
        """Whether every line is in order."""
        return self._checked_at_s is not None and all_green(self.checks.values())

    # what there is to show

    def show_profile(self, profile: Profile, *, only_with_evidence: bool) -> None:
        """Begin with an account."""
        self._profile = profile
        self.setWindowTitle(tr("Arm {name}").format(name=profile.name))
        self.title.setText(title_words(profile))
        self.meaning.setText(meaning_words(profile))
        set_tone(self.title, Tone.DANGER if profile.mode.is_real_money else Tone.PLAIN)
        self.name_label.setText(
            tr("Type the account's &name to arm it: {name}").format(name=profile.name.replace("&", "&&"))
        )
        is_live = profile.mode is AccountMode.LIVE
        self.evidence.setChecked(only_with_evidence)
        for part in (self.evidence, self.evidence_means):
            part.setVisible(is_live)
        self.arm.setText(tr("A&rm {mode}").format(mode=profile.mode.value.upper()))
        self.arm.setAccessibleName(tr("Arm {mode}").format(mode=profile.mode.value.upper()))
        self._give_arm_tone("danger" if is_live else "")
        self.name.setText("")
        self.show_nothing_checked()

    def show_nothing_checked(self) -> None:
        """Let every line wait: they are asked now."""
        self._checked_at_s = None
        self._is_running = True
        self._note = ""
        self.card.clear()
        self._judge()

    def show_check(self, check: Check) -> None:
        """Show what was found for one line."""
        self.card.show_check(check)
        self._judge()

    def show_done(self, at_s: float) -> None:
        """Every line has been asked, at this time of the clock."""
        self._checked_at_s = at_s
        self._is_running = False
        self._judge()
        if self.is_ready:
            self.name.setFocus()

    def show_stopped(self) -> None:
        """Nothing more is asked; what was not found stays open."""
        if self._is_running:
            self._is_running = False
            self.show_note(tr(STOPPED))

    def show_note(self, sentence: str) -> None:
        """Say this in the place of how the card stands, until it is asked anew."""
        self._note = sentence
        self._judge()

    # what the user does

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._seconds.start(_SECOND_MS)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._seconds.stop()
        self.name.setText("")
        self.stop_requested.emit()

    @Slot()
    def _arm(self) -> None:
        self.arm_requested.emit(self.name.text())

    @Slot()
    def _judge(self) -> None:
        """What can be done as the card and the name stand."""
        if self._profile is None:
            return
        is_running = self._is_running
        age_s = None if self._checked_at_s is None else self._now_s() - self._checked_at_s
        self.name.setEnabled(self.is_ready)
        self.arm.setEnabled(self.is_ready and self.name.text() == self._profile.name)
        self.arm.setDefault(self.arm.isEnabled())
        self.check_again.setVisible(not is_running)
        self.stop.setVisible(is_running)
        self.progress.setVisible(is_running)
        self.progress.setValue(self.card.found)
        self.state.setText(self._note or state_words(self.checks, len(self.card.lines), age_s))
        is_wrong = bool(self._note) or (not is_running and not self.is_ready)
        set_tone(self.state, Tone.DANGER if is_wrong else Tone.MUTED)
        self._make_room()

    def _make_room(self) -> None:
        """Be as high as the sentences need: they come when the dialog stands already. It never shrinks meanwhile."""
        self.card.settle()
        self._column.activate()
        needed = self._column.totalHeightForWidth(_WIDTH)
        if needed > self.height():
            self.resize(_WIDTH, needed)

    def _give_arm_tone(self, tone: str) -> None:
        self.arm.setProperty("tone", tone)
        self.arm.style().unpolish(self.arm)
        self.arm.style().polish(self.arm)

    # building

    def _name_parts(self) -> None:
        self.title.setProperty("role", "title")
        named = (
            (tr("Account"), self.title),
            (tr("What it means"), self.meaning),
            (tr("When it ends"), self.ends),
            (tr("State"), self.state),
        )
        for name, label in named:
            label.setAccessibleName(name)
            label.setWordWrap(True)
        for label in (self.ends, self.evidence_means):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self.name.setObjectName("armingName")
        self.name.setAccessibleName(tr("Name of the account"))
        self.name_label.setBuddy(self.name)
        self.evidence.setObjectName("armingEvidence")
        self.progress.setAccessibleName(tr("Checks done"))
        self.progress.setRange(0, len(self.card.lines))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.check_again.setShortcut("F5")

    def _arrange(self) -> None:
        column = self._column
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (self.title, self.meaning, self.ends, self.card, self.progress):
            column.addWidget(part)
        checking = beside(self.state, self.stop, self.check_again)
        checking.setStretch(0, 1)
        column.addLayout(checking)
        column.addWidget(self.evidence)
        column.addWidget(self.evidence_means)
        column.addSpacing(4)
        column.addWidget(self.name_label)
        column.addWidget(self.name)
        column.addLayout(beside(self.keys, None, self.cancel, self.arm))
        self.setFixedWidth(_WIDTH)
        order_tabs([self.stop, self.check_again, self.evidence, self.name, self.arm, self.cancel, self.keys])

    def _connect(self) -> None:
        self.check_again.clicked.connect(self.checks_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.keys.clicked.connect(self.keys_requested)
        self.evidence.clicked.connect(self.evidence_chosen)
        self.name.textChanged.connect(self._judge)
        self.arm.clicked.connect(self._arm)
        self.cancel.clicked.connect(self.reject)
        self._seconds.timeout.connect(self._judge)
