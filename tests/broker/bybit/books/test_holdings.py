"""Coins and positions are read as they are, or not at all."""

from decimal import Decimal
from typing import Any

import pytest

from photon_desktop.broker.bybit.books.holdings import Holding, linear_cash, read_positions, read_wallet
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import BALANCE, POSITIONS
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.orders import Side
from tests.broker.bybit.conftest import gateway_of, order_of
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_server import BybitServer


def test_a_spot_buy_shows_in_the_coins(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client, Category.SPOT).place(order_of())
    wallet = read_wallet(client)
    assert wallet.coins["BTC"] == Decimal("0.00999")
    assert wallet.available == wallet.coins["USDT"] < 10_000


def test_a_short_position_is_negative_and_so_is_its_cost(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client).place(order_of(1, Side.SELL))
    price = server.private.matching.price("BTCUSDT")
    assert read_positions(client) == {"BTCUSDT": Holding(Decimal("-0.01"), -price / 100)}


def test_the_cash_of_a_wallet_lacks_what_positions_cost() -> None:
    held = {"A": Holding(Decimal(2), Decimal(300)), "B": Holding(Decimal(-1), Decimal(-50))}
    assert linear_cash(Decimal(1_000), held) == 750


ROW = {"symbol": "BTCUSDT", "side": "Buy", "size": "1", "avgPrice": "30000"}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([ROW, {**ROW, "side": "Sell"}], "one-way mode"),
        ([{**ROW, "side": "Up"}], "a position"),
        ([{**ROW, "size": "x"}], "a position"),
        ([{**ROW, "avgPrice": ""}], "a position"),
    ],
)
def test_positions_that_make_no_sense_are_not_guessed(
    server: BybitServer, client: TradingClient, rows: list[dict[str, Any]], words: str
) -> None:
    server.http.plan(Fault(Reply({"list": rows})), POSITIONS)
    with pytest.raises(AmbiguousError, match=words):
        read_positions(client)


def test_a_row_shown_twice_and_an_empty_one_are_no_second_position(server: BybitServer, client: TradingClient) -> None:
    empty = {"symbol": "ETHUSDT", "side": "", "size": "0", "avgPrice": "0"}
    server.http.plan(Fault(Reply({"list": [ROW, ROW, empty]})), POSITIONS)
    assert list(read_positions(client)) == ["BTCUSDT"]


@pytest.mark.parametrize("accounts", [[], [{"totalAvailableBalance": "1"}], [{"coin": [{"coin": "BTC"}]}]])
def test_a_wallet_that_makes_no_sense_is_not_guessed(
    server: BybitServer, client: TradingClient, accounts: list[dict[str, Any]]
) -> None:
    server.http.plan(Fault(Reply({"list": accounts})), BALANCE)
    with pytest.raises(AmbiguousError):
        read_wallet(client)
