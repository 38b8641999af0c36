"""The wizard's fields: what is typed, its unit, and beside it what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.dialogs.typed_numbers import typed_number
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.tables.tones import small_font

_NUMBER_WIDTH, _CHOICE_WIDTH, _NAME_WIDTH = 112, 232, 152


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `least` to `most`, both included unless `is_open`, which leaves the least one out."""

    least: float
    most: float
    is_open: bool = False
    is_whole: bool = False

    @property
    def words(self) -> str:
        """The bounds as they stand beside the field."""
        least, most = f"{self.least:,.13g}", f"{self.most:,.13g}"
        words = tr("above {least}, up to {most}") if self.is_open else tr("{least} to {most}", "numbers")
        return words.format(least=least, most=most)

    def holds(self, value: float) -> bool:
        """Whether `value` lies within."""
        return (self.least < value if self.is_open else self.least <= value) and value <= self.most


class NumberField(QWidget):
    """A number within bounds, or nothing where `is_optional`; its unit as it was marked. `changed` is told for what a
    person does."""

    changed = Signal()

    def __init__(
        self, name: str, words: str, bounds: Bounds, value: float | None, unit: str = "", is_optional: bool = False
    ) -> None:
        super().__init__()
        self.words, self.bounds, self.is_optional = words, bounds, is_optional
        self._unit = QLabel(tr(unit))
        self._unit.setProperty("tone", "muted")
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(words)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(_NUMBER_WIDTH)
        self.line.setPlaceholderText(tr("none") if is_optional else "")
        self.note = QLabel()
        self.note.setFont(small_font())
        self.setFocusProxy(self.line)
        _in_a_line(self, self.line, self._unit, self.note)
        self.line.textChanged.connect(self._take)
        self.show_value(value)

    @property
    def fault(self) -> str:
        """Why there is no value, in one sentence; empty when there is one."""
        try:
            self.value()
        except ValueRefusedError as error:
            return said(str(error))
        return ""

    def value(self) -> float | None:
        """The number, None where nothing stands there; ValueRefusedError says why it is none."""
        text = self.line.text().strip().removesuffix("%")
        if not text and self.is_optional:
            return None
        if not text:
            raise ValueRefusedError(self._empty_words())
        number = float(typed_number(text))
        if self.bounds.is_whole and number != int(number):
            told = tr("{field} is {number:g}; it is a whole number, {bounds}.")
            raise ValueRefusedError(told.format(field=self.words, number=number, bounds=self.bounds.words))
        if not self.bounds.holds(number):
            told = tr("{field} is {number:,g}; it is {bounds}.")
            raise ValueRefusedError(told.format(field=self.words, number=number, bounds=self.bounds.words))
        return number

    def number(self) -> float:
        """The number of a field that is not optional."""
        value = self.value()
        if value is None:
            raise ValueRefusedError(self._empty_words())
        return value

    def show_value(self, value: float | None) -> None:
        """Show this without telling."""
        blocker = QSignalBlocker(self.line)
        self.line.setText("" if value is None else f"{value:.10g}")
        blocker.unblock()
        self._judge()

    def set_terms(self, bounds: Bounds, unit: str) -> None:
        """Take other numbers from now on."""
        self.bounds = bounds
        self._unit.setText(tr(unit))
        self._judge()

    @Slot()
    def _take(self) -> None:
        self._judge()
        self.changed.emit()

    def _empty_words(self) -> str:
        return tr("{field} is empty; it is {bounds}.").format(field=self.words, bounds=self.bounds.words)

    def _judge(self) -> None:
        fault = self.fault
        self.note.setText(f"▲ {fault}" if fault else self.bounds.words)
        self.line.setAccessibleDescription(fault or self.bounds.words)
        set_tone(self.note, Tone.WARNING if fault else Tone.MUTED)
        tone = "danger" if fault else ""
        if (self.line.property("tone") or "") != tone:
            self.line.setProperty("tone", tone)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)


class ChoiceField(QWidget):
    """One of a few values, by their words as they were marked."""

    changed = Signal()

    def __init__(self, name: str, words: str, choices: Mapping[str, str], value: str) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(words)
        self.box.setMinimumWidth(_CHOICE_WIDTH)
        for key, text in choices.items():
            self.box.addItem(tr(text), key)
        self.setFocusProxy(self.box)
        _in_a_line(self, self.box)
        self.show_value(value)
        self.box.currentIndexChanged.connect(self.changed)

    def value(self) -> str:
        """The value chosen."""
        return str(self.box.currentData())

    def show_value(self, value: str) -> None:
        """Show this without telling."""
        blocker = QSignalBlocker(self.box)
        self.box.setCurrentIndex(max(0, self.box.findData(value)))
        blocker.unblock()


class Form(QWidget):
    """Fields under each other, their names to the left."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._names: dict[QWidget, QLabel] = {}

    def add(self, words: str, field: QWidget) -> None:
        """One more field at the bottom."""
        label, row = QLabel(words), self._grid.rowCount()
        label.setBuddy(field.focusProxy() or field)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        self._names[field] = label

    def set_shown(self, field: QWidget, shown: bool) -> None:
        """Show or hide a field with its name."""
        field.setVisible(shown)
        self._names[field].setVisible(shown)


def sentence_label(name: str, accessible_name: str) -> QLabel:
    """A label for sentences, as many lines as they take."""
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleName(accessible_name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _in_a_line(owner: QWidget, *parts: QWidget) -> None:
    line = QHBoxLayout(owner)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
