"""Everything about one channel: on or off, its fields, its secret, and a test."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from photon_desktop.alerts.choices import AlertChoices, Channel, ChannelChoice
from photon_desktop.ui.dialogs.alerts.field_row import FieldRow
from photon_desktop.ui.dialogs.alerts.secret_row import SecretRow
from photon_desktop.ui.dialogs.alerts.words import CHANNEL_WORDS
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone


class ChannelForm(QWidget):
    """What is wrong is said beside its field once the channel is on, or something stands in the field."""

    changed = Signal(object)  # the channel's choice
    test_requested = Signal(object)  # the channel's choice, which has no faults

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self.channel, self._choice = channel, AlertChoices().of(channel)
        self._told = self._choice
        words = CHANNEL_WORDS[channel]
        title = tr(words.title)
        self.title, self.means, self.result = QLabel(title), QLabel(tr(words.means)), QLabel()
        self.switch = QCheckBox(tr(words.switch))
        self.switch.setObjectName(f"alerts.{channel.value}.is_on")
        self.switch.setAccessibleName(tr(words.switch).replace("&", ""))
        self.rows = {one.name: FieldRow(channel, one, getattr(self._choice, one.name)) for one in words.fields}
        self.secret = SecretRow(channel, tr(words.secret))
        self.test = push_button(tr("Send a test"), f"alerts.{channel.value}.test", tr("Send a message now, and see"))
        self.test.setAccessibleName(f"{self.test.text()}: {title}")
        self.result.setAccessibleName(tr("What came of it: {name}").format(name=title))
        self._is_busy = False
        self._arrange()
        self.switch.toggled.connect(self._take)
        self.switch.toggled.connect(self._tell)
        for row in self.rows.values():
            row.changed.connect(self._take)
            row.finished.connect(self._tell)
        self.test.clicked.connect(self._ask_for_test)
        self.show_choice(self._choice)

    @property
    def parts(self) -> list[QWidget]:
        """What takes the focus, in order."""
        fields: list[QWidget] = [row.field for row in self.rows.values()]
        return [self.switch, *fields, self.secret.field, self.secret.keep, self.secret.forget, self.test]

    def show_choice(self, choice: ChannelChoice) -> None:
        """Show what holds now, without telling."""
        self._choice = self._told = choice
        with QSignalBlocker(self.switch):
            self.switch.setChecked(choice.is_on)
        for name, row in self.rows.items():
            row.show_value(getattr(choice, name))
        self._judge()

    def show_busy(self, sentence: str) -> None:
        """A test is under way."""
        self._is_busy = True
        self._say(sentence, Tone.MUTED)
        self._judge()

    def show_result(self, sentence: str, *, is_good: bool) -> None:
        """Say what came of the test, or of the last letter."""
        self._is_busy = False
        words = f"{'✓' if is_good else '✕'} {sentence}" if sentence else ""
        self._say(words, Tone.UP if is_good else Tone.DANGER)
        self._judge()

    @Slot()
    def _take(self) -> None:
        values = {name: row.value() for name, row in self.rows.items()}
        self._choice = replace(self._choice, is_on=self.switch.isChecked(), **values)
        self._judge()

    @Slot()
    def _tell(self) -> None:
        if self._choice != self._told:
            self._told = self._choice
            self.changed.emit(self._choice)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What was typed last counts, too, when the page is left."""
        super().hideEvent(event)
        self._tell()

    @Slot()
    def _ask_for_test(self) -> None:
        if not self._choice.faults():
            self.test_requested.emit(self._choice)

    def _judge(self) -> None:
        faults = self._choice.faults()
        for name, row in self.rows.items():
            is_shown = self._choice.is_on or row.value() != getattr(type(self._choice)(), name)
            row.show_fault(faults.get(name, "") if is_shown else "")
        self.test.setEnabled(not faults and not self._is_busy)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))
        set_tone(self.result, tone)

    def _arrange(self) -> None:
        self.title.setProperty("role", "title")
        self.title.setContentsMargins(0, 4, 0, 4)
        self.means.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        for label in (self.means, self.result):
            label.setWordWrap(True)
        for part in (self.title, self.switch, self.means, *self.rows.values(), self.secret):
            column.addWidget(part)
        column.addLayout(beside(self.test, None))
        column.addWidget(self.result)
        self.result.hide()
