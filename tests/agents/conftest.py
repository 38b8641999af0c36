"""A store in a temporary folder, a clock that stands still, and values to feed agents with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.decision_maker import DecisionMaker, Trainer
from photon_desktop.agents.decision_rules import DecisionRules
from photon_desktop.agents.market_time import MarketTime, WatchedMarket
from photon_desktop.agents.post import Post
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EXECUTION_AGENT,
    Action,
    Message,
    TradeDecision,
)
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.timestamps import from_iso
from tests.agents.exchange import Trading
from tests.broker.bybit.conftest import KEY, SECRET
from tests.fakes.bybit_server import BybitServer

HOUR = Interval.HOUR_1.nanoseconds
NOON = from_iso("2024-06-01T12:00:00Z")
SYMBOL = "BTCUSDT"


class StandingClock:
    """Wall time that moves one millisecond each time it is asked, so ids differ."""

    def __init__(self) -> None:
        self.time_ns = NOON

    def now_ns(self) -> int:
        self.time_ns += 1_000_000
        return self.time_ns


def counted_bytes() -> "CountedBytes":
    return CountedBytes()


@dataclass
class CountedBytes:
    """Random bytes that can be told apart and made again."""

    count: int = field(default=0)

    def __call__(self, length: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(length)


@pytest.fixture
def post() -> Post:
    return Post(StandingClock(), counted_bytes())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


def watching(symbol: str = SYMBOL, opens_at: int = NOON) -> MarketTime:
    return MarketTime(lambda: WatchedMarket(lambda: (symbol,), opens_at))


def decision(action: Action = Action.BUY, quantity: str = "1", price: str = "100", at: int = NOON) -> TradeDecision:
    return TradeDecision(
        action,
        SYMBOL,
        Interval.HOUR_1,
        0.9,
        Decimal(quantity),
        Decimal(price),
        0.2,
        "Because.",
        "rules",
        "",
        {},
        at,
        stop_loss=Decimal(95) if action is Action.BUY else None,
        take_profit=Decimal(110) if action is Action.BUY else None,
    )


def sent(store: Store, post: Post, payload: TradeDecision) -> Message:
    """A decision as the decision maker would have stored it."""
    message = post.first(DECISION_MAKER, EXECUTION_AGENT, payload)
    store.messages.add(message)
    return message


def tick(
    price: float, time_ns: int = NOON, high: float | None = None, low: float | None = None, volume: float | None = None
) -> PriceTick:
    top, bottom = high or price, low or price
    forming = Bar(NOON, price, top, bottom, price, 1.0)
    return PriceTick(SYMBOL, Interval.HOUR_1, time_ns, price, top, bottom, price, forming, volume)


BeginMaker = Callable[..., DecisionMaker]


@pytest.fixture
def begin(store: Store, post: Post, qapp: QCoreApplication, tmp_path: Path) -> Iterator[BeginMaker]:
    """Starts decision makers, with a trainer and `DecisionRules`' fields, that have watched for a hundred hours."""
    made: list[DecisionMaker] = []

    def make(
        trainer: Trainer, symbol: str = SYMBOL, opens_at: int = NOON - 100 * HOUR, **rules: object
    ) -> DecisionMaker:
        chosen, market = DecisionRules(**rules), watching(symbol, opens_at)  # type: ignore[arg-type]
        maker = DecisionMaker(store, post, trainer, tmp_path / "models", assumed_instrument, chosen, market)
        made.append(maker)
        maker.start()
        return maker

    yield make
    for maker in made:
        maker.stop()


@pytest.fixture
def make_maker(begin: BeginMaker) -> BeginMaker:
    """As `begin`, for makers that have watched since noon."""
    return partial(begin, opens_at=NOON)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        running.market.pinned[SYMBOL] = "30000"
        yield running


@pytest.fixture
def trading(server: BybitServer, store: Store, post: Post, qapp: QCoreApplication) -> Iterator[Trading]:
    made = Trading(server, store, post)
    yield made
    made.stop()


@pytest.fixture
def spot(server: BybitServer, store: Store, post: Post, qapp: QCoreApplication) -> Iterator[Trading]:
    made = Trading(server, store, post, Category.SPOT)
    yield made
    made.stop()
