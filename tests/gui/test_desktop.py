"""The whole program offscreen: window, agents, store, from the first candle to a trade in the ledger."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, SignalInstance, Slot
from PySide6.QtWidgets import QApplication

from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.application import Rules
from photon_desktop.desks.past import Past, read_past
from photon_desktop.desktop import Desktop
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EXECUTION_AGENT,
    MARKET_MONITOR,
    ExecutionReport,
    Message,
    MessageStatus,
    MessageType,
    ReportStatus,
)
from photon_desktop.trading.prices import BarClosed
from photon_desktop.trading.risk import RiskLimits

EAGER = Rules(TradingRules(limits=RiskLimits(minimum_confidence=0.3)))
FAST = 7_200.0
PATIENCE_SECONDS = 40

Scenario = Callable[[Desktop], Coroutine[Any, Any, None]]
Runner = Callable[[Scenario], None]


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path) -> Iterator[Runner]:
    """Runs a scenario with a shown desktop, fast and eager to trade, in a data folder that outlives it."""

    def runner(scenario: Scenario) -> None:
        with PromptEventLoop(qapp, already_running=False) as loop:
            loop.run_until_complete(_shown(scenario, tmp_path))

    yield runner


async def _shown(scenario: Scenario, folder: Path) -> None:
    desktop = Desktop(folder, EAGER)
    try:
        desktop.show()
        desktop.window.speed_changed.emit(FAST)
        await desktop.start()
        desktop.window.speed_changed.emit(FAST)
        await scenario(desktop)
    finally:
        assert desktop.close() == ()
        desktop.window.close()
        desktop.window.deleteLater()


class Answer(QObject):
    """Receives on its own thread: a plain function would be called on the agent's."""

    def __init__(self, matches: Callable[[Any], bool]) -> None:
        super().__init__()
        self._matches = matches
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    @Slot(object)
    @Slot(str)
    def take(self, value: Any) -> None:
        if not self.future.done() and self._matches(value):
            self.future.set_result(value)


def told(signal: SignalInstance, matches: Callable[[Any], bool] = lambda value: True) -> Awaitable[Any]:
    """The next value of `signal` that matches, listened for from now on."""
    answer = Answer(matches)
    signal.connect(answer.take)
    return _answered(answer, signal)


async def _answered(answer: Answer, signal: SignalInstance) -> Any:
    try:
        return await asyncio.wait_for(answer.future, PATIENCE_SECONDS)
    finally:
        signal.disconnect(answer.take)


def test_a_chain_runs_from_the_market_to_the_ledger_and_onto_the_screen(run: Runner) -> None:
    async def scenario(desktop: Desktop) -> None:
        report: Message = await told(desktop.application.team.executor.report_made, _is_executed)
        store = desktop.application.store
        chain = store.messages.chain(report.trace_id)
        assert [item.message.type for item in chain[:3]] == [
            MessageType.MARKET_SNAPSHOT,
            MessageType.TRADE_DECISION,
            MessageType.EXECUTION_REPORT,
        ]
        assert all(item.status is MessageStatus.DONE for item in chain)
        assert store.trades.fills()
        assert store.health().ledger_equals_cash
        await told(desktop.application.team.executor.portfolio_changed)
        await asyncio.sleep(0.2)  # one frame of the window
        assert desktop.window.feed.model.rowCount() > 0
        assert desktop.window.trades.model.rowCount() > 0

    run(scenario)


@pytest.mark.slow
def test_a_second_start_goes_on_with_what_the_first_left(run: Runner) -> None:
    seen: dict[str, Any] = {}

    async def first(desktop: Desktop) -> None:
        await told(desktop.application.team.executor.report_made)
        closed: BarClosed = await told(desktop.application.team.monitor.bar_closed)
        seen["time"] = closed.close_time
        desktop.window.theme_changed.emit("light")

    async def second(desktop: Desktop) -> None:
        store = desktop.application.store
        assert store.settings.get("window.theme", None) == "light"
        assert desktop.window.feed.model.rowCount() > 0
        closed: BarClosed = await told(desktop.application.team.monitor.bar_closed)
        assert seen["time"] <= closed.bar.open_time <= seen["time"] + 12 * Interval.HOUR_1.nanoseconds
        assert store.trades.deposits() == EAGER.trading.starting_cash
        assert store.health().ledger_equals_cash

    run(first)
    run(second)


