"""What became of a stop that the exchange made itself, which it knows by no id of ours."""

from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.orders.exits import ExitLookup, exit_id, stands_for
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import EXECUTIONS
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus, Side
from tests.broker.bybit.conftest import gateway_of, order_of
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_server import BybitServer


def stopped(server: BybitServer, client: TradingClient) -> Order:
    """A stop that was carried out in part, twice over: the first of the two, as it is stored."""
    matching = server.private.matching
    opening = order_of(stop=str(matching.price("BTCUSDT") + 1_000))
    gateway_of(server, client).place(opening)
    matching.depth = Decimal("0.004")
    server.pass_time(1)
    first = matching.orders[-1]
    server.pass_time(1)
    return replace(
        opening,
        client_order_id=exit_id(opening.decision_id, "s", first.order_id),
        side=Side.SELL,
        created_at=first.created_ms * 1_000_000,
        purpose=OrderPurpose.STOP,
    )


def test_it_is_found_by_what_was_executed_of_it(server: BybitServer, client: TradingClient) -> None:
    stop = stopped(server, client)
    lookup = ExitLookup(client, Category.LINEAR)
    for _ in range(2):
        found = lookup.ask(stop)
        assert found is not None
        assert (found.client_order_id, found.status) == (stop.client_order_id, OrderStatus.CANCELLED)
        assert (found.filled, found.exchange_id) == (Decimal("0.004"), server.private.matching.orders[1].order_id)


def test_an_open_one_is_looked_up_by_the_exchanges_id_from_then_on(server: BybitServer, client: TradingClient) -> None:
    stop = stopped(server, client)
    there = server.private.matching.orders[1]
    there.status = "PartiallyFilled"
    lookup = ExitLookup(client, Category.LINEAR)
    found = [lookup.ask(stop) for _ in range(3)]
    assert [one.status for one in found if one] == [OrderStatus.PARTIALLY_FILLED] * 3
    assert server.http.count(EXECUTIONS) == 1


def test_one_that_no_list_shows_is_not_known(server: BybitServer, client: TradingClient) -> None:
    stop = stopped(server, client)
    lookup = ExitLookup(client, Category.LINEAR)
    shown = server.private.matching.orders.pop(1)
    assert lookup.ask(stop) is None
    server.private.matching.orders.append(shown)
    assert lookup.ask(stop) is not None
    assert lookup.ask(replace(stop, client_order_id="another")) is None


def test_a_list_that_can_not_be_read_says_nothing(server: BybitServer, client: TradingClient) -> None:
    stop = stopped(server, client)
    server.http.plan(Fault(Reply({"list": [{}]})), EXECUTIONS)
    with pytest.raises(AmbiguousError):
        ExitLookup(client, Category.LINEAR).ask(stop)


def test_an_id_stands_for_one_order_of_the_exchange_and_one_leg(server: BybitServer, client: TradingClient) -> None:
    stop = stopped(server, client)
    first, second = (order.order_id for order in server.private.matching.orders[1:])
    assert stands_for(stop, first)
    assert not stands_for(stop, second)
    assert not stands_for(replace(stop, purpose=OrderPurpose.TARGET), first)
