"""What a setting is changed with: a field for a number, a list for a choice, a box for on and off."""

from abc import abstractmethod

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.setting import Kind, Setting, Value
from photon_desktop.ui.dialogs.typed_numbers import typed_number
from photon_desktop.ui.language import tr

_NUMBER_WIDTH, _CHOICE_WIDTH = 112, 160


class Editor(QWidget):
    """One setting's value. `changed` is told for what a person does, not for `show_value`."""

    changed = Signal()

    def __init__(self, setting: Setting, field: QWidget, unit: str = "") -> None:
        super().__init__()
        self.setting, self.field = setting, field
        field.setObjectName(f"setting.{setting.key}")
        field.setAccessibleName(tr(setting.label))
        self.setFocusProxy(field)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(field)
        if unit:
            label = QLabel(unit)
            label.setProperty("tone", "muted")
            line.addWidget(label)
        line.addStretch(1)

    @abstractmethod
    def value(self) -> Value:
        """The value as it stands; ValueRefusedError says why it is none."""

    @abstractmethod
    def show_value(self, value: Value) -> None:
        """Show this value without telling."""

    def set_refused(self, is_refused: bool) -> None:
        """Mark what can't be applied."""


class NumberEditor(Editor):
    """A number, a share in percent."""

    def __init__(self, setting: Setting) -> None:
        self._line = QLineEdit()
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.setFixedWidth(_NUMBER_WIDTH)
        super().__init__(setting, self._line, "%" if setting.kind is Kind.SHARE else tr(setting.unit))
        self._line.textChanged.connect(self.changed)

    def value(self) -> Value:
        text = self._line.text().strip().removesuffix("%")
        if not text:
            raise ValueRefusedError(f"{self.setting.label} is empty; {self.setting.bounds_sentence}")
        return self.setting.of_typed(typed_number(text))

    def show_value(self, value: Value) -> None:
        blocker = QSignalBlocker(self._line)
        self._line.setText(self.setting.typed(value))
        self._line.setCursorPosition(0)
        blocker.unblock()

    def set_refused(self, is_refused: bool) -> None:
        _mark(self._line, is_refused)


class AddressEditor(Editor):
    """An address, empty for none."""

    def __init__(self, setting: Setting) -> None:
        self._line = QLineEdit()
        self._line.setFixedWidth(_CHOICE_WIDTH)
        self._line.setPlaceholderText(tr("none"))
        super().__init__(setting, self._line)
        self._line.textChanged.connect(self.changed)

    def value(self) -> Value:
        return self.setting.accepted(self._line.text().strip())

    def show_value(self, value: Value) -> None:
        blocker = QSignalBlocker(self._line)
        self._line.setText(str(value))
        self._line.setCursorPosition(0)
        blocker.unblock()

    def set_refused(self, is_refused: bool) -> None:
        _mark(self._line, is_refused)


class ChoiceEditor(Editor):
    """One of a few values, by their words."""

    def __init__(self, setting: Setting) -> None:
        self._box = _StillBox()
        self._values = list(setting.choices)
        self._box.addItems([tr(words) for words in setting.choices.values()])
        self._box.setFixedWidth(max(_CHOICE_WIDTH, self._box.sizeHint().width()))
        super().__init__(setting, self._box)
        self._box.currentIndexChanged.connect(self._tell)

    def value(self) -> Value:
        return self._values[self._box.currentIndex()]

    def show_value(self, value: Value) -> None:
        blocker = QSignalBlocker(self._box)
        self._box.setCurrentIndex(self._values.index(str(value)))
        blocker.unblock()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, setting: Setting) -> None:
        self._check = QCheckBox(tr("On"))
        super().__init__(setting, self._check)
        self._check.toggled.connect(self._tell)

    def value(self) -> Value:
        return self._check.isChecked()

    def show_value(self, value: Value) -> None:
        blocker = QSignalBlocker(self._check)
        self._check.setChecked(bool(value))
        blocker.unblock()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def editor_of(setting: Setting) -> Editor:
    """The editor that fits the setting's kind."""
    if setting.kind is Kind.CHOICE:
        return ChoiceEditor(setting)
    if setting.kind is Kind.ADDRESS:
        return AddressEditor(setting)
    return SwitchEditor(setting) if setting.kind is Kind.SWITCH else NumberEditor(setting)


def _mark(line: QLineEdit, is_refused: bool) -> None:
    tone = "danger" if is_refused else ""
    if (line.property("tone") or "") != tone:
        line.setProperty("tone", tone)
        line.style().unpolish(line)
        line.style().polish(line)


class _StillBox(QComboBox):
    """Scrolling over the page changes nothing in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