@pytest.mark.slow
@pytest.mark.parametrize("name", [MARKET_MONITOR, DECISION_MAKER, EXECUTION_AGENT])
def test_each_agent_stops_and_starts_by_itself(run: Runner, name: str) -> None:
    async def scenario(desktop: Desktop) -> None:
        agent = next(agent for agent in desktop.application.team.agents if agent.name == name)
        await told(desktop.application.team.monitor.bar_closed)
        stopped = told(agent.status_changed, _has_state(AgentState.STOPPED))
        desktop.window.agent_stop_requested.emit(name)
        await stopped
        others = [other for other in desktop.application.team.agents if other.name != name]
        for other in others:
            await told(other.status_changed, _has_state(AgentState.RUNNING))
        running = told(agent.status_changed, _has_state(AgentState.RUNNING))
        desktop.window.agent_start_requested.emit(name)
        await running
        decision: Message = await told(desktop.application.team.maker.decision_made)
        assert decision.trace_id

    run(scenario)


def _is_executed(report: Message) -> bool:
    return isinstance(report.payload, ExecutionReport) and report.payload.status is ReportStatus.EXECUTED


def _has_state(state: AgentState) -> Callable[[AgentStatus], bool]:
    return lambda status: status.state is state


@pytest.mark.slow
def test_what_a_stopped_decision_maker_missed_is_decided_or_expires_when_it_starts(run: Runner) -> None:
    async def scenario(desktop: Desktop) -> None:
        team, store = desktop.application.team, desktop.application.store
        await told(team.monitor.bar_closed)
        stopped = told(team.maker.status_changed, _has_state(AgentState.STOPPED))
        desktop.window.agent_stop_requested.emit(DECISION_MAKER)
        await stopped
        for _ in range(3):
            await told(team.monitor.bar_closed)
        stopped = told(team.monitor.status_changed, _has_state(AgentState.STOPPED))
        desktop.window.monitor_toggled.emit(False)
        await stopped
        waiting = store.messages.queued_count(DECISION_MAKER)
        assert waiting > 0
        started = told(team.maker.started)
        desktop.window.agent_start_requested.emit(DECISION_MAKER)
        await started
        assert store.messages.queued_count(DECISION_MAKER) == 0

    run(scenario)


@pytest.mark.slow
def test_another_interval_reopens_the_market_on_it(run: Runner) -> None:
    async def scenario(desktop: Desktop) -> None:
        await told(desktop.application.team.monitor.bar_closed)
        monitor = desktop.application.team.monitor
        loaded = told(monitor.history_loaded, lambda series: series.interval is Interval.MINUTE_15)
        desktop.window.interval_selected.emit("15m")
        series = await loaded
        assert len(series.bars) > 900
        closed = await told(desktop.application.team.monitor.bar_closed, lambda bar: bar.interval is Interval.MINUTE_15)
        assert closed.bar.open_time >= int(series.bars.times[-1])

    run(scenario)


def test_deciding_now_makes_a_chain_at_once(run: Runner) -> None:
    async def scenario(desktop: Desktop) -> None:
        await told(desktop.application.team.monitor.bar_closed)
        made = told(desktop.application.team.maker.decision_made, lambda message: message.payload.ticker == "DEMO-ETH")
        desktop.window.decide_requested.emit("DEMO-ETH")
        decision: Message = await made
        assert decision.sender == DECISION_MAKER

    run(scenario)


def test_a_window_that_is_closed_while_it_starts_starts_no_further(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_closed = Event()

    def read_late(*of: Any) -> Past:
        assert is_closed.wait(PATIENCE_SECONDS)
        return read_past(*of)

    monkeypatch.setattr("photon_desktop.desktop.read_past", read_late)

    async def closed_early(desktop: Desktop) -> None:
        starting = asyncio.ensure_future(desktop.start())
        await asyncio.sleep(0)
        assert desktop.close() == ()
        is_closed.set()
        await starting

    desktop = Desktop(tmp_path)
    with PromptEventLoop(qapp, already_running=False) as loop:
        loop.run_until_complete(closed_early(desktop))
    desktop.window.close()
    desktop.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
