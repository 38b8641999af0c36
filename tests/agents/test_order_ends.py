"""Orders that somebody else settled meanwhile: told once, and as the store has them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.hand_orders import CANCELLED_BY_HAND
from photon_desktop.agents.order_ends import OrderEnds
from photon_desktop.agents.post import Post
from photon_desktop.agents.reports import NO_PRICE, cancelled_report
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import ExecutionReport, MessageType, ReportStatus
from photon_desktop.trading.orders import OrderStatus
from tests.agents.conftest import HOUR, NOON, decision, sent, tick
from tests.agents.test_order_effects import started

PRESSED = "The kill switch was pressed."


@pytest.fixture
def agent(store: Store, post: Post, qapp: QCoreApplication) -> Iterator[ExecutionAgent]:
    """One whose first order waits for its price."""
    agent = started(store, post)
    agent.receive(sent(store, post, decision()))
    yield agent
    agent.stop()


def told(store: Store) -> list[tuple[ReportStatus, str]]:
    stored = store.messages.of_type(MessageType.EXECUTION_REPORT, 100)
    reports = [item.message.payload for item in reversed(stored)]
    return [(report.status, report.message) for report in reports if isinstance(report, ExecutionReport)]


def test_an_order_that_the_kill_switch_cancelled_first_is_told_once_and_with_its_words(
    store: Store, agent: ExecutionAgent
) -> None:
    announced: list[object] = []
    agent.report_made.connect(announced.append)
    store.trades.cancel_waiting(PRESSED)
    agent.on_price(tick(100, NOON + 3 * HOUR))  # too late for the order, which the agent takes for expired
    assert told(store) == [(ReportStatus.CANCELLED, PRESSED)]
    assert len(announced) == 1
    agent.on_price(tick(100, NOON + 3 * HOUR + 1))
    assert len(told(store)) == 1
    assert store.trades.fills() == []


def test_an_order_whose_end_was_told_makes_no_second_report(store: Store, post: Post, agent: ExecutionAgent) -> None:
    (order,) = store.trades.open_orders()
    ends = OrderEnds(store, post)
    assert ends.settle(order, OrderStatus.EXPIRED, cancelled_report(order, NOON, NO_PRICE)) is not None
    announced: list[object] = []
    agent.report_made.connect(announced.append)
    agent.cancel_order(order.client_order_id)
    assert (len(told(store)), announced) == (1, [])
    stored = store.trades.order(order.client_order_id)
    assert stored is not None
    assert (stored.status, stored.note) == (OrderStatus.EXPIRED, NO_PRICE)


def test_an_order_that_was_filled_meanwhile_is_not_told_as_cancelled(
    store: Store, post: Post, agent: ExecutionAgent
) -> None:
    (order,) = store.trades.open_orders()
    agent.on_price(tick(100))
    late = OrderEnds(store, post).settle(order, OrderStatus.CANCELLED, cancelled_report(order, NOON, CANCELLED_BY_HAND))
    assert late is None
    assert [status for status, _ in told(store)] == [ReportStatus.EXECUTED]
