"""A backtest replayed through real agents: paced, and the same as a headless run."""

import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.application import Application, Rules
from photon_desktop.backtest.rules import Rules as BacktestRules
from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.backtest.trial import Trial
from photon_desktop.commands.agents import Replay
from photon_desktop.desks.replay_desk import ReplayDesk
from photon_desktop.desks.replay_rules import differences_of, rules_of
from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.fitting import fit_and_save
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.market.catalogue import Served
from photon_desktop.market.replay_session import ReplaySession
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MessageType
from photon_desktop.trading.money import exact
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.dialogs.backtest.replay.pace import FASTEST
from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked
from photon_desktop.ui.dialogs.backtest.replay.window import ReplayWindow
from tests.agents.test_decision_maker import NoChallenge
from tests.ui.chart.markets import walk

SYMBOL, DECIDED = "DEMO-BTC", 30
BARS = walk(Schedule().first_prediction + DECIDED)
CHEAP = CostModel(exact(0), exact("0.00001"))  # so that the model finds something worth its costs
TRIAL = Trial(
    SYMBOL, Interval.HOUR_1, "random_forest", BacktestRules(costs=CHEAP, short_allowed=True), minimum_confidence=0.0
)
ASKED = ReplayAsked(BARS, TRIAL, "demo")
LONG_MS = 20_000


class FewTrees(NoChallenge):
    """Fits at once, with few trees."""

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        future: Future[str] = Future()
        future.set_result(fit_and_save(bars, replace(request, trees=5), folder))
        return future

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def desk(qtbot: QtBot, temporary: Path) -> Iterator[ReplayDesk]:
    parent = QWidget()
    qtbot.addWidget(parent)
    desk = ReplayDesk(DARK, parent, FewTrees)
    yield desk
    desk.finish()
    assert list(temporary.iterdir()) == []


def begun(qtbot: QtBot, desk: ReplayDesk) -> ReplayWindow:
    """A replay whose model is there, paused before its first bar."""
    window = desk.open(ASKED)
    window.pace.set_speed(0.1)
    assert desk.run is not None
    with qtbot.waitSignal(desk.run.ready, timeout=LONG_MS):
        pass
    if window.pace.is_playing:
        window.pace.pause()
    return window


def seen(window: ReplayWindow) -> int:
    """The bars that have come, by the counter that is shown."""
    return int(window.controls.counter.text().split()[1])


def one_more(qtbot: QtBot, desk: ReplayDesk, act: Callable[[], Any]) -> None:
    """Do `act` and wait until the bar that it asks for is done."""
    assert desk.run is not None
    with qtbot.waitSignal(desk.run.bar_done, timeout=LONG_MS):
        act()


def decided(application: Application) -> list[dict[str, Any]]:
    """What was decided, but for what names the moment of the run."""
    stored = application.store.messages.of_type(MessageType.TRADE_DECISION, 1_000)
    told = [item.message.payload.to_json() for item in reversed(stored)]
    return [{key: value for key, value in payload.items() if key != "model_version"} for payload in told]


def test_a_step_gives_exactly_one_bar_and_a_pause_none(qtbot: QtBot, desk: ReplayDesk) -> None:
    window = begun(qtbot, desk)
    before = seen(window)
    for count in (1, 2, 3):
        one_more(qtbot, desk, window.controls.step.click)
        assert seen(window) == before + count
        assert desk.run is not None and desk.run.application is not None
        assert len(decided(desk.run.application)) == before + count
    one_more(qtbot, desk, lambda: QTest.keyClick(window, Qt.Key.Key_Right))
    one_more(qtbot, desk, lambda: QTest.keyClick(window, Qt.Key.Key_Period))
    assert seen(window) == before + 5


def test_space_pauses_after_the_bar_under_way_and_nothing_comes_until_space_again(
    qtbot: QtBot, desk: ReplayDesk
) -> None:
    window = begun(qtbot, desk)
    window.pace.set_speed(FASTEST)
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen(window) >= 3, timeout=LONG_MS)
    asked: list[None] = []
    QTest.keyClick(window, Qt.Key.Key_Space)
    window.pace.bar_asked.connect(lambda: asked.append(None))
    qtbot.waitUntil(lambda: window.pace._is_free, timeout=LONG_MS)
    paused_at = seen(window)
    one_more(qtbot, desk, window.controls.step.click)  # the only bar since
    assert (len(asked), seen(window)) == (1, paused_at + 1)
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen(window) >= paused_at + 3, timeout=LONG_MS)


def test_plus_and_minus_change_the_speed_within_its_bounds(qtbot: QtBot, desk: ReplayDesk) -> None:
    window = begun(qtbot, desk)
    QTest.keyClick(window, Qt.Key.Key_Minus)
    assert (window.pace.speed, window.controls.speed.currentText()) == (0.1, "0.1×")
    QTest.keyClick(window, Qt.Key.Key_Plus)
    assert window.controls.speed.currentText() == "0.25×"
    window.controls.speed.setCurrentIndex(window.controls.speed.count() - 1)
    QTest.keyClick(window, Qt.Key.Key_Plus)
    assert (window.pace.speed, window.controls.speed.currentText()) == (FASTEST, "as fast as it goes")


