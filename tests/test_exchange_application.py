"""The program with an account at the exchange: opened by its profile, killed while an agent hangs, without a key."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.application import Application, Rules
from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.trading_door import CANCEL_ALL, CREATE, TradingEndpoint, TradingMode
from photon_desktop.broker.errors import BrokerError
from photon_desktop.clock import SystemClock
from photon_desktop.drill.trader import NoFits
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.market.session import OpenedMarket
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.trading.timestamps import Clock
from tests.broker.bybit.conftest import KEY, KEYS, SECRET
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import BybitServer

PROFILE = Profile("My demo", "my-demo", AccountMode.DEMO, REAL_MARKET)
PATIENCE_S = 20.0


class QuietMarket:
    """A real market of which nothing comes."""

    name = REAL_MARKET
    symbols = ("BTCUSDT", "AAPL")
    interval = Interval.HOUR_1
    clock: Clock = SystemClock()

    def instrument(self, symbol: str, /) -> Instrument:
        return assumed_instrument(symbol)

    def opens_at(self, _resume_point: object, /) -> int:
        return self.clock.now_ns()

    def open(self, _resume_point: object, /) -> OpenedMarket:
        return OpenedMarket((), QuietFeed())


class QuietFeed:
    """Brings nothing."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        return lambda *_: ()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        running.let_time_run()
        yield running


@pytest.fixture
def make(server: BybitServer, tmp_path: Path, qapp: QCoreApplication) -> Iterator[Callable[..., Application]]:
    made: list[Application] = []

    def making(keys: ApiKeys | None = KEYS, session: object = None) -> Application:
        endpoint = TradingEndpoint(TradingMode.DEMO, server.rest_url, server.stream_url)
        application = Application(
            tmp_path, session or QuietMarket(), Rules(), PROFILE, fits=NoFits(),  # type: ignore[arg-type]
            keys_of=lambda profile: keys, endpoint_of=lambda profile: endpoint,
        )  # fmt: skip
        made.append(application)
        return application

    yield making
    for application in made:
        assert application.close() == ()


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline
        QCoreApplication.processEvents()
        time.sleep(0.005)


def start_executor(application: Application) -> list[AgentStatus]:
    """What the execution agent says of itself, from its start on."""
    said: list[AgentStatus] = []
    executor = application.team.executor
    executor.status_changed.connect(said.append)
    application.team.thread_of(executor.name).start()
    until(lambda: said)
    return said


def test_an_account_at_the_exchange_is_opened_by_its_profile(
    make: Callable[..., Application], server: BybitServer
) -> None:
    application = make()
    assert application.stream_age_s() is None
    said = start_executor(application)
    until(lambda: application.stream_age_s() is not None)
    until(lambda: application.store.trades.deposits(PROFILE.account) == 10_000)
    age_s = application.stream_age_s()
    assert age_s is not None
    assert age_s < PATIENCE_S
    until(lambda: said[-1].state is AgentState.RUNNING)
    assert application.arming.account == ""
    assert application.team.executor._arming is application.arming
    assert application.store.trades.ledger(5, "paper") == []


def test_without_keys_the_agent_says_what_to_do_and_nothing_is_asked(
    make: Callable[..., Application], server: BybitServer
) -> None:
    said = start_executor(make(keys=None))
    until(lambda: said[-1].state is AgentState.FAILED)
    assert said[-1].note.startswith(
        "The account My demo has no exchange keys on this computer; add them under Settings"
    )
    assert server.http.requests == []
    assert server.stream.handshakes == 0


def test_on_a_simulated_market_no_exchange_is_traded(make: Callable[..., Application], server: BybitServer) -> None:
    said = start_executor(make(session=DemoSession(Interval.HOUR_1, 1.0)))
    until(lambda: said[-1].state is AgentState.FAILED)
    assert "choose the real market" in said[-1].note
    assert server.http.requests == []


def test_everything_is_cancelled_within_a_second_while_the_agent_hangs_and_orders_do_not_come_through(
    make: Callable[..., Application], server: BybitServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = make()
    start_executor(application)
    until(lambda: application.stream_age_s() is not None)
    hangs, goes_on = threading.Event(), threading.Event()

    def hang() -> None:
        hangs.set()
        goes_on.wait(20)

    monkeypatch.setattr(application.team.executor, "_publish", hang)
    application.team.executor._news_came.emit()
    server.fund("BTCUSDT", 0)  # type: ignore[arg-type]
    until(hangs.is_set)
    server.http.plan(Fault(is_hung=True), CREATE)
    begun = time.monotonic()
    thread = threading.Thread(target=application.cancel_at_exchange)
    thread.start()
    until(lambda: server.http.count(CANCEL_ALL))
    assert time.monotonic() - begun < 1
    thread.join(5)
    goes_on.set()


def test_orders_are_cancelled_at_the_exchange_also_when_no_agent_ever_started(
    make: Callable[..., Application], server: BybitServer
) -> None:
    make().cancel_at_exchange()
    assert server.http.count(CANCEL_ALL) == 1


def test_a_cancelling_that_is_not_known_to_be_done_says_so(
    make: Callable[..., Application], server: BybitServer
) -> None:
    server.http.plan(Fault(status=500), CANCEL_ALL, times=9)
    with pytest.raises(BrokerError):
        make().cancel_at_exchange()


def test_a_paper_account_asks_no_exchange(make: Callable[..., Application], server: BybitServer) -> None:
    application = make(session=DemoSession(Interval.HOUR_1, 1.0))
    application.watch(application.session, Profile("Paper", "paper", AccountMode.PAPER, "demo"))
    application.cancel_at_exchange()
    assert server.http.requests == []
