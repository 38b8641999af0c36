"""The left side of the import: what was guessed about the file, each part of it open to change."""

from collections.abc import Generator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.form.choice_box import ChoiceBox, WritableChoiceBox
from photon_desktop.ui.dialogs.csv_import.form.choices import FIELD_CHOICES, FIELD_WORDS, TEXT_FIELDS
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft
from photon_desktop.ui.dialogs.csv_import.form.form_row import USUAL_LABEL_WIDTH, FormRow
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr, tr_many

_GROUPS = (
    (mark("Bars"), ("member", "ticker", "symbol", "interval")),
    (mark("Text"), ("encoding", "delimiter", "header")),
    (mark("Numbers"), ("decimal", "thousands", "price_divisor")),
    (mark("Times"), ("time_format", "zone")),
)
_WRITABLE = ("time_format", "zone", "encoding")
_ONLY_WHEN_SEVERAL = ("member", "ticker")
_WIDTH = 320


class FormatForm(QScrollArea):
    """Tells each change by the field's name; shows whatever draft it is given."""

    edited = Signal(str, object)
    guess_wanted = Signal(str)
    detect_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("How the file is read"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self.setWidget(self._content)
        self.rows: dict[str, FormRow] = {}

    def rows_one_by_one(self, icons: Icons) -> Generator[None, None, None]:
        """Builds a group of rows a step, and then what needs them all."""
        for _, fields in _GROUPS:
            self.rows |= {field: FormRow(field, _editor(field), icons, self._content) for field in fields}
            yield
        longer_names = self.rows["symbol"].label.maximumWidth() - USUAL_LABEL_WIDTH
        self.setFixedWidth(_WIDTH + longer_names)
        self.rows["symbol"].editor.setObjectName("importSymbol")
        self.rows["interval"].editor.setObjectName("importInterval")
        self.detect = QPushButton(tr("Detect again"))
        self.detect.setObjectName("importDetect")
        self.detect.setAccessibleName(tr("Detect again"))
        self.detect.setToolTip(tr("Forget the changes and take the guess again"))
        self.detect.setAutoDefault(False)
        self.changes = QLabel()
        self.changes.setProperty("role", "muted")
        self.detect.clicked.connect(self.detect_wanted)
        for row in self.rows.values():
            row.edited.connect(self.edited)
            row.guess_wanted.connect(self.guess_wanted)
        self._arrange(self._content)
        self.clear()

    def show_draft(self, draft: Draft) -> None:
        """Show every field of the draft."""
        for row in self.rows.values():
            row.setEnabled(draft.is_text or row.field not in TEXT_FIELDS)
            row.show_draft(draft)
        for field in _ONLY_WHEN_SEVERAL:
            self.rows[field].setVisible(field in draft.questions or draft.value(field) is not None)
        changed = len(draft.changed)
        self.detect.setEnabled(True)
        self.changes.setText(tr("As detected") if not changed else tr_many("%n changed", "%n changed", changed))

    def ask_for_member(self, members: tuple[str, ...]) -> None:
        """Ask which file of an archive to read; nothing else can be said before."""
        self.clear()
        row = self.rows["member"]
        row.setVisible(True)
        row.setEnabled(True)
        row.offer(members)
        row.show_unset()
        count = len(members)
        row.show_note(
            tr_many("The archive holds %n files; choose one.", "The archive holds %n files; choose one.", count)
        )

    def clear(self) -> None:
        """Offer nothing: there is no file, or it can't be read."""
        for field, row in self.rows.items():
            row.setEnabled(False)
            row.clear()
            row.setVisible(field not in _ONLY_WHEN_SEVERAL)
        self.detect.setEnabled(False)
        self.changes.setText("")

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme's colours."""
        for row in self.rows.values():
            row.set_theme(theme)

    @Slot(str)
    def focus_field(self, field: str) -> None:
        """Put the cursor where a question is answered."""
        if field in self.rows:
            self.rows[field].editor.setFocus()
            self.ensureWidgetVisible(self.rows[field])

    def _arrange(self, content: QWidget) -> None:
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 4, 12)
        column.setSpacing(6)
        for number, (title, fields) in enumerate(_GROUPS):
            if number:
                column.addSpacing(8)
            column.addWidget(_title(tr(title)))
            for field in fields:
                column.addWidget(self.rows[field])
        column.addSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self.detect)
        line.addWidget(self.changes, 1)
        column.addLayout(line)
        column.addStretch(1)


def _editor(field: str) -> ChoiceBox | QLineEdit:
    name = tr(FIELD_WORDS[field])
    if field == "symbol":
        line = QLineEdit(placeholderText=tr("Such as BTCUSDT"))
        line.setAccessibleName(name)
        line.setMaxLength(64)
        return line
    choices = FIELD_CHOICES.get(field, ())
    return WritableChoiceBox(name, choices) if field in _WRITABLE else ChoiceBox(name, choices)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    return label
