"""Whatever single thing went wrong, booking the result makes both sides equal, or names the difference."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from photon_desktop.broker.bybit.books.bookings import AddOrder, BookedOrder, BookFill, Books, SettleOrder, booked
from photon_desktop.broker.bybit.books.executions import Execution
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide, Reconciliation, book_executions, reconcile
from photon_desktop.trading.account import Account
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import plain
from photon_desktop.trading.orders import OrderPurpose, OrderStatus, Side
from tests.broker.bybit.books.worlds import STARTING_CASH, STEP, World, exchange_order, execution_of, worlds
from tests.broker.bybit.conftest import order_of

OPEN = (OrderStatus.NEW, OrderStatus.UNKNOWN)


def explained(world: World, books: Books, exchange: ExchangeSide) -> Reconciliation:
    """Reconcile, and check that everything was explained and both sides are equal once it is booked."""
    found = reconcile(books, exchange)
    assert found.unexplained == ()
    after = booked(books, found.bookings)
    held = {position.symbol: position.quantity for position in after.account.open_positions()}
    assert held == exchange.quantities
    assert after.account.cash == exchange.cash
    for one in world.orders:
        kept = after.orders[one.order.client_order_id]
        assert (kept.status, kept.filled) == (one.status, world.filled(one.order))
    assert reconcile(after, exchange).bookings == ()
    return found


def named(books: Books, exchange: ExchangeSide, *words: str) -> Reconciliation:
    """Reconcile, and check that what can't be explained is named."""
    found = reconcile(books, exchange)
    text = " ".join(found.unexplained)
    for word in words:
        assert word in text
    return found


def with_status(books: Books, name: str, status: OrderStatus) -> Books:
    return replace(books, orders={**books.orders, name: replace(books.orders[name], status=status)})


@given(worlds())
def test_two_sides_that_agree_have_nothing_to_book(world: World) -> None:
    assert explained(world, world.books(), world.exchange()).bookings == ()


@given(worlds(), st.data())
def test_missed_fills_and_flows_are_booked_whichever_they_were(world: World, data: st.DataObject) -> None:
    ids = [one.execution_id for one in world.executions] + [flow.flow_id for flow in world.flows]
    assume(ids)
    missed = data.draw(st.lists(st.sampled_from(ids), unique=True))
    found = explained(world, world.books(missed), world.exchange())
    assert len(found.bookings) == len(missed)


@given(worlds(), st.data())
def test_an_order_that_was_left_open_is_settled(world: World, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(world.orders))
    status = data.draw(st.sampled_from(OPEN))
    name = one.order.client_order_id
    missed = [done.execution_id for done in world.executions if done.client_order_id == name]
    books = with_status(world.books(data.draw(st.sampled_from((missed, [])))), name, status)
    found = explained(world, books, world.exchange())
    settled = [booking for booking in found.bookings if isinstance(booking, SettleOrder)]
    assert [booking.status for booking in settled] == ([] if one.status is status else [one.status])


@given(worlds())
def test_executions_shown_twice_and_out_of_order_are_booked_once(world: World) -> None:
    exchange = world.exchange()
    shuffled = (*reversed(exchange.executions), *exchange.executions)
    missed = [one.execution_id for one in world.executions]
    found = explained(world, world.books(missed), replace(exchange, executions=shuffled))
    assert [booking.fill.fill_id for booking in found.bookings if isinstance(booking, BookFill)] == missed


@given(worlds())
def test_executions_that_are_booked_need_not_be_shown_again(world: World) -> None:
    explained(world, world.books(), replace(world.exchange(), executions=(), flows=()))


@given(worlds(), st.booleans(), st.sampled_from(OPEN))
def test_an_order_that_never_arrived_is_refused_and_one_not_looked_up_is_named(
    world: World, is_known: bool, status: OrderStatus
) -> None:
    lost = order_of(77)
    books = world.books()
    books = replace(books, orders={**books.orders, lost.client_order_id: BookedOrder(lost, status)})
    exchange = world.exchange()
    if is_known:
        exchange = replace(exchange, never_arrived=frozenset({lost.client_order_id}))
        (booking,) = explained(world, books, exchange).bookings
        assert isinstance(booking, SettleOrder)
        assert booking.status is OrderStatus.REJECTED
    else:
        assert named(books, exchange, lost.client_order_id, "looked up").bookings == ()


@given(worlds(), st.sampled_from(("", "x-somebody")), st.sampled_from(list(Side)))
def test_what_somebody_else_traded_is_named_and_not_booked(world: World, name: str, side: Side) -> None:
    exchange = world.exchange()
    foreign = execution_of(order_of(88, side), 500, 3 * STEP, Decimal(25_000), client_order_id=name)
    held = exchange.quantities.get("BTCUSDT", Decimal(0)) + side.sign * 3 * STEP
    cash = exchange.cash - side.sign * 75 - foreign.commission
    theirs = replace(
        exchange, executions=(*exchange.executions, foreign), quantities={"BTCUSDT": held}, cash=cash
    )  # fmt: skip
    assert named(world.books(), theirs, "e-500", "did not order", "BTCUSDT", "cash").bookings == ()


