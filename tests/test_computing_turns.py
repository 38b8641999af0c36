"""Work beside the main thread takes turns, and nothing ever hangs on a turn."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from photon_desktop.computing_turns import ComputingTurns

SOON_S, LONG_S = 0.05, 60.0


class Someone:
    """A thread that goes into something, and stays there until it is let go."""

    def __init__(self, place: AbstractContextManager[None]) -> None:
        self.is_in, self._go = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, args=(place,))
        self._thread.start()

    def leave(self) -> None:
        self._go.set()
        self._thread.join()

    def _run(self, place: AbstractContextManager[None]) -> None:
        with place:
            self.is_in.set()
            assert self._go.wait(LONG_S)


@contextmanager
def someone(place: AbstractContextManager[None], waits: bool = False) -> Iterator[Someone]:
    """Who went in; or who stands before it, where it has to wait."""
    who = Someone(place)
    try:
        assert who.is_in.wait(SOON_S if waits else LONG_S) is not waits
        yield who
    finally:
        who.leave()


@pytest.fixture
def turns() -> ComputingTurns:
    made = ComputingTurns(LONG_S, LONG_S)
    made.begin()
    return made


def test_one_has_the_turn_at_a_time(turns: ComputingTurns) -> None:
    with someone(turns.turn()) as first, someone(turns.turn(), waits=True) as second:
        first.leave()
        assert second.is_in.wait(LONG_S)


def test_a_turn_within_a_turn_is_part_of_it(turns: ComputingTurns) -> None:
    with turns.turn():
        with turns.turn():
            pass
        other = Someone(turns.turn())
        assert not other.is_in.wait(SOON_S)
    assert other.is_in.wait(LONG_S)
    other.leave()


def test_who_goes_ahead_waits_for_nobody_and_holds_new_turns_back(turns: ComputingTurns) -> None:
    with someone(turns.turn()), someone(turns.ahead()) as asked:
        pass
    with someone(turns.ahead()) as asked, someone(turns.turn(), waits=True) as worker:
        asked.leave()
        assert worker.is_in.wait(LONG_S)


def test_nobody_waits_for_ever() -> None:
    turns = ComputingTurns(0.01, 0.01)
    turns.begin()
    with someone(turns.turn()), someone(turns.turn()) as impatient:
        assert impatient.is_in.is_set()
    with someone(turns.ahead()), someone(turns.turn()) as impatient:
        assert impatient.is_in.is_set()


def test_who_went_without_a_turn_takes_nobodys_away() -> None:
    turns = ComputingTurns(0.2, 0.2)
    turns.begin()
    with someone(turns.turn()):
        with someone(turns.turn()):
            pass
        with someone(turns.turn(), waits=True):
            pass


def test_nobody_waits_before_turns_are_taken() -> None:
    turns = ComputingTurns(LONG_S, LONG_S)
    with someone(turns.turn()), someone(turns.turn()) as second:
        assert second.is_in.is_set()


def test_what_fails_gives_its_turn_back(turns: ComputingTurns) -> None:
    with pytest.raises(KeyError), turns.turn():
        raise KeyError
    with pytest.raises(KeyError), turns.ahead():
        raise KeyError
    with someone(turns.turn()) as other:
        assert other.is_in.is_set()
