"""Stops that the exchange made itself and did not fill: each is over here when it is there, whatever was not heard."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from photon_desktop.broker.bybit.desk.words import Statement
from photon_desktop.broker.bybit.rest.trading_door import BALANCE, ORDER_HISTORY
from photon_desktop.broker.obstacles import NOT_RECONCILED
from photon_desktop.trading.messages import Action
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus
from tests.agents.exchange import ACCOUNT, SYMBOL, Trading, statuses
from tests.fakes.bybit_server import BybitServer

# Of the desk's seconds in one of ours:
SLOW = 0.001  # nothing is asked again by itself while a test lasts
SOON = 15.0  # what is asked each half minute is; what is asked each five minutes is not
STOP, BELOW, ABOVE = "29000", "28900", "30000"

Spoil = Callable[[Any], list[Any]]


def without(*topics: str) -> Spoil:
    """A stream that loses every message of these topics."""
    return lambda message: [] if message["topic"] in topics else [message]


def stopped_out_of_hearing(trading: Trading, server: BybitServer, *, slices: Decimal, depth: Decimal) -> None:
    """0.03 are held, of which only the first 0.01 are heard of; then a stop is filled in `slices` as far as the book
    has `depth`, and the executions of whole slices are all that is heard."""
    trading.seconds_in_one = SLOW
    trading.start()
    trading.decide(stop=STOP)
    trading.until(lambda: trading.held() == Decimal("0.01"))
    server.stream_spoil(without("order", "execution"))
    trading.decide(quantity="0.02", stop=STOP)
    trading.until(lambda: server.private.matching.wallet.position(SYMBOL).quantity == Decimal("0.03"))
    server.drain()
    server.stream_spoil(
        lambda message: [message] if str(slices) in {row.get("execQty") for row in message["data"]} else []
    )
    server.private.matching.slice_quantity = slices
    server.private.matching.depth = depth
    trading.price(BELOW)
    trading.tick(ABOVE)


def stopped_in_part(trading: Trading, server: BybitServer, depth: str = "0.004", times: int = 1) -> None:
    """A position of 0.01 whose stop meets a thin market so many times, and the price that is back above the stop."""
    trading.decide(stop=STOP)
    trading.until(lambda: trading.held() == Decimal("0.01"))
    server.private.matching.depth = Decimal(depth)
    for _ in range(times):
        trading.price(BELOW)
    server.private.matching.depth = None
    trading.tick(ABOVE)
    server.drain()


def open_here(trading: Trading) -> list[Order]:
    return trading.store.trades.open_orders(ACCOUNT)


def ended(trading: Trading) -> list[OrderStatus]:
    """What became of the stops, oldest first."""
    stored = [one for _, one in trading.store.trades.orders_after(0, 100, ACCOUNT)]
    return [one.status for one in stored if one.order.purpose is OrderPurpose.STOP]


def test_stops_that_a_thin_market_left_unfilled_are_over_as_the_stream_says_so(
    trading: Trading, server: BybitServer
) -> None:
    trading.seconds_in_one = SLOW
    trading.start()
    stopped_in_part(trading, server, "0.002", times=3)
    trading.until(lambda: trading.held() == Decimal("0.004") and not open_here(trading))
    assert ended(trading) == [OrderStatus.CANCELLED] * 3
    assert trading.reports()[-1].message == "Bybit says Cancelled, 0.002 of 0.006 filled."
    assert server.http.count(ORDER_HISTORY) == 0
    trading.check_books()


def test_an_end_that_the_stream_did_not_tell_is_asked_for(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SOON
    trading.start()
    server.stream_spoil(without("order"))
    stopped_in_part(trading, server, "0.002", times=3)
    trading.until(lambda: trading.held() == Decimal("0.004") and not open_here(trading))
    assert ended(trading) == [OrderStatus.CANCELLED] * 3
    trading.check_books()


def test_an_end_is_known_after_a_reconnect(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SLOW
    trading.start()
    server.stream_spoil(without("order"))
    stopped_in_part(trading, server)
    trading.until(lambda: trading.held() == Decimal("0.006"))
    trading.settle()
    assert len(open_here(trading)) == 1
    server.stream_cut()
    trading.until(lambda: not open_here(trading))
    trading.check_books()


def test_a_stop_of_which_nothing_was_heard_is_booked_and_over_after_a_reconnect(
    trading: Trading, server: BybitServer
) -> None:
    trading.seconds_in_one = SOON
    trading.start()
    trading.decide(stop=STOP)
    trading.until(trading.reports)
    server.stream_spoil(lambda message: [])
    server.private.matching.depth = Decimal("0.004")
    trading.price(BELOW)
    trading.tick(ABOVE)
    server.drain()
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(lambda: trading.held() == Decimal("0.006"))
    trading.until(lambda: not open_here(trading))
    trading.check_books()


def test_a_stop_whose_end_alone_was_heard_is_booked_and_over_without_a_reconnect(
    trading: Trading, server: BybitServer
) -> None:
    trading.seconds_in_one = SOON
    trading.start()
    trading.decide(stop=STOP)
    trading.until(lambda: trading.held() == Decimal("0.01"))
    trading.settle()
    server.stream_spoil(without("execution", "wallet", "position"))
    server.private.matching.depth = Decimal("0.004")
    trading.price(BELOW)
    trading.tick(ABOVE)
    trading.until(lambda: trading.held() == Decimal("0.006") and not open_here(trading))
    trading.check_books()


def test_an_end_that_is_heard_before_the_stop_itself_is_not_forgotten(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SOON
    trading.start()
    trading.decide(stop=STOP)
    trading.until(trading.reports)
    held: list[Any] = []

    def ends_first(message: Any) -> list[Any]:
        if message["topic"] == "execution":
            held.append(message)
            return []
        late = [*held] if message["topic"] == "order" else []
        held[:] = [] if late else held
        return [message, *late]

    server.stream_spoil(ends_first)
    server.private.matching.depth = Decimal("0.004")
    trading.price(BELOW)
    trading.tick(ABOVE)
    trading.until(lambda: trading.held() == Decimal("0.006"))
    trading.until(lambda: not open_here(trading))
    trading.check_books()


def test_a_stop_that_was_open_at_a_kill_is_asked_for_at_the_next_start(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SLOW
    trading.start()
    server.stream_spoil(without("order"))
    stopped_in_part(trading, server)
    trading.until(lambda: trading.held() == Decimal("0.006"))
    trading.restart()
    server.stream_spoil(None)
    trading.start()
    trading.until(lambda: not open_here(trading))
    assert trading.troubles == []
    trading.check_books()


def test_a_stop_that_no_list_shows_bars_orders_until_its_end_is_known(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.stream_spoil(without("order"))
    trading.decide(stop=STOP)
    trading.until(lambda: trading.held() == Decimal("0.01"))
    server.private.shows_after_ms = 60_000
    server.private.matching.depth = Decimal("0.004")
    trading.price(BELOW)
    server.private.matching.depth = None
    trading.tick(ABOVE)
    trading.until(lambda: trading.troubles)
    assert "is not known" in trading.troubles[0]
    (stop,) = open_here(trading)
    assert stop.purpose is OrderPurpose.STOP
    trading.decide(Action.SELL, "0.001")
    trading.until(lambda: trading.reports()[-1].blocked_by == (NOT_RECONCILED,))
    server.pass_time(120)
    trading.until(lambda: not open_here(trading))
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    trading.check_books()


def test_a_stop_that_is_still_open_there_is_asked_about_until_it_is_over(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SOON
    trading.start()
    server.stream_spoil(without("order"))
    trading.decide(stop=STOP)
    trading.until(lambda: trading.held() == Decimal("0.01"))
    matching = server.private.matching
    matching.depth = Decimal("0.004")
    server.market.pinned[SYMBOL] = BELOW

    def met() -> None:
        """The stop meets the price, and what is left of it stays open."""
        matching.match()
        matching.orders[-1].status = "PartiallyFilled"
        server.market.pinned[SYMBOL] = ABOVE
        matching.wallet.position(SYMBOL).stop_loss = ""

    server.loop.call(met)
    trading.until(lambda: trading.held() == Decimal("0.006"))
    taken = server.http.count(BALANCE)
    trading.until(lambda: server.http.count(BALANCE) > taken)
    trading.settle()
    (stop,) = open_here(trading)
    assert trading.broker is not None
    assert trading.broker.obstacle is None
    assert stop.filled == Decimal("0.004")
    server.loop.call(lambda: setattr(matching.orders[-1], "status", "Cancelled"))
    trading.until(lambda: not open_here(trading))
    assert statuses(trading)[-1].value == "cancelled"
    trading.check_books()


def test_an_answer_from_before_an_end_does_not_open_what_is_over(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SLOW
    trading.start()
    assert trading.broker is not None
    broker = trading.broker
    server.stream_spoil(without("order"))
    stopped_in_part(trading, server)
    trading.until(lambda: trading.held() == Decimal("0.006"))
    stop = server.private.matching.orders[-1]
    server.loop.call(lambda: setattr(stop, "status", "PartiallyFilled"))
    before = broker._take_stock()  # on this thread, as the courier would
    assert isinstance(before, Statement)
    assert OrderStatus.PARTIALLY_FILLED in [one.status for one in before.side.orders]
    server.stream_spoil(None)

    def end() -> None:
        stop.status = "Cancelled"
        server.private.matching.tell_order(stop)

    server.loop.call(end)
    trading.until(lambda: not open_here(trading))
    broker._tell(before)
    trading.until(lambda: broker.obstacle is not None)
    broker._courier.stock()
    trading.until(lambda: broker.obstacle is None)
    assert open_here(trading) == []
    assert ended(trading) == [OrderStatus.CANCELLED]
    trading.check_books()


def test_what_is_asked_regularly_goes_on_being_asked_after_a_fault_of_ours(
    trading: Trading, server: BybitServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    trading.seconds_in_one = SOON
    trading.start()
    trading.settle()
    assert trading.broker is not None
    stock, asked = trading.broker._stock, []

    def fails(*_: object) -> Statement:
        asked.append(1)
        raise ValueError("A fault.")

    with monkeypatch.context() as patch:
        patch.setattr(type(stock), "take", fails)
        trading.broker._courier.stock()
        trading.until(lambda: asked)
    server.private.matching.wallet.coins["USDT"] -= 100
    trading.until(lambda: trading.troubles and "100 less" in trading.troubles[-1])


def test_one_stop_stays_one_though_an_order_that_was_filled_before_it_is_heard_of_after_it(
    trading: Trading, server: BybitServer
) -> None:
    stopped_out_of_hearing(trading, server, slices=Decimal("0.003"), depth=Decimal("0.004"))
    trading.until(lambda: trading.held() == Decimal("0.007"))
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(lambda: trading.held() == Decimal("0.026"))
    trading.until(lambda: not open_here(trading))
    assert ended(trading) == [OrderStatus.CANCELLED]
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    trading.check_books()


def test_a_stop_of_which_no_end_was_heard_ends_with_its_position(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = SLOW
    trading.start()
    server.stream_spoil(without("order"))
    stopped_in_part(trading, server)
    trading.until(lambda: trading.held() == Decimal("0.006"))
    asked = server.http.count(ORDER_HISTORY)
    trading.agent.close_position(SYMBOL)
    trading.until(lambda: trading.held() == 0 and not open_here(trading))
    assert ended(trading) == [OrderStatus.CANCELLED]
    assert "What it was to close is closed." in [report.message for report in trading.reports()]
    assert server.http.count(ORDER_HISTORY) == asked
    trading.check_books()


def test_an_execution_of_a_stop_that_is_over_is_booked_and_does_not_open_it_again(
    trading: Trading, server: BybitServer
) -> None:
    stopped_out_of_hearing(trading, server, slices=Decimal("0.010"), depth=Decimal("0.013"))
    trading.until(lambda: ended(trading) == [OrderStatus.CANCELLED])
    assert trading.held() == 0
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(lambda: trading.held() == Decimal("0.017"))
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert ended(trading) == [OrderStatus.CANCELLED]
    assert open_here(trading) == []
    trading.check_books()


def test_a_fault_of_ours_in_one_request_is_told_and_ends_no_other(
    trading: Trading, server: BybitServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    trading.start()
    trading.decide(stop=STOP)
    trading.until(lambda: trading.held() == Decimal("0.01"))
    assert trading.broker is not None

    def fails(*_: object) -> None:
        raise ValueError("A fault.")

    with monkeypatch.context() as patch:
        patch.setattr(trading.broker._gateway, "protect", fails)
        trading.agent.move_protection(SYMBOL, Decimal(29_500), None)
        trading.until(lambda: trading.refusals)
    assert trading.refusals == ["Asking Bybit failed by ValueError; see the log."]
    trading.agent.move_protection(SYMBOL, Decimal(29_500), None)
    trading.until(lambda: trading.account().position(SYMBOL).stop_loss == Decimal(29_500))
