import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.errors import DuplicateError, MessageError, StoreError
from photon_desktop.store import Store
from photon_desktop.store.messages import StoredMessage
from photon_desktop.trading.messages import DECISION_MAKER, EXECUTION_AGENT, MessageStatus, MessageType, Payload
from tests.store.samples import START, decision, message, order, report, snapshot

finite = st.floats(allow_nan=False, allow_infinity=False)
decimals = st.decimals(min_value=Decimal("0.00000001"), max_value=Decimal(9_999_999), places=8)


@pytest.mark.parametrize("payload", [snapshot(), decision(), report()])
def test_a_message_comes_back_exactly(store: Store, payload: Payload) -> None:
    sent = message(1, payload)
    store.messages.add(sent)
    assert store.messages.recent() == [StoredMessage(sent, MessageStatus.QUEUED, "", 0)]
    assert next(store.messages.iterate_json())["payload"] == json.loads(json.dumps(payload.to_json()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(numbers=st.tuples(finite, finite), amounts=st.tuples(decimals, decimals, decimals))
def test_every_float_and_amount_comes_back_exactly(
    store: Store, numbers: tuple[float, float], amounts: tuple[Decimal, Decimal, Decimal]
) -> None:
    number = store.messages.last_sequence()
    one, two = numbers
    quantity, price, cost = amounts
    payloads: list[Payload] = [
        replace(snapshot(), indicators={"macd": one, "rsi14": two}),
        replace(decision(), quantity=quantity, price=price, contributions=(("macd", one),), stop_loss=cost),
        replace(report(), quantity=quantity, executed_price=price, slippage=-cost),
    ]
    for offset, payload in enumerate(payloads):
        store.messages.add(message(number + offset, payload, f"trace-{number}"))
    assert [stored.message.payload for stored in store.messages.chain(f"trace-{number}")] == payloads


def test_an_id_is_stored_once(store: Store) -> None:
    store.messages.add(message(1))
    with pytest.raises(DuplicateError, match="message-1 is stored already"):
        store.messages.add(message(1, decision()))
    assert [stored.message for stored in store.messages.recent()] == [message(1)]


def test_a_number_that_is_no_json_is_refused(store: Store) -> None:
    odd = replace(snapshot(), data_quality={"age_seconds": float("nan")})
    with pytest.raises(MessageError, match="message-1 holds a number"):
        store.messages.add(message(1, odd))
    assert store.messages.recent() == []


def test_queues_are_by_recipient_and_oldest_first(store: Store) -> None:
    for number in (3, 1, 2):
        store.messages.add(message(number))
    store.messages.add(message(4, decision()))
    store.messages.add(message(5), MessageStatus.DONE)
    assert [waiting.id for waiting in store.messages.queued(DECISION_MAKER)] == ["message-3", "message-1", "message-2"]
    assert store.messages.queued_count(DECISION_MAKER) == 3
    assert store.messages.queued(EXECUTION_AGENT) == [message(4, decision())]


def test_a_message_is_settled_once(store: Store) -> None:
    store.messages.add(message(1))
    assert store.messages.settle("message-1", MessageStatus.DONE, "handled", 77) is True
    assert store.messages.settle("message-1", MessageStatus.FAILED, "again", 78) is False
    assert store.messages.recent() == [StoredMessage(message(1), MessageStatus.DONE, "handled", 77)]
    assert store.messages.queued_count(DECISION_MAKER) == 0


def test_a_message_that_is_not_stored_is_not_settled(store: Store) -> None:
    assert store.messages.settle("message-1", MessageStatus.DONE) is False


class HandledAlreadyError(Exception):
    """Raised by a handler that came second."""


def test_what_a_second_handler_did_is_undone(store: Store) -> None:
    store.messages.add(message(1, decision()))

    def handle(order_number: int) -> None:
        with store.transaction():
            store.trades.add_order(order(order_number))
            store.messages.add(message(order_number + 10, report()))
            if not store.messages.settle("message-1", MessageStatus.DONE):
                raise HandledAlreadyError

    handle(1)
    with pytest.raises(HandledAlreadyError):
        handle(2)
    assert [placed.client_order_id for placed in store.trades.open_orders()] == ["order-1"]
    assert [stored.message.id for stored in store.messages.recent()] == ["message-11", "message-1"]


def test_messages_are_found_by_age_chain_type_and_ticker(store: Store) -> None:
    sent = [
        message(1, snapshot(), "a"),
        message(2, snapshot("ETHUSDT"), "b"),
        message(3, decision(), "a"),
        message(4, snapshot(), "c"),
    ]
    for each in sent:
        store.messages.add(each)

    def ids(found: list[StoredMessage]) -> list[str]:
        return [stored.message.id[-1] for stored in found]

    assert ids(store.messages.recent(2)) == ["4", "3"]
    assert ids(store.messages.chain("a")) == ["1", "3"]
    assert ids(store.messages.of_type(MessageType.MARKET_SNAPSHOT, 10)) == ["4", "2", "1"]
    assert ids(store.messages.of_type(MessageType.MARKET_SNAPSHOT, 1)) == ["4"]
    assert ids(store.messages.of_type(MessageType.MARKET_SNAPSHOT, 10, "BTCUSDT")) == ["4", "1"]


def test_counts_name_every_status(store: Store) -> None:
    for number in range(3):
        store.messages.add(message(number))
    store.messages.settle("message-1", MessageStatus.EXPIRED)
    assert store.messages.counts() == {
        MessageStatus.QUEUED: 2,
        MessageStatus.DONE: 0,
        MessageStatus.FAILED: 0,
        MessageStatus.EXPIRED: 1,
    }


def test_json_of_all_messages_since_one_is_in_order(store: Store) -> None:
    store.messages.add(message(1))
    since = store.messages.last_sequence()
    store.messages.add(message(2, decision()))
    store.messages.add(message(3, report()))
    store.messages.settle("message-2", MessageStatus.DONE)
    found = list(store.messages.iterate_json(since))
    assert [(each["id"], each["type"], each["status"]) for each in found] == [
        ("message-2", "TRADE_DECISION", "done"),
        ("message-3", "EXECUTION_REPORT", "queued"),
    ]
    assert found[0]["created_at"] == "2024-12-07T10:00:00Z"
    assert len(list(store.messages.iterate_json())) == 3


def test_a_queued_message_that_cannot_be_read_is_settled_as_failed(store: Store) -> None:
    store.messages.add(message(1))
    store.messages.add(message(2))
    store.connections.tuples("UPDATE messages SET payload = '{}' WHERE id = 'message-1'")
    assert [waiting.id for waiting in store.messages.queued(DECISION_MAKER)] == ["message-2"]
    assert store.messages.counts()[MessageStatus.FAILED] == 1
    assert [each["status"] for each in store.messages.iterate_json()] == ["failed", "queued"]
    assert [stored.message.id for stored in store.messages.recent()] == ["message-2"]


def test_a_locked_or_closed_store_is_an_error_of_the_store(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError):
        store.messages.add(message(1))


def test_reports_are_found_by_the_account_they_name(store: Store) -> None:
    for number, account in enumerate(("", "paper#2", "paper", "paper#2")):
        store.messages.add(message(number, replace(report(), account=account)))
    store.messages.add(message(9))
    assert [one.message.id for one in store.messages.reports_of("paper#2", 5)] == ["message-3", "message-1"]
    assert [one.message.id for one in store.messages.reports_of("", 5)] == ["message-0"]
    assert len(store.messages.reports_of("paper#2", 1)) == 1


def test_all_that_waits_for_one_recipient_expires_and_nothing_else(store: Store) -> None:
    store.messages.add(message(1, decision()))
    store.messages.add(message(2))
    assert store.messages.expire(EXECUTION_AGENT, "Another account trades now.", START) == 1
    assert store.messages.queued(EXECUTION_AGENT) == []
    assert [one.id for one in store.messages.queued(DECISION_MAKER)] == ["message-2"]
    assert store.messages.recent()[1].note == "Another account trades now."