@pytest.mark.slow
def test_the_decisions_are_those_of_a_headless_run_and_the_result_stands_beside_the_one_at_once(
    qtbot: QtBot, desk: ReplayDesk, tmp_path: Path
) -> None:
    served = Served(BARS, "demo", assumed_instrument(SYMBOL))
    session = ReplaySession(SYMBOL, Interval.HOUR_1, served, DECIDED)
    headless = Application(tmp_path, session, rules_of(TRIAL), fits=FewTrees())
    try:
        Replay(headless, session).play()
        expected, fills = decided(headless), len(headless.store.trades.fills())
    finally:
        headless.close()
    window = begun(qtbot, desk)
    assert desk.run is not None and desk.run.application is not None
    with qtbot.waitSignal(desk.run.played_out, timeout=LONG_MS):
        window.pace.set_speed(FASTEST)
        window.pace.toggle()
    assert len(expected) == DECIDED
    assert any(payload["action"] != "HOLD" for payload in expected)
    assert {payload["model_type"] for payload in expected} == {"random_forest"}
    assert decided(desk.run.application) == expected
    assert len(desk.run.application.store.trades.fills(account="replay")) == fills > 0
    assert f"{fills} fills" in window.state.text()
    assert seen(window) == DECIDED
    assert window.state.text().startswith("Played out. Replayed: equity ")
    window.show_at_once("equity 10,001.00 (+0.01%), 3 trades.")
    assert window.state.text().endswith("At once: equity 10,001.00 (+0.01%), 3 trades.")
    assert not window.controls.play.isEnabled()


def test_closing_while_it_plays_leaves_no_thread_and_no_file(qtbot: QtBot, desk: ReplayDesk, temporary: Path) -> None:
    window = begun(qtbot, desk)
    window.pace.set_speed(FASTEST)
    window.pace.toggle()
    qtbot.waitUntil(lambda: seen(window) >= 3, timeout=LONG_MS)
    run = desk.run
    assert run is not None and run.application is not None
    assert run.folder is not None and run.folder.parent == temporary
    team = run.application.team
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: all(one.name != "replay-end" for one in threading.enumerate()), timeout=LONG_MS)
    assert not any(team.thread_of(agent.name).is_running for agent in team.agents)
    assert list(temporary.iterdir()) == []


def test_closing_before_the_store_is_made_leaves_no_file(qtbot: QtBot, desk: ReplayDesk, temporary: Path) -> None:
    desk.open(ASKED).close()
    desk.finish()
    qtbot.waitUntil(lambda: list(temporary.iterdir()) == [])


def test_a_model_that_is_being_trained_in_its_process_is_left_when_the_window_closes(
    qtbot: QtBot, temporary: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    desk = ReplayDesk(DARK, parent)
    window = desk.open(ASKED)
    assert desk.run is not None
    with qtbot.waitSignal(desk.run.loaded, timeout=LONG_MS):
        pass
    assert seen(window) == 0
    desk.finish()
    assert list(temporary.iterdir()) == []


def test_another_replay_takes_the_place_of_the_one_that_is_shown(qtbot: QtBot, desk: ReplayDesk) -> None:
    first = begun(qtbot, desk)
    one_more(qtbot, desk, first.controls.step.click)
    second = begun(qtbot, desk)
    assert desk.window is second
    desk.set_theme(LIGHT)
    assert second.findChild(QWidget, "replayPlay") is not None


def test_too_few_bars_are_refused(desk: ReplayDesk) -> None:
    with pytest.raises(NotEnoughDataError, match="at least 986 bars"):
        desk.open(ReplayAsked(BARS.part(0, 985), TRIAL, "demo"))
    assert desk.window is None


def test_agents_get_the_runs_money_costs_size_and_least_confidence() -> None:
    tested = BacktestRules(initial_balance=5_000.0, sizing=Sizing.parse("kelly:0.5:0.2"), short_allowed=True)
    rules: Rules = rules_of(replace(TRIAL, rules=tested, minimum_confidence=0.61, strategy="gradient_boosting"))
    trading = rules.trading
    assert (float(trading.starting_cash), trading.costs, rules.model_type) == (
        5_000.0,
        replace(tested.costs, volume_share=exact(1)),
        "gradient_boosting",
    )
    assert (trading.limits.allow_short, trading.limits.minimum_confidence) == (True, 0.61)
    assert (rules.sizing.method, rules.sizing.kelly_fraction, rules.sizing.largest_position) == ("kelly", 0.5, 0.2)


def test_what_the_agents_know_nothing_of_is_said() -> None:
    told = " ".join(differences_of(replace(TRIAL, rules=BacktestRules(stop_loss=0.02))))
    assert "Stop and target are the agents' own" in told
    assert "Stop and target" not in " ".join(differences_of(TRIAL))
