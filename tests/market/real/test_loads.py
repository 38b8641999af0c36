"""Which symbols are loaded when."""

import pytest

from photon_desktop.market.real.loads import FIRST_RETRY_S, GATHER_S, LONGEST_RETRY_S, Loads
from photon_desktop.market.real.venue import Loaded
from tests.market.real.venues import MemoryVenue, series_of

VENUE = MemoryVenue()


def watching(*symbols: str, at_a_time: int = 4) -> Loads:
    loads = Loads(at_a_time, jitter=lambda: 0.5)
    loads.watch(symbols, 0.0)
    return loads


def success(symbol: str) -> Loaded:
    return Loaded(symbol, series_of(symbol), VENUE)


def failure(symbol: str, is_final: bool = False) -> Loaded:
    return Loaded(symbol, None, problem=f"No answer about {symbol}.", is_final=is_final)


def test_all_are_due_at_once_and_only_some_are_begun_at_a_time() -> None:
    loads = watching("A", "B", "C", at_a_time=2)
    assert loads.due(0.0) == ("A", "B")
    assert loads.due(0.0) == ()
    loads.settle(success("A"), 1.0)
    assert loads.due(1.0) == ("C",)


def test_what_loads_together_is_followed_together() -> None:
    loads = watching("A", "B")
    loads.due(0.0)
    loads.settle(success("A"), 1.0)
    assert loads.to_follow(1.5) == ()
    loads.settle(success("B"), 1.6)
    ((venue, group),) = loads.to_follow(1.6)
    assert venue is VENUE
    assert [loaded.symbol for loaded in group] == ["A", "B"]
    assert loads.to_follow(9.0) == ()


def test_the_quick_do_not_wait_for_the_slow() -> None:
    loads = watching("A", "SLOW")
    loads.due(0.0)
    loads.settle(success("A"), 1.0)
    assert loads.next_change_s(1.0) == GATHER_S
    ((_, group),) = loads.to_follow(1.0 + GATHER_S)
    assert [loaded.symbol for loaded in group] == ["A"]


def test_each_venue_follows_its_own() -> None:
    other = MemoryVenue()
    loads = watching("A", "B")
    loads.due(0.0)
    loads.settle(success("A"), 0.0)
    loads.settle(Loaded("B", series_of("B"), other), 0.0)
    assert [venue for venue, _ in loads.to_follow(0.0)] == [VENUE, other]


def test_a_failure_is_tried_again_less_and_less_often() -> None:
    loads = watching("A")
    now, waits = 0.0, []
    for _ in range(7):
        assert loads.due(now) == ("A",)
        loads.settle(failure("A"), now)
        wait = loads.next_change_s(now)
        assert wait is not None
        waits.append(wait)
        now += wait
    assert waits == [FIRST_RETRY_S, 30, 60, 120, 240, LONGEST_RETRY_S, LONGEST_RETRY_S]
    assert loads.problem_of("A") == "No answer about A."


def test_a_success_forgets_the_problem_and_the_waiting() -> None:
    loads = watching("A")
    loads.due(0.0)
    loads.settle(failure("A"), 0.0)
    loads.due(FIRST_RETRY_S)
    loads.settle(success("A"), FIRST_RETRY_S)
    assert loads.problem_of("A") == ""
    assert len(loads.to_follow(20.0)) == 1
    loads.load_again(["A"], 20.0, "The connection was refused.")
    assert loads.next_change_s(20.0) == FIRST_RETRY_S


def test_what_can_never_load_is_not_asked_for_again() -> None:
    loads = watching("NOSUCH")
    loads.due(0.0)
    loads.settle(failure("NOSUCH", is_final=True), 0.0)
    assert loads.next_change_s(0.0) is None
    assert loads.due(1e9) == ()


def test_symbols_taken_off_the_list_are_forgotten_wherever_they_stand() -> None:
    loads = watching("A", "B", "C")
    loads.due(0.0)
    loads.settle(success("A"), 0.0)
    assert loads.watch(["C", "D"], 0.1) == ("A", "B")
    assert not loads.settle(success("B"), 0.2)
    loads.settle(success("C"), 0.2)
    assert loads.due(0.2) == ("D",)
    loads.settle(success("D"), 0.3)
    ((_, group),) = loads.to_follow(0.3)
    assert [loaded.symbol for loaded in group] == ["C", "D"]


def test_one_put_back_on_the_list_is_loaded_anew() -> None:
    loads = watching("A")
    loads.due(0.0)
    loads.settle(success("A"), 0.0)
    loads.watch([], 1.0)
    assert loads.to_follow(1.0) == ()
    loads.watch(["A"], 2.0)
    assert loads.due(2.0) == ("A",)


@pytest.mark.parametrize("symbol", ["A", "GONE"])
def test_an_outcome_that_nobody_waits_for_is_dropped(symbol: str) -> None:
    assert not watching("A").settle(success(symbol), 0.0)


def test_what_waits_for_a_retry_is_loaded_at_once_when_asked_for() -> None:
    loads = Loads(jitter=lambda: 0.5)
    loads.watch(["A", "B"], 0.0)
    loads.due(0.0)
    loads.settle(Loaded("A", None, problem="The source is down."), 1.0)
    assert loads.due(1.1) == ()
    assert loads.hurry(["A", "B", "C"], 1.1) == ()  # B loads already, C is not watched
    assert loads.due(1.1) == ("A",)
