"""Work done a step a turn."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from photon_desktop.desks.turns import Turns


def counting(done: list[int]) -> Generator[None, None, str]:
    for step in range(3):
        done.append(step)
        yield
    return "built"


def test_steps_are_taken_one_by_one_until_the_end(qtbot: QtBot) -> None:
    parent, done, seen = QObject(), list[int](), set[int]()
    turns = Turns(counting(done), parent)
    turns.begin()

    def all_taken() -> bool:
        seen.add(len(done))
        return len(done) == 3

    qtbot.waitUntil(all_taken)
    assert seen == {0, 1, 2, 3}
    assert turns.ended() == "built"
    assert turns.ended() == "built"


def test_who_cannot_wait_has_the_rest_at_once() -> None:
    parent, done = QObject(), list[int]()
    turns = Turns(counting(done), parent)
    assert turns.ended() == "built"
    assert done == [0, 1, 2]


def test_nothing_more_is_done_once_it_is_stopped(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    turns = Turns(counting(done), parent)
    turns.begin()
    qtbot.waitUntil(lambda: done == [0])
    turns.stop()
    timer = turns.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
    assert done == [0]
