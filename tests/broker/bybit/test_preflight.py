"""Nothing is traded before each check is green."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from photon_desktop.broker.bybit.key_info import KeyInfo, read_key_info
from photon_desktop.broker.bybit.preflight import (
    all_green,
    check_balance,
    check_clock,
    check_expiry,
    check_minimum,
    check_permissions,
    check_withdrawal,
)
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.market.bybit.endpoint import Category
from tests.broker.bybit.conftest import LINEAR_BTC
from tests.fakes.bybit_server import OPENING_MS, BybitServer

DAY_MS = 86_400_000
RIGHTS = {"ContractTrade": frozenset({"Order"}), "Spot": frozenset({"SpotTrade"}), "Wallet": frozenset[str]()}
KEY = KeyInfo(False, RIGHTS, ("127.0.0.1",), None)


def test_a_good_key_at_the_exchange_is_all_green(server: BybitServer, client: TradingClient) -> None:
    key = read_key_info(client)
    checks = [check_withdrawal(key), check_expiry(key, server.now_ms)]
    checks += [check_permissions(key, category) for category in Category]
    assert all_green(checks)


@pytest.mark.parametrize("group", ["Wallet", "Exchange"])
@pytest.mark.parametrize("right", ["Withdraw", "WithdrawCoin", "withdraw"])
def test_a_key_that_can_withdraw_is_refused_wherever_the_right_stands(
    server: BybitServer, client: TradingClient, group: str, right: str
) -> None:
    server.private.key_info["permissions"] = {**server.private.key_info["permissions"], group: [right]}
    check = check_withdrawal(read_key_info(client))
    assert not check.is_green
    assert "can withdraw money; make one" in check.sentence


@pytest.mark.parametrize(
    "more",
    [
        {"permissions": None},
        {"permissions": {}},
        {"permissions": {"Wallet": "Withdraw"}},
        {"permissions": []},
        {"readOnly": "x"},
        {"ips": ["*"], "expiredAt": ""},
        {"ips": ["*"], "expiredAt": "2025-03-01T00:00:00"},
    ],
)
def test_rights_that_can_not_be_read_are_not_taken_for_none(
    server: BybitServer, client: TradingClient, more: dict[str, Any]
) -> None:
    server.private.key_info |= more
    with pytest.raises(AmbiguousError, match="rights of the key"):
        read_key_info(client)


def test_a_key_that_can_not_trade_says_what_it_lacks() -> None:
    reading = check_permissions(replace(KEY, is_read_only=True), Category.LINEAR)
    assert "only read" in reading.sentence
    spot_only = replace(KEY, permissions={"Spot": frozenset({"SpotTrade"})})
    assert "ContractTrade: Order" in check_permissions(spot_only, Category.LINEAR).sentence
    assert check_permissions(spot_only, Category.SPOT).is_green
    assert not reading.is_green


@pytest.mark.parametrize(("days", "is_green"), [(-1.0, False), (0.9, False), (1.5, True), (80.0, True)])
def test_a_key_for_any_address_must_last_a_day(days: float, is_green: bool) -> None:
    key = replace(KEY, addresses=(), expires_at_ms=OPENING_MS + round(days * DAY_MS))
    assert check_expiry(key, OPENING_MS).is_green is is_green


def test_a_key_without_an_address_is_read_with_its_end(server: BybitServer, client: TradingClient) -> None:
    server.private.key_info["ips"] = ["*"]
    key = read_key_info(client)
    assert key.expires_at_ms == 1_740_787_200_000
    assert "83 more days" in check_expiry(key, server.now_ms).sentence


@pytest.mark.parametrize(
    ("skew_ms", "trip_s", "is_green", "words"),
    [
        (0, 0.05, True, "differ by 0 ms"),
        (1_000, 0.05, True, "1000 ms"),
        (1_001, 0.05, False, "ahead of"),
        (-1_001, 0.05, False, "behind"),
        (0, 2.6, False, "takes 2600 ms"),
    ],
)
def test_the_clock_is_within_a_second_and_the_way_is_short(
    skew_ms: int, trip_s: float, is_green: bool, words: str
) -> None:
    now_ns = OPENING_MS * 1_000_000
    check = check_clock(now_ns, now_ns + skew_ms * 1_000_000, trip_s)
    assert check.is_green is is_green
    assert words in check.sentence


@pytest.mark.parametrize(
    ("available", "needed", "is_green"), [("10", "10", True), ("9.9", "10", False), ("0", "0", False)]
)
def test_the_balance_covers_the_largest_order(available: str, needed: str, is_green: bool) -> None:
    assert check_balance(Decimal(available), Decimal(needed)).is_green is is_green


@pytest.mark.parametrize(
    ("notional", "price", "is_green", "words"),
    [
        ("300", "30000", True, "0.01 BTCUSDT"),
        ("29", "30000", False, "too small for Bybit"),
        ("4", "3000", False, "too small for Bybit"),
        ("300", "0", False, "no price"),
    ],
)
def test_an_order_reaches_the_exchanges_minimum(notional: str, price: str, is_green: bool, words: str) -> None:
    check = check_minimum(LINEAR_BTC, Decimal(notional), Decimal(price))
    assert check.is_green is is_green
    assert words in check.sentence


def test_one_red_check_is_enough_and_no_check_is_no_green() -> None:
    green, red = check_withdrawal(KEY), check_balance(Decimal(0), Decimal(1))
    assert all_green([green])
    assert not all_green([green, red])
    assert not all_green([])
