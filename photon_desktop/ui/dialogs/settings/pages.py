"""The pages of the settings: those of one group under its name, or those that contain the words looked for."""

from collections.abc import Callable, Generator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from photon_desktop.settings.setting import Group
from photon_desktop.settings.table import SETTINGS
from photon_desktop.ui.dialogs.settings.setting_row import SettingRow
from photon_desktop.ui.dialogs.settings.words import value_words
from photon_desktop.ui.language import mark, tr

_NAME_WIDTH = 144
_A_STEP = 4  # rows
_NONE_FOUND = mark("No setting has these words.")


class SettingPages(QScrollArea):
    """Every row is there all the time; what is shown changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Settings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: dict[str, SettingRow] = {}
        self._headings: dict[Group, QLabel] = {}
        self._none_found = QLabel(tr(_NONE_FOUND))
        self._none_found.setProperty("tone", "muted")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(0)
        self.setWidget(content)

    def rows_one_by_one(self) -> Generator[None, None, None]:
        """Builds a few rows a step, in their place: all of them at once would be felt as a pause."""
        for group, settings in groupby(SETTINGS, lambda setting: setting.group):
            self._headings[group] = _heading(group)
            self._column.addWidget(self._headings[group])
            for setting in settings:
                self._add(SettingRow(setting))
                if len(self.rows) % _A_STEP == 0:
                    yield
        widest = max(row.name.sizeHint().width() for row in self.rows.values())
        for row in self.rows.values():
            row.align(max(_NAME_WIDTH, widest))
        self._column.addWidget(self._none_found)
        self._column.addStretch(1)

    def rows_of(self, group: Group) -> list[SettingRow]:
        """The rows of a page, from top to bottom."""
        return [row for row in self.rows.values() if row.setting.group is group]

    def show_group(self, group: Group) -> None:
        """Show one page."""
        self._show(lambda row: row.setting.group is group)

    def show_matching(self, text: str) -> None:
        """Show what contains every word of `text`, on whichever page it stands."""
        words = text.lower().split()
        self._show(lambda row: row.has_words(words))

    def show_uses(self) -> None:
        """Let only those rows be changed that count under what is chosen on the others, and say why at the rest."""
        for row in self.rows.values():
            condition = row.setting.condition
            if condition is not None:
                row.set_unused(_why_unused(row, self.rows[condition.key]))

    def _show(self, is_shown: Callable[[SettingRow], bool]) -> None:
        shown = {row for row in self.rows.values() if is_shown(row)}
        for row in self.rows.values():
            row.setVisible(row in shown)
        groups = {row.setting.group for row in shown}
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        self._none_found.setVisible(not shown)
        self.verticalScrollBar().setValue(0)

    def _add(self, row: SettingRow) -> None:
        self.rows[row.setting.key] = row
        self._column.addWidget(row)
        row.changed.connect(self.changed)


def _why_unused(row: SettingRow, choice: SettingRow) -> str:
    """A sentence where `row` does not count under the value of `choice`."""
    chosen = choice.value
    if chosen is None or row.setting.applies(chosen):
        return ""
    return tr("Not used while the {label} is {chosen}.").format(
        label=_inside(tr(choice.setting.label)), chosen=_inside(value_words(choice.setting, chosen))
    )


def _inside(words: str) -> str:
    """`words` as they stand inside a sentence."""
    return words[:1].lower() + words[1:]


def _heading(group: Group) -> QLabel:
    label = QLabel(tr(group.value))
    label.setProperty("role", "title")
    label.setContentsMargins(0, 4, 0, 8)
    return label
