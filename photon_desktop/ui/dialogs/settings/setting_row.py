"""One setting on its page: name, editor, bounds and default, what it is for, and what is wrong with its value."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.setting import Setting, Value
from photon_desktop.ui.dialogs.settings.editors import editor_of
from photon_desktop.ui.dialogs.settings.words import bounds_words, value_words
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.tones import small_font

_EDITOR_WIDTH = 168
_CHANGED, _OWN = mark("● changed"), mark("● own")
_NEVER_OWN = mark("set for all accounts")


class SettingRow(QWidget):
    """A value that differs from the default, or that an account has of its own, is marked by a sign and a word, and can
    be put back by itself."""

    changed = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.name, self.editor = QLabel(tr(setting.label)), editor_of(setting)
        self.name.setBuddy(self.editor.field)
        self._why_unused = ""
        self.mark = QLabel(tr(_CHANGED))
        self.mark.setFont(small_font())
        self.facts, self.description, self.fault_line = _small(), _small(), _small()
        self.fault_line.setAccessibleName(tr("What is wrong with {label}").format(label=tr(setting.label)))
        self.fault_line.setProperty("tone", "danger")
        self.reset_button = QToolButton()
        self.reset_button.setProperty("role", "flat")
        self.reset_button.setObjectName(f"reset.{setting.key}")
        self.reset_button.setAccessibleName(tr("Reset {label}").format(label=tr(setting.label)))
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._value: Value | None = setting.default
        self._base = setting.default
        self._is_of_account = self._is_own = False
        self._can_change = True
        self._arrange()
        self.editor.changed.connect(self._take)
        self.reset_button.clicked.connect(self.reset)
        self.show_value(setting.default)

    @property
    def value(self) -> Value | None:
        """The value as it stands, None while it is none of the setting's."""
        return self._value

    @property
    def fault(self) -> str:
        """Why there is no value, in one sentence; empty when there is one."""
        return self.fault_line.text()

    @property
    def is_changed(self) -> bool:
        """Whether something else than the default stands there; for one account, whether it has its own value."""
        return self._is_own if self._is_of_account else self._value != self.setting.default

    def align(self, name_width: int) -> None:
        """Begin the editor where those of the other rows begin: after `name_width` pixels."""
        self._grid.setColumnMinimumWidth(0, name_width)

    def show_value(self, value: Value) -> None:
        """Show this value, of all accounts, without telling."""
        self._speak_of(self.setting.default, is_of_account=False)
        self._show(value, is_own=False)

    def show_own(self, own: Value | None, shared: Value, can_be_own: bool) -> None:
        """Show what counts for one account without telling: its `own` value, or the `shared` one where that is None."""
        self._speak_of(shared, is_of_account=True)
        self._can_change = can_be_own
        if not can_be_own:
            self.facts.setText(tr(_NEVER_OWN))
        self._show(shared if own is None else own, is_own=own is not None)

    def set_unused(self, why: str) -> None:
        """Leave the value as it is and say `why` it does not count now; an empty sentence lets it count again."""
        self._why_unused = why
        self._show_use()

    def has_words(self, words: list[str]) -> bool:
        """Whether name, page, description or what can be chosen contain each of `words`, written small; in
        the user's language or in English."""
        setting = self.setting
        texts = (setting.label, setting.group, setting.description, *setting.choices.values())
        text = " ".join((*texts, *map(tr, texts))).lower()
        return all(word in text for word in words)

    @Slot()
    def reset(self) -> None:
        """Put back the default, or what counts for all accounts."""
        if self.reset_button.hasFocus():
            self.editor.setFocus()
        self._show(self._base, is_own=False)
        self.changed.emit()

    @Slot()
    def _take(self) -> None:
        self._is_own = self._is_of_account
        self._judge()
        self.changed.emit()

    def _show(self, value: Value, is_own: bool) -> None:
        self._is_own = is_own
        self.editor.show_value(value)
        self._judge()

    def _speak_of(self, base: Value, is_of_account: bool) -> None:
        """Say where the value comes from when it is put back: from the defaults, or from all accounts."""
        self._base, self._is_of_account = base, is_of_account
        words = value_words(self.setting, base)
        origin = (tr("shared {words}") if is_of_account else tr("default {words}")).format(words=words)
        bounds = bounds_words(self.setting)
        self.facts.setText(f"{origin} · {bounds}" if bounds else origin)
        self.mark.setText(tr(_OWN if is_of_account else _CHANGED))
        self.reset_button.setText(tr("Use shared") if is_of_account else tr("Reset"))
        back = tr("Back to the value of all accounts, {words}") if is_of_account else tr("Back to the default, {words}")
        self.reset_button.setToolTip(back.format(words=words))
        self._can_change = True

    def _judge(self) -> None:
        fault = ""
        try:
            self._value = self.editor.value()
        except ValueRefusedError as error:
            self._value, fault = None, said(str(error))
        self.fault_line.setText(fault)
        self.fault_line.setVisible(bool(fault))
        self.editor.set_refused(bool(fault))
        for part in (self.mark, self.reset_button):
            part.setVisible(self.is_changed)
        self._show_use()

    def _show_use(self) -> None:
        """A value that can't be applied stays open to be put right, whether it counts or not."""
        sentence = self._why_unused or tr(self.setting.description)
        self.description.setText(sentence)
        self.editor.field.setAccessibleDescription(sentence)
        for part in (self.name, self.editor, self.facts):
            part.setEnabled(self._can_change and (not self._why_unused or bool(self.fault)))

    def _arrange(self) -> None:
        for part in (self.mark, self.reset_button):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.editor.setFixedWidth(max(_EDITOR_WIDTH, self.editor.sizeHint().width()))
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for column, cell in enumerate((self.name, self.editor, self.facts, self.mark, self.reset_button)):
            grid.addWidget(cell, 0, column)
        grid.addWidget(self.description, 1, 0, 1, 5)
        grid.addWidget(self.fault_line, 2, 0, 1, 5)


def _small(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