@given(worlds())
def test_an_open_order_of_somebody_else_is_named_and_a_protective_one_is_not(world: World) -> None:
    exchange = world.exchange()
    foreign = replace(exchange_order(order_of(88), OrderStatus.NEW, Decimal(0)), client_order_id="")
    named(world.books(), replace(exchange, orders=(*exchange.orders, foreign)), foreign.exchange_id)
    protective = replace(foreign, is_protective=True)
    explained(world, world.books(), replace(exchange, orders=(*exchange.orders, protective)))


@given(worlds(), st.data())
def test_an_execution_that_the_exchange_does_not_show_is_named(world: World, data: st.DataObject) -> None:
    assume(world.executions)
    lost = data.draw(st.sampled_from(world.executions))
    rest = tuple(one for one in world.executions if one != lost)
    books = world.books([lost.execution_id])
    named(books, replace(world.exchange(), executions=rest), "BTCUSDT", plain(lost.quantity), lost.client_order_id)


@given(worlds(), st.integers(-50, 50).filter(bool))
def test_a_position_that_differs_is_named_with_the_difference(world: World, steps: int) -> None:
    exchange = world.exchange()
    held = exchange.quantities.get("BTCUSDT", Decimal(0)) + steps * STEP
    theirs = replace(exchange, quantities={"BTCUSDT": held} if held else {})
    found = named(world.books(), theirs, f"{plain(steps * STEP)} is unexplained", "BTCUSDT")
    assert len(found.unexplained) == 1


@given(worlds(), st.integers(-10_000, 10_000).filter(bool), st.booleans())
def test_cash_that_differs_is_named_unless_it_is_within_what_is_tolerated(
    world: World, cents: int, is_tolerated: bool
) -> None:
    amount = Decimal(cents) / 100
    theirs = replace(world.exchange(), cash=world.exchange().cash + amount)
    tolerance = abs(amount) if is_tolerated else abs(amount) - Decimal("0.005")
    found = reconcile(world.books(), theirs, tolerance)
    direction = "more" if amount > 0 else "less"
    words = f"The cash at Bybit is {plain(abs(amount))} {direction} than the books explain."
    assert found.unexplained == (() if is_tolerated else (words,))


@given(worlds(), st.sampled_from((OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED)), st.data())
def test_an_order_that_is_over_here_and_open_there_is_named(
    world: World, status: OrderStatus, data: st.DataObject
) -> None:
    open_ = [one.order.client_order_id for one in world.orders if one.status is OrderStatus.NEW]
    assume(open_)
    name = data.draw(st.sampled_from(open_))
    named(with_status(world.books(), name, status), world.exchange(), name, "cancel it")


def one_long(stop: str | None = "29000", target: str | None = "31000") -> World:
    order = order_of(1, quantity="0.01", stop=stop, target=target)
    done = execution_of(order, 1, Decimal("0.01"), Decimal(30_000))
    return World((BookedOrder(order, OrderStatus.FILLED),), (done,), ())


def exit_executions(leg: str, sizes: Iterable[str]) -> list[Execution]:
    order = order_of(1, Side.SELL)
    return [
        execution_of(order, 10 + number, Decimal(size), Decimal(28_990), client_order_id="", exit_leg=leg)
        for number, size in enumerate(sizes)
    ]


def after_exit(world: World, exits: list[Execution]) -> ExchangeSide:
    exchange = world.exchange()
    cash = exchange.cash + sum(one.quantity * one.price - one.commission for one in exits)
    executions = (*exchange.executions, *exits)
    return replace(exchange, executions=executions, quantities={}, cash=cash)


def test_the_exchanges_own_stop_is_stored_as_an_order_of_the_decision_and_booked() -> None:
    world = one_long()
    found = explained(world, world.books(), after_exit(world, exit_executions("s", ("0.004", "0.006"))))
    added = found.bookings[0]
    assert isinstance(added, AddOrder)
    assert added.order.client_order_id == f"p{1:032x}s"
    assert (added.order.purpose, added.order.quantity) == (OrderPurpose.STOP, Decimal("0.01"))
    fills = [booking.fill for booking in found.bookings if isinstance(booking, BookFill)]
    assert [fill.slippage for fill in fills] == [Decimal("0.04"), Decimal("0.06")]
    assert isinstance(found.bookings[-1], SettleOrder)


