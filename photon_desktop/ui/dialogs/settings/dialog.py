"""The dialog of the settings: a page a group, each value with its bounds, its default and a plain sentence."""

from collections import deque
from collections.abc import Generator

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.own import OwnChoices, can_be_own
from photon_desktop.settings.setting import Group, Value
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.settings.pages import SettingPages
from photon_desktop.ui.dialogs.settings.scope import ANY_PROFILE, ScopeChoice
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

_SIZE, _LEAST_SIZE = (1080, 608), (880, 440)
_LIST_WIDTH, _LINE_HEIGHT = 184, 24
_QUIET = mark("A change counts from the next decision on, without a restart.")
_UNAPPLIED = mark("Not applied yet.")
_DEFAULT_PAGE = mark("Put this page back to its defaults")
_SHARED_PAGE = mark("Let this page be for the account as it is for all accounts")


class SettingsDialog(QDialog):
    """Tells by `chosen` what the user wants for all accounts, by `own_chosen` what for the one that trades;
    `show_choices` says what holds now."""

    chosen = Signal(object)  # Choices
    own_chosen = Signal(object)  # OwnChoices

    def __init__(self, parent: QWidget | None = None, is_whole: bool = True) -> None:
        """One that is not whole is only a frame yet: it can do nothing before all steps of `building` are taken."""
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self.setSizeGripEnabled(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_SIZE)
        self._applied: Choices | OwnChoices = DEFAULTS
        self._shared, self._own, self._profile = DEFAULTS, OwnChoices(), ANY_PROFILE
        self.scope = ScopeChoice(self)
        self._last_row = 0
        self.search = QLineEdit(placeholderText=tr("Find a setting"))
        self.search.setObjectName("settingsSearch")
        self.search.setAccessibleName(tr("Find a setting"))
        self.search.setToolTip(tr("Show only the settings that have every word (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(tr("Pages"))
        for group in Group:
            item = QListWidgetItem(tr(group.value), self.list)
            item.setSizeHint(QSize(0, _LINE_HEIGHT))  # Qt's own is of the time before the stylesheet came
        self.pages = SettingPages()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pages)
        self.reset_page = push_button(tr("&Reset page"), "settingsResetPage", tr(_DEFAULT_PAGE))
        self.status = QLabel()
        self.status.setAccessibleName(tr("What can be applied"))
        self.status.setWordWrap(True)
        self.ok = push_button("OK", "settingsOk", tr("Apply and close (Enter)"))
        self.cancel = push_button(tr("Cancel"), "settingsCancel", tr("Close, and leave what holds as it is (Esc)"))
        self.apply_button = push_button(tr("&Apply"), "settingsApply", tr("Apply, and stay here"))
        self._arrange()
        self.building = self._build()
        if is_whole:
            deque(self.building, maxlen=0)

    def _build(self) -> Generator[None, None, None]:
        yield from self.pages.rows_one_by_one()
        self._order()
        self._connect()
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._judge()

    # from outside

    def show_choices(self, shared: Choices, own: OwnChoices | None = None, profile: Profile = ANY_PROFILE) -> None:
        """Show what holds now for all accounts, and what `profile` has of its own, in the place of anything typed."""
        self._shared, self._own, self._profile = shared, own or OwnChoices(), profile
        self.scope.name_account(profile.name)
        self._show_scope()

    def show_group(self, group: Group) -> None:
        """Turn to a page."""
        self.search.clear()
        self.list.setCurrentRow(list(Group).index(group))

    def add_page(self, title: str, page: QWidget) -> None:
        """Have a page of its own after those of the settings: it applies what is done on it by itself."""
        item = QListWidgetItem(tr(title), self.list)
        item.setData(Qt.ItemDataRole.UserRole, title)
        item.setSizeHint(QSize(0, _LINE_HEIGHT))
        self.stack.addWidget(page)

    def show_page(self, title: str) -> None:
        """Turn to a page that was added."""
        self.search.clear()
        items = [self.list.item(row) for row in range(self.list.count())]
        self.list.setCurrentItem(next(item for item in items if item.data(Qt.ItemDataRole.UserRole) == title))

    # what the user does

    @Slot()
    def apply(self) -> bool:
        """Tell what is chosen, if that is anything new; False, and nothing is told, while a value can't be applied."""
        choices = self._choices()
        if choices is None:
            return False
        if choices != self._applied:
            self._applied = choices
            self._tell(choices)
        self._judge()
        return True

    @Slot()
    def accept(self) -> None:
        """Apply and close."""
        if self.apply():
            super().accept()

    @Slot()
    def _reset_page(self) -> None:
        for row in self.pages.rows_of(self._group):
            row.reset()

    @Slot()
    def _show_scope(self) -> None:
        """Show what counts for all accounts, or for the one."""
        is_of_account = self.scope.is_of_account
        for key, row in self.pages.rows.items():
            if is_of_account:
                can_be = can_be_own(row.setting, self._profile)
                row.show_own(self._own.values.get(key), self._shared[key], can_be)
            else:
                row.show_value(self._shared[key])
        self._applied = self._own if is_of_account else self._shared
        self.reset_page.setToolTip(tr(_SHARED_PAGE) if is_of_account else tr(_DEFAULT_PAGE))
        self._judge()

    def _tell(self, choices: Choices | OwnChoices) -> None:
        if isinstance(choices, Choices):
            self._shared = choices
            self.chosen.emit(choices)
        else:
            self._own = choices
            self.own_chosen.emit(choices)

    @Slot()
    def _turn(self) -> None:
        text = self.search.text()
        if text.strip():
            self.pages.show_matching(text)
        else:
            self.pages.show_group(self._group)
        own_page = 0 if text.strip() else max(0, self.list.currentRow() - len(Group) + 1)
        self.stack.setCurrentIndex(own_page)
        self.reset_page.setVisible(not text.strip() and not own_page)
        self._judge()

    @Slot()
    def _choose_page(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self._turn()

    @property
    def _group(self) -> Group:
        """The page of the settings that is shown, or was last."""
        row = self.list.currentRow()
        if 0 <= row < len(Group):
            self._last_row = row
        return list(Group)[self._last_row]

    def _choices(self) -> Choices | OwnChoices | None:
        """What stands there for whom the dialog speaks, None while some of it can't be applied."""
        values: dict[str, Value] = {}
        for key, row in self.pages.rows.items():
            if row.value is None:
                return None
            values[key] = row.value
        if not self.scope.is_of_account:
            return Choices.of(values)
        return OwnChoices.of({key: value for key, value in values.items() if self.pages.rows[key].is_changed})

    @Slot()
    def _judge(self) -> None:
        self.pages.show_uses()
        choices = self._choices()
        self.ok.setEnabled(choices is not None)
        self.apply_button.setEnabled(choices is not None and choices != self._applied)
        self.scope.let_turn(choices == self._applied)
        self.reset_page.setEnabled(any(row.is_changed for row in self.pages.rows_of(self._group)))
        for place, group in enumerate(Group):
            self.list.item(place).setText(self._page_words(group))
        if choices is None:
            self._say(self._fault_words(), Tone.WARNING)
        elif choices != self._applied:
            self._say(f"{tr(_UNAPPLIED)} {tr(_QUIET)}", Tone.PLAIN)
        else:
            self._say(f"{self.scope.words} {tr(_QUIET)}", Tone.MUTED)

    def _page_words(self, group: Group) -> str:
        """The page's name, with a sign where a value can't be applied and how many are changed."""
        rows = self.pages.rows_of(group)
        changed = sum(row.is_changed for row in rows)
        sign = "  ▲" if any(row.fault for row in rows) else ""
        return f"{tr(group.value)}{sign}  ● {changed}" if changed else tr(group.value)

    def _fault_words(self) -> str:
        faulty = [row for row in self.pages.rows.values() if row.fault]
        if len(faulty) == 1:
            return f"▲ {faulty[0].fault}"
        pages = ", ".join(dict.fromkeys(tr(row.setting.group.value) for row in faulty))
        return tr("▲ {count} values can't be applied; see {pages}.").format(count=len(faulty), pages=pages)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.status.setText(sentence)
        set_tone(self.status, tone)

    # building

    def _arrange(self) -> None:
        self.list.setFixedWidth(_LIST_WIDTH)
        self.search.setFixedWidth(_LIST_WIDTH)
        self.scope.choice.setFixedWidth(_LIST_WIDTH)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.scope.label)
        left.addWidget(self.scope.choice)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right.setSpacing(8)
        right.addWidget(self.stack, 1)
        right.addLayout(beside(16, self.reset_page, None))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        last = beside(self.status, self.ok, self.cancel, self.apply_button)
        last.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(last)
        self.ok.setDefault(True)

    def _order(self) -> None:
        rows = [part for row in self.pages.rows.values() for part in (row.editor.field, row.reset_button)]
        order_tabs([self.scope.choice, self.search, self.list, *rows])
        order_tabs([rows[-1], self.reset_page, self.ok, self.cancel, self.apply_button])

    def _connect(self) -> None:
        self.search.textChanged.connect(self._turn)
        self.list.currentRowChanged.connect(self._turn)
        self.list.itemClicked.connect(self._choose_page)
        self.pages.changed.connect(self._judge)
        self.scope.changed.connect(self._show_scope)
        self.reset_page.clicked.connect(self._reset_page)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self.apply)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
