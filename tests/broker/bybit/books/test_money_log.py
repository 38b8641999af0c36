"""Money that moved without a trade, out of the exchange's log."""

from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.books.execution_reader import ExecutionCursor
from photon_desktop.broker.bybit.books.money_log import read_money_log
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import TRANSACTIONS
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.trading.cash_flow import CashFlow, FlowKind
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_server import BybitServer


def read(server: BybitServer, client: TradingClient, from_ms: int) -> list[CashFlow]:
    client.measure_clock()
    return list(read_money_log(client, "USDT", ExecutionCursor.starting(from_ms)))


def test_weeks_of_it_come_over_pages_in_order_each_by_its_kind(server: BybitServer, client: TradingClient) -> None:
    begin, server.private.page_size = server.now_ms, 2
    kinds = ("TRANSFER_IN", "BONUS", "INTEREST", "TRANSFER_OUT", "TRADE", "SETTLEMENT", "AIRDROP", "DEPOSIT")
    for number, kind in enumerate(kinds):
        server.pass_time(3 * 86_400)
        server.move_money(kind, Decimal(number + 1))
    flows = read(server, client, begin)
    assert [flow.amount for flow in flows] == [1, 2, 3, 4, 7, 8]
    assert [flow.kind for flow in flows] == [
        FlowKind.CAPITAL, FlowKind.BONUS, FlowKind.INTEREST, FlowKind.CAPITAL, FlowKind.BONUS, FlowKind.CAPITAL,
    ]  # fmt: skip
    assert len({flow.flow_id for flow in flows}) == 6


def test_other_coins_and_what_came_before_are_left_out(server: BybitServer, client: TradingClient) -> None:
    server.move_money("TRANSFER_IN", Decimal(5))
    server.pass_time(1)
    server.move_money("TRANSFER_IN", Decimal(1), "BTC")
    server.move_money("TRANSFER_IN", Decimal(0))
    assert read(server, client, server.now_ms) == []


def test_a_page_that_is_missing_gives_nothing(server: BybitServer, client: TradingClient) -> None:
    server.move_money("TRANSFER_IN", Decimal(5))
    server.http.plan(Fault(status=502), TRANSACTIONS, times=9)
    with pytest.raises(AmbiguousError):
        read(server, client, server.now_ms)


def test_a_row_that_can_not_be_read_is_an_error_and_no_flow(server: BybitServer, client: TradingClient) -> None:
    row = {"id": "1", "type": "TRANSFER_IN", "transactionTime": "soon", "change": "1"}
    server.http.signed_route("GET", TRANSACTIONS, lambda _request: Reply({"list": [row]}))
    with pytest.raises(AmbiguousError, match="transaction"):
        read(server, client, server.now_ms)
