"""One line of the form: a word, its field, the way back to the guess, and a question or problem below."""

import re

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.form.choice_box import ChoiceBox
from photon_desktop.ui.dialogs.csv_import.form.choices import (
    FIELD_CHOICES,
    FIELD_HINTS,
    FIELD_WORDS,
    Choice,
    Value,
    words_of,
)
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

USUAL_LABEL_WIDTH = 84
_BACK, _ICON = 24, 16
_LONG_WORD = 20
_CHOSEN = ("member", "ticker")  # of several, one is always chosen: there is no guess to go back to


class FormRow(QWidget):
    """Shows a field of the draft and tells what the user wants it to be."""

    edited = Signal(str, object)  # field, value
    guess_wanted = Signal(str)

    def __init__(self, field: str, editor: "ChoiceBox | QLineEdit", icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = editor
        self._icons = icons
        self.label = QLabel(tr(FIELD_WORDS[field]))
        self.label.setBuddy(editor)
        self.label.setFixedWidth(_label_width(self.label))
        editor.setToolTip(tr(FIELD_HINTS[field]))
        self.back = QToolButton()
        self.back.setStyleSheet("padding: 0;")  # as small as its drawing
        self.back.setIconSize(QSize(_ICON, _ICON))
        self.back.setFixedSize(_BACK, _BACK)
        name = tr(FIELD_WORDS[field]).lower()
        self.back.setAccessibleName(tr("Take the guess for {field} again").format(field=name))
        self.back.clicked.connect(self._want_guess)
        self.note = QLabel()
        self.note.setObjectName(f"importNote_{field}")
        self.note.setWordWrap(True)
        self.note.setProperty("tone", "warning")
        self.note.setAccessibleName(tr("What is asked about {field}").format(field=name))
        self.note.hide()
        self._arrange()
        if isinstance(editor, ChoiceBox):
            editor.chosen.connect(self._tell)
        else:
            editor.textEdited.connect(self._tell)

    def show_draft(self, draft: Draft) -> None:
        """Show what stands in the field, whether it was changed, and what is asked about it."""
        question = draft.questions.get(self.field)
        refusal = draft.refusal(self.field)
        self.offer(question.choices if question is not None else ())
        if not refusal:
            self._show_value(None if question is not None else draft.value(self.field))
        is_changed = self.field in draft.changed or bool(refusal)
        self._mark(is_changed, words_of(self.field, draft.guessed_value(self.field)))
        self.show_note(refusal or (question.sentence if question is not None else ""))

    def offer(self, asked: tuple[str, ...]) -> None:
        """Offer what a question asks for, or all that is usual; what has no usual choices keeps those it had."""
        usual = FIELD_CHOICES.get(self.field, ())
        choices = tuple(Choice(words_of(self.field, text), text) for text in asked) or usual
        if isinstance(self.editor, ChoiceBox) and choices:
            self.editor.set_choices(choices)

    def clear(self) -> None:
        """Show nothing."""
        if isinstance(self.editor, ChoiceBox):
            self.editor.show_nothing()
        else:
            self.editor.clear()
        self._mark(False, "")
        self.show_note("")

    def show_unset(self) -> None:
        """Show that one of the choices must be made."""
        if isinstance(self.editor, ChoiceBox):
            self.editor.show_value(None)

    def show_note(self, sentence: str) -> None:
        """Say something about the field below it."""
        self.note.setText(f"▲ {breakable(said(sentence))}" if sentence else "")
        self.note.setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in this theme's colours."""
        self.back.setIcon(self._icons.icon("restart", theme))

    def _show_value(self, value: Value | None) -> None:
        if isinstance(self.editor, QLineEdit):
            if self.editor.text().strip() != str(value or ""):
                self.editor.setText(str(value or ""))
        elif not self.editor.isEditable() or self.editor.currentText().strip() != value:  # not while it is written
            self.editor.show_value(value)

    def _mark(self, is_changed: bool, guess: str) -> None:
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.back.setVisible(is_changed and self.field not in _CHOSEN)
        self.back.setToolTip(tr("Changed. The guess was {guess}; take it again").format(guess=guess or tr("nothing")))
        self.label.setProperty("tone", "" if is_changed else "muted")
        name = tr(FIELD_WORDS[self.field])
        self.label.setText(f"{name}{' •' if is_changed else ''}")
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        self.label.setAccessibleName(tr("{field}, changed").format(field=name) if is_changed else name)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.back, 0, 2)
        grid.addWidget(self.note, 1, 1)
        grid.setColumnStretch(1, 1)

    @Slot(object)
    @Slot(str)
    def _tell(self, value: Value) -> None:
        self.edited.emit(self.field, value)

    @Slot()
    def _want_guess(self) -> None:
        self.guess_wanted.emit(self.field)


def _label_width(label: QLabel) -> int:
    """The same for all fields: that of the longest name, changed or not, and at least the usual one."""
    metrics = label.fontMetrics()
    return max(USUAL_LABEL_WIDTH, *(metrics.horizontalAdvance(f"{tr(words)} •") for words in FIELD_WORDS.values()))


def breakable(sentence: str) -> str:
    """A sentence that fits a narrow column: long words, such as a file's name, may be broken at their joints."""
    words = sentence.split(" ")
    return " ".join(re.sub(r"([_\-./])", "\\1\u200b", word) if len(word) > _LONG_WORD else word for word in words)
