"""When positions were closed."""

from decimal import Decimal

from photon_desktop.agents.position_closes import PositionCloses
from photon_desktop.learning.policy import LastClose
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.interval import Interval
from tests.agents.conftest import HOUR, NOON, SYMBOL

HELD = Account(Decimal(9_000), {SYMBOL: Position(SYMBOL, Decimal(1), Decimal(1_000), Decimal(5))})


def flat(realised: int) -> Account:
    return Account(Decimal(10_000), {SYMBOL: Position(SYMBOL, realised=Decimal(realised))})


def test_a_position_that_is_gone_was_closed_then() -> None:
    closes = PositionCloses()
    closes.compare(HELD, HELD, NOON)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON) is None
    closes.compare(HELD, flat(25), NOON)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON) == LastClose(0, was_loss=False)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + 3 * HOUR + 5) == LastClose(3, was_loss=False)


def test_one_that_lost_is_known_as_a_loss() -> None:
    closes = PositionCloses()
    closes.compare(HELD, flat(-20), NOON)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON) == LastClose(0, was_loss=True)
    closes.compare(flat(-20), flat(-20), NOON + HOUR)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + HOUR) == LastClose(1, was_loss=True)
