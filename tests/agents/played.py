"""A session of the decision maker and the execution agent on the simulated market, on one thread and without a wait."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt

from photon_desktop.agents.decision_maker import DecisionMaker
from photon_desktop.agents.decision_rules import DecisionRules
from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.market_monitor import gone_on, take_snapshot
from photon_desktop.agents.market_time import MarketTime, WatchedMarket
from photon_desktop.agents.post import Post
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.broker.paper import PaperBroker
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.feed import DemoFeed
from photon_desktop.market.demo.listings import demo_instrument
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.session import Series
from photon_desktop.store.store import Store
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.indicators import DECISION_BARS
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import DECISION_MAKER, MARKET_MONITOR
from photon_desktop.trading.prices import BarClosed, PriceTick
from tests.agents.test_decision_maker import SlowTrainer

SYMBOLS = ("DEMO-BTC", "DEMO-ETH")
_POLLS_A_BAR = 4


@dataclass
class Seconds:
    """A clock that is set."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Played:
    """Agents that decide by the rules and trade both symbols in the account `name`."""

    store: Store
    post: Post
    folder: Path
    rules: TradingRules
    name: str = "paper"
    halt: TradingHalt = field(default_factory=TradingHalt)

    def __post_init__(self) -> None:
        world, start = DemoWorld(), Checkpoint.opening()
        source, self._clock = DemoSource(world, start), Seconds()
        self._feed = DemoFeed(world, SYMBOLS, Interval.HOUR_1, start, self._clock, 3_600.0)
        self._series = {symbol: _series(source, symbol) for symbol in SYMBOLS}
        for series in self._series.values():
            self.store.bars.put(series.symbol, series.interval, series.kept_as, series.bars)
        self.start()

    def start(self) -> None:
        """Let new agents, which know only what is stored, take over: as after a restart."""
        market = [MarketTime(lambda: WatchedMarket(lambda: SYMBOLS, self._feed.market_time_ns())) for _ in range(2)]
        self.maker = DecisionMaker(
            self.store, self.post, SlowTrainer(), self.folder, demo_instrument, self._deciding, market[0], self.name
        )
        self.executor = ExecutionAgent(
            self.store,
            self.post,
            lambda waiting: PaperBroker(self.rules.costs, demo_instrument, waiting),
            demo_instrument,
            self.rules,
            market[1],
            self.name,
            self.halt,
        )
        direct = Qt.ConnectionType.DirectConnection
        self.maker.decision_made.connect(self.executor.receive, direct)
        self.executor.portfolio_changed.connect(self.maker.take_portfolio, direct)
        self.maker.start()
        self.executor.start()

    def stop(self) -> None:
        self.maker.stop()
        self.executor.stop()

    def restart(self) -> None:
        self.stop()
        self.start()

    def set_rules(self, rules: TradingRules) -> None:
        """Change the settings of both."""
        self.rules = rules
        self.maker.set_rules(self._deciding)
        self.executor.set_rules(rules)

    def play(self, bars: int) -> None:
        """Let so many bars go by."""
        for _ in range(bars * _POLLS_A_BAR):
            self._clock.now += 1 / _POLLS_A_BAR
            for event in self._feed.poll():
                if isinstance(event, PriceTick):
                    self.executor.on_price(event)
                else:
                    self._close(event)

    def play_until_held(self) -> str:
        """Let bars go by until something is held, and name it."""
        for _ in range(400):
            self.play(1)
            if held := self.store.trades.load_account(self.name).open_positions():
                return held[0].symbol
        raise AssertionError("nothing was bought")

    @property
    def _deciding(self) -> DecisionRules:
        return DecisionRules(self.rules.costs, self.rules.limits, policy=self.rules.policy)

    def _close(self, closed: BarClosed) -> None:
        series, fresh = gone_on(self._series[closed.symbol], closed)
        self._series[closed.symbol] = series
        snapshot = self.post.first(MARKET_MONITOR, DECISION_MAKER, take_snapshot(series, self._feed.market_time_ns()))
        self.store.bars.put(closed.symbol, closed.interval, series.kept_as, fresh)
        self.store.messages.add(snapshot)
        self.executor.on_bar_closed(closed)
        self.maker.receive(snapshot)


def _series(source: DemoSource, symbol: str) -> Series:
    bars = source.history(symbol, Interval.HOUR_1, DECISION_BARS)
    return Series(symbol, Interval.HOUR_1, bars, source.name, demo_instrument(symbol))
