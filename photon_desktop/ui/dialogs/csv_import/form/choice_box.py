"""A combo box of values with names, which tells only what a person does."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from photon_desktop.ui.dialogs.csv_import.form.choices import Choice, Value
from photon_desktop.ui.language import mark, tr

_UNSET = mark("Choose")
_NOTHING = " "  # without any hint Qt would show the first choice


class ChoiceBox(QComboBox):
    """Shows one of its choices, or that one must be made. A value it does not know is added under its own name."""

    chosen = Signal(object)

    def __init__(self, accessible_name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(tr(_UNSET))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[Value] = []
        self._choices: tuple[Choice, ...] = ()
        self.set_choices(choices)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead; nothing happens when they are offered already."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        blocker = QSignalBlocker(self)
        self.clear()
        self._values = [choice.value for choice in choices]
        self.addItems([tr(choice.words) for choice in choices])
        self.setCurrentIndex(-1)
        blocker.unblock()

    def show_value(self, value: Value | None) -> None:
        """Show this value without telling; None shows that one must be chosen."""
        self._set_hint(tr(_UNSET))
        blocker = QSignalBlocker(self)
        if value is not None and value not in self._values:
            self._choices = ()  # no longer what was offered
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(-1 if value is None else self._values.index(value))
        field = self.lineEdit()
        if field is not None:
            field.setText(self.itemText(self.currentIndex()))
            field.setCursorPosition(0)  # the beginning says more than the end
        blocker.unblock()

    def show_nothing(self) -> None:
        """Show no value, and that there is none to choose."""
        self.show_value(None)
        self._set_hint(_NOTHING)

    def _set_hint(self, text: str) -> None:
        self.setPlaceholderText(text)
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolling over a form changes nothing in it."""
        event.ignore()

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.chosen.emit(self._values[place])


class WritableChoiceBox(ChoiceBox):
    """A combo box in which another value can be written."""

    def __init__(self, accessible_name: str, choices: Sequence[Choice]) -> None:
        super().__init__(accessible_name, choices)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(accessible_name)
            field.textEdited.connect(self._tell_text)
        self.show_value(None)

    @Slot(str)
    def _tell_text(self, text: str) -> None:
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        self.chosen.emit(self._values[place] if place >= 0 else text)
