"""The twin's curve: the same whether its events come at once or little by little."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.twin import TradingCost
from photon_desktop.trading.twin_curve import EquityMark, TwinCurve, TwinStanding
from tests.trading.order_samples import BTC, D

FILLED, NEW, CANCELLED = OrderStatus.FILLED, OrderStatus.NEW, OrderStatus.CANCELLED


def order(time_ns: int, side: Side = Side.BUY, price: int = 100, **more: object) -> Order:
    return Order(
        f"p{time_ns}", "t", "d", BTC.symbol, side, D(1), D(price), time_ns, "paper", **more  # type: ignore[arg-type]
    )  # fmt: skip


def fill_of(placed: Order, price: int, time_ns: int | None = None) -> Fill:
    time_ns = placed.created_at + 1 if time_ns is None else time_ns
    slippage = D(price - placed.requested_price) * placed.side.sign
    name = placed.client_order_id
    return Fill(f"{name}-1", name, placed.symbol, placed.side, D(1), D(price), D("0.1"), slippage, time_ns)


def whole(placed: Order, price: int) -> Order:
    return placed.after(fill_of(placed, price))


def shown(standing: TwinStanding) -> list[tuple[int, float]]:
    return list(zip(standing.times.tolist(), standing.equity.tolist(), strict=True))


def test_before_anything_was_traded_both_curves_are_one() -> None:
    curve = TwinCurve()
    curve.take_mark(EquityMark(5, 10_000.0))
    standing = curve.standing()
    assert (shown(standing), standing.cost, standing.orders) == ([(5, 10_000.0)], TradingCost(), 0)


def test_from_its_fill_on_the_twin_is_ahead_by_what_it_cost() -> None:
    curve, placed = TwinCurve(), order(5)
    curve.take_mark(EquityMark(5, 10_000.0, {BTC.symbol: D(100)}))
    curve.take_order(1, whole(placed, 102), FILLED)
    curve.take_fill(1, fill_of(placed, 102))
    curve.take_mark(EquityMark(9, 9_997.9))
    standing = curve.standing()
    assert shown(standing) == [(5, 10_000.0), (9, 10_000.0)]
    assert (standing.cost.fees, standing.cost.slippage, standing.cost.delay) == (D("0.1"), D(2), D(0))
    assert standing.orders == 1


def test_what_the_twin_alone_holds_is_worth_the_prices_of_the_mark() -> None:
    curve = TwinCurve()
    curve.take_order(1, order(5), OrderStatus.EXPIRED)
    curve.take_mark(EquityMark(9, 10_000.0, {BTC.symbol: D(107)}))
    curve.take_mark(EquityMark(12, 10_000.0))
    assert shown(curve.standing()) == [(9, 10_007.0), (12, 10_007.0)]


def test_an_order_that_is_taken_back_is_taken_out_again() -> None:
    curve = TwinCurve()
    curve.take_order(7, order(5), NEW)
    curve.take_mark(EquityMark(9, 10_000.0, {BTC.symbol: D(107)}))
    assert shown(curve.standing()) == [(9, 10_007.0)]
    assert curve.undecided == ((7, "p5"),)
    curve.take_order(7, order(5), CANCELLED)
    assert shown(curve.standing()) == [(9, 10_000.0)]
    assert (curve.undecided, curve.standing().orders) == ((), 0)


def test_a_waiting_order_is_asked_for_however_much_comes_after_it() -> None:
    curve = TwinCurve()
    curve.take_order(1, order(5), NEW)
    for time_ns in range(10, 500):
        curve.take_mark(EquityMark(time_ns, 10_000.0, {BTC.symbol: D(101)}))
        curve.standing()
    assert curve.undecided == ((1, "p5"),)
    curve.take_order(1, order(5), CANCELLED)
    assert set(shown(curve.standing())) == {(time_ns, 10_000.0) for time_ns in range(10, 500)}


def test_the_curve_never_grows_without_end() -> None:
    curve = TwinCurve()
    for time_ns in range(10_500):
        curve.take_mark(EquityMark(time_ns, 1.0))
    times = curve.standing().times
    assert len(times) <= 2_102
    assert (times[0], times[-1]) == (0, 10_499)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, Order, OrderStatus] | tuple[int, Fill] | EquityMark]:
    """A session in which decisions buy and sell in turn, as the store has it in the end, in its order."""
    history: list[tuple[int, Order, OrderStatus] | tuple[int, Fill] | EquityMark] = []
    for number in range(draw(st.integers(1, 120))):
        time_ns, price = 10 * number, draw(st.integers(90, 110))
        side = (Side.BUY, Side.SELL)[number % 2]
        purpose = OrderPurpose.SIGNAL if side is Side.BUY else draw(st.sampled_from(OrderPurpose))
        placed = order(time_ns, side, price, purpose=purpose)
        if draw(st.booleans()):
            fill = fill_of(placed, draw(st.integers(90, 110)))
            history += [(number, placed.after(fill), FILLED), (number, fill)]
        else:
            history.append((number, placed, draw(st.sampled_from([OrderStatus.EXPIRED, CANCELLED]))))
        history.append(EquityMark(time_ns + 5, 10_000.0))
    return history


def take(curve: TwinCurve, event: tuple[int, Order, OrderStatus] | tuple[int, Fill] | EquityMark) -> None:
    if isinstance(event, EquityMark):
        curve.take_mark(event)
    elif isinstance(event[1], Fill):
        curve.take_fill(event[0], event[1])
    else:
        curve.take_order(*event)  # type: ignore[misc]


@settings(max_examples=30, deadline=None)
@given(histories(), st.sets(st.integers(0, 400)))
def test_a_restart_shows_the_twin_that_was_followed_live(
    history: list[tuple[int, Order, OrderStatus] | tuple[int, Fill] | EquityMark], looks: set[int]
) -> None:
    live, again = TwinCurve(), TwinCurve()
    for number, event in enumerate(history):
        if not isinstance(event, EquityMark) and isinstance(event[1], Order) and event[2] is not FILLED:
            live.take_order(event[0], event[1], NEW)  # as it stood at first
        take(live, event)
        if number in looks:
            live.standing()
    for event in history:
        take(again, event)
    one, other = live.standing(), again.standing()
    assert (shown(one), one.cost, one.orders) == (shown(other), other.cost, other.orders)
    assert all(earlier < later for earlier, later in pairwise(one.times.tolist()))
