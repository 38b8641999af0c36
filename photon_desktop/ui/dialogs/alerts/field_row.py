"""One field about a channel, with what is wrong with it under it."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from photon_desktop.alerts.choices import Channel, MailSecurity
from photon_desktop.ui.dialogs.alerts.still import StillChoice, StillNumber
from photon_desktop.ui.dialogs.alerts.words import SECURITY_WORDS, FieldWords
from photon_desktop.ui.language import tr

LABEL_WIDTH = 144
_LARGEST_PORT = 65_535


class FieldRow(QWidget):
    """A text, a port or one of a few choices, by what the value is. `changed` is told for what a person does, and
    `finished` once a text is typed to its end: nothing is to be sent to half an address."""

    changed = Signal()
    finished = Signal()

    def __init__(self, channel: Channel, words: FieldWords, value: object) -> None:
        super().__init__()
        self.name = words.name
        self.label, self.fault_line = QLabel(tr(words.label, words.comment)), QLabel()
        self.field = _field_of(value, words)
        self.field.setObjectName(f"alerts.{channel.value}.{words.name}")
        self.field.setAccessibleName(self.label.text())
        self.label.setBuddy(self.field)
        self.label.setMinimumWidth(LABEL_WIDTH)
        self.fault_line.setWordWrap(True)
        self.fault_line.setProperty("tone", "danger")
        self.fault_line.setAccessibleName(tr("What is wrong with: {name}").format(name=self.label.text()))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.fault_line, 1, 1)
        self.show_fault("")
        self._connect()

    def value(self) -> Any:
        """As it stands."""
        if isinstance(self.field, QSpinBox):
            return self.field.value()
        if isinstance(self.field, QComboBox):
            return MailSecurity(self.field.currentData())
        return self.field.text().strip()

    def show_value(self, value: Any) -> None:
        """Show this without telling; what a person types in it just now stays."""
        if value == self.value():
            return
        with QSignalBlocker(self.field):
            if isinstance(self.field, QSpinBox):
                self.field.setValue(value)
            elif isinstance(self.field, QComboBox):
                self.field.setCurrentIndex(self.field.findData(MailSecurity(value).value))
            else:
                self.field.setText(value)
                self.field.setCursorPosition(0)

    def show_fault(self, fault: str) -> None:
        """Say what is wrong, empty for nothing."""
        self.fault_line.setText(f"▲ {fault}" if fault else "")
        self.fault_line.setVisible(bool(fault))
        self.field.setAccessibleDescription(fault)

    def _connect(self) -> None:
        if isinstance(self.field, QSpinBox):
            self.field.valueChanged.connect(self.changed)
            self.field.editingFinished.connect(self.finished)
        elif isinstance(self.field, QComboBox):
            self.field.currentIndexChanged.connect(self.changed)
            self.field.currentIndexChanged.connect(self.finished)
        else:
            self.field.textChanged.connect(self.changed)
            self.field.editingFinished.connect(self.finished)


def _field_of(value: object, words: FieldWords) -> QLineEdit | QSpinBox | QComboBox:
    if isinstance(value, MailSecurity):
        choice = StillChoice()
        for security, text in SECURITY_WORDS.items():
            choice.addItem(tr(text), security.value)
        return choice
    if isinstance(value, int):
        number = StillNumber()
        number.setRange(1, _LARGEST_PORT)
        number.setValue(value)
        return number
    line = QLineEdit(str(value))
    line.setPlaceholderText(words.example)
    return line
