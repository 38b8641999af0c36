"""Builds the store, the agents and the fit pool, wires them together, and stops them in order."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, Self

from photon_desktop.agents.decision_maker import DecisionMaker, Trainer
from photon_desktop.agents.decision_rules import DecisionRules
from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.market_monitor import MarketMonitor
from photon_desktop.agents.market_time import MarketTime, WatchedMarket
from photon_desktop.agents.post import Post
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.agents.wiring import AgentTeam
from photon_desktop.broker.broker import Broker
from photon_desktop.broker.paper import PaperBroker
from photon_desktop.clock import SystemClock, random_bytes
from photon_desktop.data_folder_lock import DataFolderLock
from photon_desktop.errors import OrderError, StoreError
from photon_desktop.exchange_brokers import EndpointOf, ExchangeBrokers, KeysOf, bybit_of, no_keys
from photon_desktop.fit_pool import FitPool
from photon_desktop.garbage import MainThreadCollection
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.market.demo_session import SIMULATED_MARKET
from photon_desktop.market.session import MarketSession, resume_key
from photon_desktop.paths import STORE_NAME, models_folder
from photon_desktop.settings.api_place import ApiPlace
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.parts import (
    api_of,
    choices_in,
    costs_of,
    limits_of,
    model_type_of,
    policy_of,
    scheduler_of,
    sizing_of,
    starting_cash_of,
)
from photon_desktop.store.store import Store
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.orders import Order
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.trading.sizing import SizingRules

PAPER_ACCOUNT = "paper"
PAPER_PROFILE = Profile("Paper", PAPER_ACCOUNT, AccountMode.PAPER, SIMULATED_MARKET)


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything the user may set about deciding and trading; where sweeps work, None for this computer; and whether
    other programs are answered."""

    trading: TradingRules = field(default_factory=TradingRules)
    model_type: str = "random_forest"
    provisional_bars: int = 0
    tests_evidence: bool = False
    sizing: SizingRules = field(default_factory=SizingRules)
    sweep_scheduler: str | None = None
    api: ApiPlace = field(default_factory=ApiPlace)

    def under(self, choices: Choices) -> Self:
        """These rules with all that the user may set as `choices` say."""
        return replace(
            self,
            trading=TradingRules(costs_of(choices), limits_of(choices), starting_cash_of(choices), policy_of(choices)),
            model_type=model_type_of(choices),
            sizing=sizing_of(choices),
            sweep_scheduler=scheduler_of(choices),
            api=api_of(choices),
        )

    @property
    def choices(self) -> Choices:
        """What the user chose to have these rules."""
        trading = self.trading
        parts = (trading.costs, trading.limits, self.sizing, trading.policy, self.api)
        return choices_in(parts, self.model_type, trading.starting_cash, self.sweep_scheduler)

    @property
    def deciding(self) -> DecisionRules:
        """The decision maker's part, with the same costs and limits as the execution agent's."""
        trading = self.trading
        return DecisionRules(
            trading.costs,
            trading.limits,
            self.sizing,
            self.model_type,
            self.provisional_bars,
            trading.policy,
            self.tests_evidence,
        )


class Fits(Trainer, Protocol):
    """Trains models until it is closed."""

    def close(self) -> None:
        """End what is not done."""
        ...


