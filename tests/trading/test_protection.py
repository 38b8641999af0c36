"""Where a stop and a target may stand."""

from decimal import Decimal

import pytest

from photon_desktop.trading.account import Position
from photon_desktop.trading.protection import protection_fault

D = Decimal
LONG = Position("X", D(2), D(200))
SHORT = Position("X", D(-2), D(-200))


@pytest.mark.parametrize(
    ("position", "stop", "target"),
    [(LONG, D(99), D(101)), (SHORT, D(101), D(99)), (LONG, None, None), (LONG, D(99), None), (SHORT, None, D(99))],
)
def test_a_stop_behind_the_price_and_a_target_before_it_are_allowed(
    position: Position, stop: Decimal | None, target: Decimal | None
) -> None:
    assert protection_fault(position, D(100), stop, target) == ""


@pytest.mark.parametrize(
    ("position", "stop", "target", "words"),
    [
        (LONG, D(100), None, "stop of a long position lies under"),
        (LONG, None, D(100), "target of a long position lies over"),
        (SHORT, D(100), None, "stop of a short position lies over"),
        (SHORT, None, D(100), "target of a short position lies under"),
        (LONG, D(0), None, "must be above zero"),
        (LONG, None, D("NaN"), "must be above zero"),
        (Position("X"), D(99), None, "Nothing of X is held"),
    ],
)
def test_one_on_the_wrong_side_is_refused_with_its_reason(
    position: Position, stop: Decimal | None, target: Decimal | None, words: str
) -> None:
    assert words in protection_fault(position, D(100), stop, target)


def test_without_a_price_no_side_can_be_told() -> None:
    assert "wait for the first one" in protection_fault(LONG, None, D(99), None)
