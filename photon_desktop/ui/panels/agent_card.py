"""One agent: how it is doing, and the buttons that start and stop it."""

from functools import cached_property

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton

from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.elided_label import ElidedLabel
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.words import AGENT_STATE_WORDS, agent_words
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.tables.tones import small_font

_STATE_TONES = {
    AgentState.STOPPED: Tone.MUTED,
    AgentState.RUNNING: Tone.UP,
    AgentState.DEGRADED: Tone.WARNING,
    AgentState.FAILED: Tone.DOWN,
}
LATE_BEAT_S = 5.0
_TITLE_WIDTH, _SPACING = 112, 12
_MARGINS = 12 + 8 + 3 * _SPACING
_ON = (AgentState.RUNNING, AgentState.DEGRADED)


class AgentCard(QFrame):
    """Two lines: name, state and buttons; beat, queue, counts, p50 and p99 of the handling times, and note."""

    start_requested = Signal(str)
    stop_requested = Signal(str)
    restart_requested = Signal(str)

    def __init__(self, name: str, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._icons = icons
        self._status = AgentStatus(name, AgentState.STOPPED, 0)
        title = QLabel(agent_words(name))
        title.setProperty("role", "title")
        self._title = title
        self.state, self.figures, self.note = QLabel(), ElidedLabel(), ElidedLabel()
        self.state.setAccessibleName(tr("State of {agent}").format(agent=agent_words(name)))
        for label in (self.figures, self.note):
            label.setProperty("role", "muted")
        self.buttons = {
            "play": self._button(tr("Start"), "play"),
            "stop": self._button(tr("Stop"), "stop"),
            "restart": self._button(tr("Restart"), "restart"),
        }
        self.buttons["play"].clicked.connect(self._start)
        self.buttons["stop"].clicked.connect(self._stop)
        self.buttons["restart"].clicked.connect(self._restart)
        self._arrange(title)
        self.set_theme(theme)

    @property
    def name(self) -> str:
        """The agent's name."""
        return self._status.name

    def show_status(self, status: AgentStatus, now_ns: int) -> None:
        """Show one beat."""
        self._status = status
        self.state.setText(tr(AGENT_STATE_WORDS[status.state]))
        set_tone(self.state, _STATE_TONES[status.state])
        self.note.setText(said(status.note))
        set_tone(self.note, Tone.MUTED if status.state in (AgentState.RUNNING, AgentState.STOPPED) else Tone.WARNING)
        is_on = status.state in _ON
        self.buttons["play"].setEnabled(not is_on)
        self.buttons["stop"].setEnabled(is_on)
        self.buttons["restart"].setEnabled(is_on or status.state is AgentState.FAILED)
        self.show_age(now_ns)

    def show_age(self, now_ns: int) -> None:
        """Say how long ago the last beat was; a beat that is late while the agent is on is said to be."""
        status = self._status
        seconds = max(0.0, (now_ns - status.beat_at) / 1e9)
        is_late = status.state in _ON and seconds > LATE_BEAT_S
        beat = tr("beat {ago}").format(ago=formats.ago(seconds)) if status.state in _ON else tr("no beat")
        parts = [
            f"▲ {beat}" if is_late else beat,
            tr("queue {count}").format(count=f"{status.queued:,}"),
            tr("handled {count}").format(count=f"{status.handled:,}"),
            tr("failed {count}").format(count=f"{status.failed:,}"),
            f"p50 {formats.duration(status.median_ms / 1_000)}",
            f"p99 {formats.duration(status.slowest_ms / 1_000)}",
        ]
        took = formats.duration(status.latency_ms / 1_000)
        self.figures.setText("   ".join(parts))
        explained = tr("The last message took {time}; p50 and p99 are of the newest 500.").format(time=took)
        self.figures.setToolTip(f"{', '.join(parts)}\n{explained}")
        set_tone(self.figures, Tone.WARNING if is_late or status.failed else Tone.MUTED)

    def fit(self, width: int) -> None:
        """Write words beside the buttons' icons where `width` pixels have room for them."""
        words, icons = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        named = max(_TITLE_WIDTH, self._title.sizeHint().width()) + self.state.sizeHint().width()
        has_room = named + self._words_width + _MARGINS <= width
        for button in self.buttons.values():
            button.setToolButtonStyle(words if has_room else icons)

    @cached_property
    def _words_width(self) -> int:
        """What the buttons take with their words, once the stylesheet has reached them."""
        for button in self.buttons.values():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.ensurePolished()
        return sum(button.sizeHint().width() for button in self.buttons.values())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme's colour."""
        for icon, button in self.buttons.items():
            button.setIcon(self._icons.icon(icon, theme))

    @Slot()
    def _start(self) -> None:
        self.start_requested.emit(self.name)

    @Slot()
    def _stop(self) -> None:
        self.stop_requested.emit(self.name)

    @Slot()
    def _restart(self) -> None:
        self.restart_requested.emit(self.name)

    def _button(self, word: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{icon}{self.name}")
        button.setProperty("role", "flat")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(word)
        button.setFont(small_font())
        button.setIconSize(QSize(14, 14))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        agent = agent_words(self.name)
        button.setAccessibleName(tr("{deed} {agent}").format(deed=word, agent=agent))
        button.setToolTip(tr("{deed} the {agent}").format(deed=word, agent=agent))
        return button

    def _arrange(self, title: QLabel) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(0)
        for button in self.buttons.values():
            keys.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 4, 8, 4)
        grid.setHorizontalSpacing(_SPACING)
        grid.setVerticalSpacing(0)
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.state, 0, 1)
        grid.addLayout(keys, 0, 3)
        grid.addWidget(self.figures, 1, 0, 1, 4)
        grid.addWidget(self.note, 2, 0, 1, 4)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, _TITLE_WIDTH)