class Application:
    """The program without its window. It holds the data folder from construction until `close`."""

    def __init__(
        self,
        data_folder: Path,
        session: MarketSession,
        rules: Rules,
        profile: Profile = PAPER_PROFILE,
        fits: Fits | None = None,
        decide: Callable[[DecisionContext], TradeDecision] = decide,
        keys_of: KeysOf = no_keys,
        endpoint_of: EndpointOf = bybit_of,
        is_guest: bool = False,
    ) -> None:
        """`fits` trains models, in a process of its own unless something else is handed in; `decide` decides.
        `keys_of` has the keys of accounts at an exchange, `endpoint_of` says where each is reached. `is_guest`: another
        one runs in this process, and has the garbage collected."""
        self._decide = decide
        self.session = session
        self.profile = profile
        self.rules = rules
        self._lock = DataFolderLock(data_folder)
        self._lock.take()
        try:
            self.store = Store.open(data_folder / STORE_NAME)
        except BaseException:
            self._lock.release()
            raise
        self._is_started = False
        self.halt = TradingHalt(self.store.halts.now())
        self.arming = Arming()
        self.exchange = ExchangeBrokers(self.store, self.halt, self.arming, keys_of, endpoint_of)
        self._garbage = None if is_guest else MainThreadCollection()
        self._fits: Fits = FitPool() if fits is None else fits
        self._post = Post(SystemClock(), random_bytes)
        self.team = self._build_team(models_folder(data_folder))

    @property
    def account(self) -> str:
        """The key of the books that are traded in."""
        return self.profile.account

    def watch(self, session: MarketSession, profile: Profile) -> None:
        """Take `session` for what is watched and `profile` for what is traded in; the agents are told apart."""
        self.session, self.profile = session, profile
        if self._is_started:
            self._begin_session()

    def take_rules(self, rules: Rules) -> None:
        """Take `rules` for what a broker is opened with; the agents are told apart."""
        self.rules = rules

    def stream_age_s(self) -> float | None:
        """Seconds since the stream of the exchange's account that is open last said anything; None while none is."""
        return self.exchange.stream_age_s()

    def cancel_at_exchange(self) -> None:
        """Have every order of the account that waits at an exchange cancelled, on the calling thread, from any; see
        `ExchangeBrokers.cancel_all`."""
        self.exchange.cancel_all(self.profile)

    def start(self) -> None:
        """Start the agents; what earlier sessions left queued is settled first."""
        self._is_started = True
        self._begin_session()
        self.team.start()

    def close(self) -> tuple[str, ...]:
        """Stop in order: monitor and its feed, decision maker, execution, fits, store. Names agents that hang."""
        late = self.team.finish()
        self._fits.close()
        if not late:
            self.store.close()
        if self._garbage is not None:
            self._garbage.end()
        self._lock.release()
        return late

    def _begin_session(self) -> None:
        """Keep where the session begins, so that it can be replayed; trading does not depend on it."""
        with suppress(StoreError):
            instruments = {symbol: self._instrument(symbol) for symbol in self.session.symbols}
            now_ns = self._post.now_ns()
            self.store.sessions.begin(self._post.new_id(), self.account, self.session.name, now_ns, instruments)

    def _build_team(self, models: Path) -> AgentTeam:
        instrument_of = self._instrument
        return AgentTeam(
            MarketMonitor(self.store, self._post, self.session),
            DecisionMaker(
                self.store,
                self._post,
                self._fits,
                models,
                instrument_of,
                self.rules.deciding,
                MarketTime(self._watched),
                self.account,
                self._decide,
            ),
            ExecutionAgent(
                self.store,
                self._post,
                self._open_broker,
                instrument_of,
                self.rules.trading,
                MarketTime(self._watched),
                self.account,
                self.halt,
                self.arming,
            ),
        )

    def _watched(self) -> WatchedMarket:
        resume_point = self.store.settings.get(resume_key(self.session), None)
        return WatchedMarket(lambda: self.session.symbols, self.session.opens_at(resume_point), self.session.clock)

    def _instrument(self, symbol: str) -> Instrument:
        return self.session.instrument(symbol)

    def _open_broker(self, waiting: tuple[Order, ...]) -> Broker:
        if not self.profile.mode.is_exchange:
            return PaperBroker(self.rules.trading.costs, self._instrument, waiting)
        if self.session.clock is None:
            raise OrderError(f"The account {self.profile.name} trades at an exchange; choose the real market for it.")
        return self.exchange.open(self.profile, waiting, self.session.symbols, self._instrument)
