"""What all panels share: something to show, or one sentence on why there is nothing yet."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.views import Condition, MarketCondition
from photon_desktop.ui.tables.row_table import Tone

_SHAPES = {
    Condition.EMPTY: "",
    Condition.LOADING: "…",
    Condition.READY: "",
    Condition.STALE: "○",
    Condition.OFFLINE: "✕",
    Condition.ERROR: "▲",
}
_TONES = {Condition.STALE: Tone.WARNING, Condition.OFFLINE: Tone.WARNING, Condition.ERROR: Tone.DOWN}
_WORDS = {
    Condition.LOADING: mark("Loading"),
    Condition.STALE: mark("Stale"),
    Condition.OFFLINE: mark("Offline"),
    Condition.ERROR: mark("Error"),
}


class Panel(QWidget):
    """A body that is shown once there is content, a notice in its place until then, and a strip above the body when
    what it shows is not current. `came_in_sight` when it, or the tab that it is behind, was shown."""

    came_in_sight = Signal()

    def __init__(self, name: str, empty_sentence: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Body")
        self._theme = theme
        self._empty_sentence = empty_sentence
        self._condition = MarketCondition(Condition.EMPTY)
        self._notice = QLabel()
        self._notice.setMargin(16)
        self._notice.setWordWrap(True)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice.setAccessibleName(tr("Notice"))
        self._strip = QLabel()
        self._strip.setProperty("role", "muted")
        self._strip.setContentsMargins(8, 4, 8, 4)
        self._strip.setWordWrap(True)
        self._strip.hide()
        self.body = QWidget()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addLayout(self._stack, 1)
        self._tell()

    @property
    def is_in_sight(self) -> bool:
        """Whether any of it can be seen: to Qt a panel behind another one's tab is visible all the same."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.came_in_sight.emit()

    @property
    def has_content(self) -> bool:
        """Whether the body is shown."""
        return self._stack.currentWidget() is self.body

    @property
    def notice(self) -> str:
        """The sentence in the body's place, or in the strip above it; empty when there is neither."""
        if not self.has_content:
            return self._notice.text()
        return "" if self._strip.isHidden() else self._strip.text()

    def set_has_content(self, has_content: bool) -> None:
        """Show the body, or the notice in its place."""
        shown = self.body if has_content else self._notice
        if self._stack.currentWidget() is not shown:
            self._stack.setCurrentWidget(shown)
            self._tell()

    def set_empty_sentence(self, sentence: str) -> None:
        """Say this in the body's place while there is nothing to show."""
        self._empty_sentence = sentence
        self._tell()

    def clear(self) -> None:
        """Forget everything shown: another market, or another account, comes in its place."""
        self.set_has_content(False)
        self.set_condition(MarketCondition(Condition.EMPTY))

    @Slot(object)
    def set_condition(self, condition: MarketCondition) -> None:
        """Say how it stands with what the panel shows."""
        if condition != self._condition:
            self._condition = condition
            self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach with this theme's colours."""
        self._theme = theme

    def _tell(self) -> None:
        condition, sentence = self._condition.condition, self._condition.sentence
        is_quiet = condition in (Condition.EMPTY, Condition.READY)
        words = "" if is_quiet else f"{_SHAPES[condition]} {tr(_WORDS[condition])}. {sentence}".strip()
        self._notice.setText(words or self._empty_sentence)
        self._strip.setText(words)
        self._strip.setVisible(bool(words) and self.has_content)
        for label in (self._notice, self._strip):
            set_tone(label, _TONES.get(condition, Tone.MUTED))


def set_tone(label: QLabel | QPushButton, tone: Tone) -> None:
    """Give a label, or a flat button, the colour of a tone; the stylesheet knows it by the property."""
    if label.property("tone") != tone.value:
        label.setProperty("tone", tone.value)
        label.style().unpolish(label)
        label.style().polish(label)
