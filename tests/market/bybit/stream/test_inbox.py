"""Messages reach the supervisor of their own connection only."""

import threading
import time

import pytest

from photon_desktop.market.bybit.stream import inbox as inbox_module
from photon_desktop.market.bybit.stream.inbox import Inbox
from photon_desktop.market.bybit.stream.transport import StreamLostError


def test_messages_are_taken_in_order_and_once() -> None:
    inbox = Inbox()
    received, _ = inbox.renew()
    for number in range(3):
        received({"n": number})
    assert [message["n"] for message in inbox.take()] == [0, 1, 2]
    assert inbox.take() == []


def test_late_callbacks_of_an_older_connection_are_dropped() -> None:
    inbox = Inbox()
    old_received, old_lost = inbox.renew()
    received, _ = inbox.renew()
    old_received({"n": "old"})
    old_lost(StreamLostError("old"))
    received({"n": "new"})
    assert [message["n"] for message in inbox.take()] == ["new"]
    assert inbox.loss is None


def test_the_first_reason_of_a_loss_is_kept() -> None:
    inbox = Inbox()
    _, lost = inbox.renew()
    lost(StreamLostError("first"))
    lost(StreamLostError("second"))
    assert str(inbox.loss) == "first"
    inbox.renew()
    assert inbox.loss is None


def test_a_message_ends_a_wait() -> None:
    inbox = Inbox()
    received, _ = inbox.renew()
    thread = threading.Thread(target=lambda: received({}))
    begun = time.monotonic()
    thread.start()
    inbox.wait(20)
    thread.join()
    assert time.monotonic() - begun < 10


def test_a_stream_nobody_reads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_module, "MOST_WAITING", 2)
    inbox = Inbox()
    received, _ = inbox.renew()
    for _ in range(3):
        received({})
    assert len(inbox.take()) == 2
    assert "faster than it is read" in str(inbox.loss)
