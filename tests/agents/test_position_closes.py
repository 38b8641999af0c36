"""When positions were closed."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.agents.position_closes import LastTrade, PositionCloses, last_trade
from photon_desktop.learning.policy import LastClose
from photon_desktop.store.fills import StoredFill
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.orders import Fill, OrderPurpose, Side
from tests.agents.conftest import HOUR, NOON, SYMBOL

D = Decimal
HELD = Account(D(9_000), {SYMBOL: Position(SYMBOL, D(1), D(1_000), D(5))})
FLAT = Account(D(10_000), {SYMBOL: Position(SYMBOL)})


def fills(*moves: tuple[str, str, str]) -> list[Fill]:
    """Signed quantity, price and commission, the oldest first; an hour apart, and handed out newest first."""
    made = []
    for hour, (quantity, price, commission) in enumerate(moves):
        side = Side.BUY if D(quantity) > 0 else Side.SELL
        number = str(hour)
        made.append(
            Fill(number, number, SYMBOL, side, abs(D(quantity)), D(price), D(commission), D(0), NOON + hour * HOUR)
        )
    return made[::-1]


class StoreOf:
    """Stands in for a store whose account "paper" has these fills, the newest first."""

    def __init__(self, newest_first: list[Fill]) -> None:
        self.trades = self
        self.asked: list[int] = []
        self._fills = newest_first

    def fills(self, limit: int, account: str, symbol: str) -> list[StoredFill]:
        self.asked.append(limit)
        found = [fill for fill in self._fills if account == "paper" and fill.symbol == symbol][:limit]
        return [StoredFill(fill, "t", OrderPurpose.SIGNAL, "paper") for fill in found]


@pytest.mark.parametrize(
    ("moves", "held", "ended", "profit"),
    [
        ([("1", "100", "1"), ("-1", "110", "1")], 0, 1, 8),
        ([("1", "100", "1"), ("-1", "101", "1")], 0, 1, -1),  # it rose by less than it cost
        ([("2", "100", "0"), ("-1", "90", "0"), ("-1", "120", "0")], 0, 2, 10),
        ([("1", "1", "0"), ("-1", "9", "0"), ("1", "100", "0"), ("-1", "90", "0")], 0, 3, -10),
        ([("1", "100", "0"), ("-1", "90", "0"), ("1", "50", "0")], 1, 1, -10),  # the open one is not over
        ([("2", "10", "0"), ("-3", "12", "0")], -1, 1, 4),  # turned round
        ([("-1", "9", "0"), ("3", "10", "0"), ("-2", "12", "0")], 0, 2, 4),  # begun by turning round
        ([("-1", "9", "0"), ("1", "8", "0")], 0, 1, 1),
    ],
)
def test_the_last_trade_is_the_one_that_ended_last(
    moves: Sequence[tuple[str, str, str]], held: int, ended: int, profit: int
) -> None:
    assert last_trade(fills(*moves), D(held)) == LastTrade(NOON + ended * HOUR, D(profit), is_whole=True)


def test_what_was_never_closed_has_no_last_trade() -> None:
    assert last_trade([], D(0)) is None
    assert last_trade(fills(("1", "100", "0"), ("1", "90", "0")), D(2)) is None


@given(st.lists(st.tuples(st.sampled_from([-2, -1, 1, 2]), st.integers(1, 200), st.integers(0, 3)), max_size=30))
def test_the_last_trade_brings_what_an_account_would_have_realised(moves: list[tuple[int, int, int]]) -> None:
    account, expected, commission = Account(D(10**6)), None, D(0)
    oldest_first = fills(*[(str(q), str(p), str(c)) for q, p, c in moves])[::-1]
    realised_before = D(0)
    for fill in oldest_first:
        before = account.position(SYMBOL)
        account, _ = account.after(fill)
        after = account.position(SYMBOL)
        commission += fill.commission
        if before.is_open and before.quantity * after.quantity <= 0:
            expected = (fill.filled_at, after.realised - realised_before - commission)
            realised_before, commission = after.realised, fill.commission if after.is_open else D(0)
    found = last_trade(oldest_first[::-1], account.position(SYMBOL).quantity)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert (found.ended, found.is_whole) == (expected[0], True)
        assert abs(found.profit - expected[1]) < D("1e-6")


def test_a_position_that_is_gone_was_closed_by_its_last_fill() -> None:
    traded: list[Fill] = []
    closes = PositionCloses(StoreOf(traded))
    closes.begin("paper", Account())
    closes.compare(HELD, HELD)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON) is None
    traded += fills(("1", "100", "0"), ("-1", "110", "0"))
    closes.compare(HELD, FLAT)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + HOUR) == LastClose(0, was_loss=False)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + 4 * HOUR + 5) == LastClose(3, was_loss=False)


def test_a_close_of_an_earlier_session_is_still_known() -> None:
    closes = PositionCloses(StoreOf(fills(("1", "100", "0"), ("-1", "90", "0"))))
    closes.begin("paper", FLAT)
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + 2 * HOUR) == LastClose(1, was_loss=True)
    closes.begin("paper-real", FLAT)  # another account, whose fills are not there
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + 2 * HOUR) is None


def test_a_trade_of_many_fills_is_read_to_its_beginning() -> None:
    many = fills(("40", "100", "0"), *[("-1", "101", "0")] * 39, ("-1", "1", "0"))
    store = StoreOf(many)
    closes = PositionCloses(store)
    closes.begin("paper", FLAT)
    assert store.asked == sorted(set(store.asked))  # never the same again
    assert closes.last(SYMBOL, Interval.HOUR_1, NOON + 40 * HOUR) == LastClose(0, was_loss=True)
