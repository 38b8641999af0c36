"""Partial fills, brackets and days through the execution agent, and over its restarts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.order_effects import POSITION_CLOSED
from photon_desktop.agents.post import Post
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.broker.paper import PaperBroker
from photon_desktop.errors import StoreFullError
from photon_desktop.store.store import Store
from photon_desktop.trading.brackets import OTHER_LEG
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.messages import Action, ExecutionReport, MessageType, ReportStatus
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.time_in_force import DAY_OVER, NOT_AT_ONCE
from tests.agents.conftest import HOUR, NOON, SYMBOL, StandingClock, counted_bytes, decision, sent, tick, watching

D = Decimal
RULES = TradingRules(costs=CostModel(D("0.001"), D(0)))
AgentMaker = Callable[[], ExecutionAgent]
EXECUTED, PARTLY = ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED
CANCELLED, EXPIRED, REJECTED = ReportStatus.CANCELLED, ReportStatus.EXPIRED, ReportStatus.REJECTED


def started(store: Store, post: Post) -> ExecutionAgent:
    agent = ExecutionAgent(
        store, post, lambda waiting: PaperBroker(RULES.costs, assumed_instrument, waiting), assumed_instrument, RULES,
        watching(opens_at=NOON),
    )  # fmt: skip
    agent.start()
    return agent


@pytest.fixture
def make_agent(store: Store, post: Post, qapp: QCoreApplication) -> Iterator[AgentMaker]:
    """Makes started agents, as a program that is started again would, and stops them."""
    made: list[ExecutionAgent] = []

    def make() -> ExecutionAgent:
        made.append(started(store, post))
        return made[-1]

    yield make
    for agent in made:
        agent.stop()


def order(name: str, kind: OrderKind = OrderKind.MARKET, side: Side = Side.SELL, **more: object) -> Order:
    settled = {"quantity": D(1), "requested_price": D(100), "created_at": NOON, "purpose": OrderPurpose.STOP, **more}
    return Order(name, "trace", "decision", SYMBOL, side, mode="paper", kind=kind, **settled)  # type: ignore[arg-type]


def reports(store: Store) -> list[ExecutionReport]:
    stored = store.messages.of_type(MessageType.EXECUTION_REPORT, 1_000)
    return [item.message.payload for item in reversed(stored)]  # type: ignore[misc]


def said(store: Store) -> list[tuple[ReportStatus, Decimal]]:
    return [(report.status, report.quantity) for report in reports(store)]


def status_of(store: Store, name: str) -> OrderStatus:
    stored = store.trades.order(name)
    assert stored is not None
    return stored.status


def holding(store: Store, post: Post, make_agent: AgentMaker) -> ExecutionAgent:
    """An agent that has bought one unit at 100, with a stop at 95 and a target at 110."""
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    return agent


def test_an_order_larger_than_its_share_of_the_volume_is_filled_in_parts(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    for number, volume in enumerate((6.0, 0.0, 3.0, 99.0)):
        agent.on_price(tick(100 + number, NOON + number, volume=volume))
    assert said(store) == [(PARTLY, D("0.6")), (PARTLY, D("0.3")), (EXECUTED, D("0.1"))]
    assert [report.executed_price for report in reports(store)] == [D(100), D(102), D(103)]
    assert "0.4 of 1 not yet" in reports(store)[0].message
    assert store.trades.load_account().position(SYMBOL).quantity == D(1)
    assert store.trades.load_account().position(SYMBOL).stop_loss == D(95)
    assert store.health().ledger_equals_cash


def test_a_fill_that_gapped_beyond_the_cash_is_not_made_and_nothing_halts(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision(quantity="15")))
    agent.on_price(tick(700))
    assert said(store) == [(CANCELLED, D(15))]
    assert "needed 10510.50 and the free cash is 10000.00" in reports(store)[0].message
    assert store.trades.load_account().cash == D(10_000)
    assert (store.trades.open_orders(), agent._halt.now) == ([], None)


def test_a_fill_that_spent_what_was_not_there_halts_trading_and_is_not_booked(
    store: Store, post: Post, make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision(quantity="15")))
    monkeypatch.setattr("photon_desktop.agents.order_effects.afforded", lambda changes, _: changes)
    agent.on_price(tick(700))
    assert agent._halt.now is not None
    assert "free cash is -510.50 after" in agent._halt.now.why
    assert (store.trades.fills(), store.trades.load_account().cash) == ([], D(10_000))


def test_a_half_filled_order_goes_on_after_a_restart(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100, volume=6))
    make_agent().on_price(tick(101, NOON + 1))
    assert said(store) == [(PARTLY, D("0.6")), (EXECUTED, D("0.4"))]
    assert len({stored.fill.fill_id for stored in store.trades.fills()}) == 2


def test_what_is_left_of_an_order_expires_when_prices_stay_away(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100, volume=6))
    agent.on_price(tick(100, NOON + 3 * HOUR))
    assert said(store) == [(PARTLY, D("0.6")), (EXPIRED, D("0.4"))]
    assert reports(store)[1].message.startswith("The rest was not filled")
    assert store.trades.open_orders() == []


def test_a_stop_that_closes_a_half_bought_position_cancels_the_rest_of_its_order(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100, volume=6))
    agent.on_price(tick(94, NOON + 1, volume=0))
    assert said(store) == [(PARTLY, D("0.6")), (EXECUTED, D("0.6")), (CANCELLED, D("0.4"))]
    assert reports(store)[2].message == POSITION_CLOSED
    agent.on_price(tick(100, NOON + 2))
    make_agent().on_price(tick(100, NOON + 3))
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_a_waiting_close_is_cancelled_by_the_stop_that_comes_first(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = holding(store, post, make_agent)
    agent.receive(sent(store, post, decision(Action.SELL)))
    agent.on_price(tick(94, NOON + 1, volume=0))
    assert said(store)[1:] == [(EXECUTED, D(1)), (CANCELLED, D(1))]
    agent.on_price(tick(100, NOON + 2))
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_an_order_that_waits_to_buy_again_outlives_the_position(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    holding(store, post, make_agent)
    store.trades.add_order(order("again", OrderKind.LIMIT, Side.BUY, limit_price=D(90)))
    store.trades.add_order(replace(order("other", OrderKind.LIMIT, limit_price=D(190)), symbol="ETHUSDT"))
    make_agent().on_price(tick(94, NOON + 1))
    assert {placed.client_order_id for placed in store.trades.open_orders()} == {"again", "other"}


def test_a_sale_that_turns_the_position_round_goes_on_when_it_is_flat(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    holding(store, post, make_agent)
    store.trades.add_order(order("turn", quantity=D(2), purpose=OrderPurpose.SIGNAL))
    agent = make_agent()
    agent.on_price(tick(100, NOON + 1, volume=10))
    assert not store.trades.load_account().position(SYMBOL).is_open
    agent.on_price(tick(99, NOON + 2))
    assert said(store)[1:] == [(PARTLY, D(1)), (EXECUTED, D(1))]
    assert store.trades.load_account().position(SYMBOL).quantity == D(-1)


def test_what_an_immediate_order_does_not_get_at_once_is_cancelled(store: Store, make_agent: AgentMaker) -> None:
    make_agent()
    store.trades.add_order(order("now", side=Side.BUY, time_in_force=TimeInForce.IMMEDIATE_OR_CANCEL))
    make_agent().on_price(tick(100, volume=2))
    assert said(store) == [(PARTLY, D("0.2")), (CANCELLED, D("0.8"))]
    assert reports(store)[1].message == NOT_AT_ONCE
    assert status_of(store, "now") is OrderStatus.CANCELLED
    assert store.trades.open_orders() == []


def test_a_day_order_expires_with_its_day_and_another_waits_on(store: Store, make_agent: AgentMaker) -> None:
    make_agent()
    day = {"time_in_force": TimeInForce.DAY, "expires_at": NOON + HOUR}
    store.trades.add_order(order("day", OrderKind.LIMIT, Side.BUY, limit_price=D(90), **day))
    store.trades.add_order(order("long", OrderKind.LIMIT, Side.BUY, limit_price=D(90)))
    agent = make_agent()
    for hours in (0, 1, 9):
        agent.on_price(tick(100, NOON + hours * HOUR))
    assert [(report.order_id, report.status, report.message) for report in reports(store)] == [
        ("day", EXPIRED, DAY_OVER)
    ]
    assert [placed.client_order_id for placed in store.trades.open_orders()] == ["long"]


def test_an_order_off_the_steps_is_rejected_with_a_reason(store: Store, make_agent: AgentMaker) -> None:
    make_agent()
    store.trades.add_order(order("odd", OrderKind.LIMIT, Side.BUY, limit_price=D("90.001")))
    make_agent().on_price(tick(80))
    (report,) = reports(store)
    assert (report.status, report.blocked_by) == (REJECTED, ("ORDER_SIZE",))
    assert status_of(store, "odd") is OrderStatus.REJECTED


def bracket() -> tuple[Order, Order]:
    target = order("target", OrderKind.LIMIT, limit_price=D(105), group="g", purpose=OrderPurpose.TARGET)
    return target, order("stop", OrderKind.STOP, stop_price=D(97), group="g")


@pytest.mark.parametrize(
    ("price", "winner", "loser", "gets"), [(106, "target", "stop", D(106)), (96, "stop", "target", D(96))]
)
def test_one_order_of_a_bracket_fills_and_the_other_is_cancelled_with_it(
    store: Store, post: Post, make_agent: AgentMaker, price: float, winner: str, loser: str, gets: Decimal
) -> None:
    holding(store, post, make_agent)
    for leg in bracket():
        store.trades.add_order(leg)
    make_agent().on_price(tick(price, NOON + 1))
    assert (status_of(store, winner), status_of(store, loser)) == (OrderStatus.FILLED, OrderStatus.CANCELLED)
    done, gone = sorted(reports(store)[1:], key=lambda report: report.status is CANCELLED)
    assert (done.executed_price, gone.message) == (gets, OTHER_LEG)
    assert len(reports(store)) == 3


def test_a_target_filled_in_part_leaves_the_stop_for_the_rest_also_after_a_restart(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    holding(store, post, make_agent)
    for leg in bracket():
        store.trades.add_order(leg)
    make_agent().on_price(tick(106, NOON + 1, volume=4))
    assert {order.client_order_id: (order.quantity, order.filled) for order in store.trades.open_orders()} == {
        "target": (D(1), D("0.4")), "stop": (D("0.6"), D(0)),
    }  # fmt: skip
    make_agent().on_price(tick(96, NOON + 2))
    assert said(store)[1:] == [(PARTLY, D("0.4")), (EXECUTED, D("0.6")), (CANCELLED, D("0.6"))]
    assert (status_of(store, "stop"), status_of(store, "target")) == (OrderStatus.FILLED, OrderStatus.CANCELLED)
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_a_trailing_stop_stands_after_a_restart_where_it_stood(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    holding(store, post, make_agent)
    store.trades.add_order(order("trail", OrderKind.TRAILING_STOP, trail=Trail(D(2))))
    agent = make_agent()
    agent.on_price(tick(104, NOON + 1))
    agent.on_price(tick(103, NOON + 2))
    (placed,) = store.trades.open_orders()
    assert placed.stop_price == D(102)
    moves = [moved for _, moved in store.trades.levels_after(0, 9) if moved.client_order_id == "trail"]
    assert [(moved.stop_loss, moved.moved_at) for moved in moves] == [(D(102), NOON + 1)]
    make_agent().on_price(tick(102.5, NOON + 3, low=101))
    assert (said(store)[-1], reports(store)[-1].executed_price) == ((EXECUTED, D(1)), D(102))


def test_a_stop_that_was_reached_is_known_after_a_restart(store: Store, post: Post, make_agent: AgentMaker) -> None:
    holding(store, post, make_agent)
    store.trades.add_order(order("stop", OrderKind.STOP, stop_price=D(97)))
    make_agent().on_price(tick(96, NOON + 1, volume=0))
    assert status_of(store, "stop") is OrderStatus.TRIGGERED
    make_agent().on_price(tick(99, NOON + 2))
    assert reports(store)[-1].executed_price == D(99)


def test_a_price_whose_effects_can_not_be_stored_changes_nothing_and_the_next_one_counts(
    store: Store, post: Post, make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    holding(store, post, make_agent)
    for leg in bracket():
        store.trades.add_order(leg)
    agent = make_agent()

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(store.messages, "add", full)  # the reports come last: all before them is taken back
        agent.on_price(tick(106, NOON + 1))
    assert (status_of(store, "target"), status_of(store, "stop")) == (OrderStatus.NEW, OrderStatus.NEW)
    assert store.trades.load_account().position(SYMBOL).is_open
    agent.on_price(tick(107, NOON + 2))
    assert (status_of(store, "target"), status_of(store, "stop")) == (OrderStatus.FILLED, OrderStatus.CANCELLED)
    assert [stored.fill.price for stored in store.trades.fills()] == [D(107), D(100)]


def test_a_sale_while_a_bracket_waits_takes_the_bracket_away(store: Store, post: Post, make_agent: AgentMaker) -> None:
    holding(store, post, make_agent)
    for leg in bracket():
        store.trades.add_order(leg)
    store.trades.add_order(order("close", purpose=OrderPurpose.FLATTEN))
    make_agent().on_price(tick(100, NOON + 1))
    assert {status_of(store, name) for name in ("target", "stop")} == {OrderStatus.CANCELLED}
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_an_order_that_rests_does_not_keep_a_decision_waiting(store: Store, post: Post, make_agent: AgentMaker) -> None:
    holding(store, post, make_agent)
    for leg in bracket():
        store.trades.add_order(leg)
    agent = make_agent()
    agent.on_price(tick(100, NOON + 1))
    agent.receive(sent(store, post, decision(Action.SELL)))
    agent.on_price(tick(101, NOON + 2))
    assert said(store)[1] == (EXECUTED, D(1))
    assert [report.message for report in reports(store)[2:]] == [POSITION_CLOSED] * 2


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prices=st.lists(st.tuples(st.integers(94, 108), st.integers(0, 8)), min_size=4, max_size=10),
    restarts=st.sets(st.integers(0, 9)),
    kind=st.sampled_from(["trailing", "bracket", "ioc"]),
)
def test_a_restart_at_any_price_gives_the_same_fills(
    qapp: QCoreApplication, tmp_path_factory: pytest.TempPathFactory,
    prices: list[tuple[int, int]], restarts: set[int], kind: str,
) -> None:  # fmt: skip
    one, other = (played(tmp_path_factory, prices, at, kind) for at in (set(), restarts))
    assert one == other


def played(
    folders: pytest.TempPathFactory, prices: list[tuple[int, int]], restarts: set[int], kind: str
) -> tuple[list[object], list[tuple[ReportStatus, Decimal]]]:
    """The fills and reports of a session that is started anew before each of `restarts`."""
    orders = {
        "trailing": (order("trail", OrderKind.TRAILING_STOP, trail=Trail(D(3))),),
        "bracket": bracket(),
        "ioc": (order("now", time_in_force=TimeInForce.IMMEDIATE_OR_CANCEL),),
    }[kind]
    store = Store.open(folders.mktemp("restart") / "photon.sqlite3")
    post = Post(StandingClock(), counted_bytes())
    agent = started(store, post)
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100, NOON, volume=6))
    for placed in orders:
        store.trades.add_order(placed)
    agent.stop()
    agent = started(store, post)
    for number, (price, volume) in enumerate(prices):
        if number in restarts:
            agent.stop()
            agent = started(store, post)
        agent.on_price(tick(price, NOON + number + 1, volume=volume))
    agent.stop()
    outcome = ([stored.fill for stored in store.trades.fills()], said(store))
    assert store.health().ledger_equals_cash
    assert store.health().duplicate_fills == 0
    store.close()
    return outcome  # type: ignore[return-value]
