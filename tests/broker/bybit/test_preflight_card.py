"""The card before arming, asked from the local exchange: each line by itself."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from photon_desktop.broker.bybit.preflight import Check, all_green, check_limits, check_minimums, check_stream
from photon_desktop.broker.bybit.preflight_card import LINES, AskedAccount, collect_checks
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.errors import UnknownSymbolError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.risk import RiskLimits
from tests.broker.bybit.conftest import LINEAR_BTC
from tests.fakes.bybit_http import Reply, Request
from tests.fakes.bybit_server import BybitServer

LIMITS = RiskLimits()


@pytest.fixture
def asked(server: BybitServer) -> AskedAccount:
    return AskedAccount(
        Category.LINEAR,
        LIMITS,
        ("BTCUSDT",),
        {"BTCUSDT": Decimal(30_000)}.get,
        lambda _symbol: LINEAR_BTC,
        lambda: 4.0,
        lambda: server.now_ms * 1_000_000,
    )


def by_name(checks: tuple[Check, ...]) -> dict[str, Check]:
    return {check.name: check for check in checks}


def reds(checks: tuple[Check, ...]) -> list[str]:
    return [check.name for check in checks if not check.is_green]


def answer_with(server: BybitServer, path: str, reply: Callable[[Request], Reply]) -> None:
    server.http.signed_route("GET", path, reply)


def test_a_good_account_is_all_green_and_each_line_is_told_as_it_is_known(
    client: TradingClient, asked: AskedAccount
) -> None:
    told: list[str] = []
    checks = collect_checks(client, asked, lambda check: told.append(check.name))
    assert all_green(checks), [check.sentence for check in checks]
    assert [check.name for check in checks] == list(LINES)
    assert sorted(told) == sorted(LINES)
    assert by_name(checks)["Balance"].sentence == "10000 USDT are free."
    assert by_name(checks)["Minimum"].sentence == "An order is 0.05 BTCUSDT."


def test_a_request_that_fails_turns_its_own_lines_red(
    server: BybitServer, client: TradingClient, asked: AskedAccount
) -> None:
    answer_with(server, "/v5/user/query-api", lambda _request: Reply(code=10005, words="Permission denied"))
    checks = collect_checks(client, asked)
    assert reds(checks) == ["Withdrawal", "Permissions", "Expiry"]
    assert "10005" in by_name(checks)["Withdrawal"].sentence
    answer_with(server, "/v5/user/query-api", lambda _request: Reply(server.private.key_info))
    answer_with(server, "/v5/account/wallet-balance", lambda _request: Reply({"list": []}))
    assert reds(collect_checks(client, asked)) == ["Balance", "Minimum"]


def test_an_answer_nobody_foresaw_is_a_red_line_too(client: TradingClient, asked: AskedAccount) -> None:
    def broken() -> float:
        raise ZeroDivisionError

    checks = collect_checks(client, replace(asked, stream_age_s=broken))
    assert reds(checks) == ["Stream"]
    assert "ZeroDivisionError" in by_name(checks)["Stream"].sentence


def test_a_clock_that_is_off_and_a_stream_that_never_came_are_red(
    server: BybitServer, client: TradingClient, asked: AskedAccount
) -> None:
    late = replace(asked, computer_ns=lambda: server.now_ms * 1_000_000 - 5_000_000_000, stream_age_s=lambda: None)
    checks = collect_checks(client, late)
    assert reds(checks) == ["Clock", "Stream"]
    assert "5000 ms behind" in by_name(checks)["Clock"].sentence


def test_an_exchange_that_does_not_answer_is_red_where_it_was_asked(client: TradingClient, asked: AskedAccount) -> None:
    client.close()
    checks = collect_checks(client, asked)
    assert reds(checks) == ["Withdrawal", "Permissions", "Expiry", "Clock", "Balance", "Minimum"]


def test_the_largest_order_is_a_share_of_all_that_the_wallet_is_worth(
    server: BybitServer, client: TradingClient, asked: AskedAccount
) -> None:
    server.private.matching.wallet.coins |= {"USDT": Decimal(100), "BTC": Decimal("0.05"), "XYZ": Decimal(7)}
    checks = by_name(collect_checks(client, replace(asked, category=Category.SPOT)))
    assert not checks["Balance"].is_green  # 15% of 1,600 are 240
    assert "100 USDT are free, 240 are needed" in checks["Balance"].sentence


def test_an_account_too_small_for_one_order_says_which_symbol(
    server: BybitServer, client: TradingClient, asked: AskedAccount
) -> None:
    server.private.matching.wallet.coins["USDT"] = Decimal(20)
    checks = by_name(collect_checks(client, asked))
    assert checks["Balance"].is_green
    assert "An order of 3 USDT is too small for Bybit" in checks["Minimum"].sentence


def test_symbols_are_judged_one_by_one(client: TradingClient, asked: AskedAccount) -> None:
    def instrument_of(symbol: str) -> Instrument:
        return replace(LINEAR_BTC, symbol=symbol)

    two = replace(asked, symbols=("BTCUSDT", "ETHUSDT"), instrument_of=instrument_of)
    unpriced = by_name(collect_checks(client, two))["Minimum"]
    assert unpriced.sentence == "There is no price of ETHUSDT yet; wait for the stream."
    priced = replace(two, price_of=lambda _symbol: Decimal(30_000))
    assert by_name(collect_checks(client, priced))["Minimum"].sentence == "Orders in all 2 symbols are large enough."
    assert "No symbol" in by_name(collect_checks(client, replace(asked, symbols=())))["Minimum"].sentence

    def unknown(symbol: str) -> Any:
        raise UnknownSymbolError(f"Bybit has no {symbol}.")

    assert (
        "Bybit has no BTCUSDT"
        in by_name(collect_checks(client, replace(two, instrument_of=unknown)))["Minimum"].sentence
    )


def test_several_symbols_that_are_too_small_are_counted() -> None:
    small = Check("Minimum", False, "Too small.")
    assert check_minimums([small, Check("Minimum", True, "Good."), small, small]).sentence.endswith("in 2 more.")


@pytest.mark.parametrize(("age_s", "is_green"), [(None, False), (0.0, True), (30.0, True), (30.1, False)])
def test_the_stream_must_have_lived_within_half_a_minute(age_s: float | None, is_green: bool) -> None:
    assert check_stream(age_s).is_green is is_green


@pytest.mark.parametrize(
    ("limits", "word"),
    [
        (replace(LIMITS, maximum_order=Decimal(1)), "largest order"),
        (replace(LIMITS, maximum_position=Decimal(1)), "largest position"),
        (replace(LIMITS, daily_loss=Decimal(1)), "daily loss"),
        (replace(LIMITS, drawdown_halt=Decimal(1)), "drawdown halt"),
        (replace(LIMITS, price_collar=Decimal(1)), "price collar"),
        (replace(LIMITS, orders_per_minute=1_000), "orders a minute"),
        (replace(LIMITS, oldest_price=100), "age of the last price"),
    ],
)
def test_a_limit_that_stops_nothing_is_red(limits: RiskLimits, word: str) -> None:
    check = check_limits(limits)
    assert not check.is_green
    assert f"stop nothing as they are set: {word};" in check.sentence


def test_the_usual_limits_are_green_and_say_what_they_are() -> None:
    assert check_limits(LIMITS) == Check(
        "Limits",
        True,
        "Of equity at most: 15% an order, 15% a position, 80% in all; halts at 5% lost a day or 20% under the peak.",
    )
