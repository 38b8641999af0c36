"""What the agents said last, and what is asked of them."""

import asyncio
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.agents.wiring import AgentTeam
from photon_desktop.market.session import Series
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.messages import Message, MessageType, TradeDecision
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.trading.timestamps import to_iso

Event = Mapping[str, object]


class Live(QObject):
    """Lives on the loop's thread. What it holds is replaced whole, so that worker threads may read it."""

    _look_asked = Signal(str)
    _collecting_asked = Signal(object)  # the symbols, in a tuple

    def __init__(self, team: AgentTeam) -> None:
        super().__init__()
        self._team = team
        self.portfolio: Portfolio | None = None
        self.statuses: Mapping[str, AgentStatus] = MappingProxyType({})
        self.models: Mapping[str, ModelNews] = MappingProxyType({})
        self.sources: Mapping[str, str] = MappingProxyType({})  # under which the store keeps each symbol's bars
        self._ticks: dict[str, PriceTick] = {}
        self._waiting: list[tuple[str, asyncio.Future[Message]]] = []
        self._listeners: list[Callable[[Event], None]] = []
        self._connections: tuple[tuple[SignalInstance, Callable[[Any], None]], ...] = (
            (team.monitor.priced, self._take_tick),
            (team.monitor.bar_closed, self._take_bar),
            (team.monitor.history_loaded, self._take_series),
            (team.maker.model_changed, self._take_model),
            (team.executor.portfolio_changed, self._take_portfolio),
            (team.executor.equity_marked, self._take_equity),
            (team.monitor.snapshot_made, self._take_message),
            (team.maker.decision_made, self._take_message),
            (team.executor.report_made, self._take_message),
            *((agent.status_changed, self._take_status) for agent in team.agents),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        self._look_asked.connect(team.monitor.look_again)
        self._collecting_asked.connect(team.monitor.collect)

    def close(self) -> None:
        """Hear nothing more; a second time does nothing."""
        if not self._connections:
            return
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._look_asked.disconnect(self._team.monitor.look_again)
        self._collecting_asked.disconnect(self._team.monitor.collect)
        self._connections = ()
        for _, decided in self._waiting:
            decided.cancel()

    def forget(self) -> None:
        """Another market or account is watched from here on."""
        self.portfolio = None
        self.models, self.sources = MappingProxyType({}), MappingProxyType({})
        self._ticks.clear()

    def tick(self, symbol: str) -> PriceTick | None:
        """The last price of `symbol`, None before one came."""
        return self._ticks.get(symbol)

    def is_running(self, agent: str) -> bool:
        """Whether the agent works, or works with failures."""
        status = self.statuses.get(agent)
        return status is not None and status.state in (AgentState.RUNNING, AgentState.DEGRADED)

    def start(self, agent: str) -> None:
        """Start an agent, as its button in the window does."""
        self._team.thread_of(agent).start()

    def stop(self, agent: str) -> None:
        """Stop an agent, as its button in the window does."""
        self._team.thread_of(agent).stop()

    def collect(self, symbols: tuple[str, ...]) -> None:
        """Have the monitor read `symbols` from their sources again; it goes on meanwhile."""
        self._collecting_asked.emit(symbols)

    async def decide(self, symbol: str, patience_s: float) -> Message | None:
        """Have the monitor look at `symbol` again, as the window's button does: the next decision on it, None when
        none came in time."""
        decided: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        asked = (symbol, decided)
        self._waiting.append(asked)
        self._look_asked.emit(symbol)
        try:
            return await asyncio.wait_for(decided, patience_s)
        except TimeoutError:
            return None
        finally:
            if asked in self._waiting:
                self._waiting.remove(asked)

    def listen(self, take: Callable[[Event], None]) -> None:
        """Have every event told to `take` from here on."""
        self._listeners.append(take)

    def leave(self, take: Callable[[Event], None]) -> None:
        """Tell `take` nothing more."""
        self._listeners.remove(take)

    def _tell(self, event: Event) -> None:
        for take in tuple(self._listeners):
            take(event)

    @Slot(object)
    def _take_tick(self, tick: PriceTick) -> None:
        self._ticks[tick.symbol] = tick

    @Slot(object)
    def _take_bar(self, closed: BarClosed) -> None:
        if closed.symbol not in self.sources:
            self.sources = MappingProxyType({**self.sources, closed.symbol: closed.source})

    @Slot(object)
    def _take_series(self, series: Series) -> None:
        self.sources = MappingProxyType({**self.sources, series.symbol: series.kept_as})

    @Slot(object)
    def _take_model(self, news: ModelNews) -> None:
        self.models = MappingProxyType({**self.models, news.symbol: news})

    @Slot(object)
    def _take_status(self, status: AgentStatus) -> None:
        self.statuses = MappingProxyType({**self.statuses, status.name: status})

    @Slot(object)
    def _take_portfolio(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio

    @Slot(object)
    def _take_equity(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        if self._listeners:
            equity, cash = float(portfolio.equity), float(portfolio.account.cash)
            told = {"timestamp": to_iso(portfolio.time_ns), "equity": equity, "cash": cash, "mode": portfolio.mode}
            self._tell({"type": "EQUITY", "payload": told})

    @Slot(object)
    def _take_message(self, message: Message) -> None:
        if message.type is MessageType.TRADE_DECISION:
            self._answer(message)
        if self._listeners:
            self._tell(message.to_json())

    def _answer(self, message: Message) -> None:
        assert isinstance(message.payload, TradeDecision)
        for symbol, decided in self._waiting:
            if symbol == message.payload.ticker and not decided.done():
                decided.set_result(message)