def test_exits_that_the_exchange_made_one_after_the_other_are_booked_in_whatever_order_they_are_heard() -> None:
    world = one_long()
    *thin, again = exit_executions("t", ("0.004", "0.003", "0.003"))
    whole, part = Decimal("0.01"), Decimal("0.003")
    exits = [replace(one, exchange_id="x-1", ordered=whole) for one in thin]  # there was no more in the market
    exits.append(replace(again, exchange_id="x-2", ordered=part))
    for heard in permutations(exits):
        books = world.books()
        for one in heard:
            found = book_executions(books, (one,), ())
            assert found.unexplained == ()
            books = booked(books, found.bookings)
        books = booked(books, explained(world, books, after_exit(world, exits)).bookings)
        ends = {one.order.quantity: (one.status, one.filled) for one in books.orders.values() if one.is_the_exchanges}
        assert ends == {whole: (OrderStatus.CANCELLED, whole - part), part: (OrderStatus.FILLED, part)}


def test_a_stop_is_over_as_the_exchange_says_once_its_executions_are_here() -> None:
    world = one_long()
    first, second = (replace(one, exchange_id="x-1") for one in exit_executions("s", ("0.003", "0.001")))
    ordered = replace(first, ordered=Decimal("0.01"))
    over = replace(exchange_order(order_of(1, Side.SELL), OrderStatus.CANCELLED, Decimal("0.004")), client_order_id="")
    over, open_ = replace(over, exchange_id="x-1"), replace(over, exchange_id="x-1", status=OrderStatus.NEW)
    books = booked(world.books(), book_executions(world.books(), (ordered,), ()).bookings)
    for says in ((over,), (open_,), (replace(over, exchange_id="x-2"),)):
        assert book_executions(books, (), (), says).bookings == ()
    assert book_executions(books, (second,), (), (open_,)).bookings == book_executions(books, (second,), ()).bookings
    *_, end = book_executions(books, (second,), (), (over,)).bookings
    assert isinstance(end, SettleOrder)
    assert (end.status, end.note) == (OrderStatus.CANCELLED, "Bybit says so.")


def test_a_stop_that_was_looked_up_and_is_in_no_list_is_named_while_its_position_is_open() -> None:
    world = one_long()
    (part,) = (replace(one, exchange_id="x-1", ordered=Decimal("0.01")) for one in exit_executions("s", ("0.004",)))
    books = booked(world.books(), book_executions(world.books(), (part,), ()).bookings)
    (name,) = (name for name, one in books.orders.items() if one.is_the_exchanges)
    theirs = replace(after_exit(world, [part]), quantities={"BTCUSDT": Decimal("0.006")})
    assert reconcile(books, theirs) == Reconciliation((), ())
    found = named(books, replace(theirs, not_shown=frozenset({name})), name, "is not known")
    assert found.bookings == ()


def test_a_target_that_no_order_of_ours_carried_is_somebody_elses() -> None:
    world = one_long(target=None)
    named(world.books(), after_exit(world, exit_executions("t", ("0.01",))), "did not order")


def test_an_execution_on_the_wrong_side_or_beyond_the_order_is_named() -> None:
    world = one_long()
    order = order_of(1)
    other = execution_of(order_of(1, Side.SELL), 5, Decimal("0.001"), Decimal(1))
    named(world.books(), replace(world.exchange(), executions=(other,)), "a BUY of BTCUSDT")
    more = execution_of(order, 6, Decimal("0.001"), Decimal(30_000))
    named(world.books(), replace(world.exchange(), executions=(more,)), "more than its 0.01 BTCUSDT")


def test_an_order_filled_by_its_first_fills_may_be_open_still() -> None:
    order = order_of(1, quantity="0.02")
    done = execution_of(order, 1, Decimal("0.01"), Decimal(30_000))
    world = World((BookedOrder(order, OrderStatus.NEW),), (done,), ())
    books = with_status(world.books(), order.client_order_id, OrderStatus.FILLED)
    assert reconcile(books, world.exchange()) == Reconciliation((), ())


def test_an_order_that_its_executions_fill_needs_no_word_of_the_exchange() -> None:
    world = one_long()
    books = with_status(world.books(), order_of(1).client_order_id, OrderStatus.UNKNOWN)
    (booking,) = explained(world, books, replace(world.exchange(), orders=())).bookings
    assert isinstance(booking, SettleOrder)
    assert booking.status is OrderStatus.FILLED


def test_empty_books_and_an_empty_account_agree() -> None:
    account, _ = Account().deposited(STARTING_CASH)
    flow = CashFlow("f-1", "BTCUSDT", Decimal(-1), 0)
    exchange = ExchangeSide((), (), (flow,), {}, STARTING_CASH - 1)
    assert reconcile(Books({}, frozenset(), account), exchange).unexplained == ()
