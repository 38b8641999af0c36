"""Messages come in their order, and a long past comes in slices."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from photon_desktop.ui.panels.frame.message_queue import SLICE_MS, MessageQueue
from photon_desktop.ui.panels.views import StoredView
from tests.ui.examples import chain, decision


class SlowReader:
    """Takes two milliseconds of processor time for each message."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def read(self, view: StoredView) -> None:
        end = time.perf_counter() + 0.002
        while time.perf_counter() < end:
            pass
        self.seen.append(view.message.id)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    yield QObject()


def views(count: int) -> list[StoredView]:
    return [chain(number, decision())[1] for number in range(count)]


def test_a_message_that_comes_alone_is_handed_on_at_once(owner: QObject) -> None:
    reader = SlowReader()
    queue = MessageQueue(reader.read, owner)
    queue.add(views(1))
    assert len(reader.seen) == 1


def test_a_long_past_is_handed_on_in_slices_and_later_news_after_it(owner: QObject, qtbot: QtBot) -> None:
    reader = SlowReader()
    queue = MessageQueue(reader.read, owner)
    many = views(31)
    queue.add(many[:30])
    assert 0 < len(reader.seen) <= SLICE_MS // 2 + 1
    queue.add(many[30:])
    assert len(reader.seen) <= SLICE_MS // 2 + 1
    qtbot.waitUntil(lambda: len(reader.seen) == 31)
    assert reader.seen == [view.message.id for view in many]


def test_a_stopped_queue_hands_on_nothing_more(owner: QObject, qtbot: QtBot) -> None:
    reader = SlowReader()
    queue = MessageQueue(reader.read, owner)
    queue.add(views(30))
    before = len(reader.seen)
    queue.stop()
    qtbot.wait(20)
    assert len(reader.seen) == before
