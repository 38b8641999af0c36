"""Work on a thread of its own: told on the main thread, or not at all."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.errors import PhotonError


@pytest.fixture
def errands(qtbot: QtBot) -> Iterator[Errands]:
    made = Errands()
    yield made
    made.finish()


class Heard:
    """What was told, and on which thread."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.parts: list[Any] = []
        self.threads: set[int] = set()

    def take(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.threads.add(threading.get_ident())

    def take_part(self, part: Any) -> None:
        self.parts.append(part)


def test_parts_come_in_order_and_all_is_told_on_the_main_thread(errands: Errands, qtbot: QtBot) -> None:
    heard, worked_on = Heard(), []

    def work(errand: Errand) -> str:
        worked_on.append(threading.get_ident())
        for number in range(3):
            errand.report(number)
        return "done"

    errands.send("test", work, heard.take, heard.take_part)
    qtbot.waitUntil(lambda: heard.outcomes == [Outcome("done")])
    assert heard.parts == [0, 1, 2]
    assert heard.threads == {threading.get_ident()}
    assert worked_on != [threading.get_ident()]
    assert not errands.is_busy


def test_a_problem_is_its_sentence_and_an_unforeseen_one_shows_none_of_its_text(
    errands: Errands, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    heard = Heard()

    def fail(error: Exception) -> Any:
        raise error

    errands.send("test", lambda _: fail(PhotonError("The key is none.")), heard.take)
    qtbot.waitUntil(lambda: len(heard.outcomes) == 1)
    errands.send("test", lambda _: fail(ValueError("the-secret")), heard.take)
    qtbot.waitUntil(lambda: len(heard.outcomes) == 2)
    assert heard.outcomes[0].problem == "The key is none."
    assert "(ValueError)" in heard.outcomes[1].problem
    assert "the-secret" not in heard.outcomes[1].problem + caplog.text


def test_nothing_is_heard_of_a_cancelled_errand_and_what_it_holds_is_closed_at_once(
    errands: Errands, qtbot: QtBot
) -> None:
    heard, goes_on, holds = Heard(), threading.Event(), threading.Event()

    def work(errand: Errand) -> None:
        errand.hold(goes_on.set)
        holds.set()
        assert goes_on.wait(10)
        errand.report("too late")

    errand = errands.send("test", work, heard.take, heard.take_part)
    assert holds.wait(10)
    assert errands.is_busy
    errand.cancel()
    assert goes_on.is_set()
    assert not errands.is_busy
    errands.finish()
    qtbot.wait(1)
    assert heard.outcomes == heard.parts == []


def test_what_is_held_after_the_cancelling_is_closed_at_once(errands: Errands, qtbot: QtBot) -> None:
    goes_on, closed = threading.Event(), threading.Event()

    def work(errand: Errand) -> None:
        assert goes_on.wait(10)
        errand.hold(closed.set)

    errands.send("test", work, Heard().take).cancel()
    goes_on.set()
    assert closed.wait(10)
