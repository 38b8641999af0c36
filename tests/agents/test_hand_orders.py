"""What a person asks of the execution agent: closed, cancelled and moved as safely as what the agents decide."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.post import Post
from photon_desktop.errors import AccountBreachError, StoreFullError
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.messages import Action, ReportStatus
from photon_desktop.trading.orders import OrderPurpose, OrderStatus
from photon_desktop.trading.portfolio import Portfolio
from tests.agents.conftest import NOON, SYMBOL, decision, sent, tick, watching
from tests.agents.test_execution_agent import RULES, open_broker, reports

D = Decimal
Maker = Callable[[], ExecutionAgent]


@pytest.fixture
def make_agent(store: Store, post: Post, qapp: QCoreApplication) -> Iterator[Maker]:
    made: list[ExecutionAgent] = []

    def make() -> ExecutionAgent:
        agent = ExecutionAgent(store, post, open_broker, assumed_instrument, RULES, watching(opens_at=NOON))
        made.append(agent)
        agent.start()
        return agent

    yield make
    for agent in made:
        agent.stop()


@pytest.fixture
def holder(store: Store, post: Post, make_agent: Maker) -> ExecutionAgent:
    """An agent that holds one unit, bought at 100."""
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    return agent


def refusals(agent: ExecutionAgent) -> list[str]:
    heard: list[str] = []
    agent.hand_refused.connect(heard.append)
    return heard


def portfolios(agent: ExecutionAgent) -> list[Portfolio]:
    heard: list[Portfolio] = []
    agent.portfolio_changed.connect(heard.append)
    return heard


def test_a_position_closed_by_hand_is_sold_at_the_next_price_and_reported(store: Store, holder: ExecutionAgent) -> None:
    holder.close_position(SYMBOL)
    (order,) = store.trades.open_orders()
    assert (order.purpose, order.quantity) == (OrderPurpose.CLOSED_BY_HAND, D(1))
    assert not store.trades.fills(symbol=SYMBOL)[1:]
    holder.on_price(tick(101))
    assert not store.trades.load_account().position(SYMBOL).is_open
    opened, closed = reports(store)
    assert (closed.action, closed.order_id) == (Action.SELL, order.client_order_id)
    assert closed.message.startswith("The position was closed by hand")
    assert closed.order_id != opened.order_id
    assert store.health().ledger_equals_cash


def test_an_order_by_hand_outlives_a_kill_before_its_fill(
    store: Store, holder: ExecutionAgent, make_agent: Maker
) -> None:
    holder.close_position(SYMBOL)
    make_agent().on_price(tick(101))
    assert not store.trades.load_account().position(SYMBOL).is_open
    assert len(store.trades.fills()) == 2


def test_a_second_press_does_nothing_and_says_so(store: Store, holder: ExecutionAgent) -> None:
    heard = refusals(holder)
    holder.close_position(SYMBOL)
    holder.close_position(SYMBOL)
    assert len(store.trades.open_orders()) == 1
    assert heard == [f"{SYMBOL} is being closed already; its order waits for the next price."]


def test_a_position_can_be_closed_while_decisions_are_halted(store: Store, holder: ExecutionAgent) -> None:
    holder._halt_on_breach(AccountBreachError("The books do not add up."))
    holder.close_position(SYMBOL)
    holder.on_price(tick(99))
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_closing_nothing_and_closing_beside_another_order_are_refused(
    store: Store, post: Post, holder: ExecutionAgent
) -> None:
    heard = refusals(holder)
    holder.close_position("ETHUSDT")
    holder.receive(sent(store, post, decision(Action.SELL)))
    holder.close_position(SYMBOL)
    assert [sentence.split(";")[0] for sentence in heard] == [
        "Nothing of ETHUSDT is held",
        f"An order in {SYMBOL} waits for its fill",
    ]
    assert len(store.trades.open_orders()) == 1


def test_a_stopped_agent_says_that_it_is_stopped(store: Store, holder: ExecutionAgent) -> None:
    heard = refusals(holder)
    holder.stop()
    holder.close_position(SYMBOL)
    assert "start it under Agents" in heard[0]
    assert store.trades.open_orders() == []


def test_a_close_whose_order_can_not_be_stored_is_not_sent(
    store: Store, holder: ExecutionAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = refusals(holder)

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(store.trades, "add_order", full)
        holder.close_position(SYMBOL)
    holder.on_price(tick(101))
    assert heard == ["The disk is full."]
    assert store.trades.load_account().position(SYMBOL).is_open


def test_a_waiting_order_is_shown_and_can_be_cancelled(store: Store, post: Post, make_agent: Maker) -> None:
    agent = make_agent()
    agent.on_price(tick(100))
    heard = portfolios(agent)
    agent.receive(sent(store, post, decision()))
    (order,) = store.trades.open_orders()
    agent._publish_if_stale()
    assert heard[-1].orders == (order,)
    agent.cancel_order(order.client_order_id)
    assert heard[-1].orders == ()
    agent.on_price(tick(101))
    stored = store.trades.order(order.client_order_id)
    assert stored is not None
    assert stored.status is OrderStatus.CANCELLED
    assert [report.status for report in reports(store)] == [ReportStatus.CANCELLED]
    assert store.trades.fills() == []


def test_a_cancel_that_can_not_be_stored_leaves_the_order_waiting(
    store: Store, holder: ExecutionAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder.close_position(SYMBOL)
    (order,) = store.trades.open_orders()

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(store.messages, "add", full)
        holder.cancel_order(order.client_order_id)
    assert store.trades.open_orders() == [order]
    holder.on_price(tick(101))
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_an_order_filled_before_the_cancel_came_is_said_to_wait_no_more(store: Store, holder: ExecutionAgent) -> None:
    heard = refusals(holder)
    order_id = reports(store)[0].order_id
    holder.cancel_order(order_id)
    assert "does not wait any more" in heard[0]
    assert len(reports(store)) == 1


def test_a_moved_stop_is_stored_published_and_obeyed(store: Store, holder: ExecutionAgent, make_agent: Maker) -> None:
    heard = portfolios(holder)
    holder.move_protection(SYMBOL, D(98), None)
    position = store.trades.load_account().position(SYMBOL)
    assert (position.stop_loss, position.take_profit) == (D(98), None)
    assert heard[-1].account.position(SYMBOL).stop_loss == D(98)
    make_agent().on_price(tick(99, high=99, low=97))
    assert reports(store)[-1].message.startswith("The stop loss closed")


def levels(store: Store) -> list[tuple[Decimal | None, Decimal | None, int]]:
    moves = [moved for _, moved in store.trades.levels_after(0, 100)]
    return [(moved.stop_loss, moved.take_profit, moved.moved_at) for moved in moves]


def test_moves_are_kept_with_the_markets_time_over_a_restart(
    store: Store, holder: ExecutionAgent, make_agent: Maker
) -> None:
    holder.on_price(tick(101, NOON + 7))
    holder.move_protection(SYMBOL, D(98), D(110))
    holder.move_protection(SYMBOL, D(98), D(110))
    make_agent().on_price(tick(97, NOON + 9))
    assert levels(store) == [(D(95), D(110), NOON), (D(98), D(110), NOON + 7), (None, None, NOON + 9)]


def test_a_move_that_can_not_be_stored_leaves_no_trace(
    store: Store, holder: ExecutionAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(store.inputs, "keep", full)  # it comes last: all before it is taken back
        holder.move_protection(SYMBOL, D(98), None)
    assert levels(store) == [(D(95), D(110), NOON)]
    assert store.trades.load_account().position(SYMBOL).stop_loss == D(95)


def test_a_stop_on_the_wrong_side_of_the_price_is_refused_in_one_sentence(store: Store, holder: ExecutionAgent) -> None:
    heard = refusals(holder)
    holder.move_protection(SYMBOL, D(101), D(110))
    assert heard == [
        f"The stop of a long position lies under the price; 101 does not lie under 100, the price of {SYMBOL}."
    ]
    assert store.trades.load_account().position(SYMBOL).stop_loss == D(95)


def test_a_close_whose_position_the_stop_closed_first_is_cancelled_not_filled(
    store: Store, holder: ExecutionAgent
) -> None:
    holder.close_position(SYMBOL)
    (order,) = store.trades.open_orders()
    holder.on_price(tick(94, NOON - 1))  # before the order was made, so that only the stop meets it
    holder.on_price(tick(94))
    assert store.trades.load_account().position(SYMBOL).quantity == 0
    stored = store.trades.order(order.client_order_id)
    assert stored is not None
    assert stored.status is OrderStatus.CANCELLED
