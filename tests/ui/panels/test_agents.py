"""The agents: how each is doing, their buttons, and their log."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.trading.agent_status import AgentState
from photon_desktop.trading.messages import DECISION_MAKER, EXECUTION_AGENT, MARKET_MONITOR
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.panels.agents import AgentsPanel
from photon_desktop.ui.tables.log_model import LOG_LIMIT
from tests.ui.examples import BEGIN, SECOND, log_line, status


@pytest.fixture
def panel(qtbot: QtBot, icons: Icons, theme: Theme) -> AgentsPanel:
    made = AgentsPanel(icons, theme)
    qtbot.addWidget(made)
    made.resize(960, 200)
    made.show()
    return made


def texts(panel: AgentsPanel) -> list[str]:
    return [panel.log_filter.index(row, 3).data() for row in range(panel.log_filter.rowCount())]


def test_before_an_agent_reports_it_says_what_will_stand_here(panel: AgentsPanel) -> None:
    assert not panel.has_content
    assert "three agents will report here" in panel.notice


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (AgentState.STOPPED, "■ stopped"), (AgentState.RUNNING, "● running"),
        (AgentState.DEGRADED, "◆ degraded"), (AgentState.FAILED, "✕ failed"),
    ],
)  # fmt: skip
def test_a_state_is_told_by_shape_and_word(panel: AgentsPanel, state: AgentState, words: str) -> None:
    panel.show_status(status(state=state), BEGIN)
    assert panel.cards[MARKET_MONITOR].state.text() == words


def test_a_card_shows_beat_queue_counts_and_latency(panel: AgentsPanel) -> None:
    panel.show_status(status(note="Waiting for the next bar."), BEGIN + SECOND // 2)
    card = panel.cards[MARKET_MONITOR]
    assert card.figures.text() == "beat now   queue 2   handled 1,234   failed 0   p50 2 ms   p99 41 ms"
    assert card.note.text() == "Waiting for the next bar."


def test_a_late_beat_is_said_to_be_late_as_time_goes_on(panel: AgentsPanel) -> None:
    panel.show_status(status(), BEGIN)
    card = panel.cards[MARKET_MONITOR]
    panel.show_ages(BEGIN + 4 * SECOND)
    assert card.figures.text().startswith("beat 4 s ago")
    panel.show_ages(BEGIN + 75 * SECOND)
    assert card.figures.text().startswith("▲ beat 1 min 15 s ago")
    assert card.figures.property("tone") == "warning"


def test_each_button_asks_for_its_own_agent(panel: AgentsPanel, qtbot: QtBot) -> None:
    for name, state in ((MARKET_MONITOR, AgentState.RUNNING), (DECISION_MAKER, AgentState.STOPPED)):
        panel.show_status(status(name, state), BEGIN)
    presses = [
        (DECISION_MAKER, "play", panel.start_requested),
        (MARKET_MONITOR, "stop", panel.stop_requested),
        (MARKET_MONITOR, "restart", panel.restart_requested),
    ]
    for name, button, signal in presses:
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(panel.cards[name].buttons[button], Qt.MouseButton.LeftButton)
        assert asked.args == [name]


def test_only_what_makes_sense_can_be_pressed(panel: AgentsPanel) -> None:
    def enabled(state: AgentState) -> list[str]:
        panel.show_status(status(state=state), BEGIN)
        return [name for name, button in panel.cards[MARKET_MONITOR].buttons.items() if button.isEnabled()]

    assert enabled(AgentState.STOPPED) == ["play"]
    assert enabled(AgentState.RUNNING) == ["stop", "restart"]
    assert enabled(AgentState.DEGRADED) == ["stop", "restart"]
    assert enabled(AgentState.FAILED) == ["play", "restart"]


def test_every_button_names_its_agent_to_a_screen_reader(panel: AgentsPanel) -> None:
    panel.show_status(status(EXECUTION_AGENT), BEGIN)
    names = [button.accessibleName() for button in panel.cards[EXECUTION_AGENT].buttons.values()]
    assert names == ["Start Execution Agent", "Stop Execution Agent", "Restart Execution Agent"]


def test_the_log_has_its_newest_line_on_top(panel: AgentsPanel) -> None:
    assert panel.log_view.isHidden()
    panel.show_log_line(log_line("first"))
    panel.show_log_line(log_line("second"))
    assert texts(panel) == ["second", "first"]


def test_the_log_is_filtered_by_level_and_by_text(panel: AgentsPanel, qtbot: QtBot) -> None:
    panel.show_log_line(log_line("noise", "DEBUG"))
    panel.show_log_line(log_line("a bar closed"))
    panel.show_log_line(log_line("the disk is full", "ERROR", EXECUTION_AGENT))
    assert texts(panel) == ["the disk is full", "a bar closed"]
    panel.level.setCurrentText("ERROR")
    assert texts(panel) == ["the disk is full"]
    panel.level.setCurrentText("DEBUG")
    assert len(texts(panel)) == 3
    for words in ("execution agent", "executionagent", "disk"):
        panel.search.clear()
        qtbot.keyClicks(panel.search, words)
        assert texts(panel) == ["the disk is full"]


def test_the_log_keeps_a_bounded_number_of_lines(panel: AgentsPanel) -> None:
    for number in range(LOG_LIMIT + 10):
        panel.show_log_line(log_line(f"line {number}"))
    assert panel.log.rowCount() == LOG_LIMIT
    assert texts(panel)[0] == f"line {LOG_LIMIT + 9}"


def test_the_theme_redraws_the_icons(panel: AgentsPanel) -> None:
    panel.show_status(status(), BEGIN)
    button = panel.cards[MARKET_MONITOR].buttons["stop"]
    dark = button.icon().pixmap(16, 16).toImage()
    panel.set_theme(LIGHT)
    assert button.icon().pixmap(16, 16).toImage() != dark
