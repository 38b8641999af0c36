"""Work done a step a turn."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from photon_desktop.ui.turns import Turns


def building(seen: list[str]) -> Generator[None, None, str]:
    """Notes its steps, and that others had a turn after each."""
    try:
        for step in "abc":
            seen.append(step)
            QTimer.singleShot(0, lambda: seen.append("others"))
            yield
    finally:
        seen.append("let go")
    return "built"


def test_others_have_a_turn_between_two_steps(qtbot: QtBot) -> None:
    parent, seen = QObject(), list[str]()
    turns = Turns(building(seen), parent)
    turns.begin()
    qtbot.waitUntil(lambda: "let go" in seen)
    assert seen == ["a", "others", "b", "others", "c", "others", "let go"]
    assert turns.ended() == "built"
    assert turns.ended() == "built"


def test_who_cannot_wait_has_the_rest_at_once() -> None:
    parent, seen = QObject(), list[str]()
    assert Turns(building(seen), parent).ended() == "built"
    assert seen == ["a", "b", "c", "let go"]


def test_what_is_stopped_half_way_is_let_go_of() -> None:
    parent, seen = QObject(), list[str]()
    work = building(seen)
    next(work)
    turns = Turns(work, parent)
    turns.begin()
    turns.stop()
    timer = turns.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
    assert seen == ["a", "let go"]
