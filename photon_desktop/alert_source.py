"""Hears the agents and the desks, and makes alerts of what the user may want to be told of."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.agents.wiring import AgentTeam
from photon_desktop.alerts.alert import Alert, AlertKind
from photon_desktop.alerts.day_summary import DaySummary
from photon_desktop.alerts.events import (
    agent_alert,
    decision_alert,
    exchange_alert,
    halt_alert,
    price_alert,
    trade_alert,
)
from photon_desktop.alerts.feed_watch import FeedWatch
from photon_desktop.errors import PhotonError
from photon_desktop.market.feed_state import FeedState
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.alert_book import AlertHit
from photon_desktop.trading.halt import Halt, TradingHalt
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import MARKET_MONITOR, Message
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.timestamps import Clock


class AlertSource(QObject):
    """Lives on the main thread, and only puts down what happened: `offer` must not wait. `wants` says of which kinds
    anybody is told."""

    made = Signal(object)  # Alert

    def __init__(
        self,
        offer: Callable[[Alert], object],
        wants: Callable[[AlertKind], bool],
        halt: TradingHalt,
        instrument_of: Callable[[str], Instrument],
        clock: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__()
        self._offer, self._wants, self._halt = offer, wants, halt
        self._instrument_of, self._clock = instrument_of, clock
        self._feeds, self._day = FeedWatch(), DaySummary(clock.now_ns(), zone)
        self._states: dict[str, tuple[AgentState, str]] = {}
        self._told_halt: Halt | None = halt.now
        self._trouble = ""

    def listen(self, team: AgentTeam) -> None:
        """Hear the agents from here on."""
        monitor, maker, executor = team.agents
        executor.report_made.connect(self.take_report)
        executor.halted.connect(self.look_at_halt)
        executor.trouble_changed.connect(self.take_trouble)
        executor.portfolio_changed.connect(self.take_portfolio)
        maker.decision_made.connect(self.take_decision)
        monitor.feeds_changed.connect(self.take_feeds)
        for agent in team.agents:
            agent.status_changed.connect(self.take_status)

    @Slot(object)
    def take_report(self, message: Message) -> None:
        """Tell of a trade."""
        alert = trade_alert(message)
        if alert is not None:
            self._day.count_trade()
            self._tell(alert)

    @Slot(object)
    def take_decision(self, message: Message) -> None:
        """Tell of a decision that wants something done."""
        if self._wants(AlertKind.DECISION):
            self._tell(decision_alert(message))

    @Slot(object)
    def take_hit(self, hit: AlertHit) -> None:
        """Tell of a price alert that went off."""
        instrument = None
        with suppress(PhotonError):  # a price of the market that was left a moment ago
            instrument = self._instrument_of(hit.alert.symbol)
        self._tell(price_alert(hit, instrument, self._clock.now_ns()))

    @Slot()
    def look_at_halt(self) -> None:
        """Tell of trading that is halted, once."""
        halt = self._halt.now
        if halt is not None and halt != self._told_halt:
            self._tell(halt_alert(halt.why, self._clock.now_ns()))
        self._told_halt = halt

    @Slot(str)
    def take_trouble(self, trouble: str) -> None:
        """Tell why nothing is sent to the exchange, once for each trouble."""
        if trouble and trouble != self._trouble:
            self._tell(exchange_alert(trouble, self._clock.now_ns()))
        self._trouble = trouble

    @Slot(object)
    def take_status(self, status: AgentStatus) -> None:
        """Tell of an agent's trouble when it begins; its beat is when the clock is looked at."""
        state = status.state, status.note
        is_new = self._states.get(status.name) != state
        self._states[status.name] = state
        if is_new and status.state in (AgentState.FAILED, AgentState.DEGRADED):
            self._tell(agent_alert(status))
        if status.name == MARKET_MONITOR:
            now_ns = self._clock.now_ns()
            self._tell(self._feeds.look(now_ns))
            self._tell(self._day.look(now_ns))

    @Slot(object)
    def take_feeds(self, states: Mapping[str, FeedState]) -> None:
        """Know how prices come."""
        self._tell(self._feeds.take(states, self._clock.now_ns()))

    @Slot(object)
    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Know what the account is worth."""
        self._day.take_equity(portfolio.equity)

    @Slot(str)
    def begin_account(self, account: str) -> None:
        """Know which books are traded in."""
        self._day.begin_account(account)

    def _tell(self, alert: Alert | None) -> None:
        if alert is not None:
            self._offer(alert)
            self.made.emit(alert)
