"""The local exchange trades as the real one describes it, seen through pybit."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from pybit.exceptions import FailedRequestError, InvalidRequestError
from pybit.unified_trading import HTTP
from requests.exceptions import ReadTimeout

from photon_desktop.market.bybit.rest.pybit_http import sign_by
from tests.broker.bybit.conftest import KEY, SECRET
from tests.fakes.bybit_http import Fault, Reply, rate_limited
from tests.fakes.bybit_private import CREATE
from tests.fakes.bybit_server import BybitServer

LINEAR = {"category": "linear", "symbol": "BTCUSDT"}
SPOT = {"category": "spot", "symbol": "BTCUSDT"}


@pytest.fixture
def http(server: BybitServer) -> Iterator[Any]:
    opened = HTTP(
        testnet=False, retry_codes={-999_999}, max_retries=1, timeout=0.3, api_key=KEY, api_secret=SECRET
    )  # fmt: skip
    opened.endpoint = server.rest_url
    undo = sign_by(server.server_ms)
    yield opened
    undo()
    opened.client.close()


def buy(http: Any, link_id: str, quantity: str = "0.01", **more: Any) -> Any:
    asked = {**LINEAR, "side": "Buy", "orderType": "Market", "qty": quantity, "orderLinkId": link_id, **more}
    return http.place_order(**asked)["result"]


def rows(answer: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer["result"]["list"]
    return found


def usdt(server: BybitServer) -> Decimal:
    return server.private.matching.wallet.coins["USDT"]


def code_of(call: Any) -> int:
    with pytest.raises(InvalidRequestError) as refused:
        call()
    code: int = refused.value.status_code
    return code


def test_a_market_order_is_filled_charged_and_listed(server: BybitServer, http: Any) -> None:
    assert buy(http, "a-1")["orderLinkId"] == "a-1"
    assert rows(http.get_open_orders(**LINEAR, orderLinkId="a-1")) == []
    (order,) = rows(http.get_order_history(**LINEAR, orderLinkId="a-1"))
    assert (order["orderStatus"], order["cumExecQty"]) == ("Filled", "0.01")
    (done,) = rows(http.get_executions(**LINEAR, orderLinkId="a-1"))
    price = Decimal(server.market.price("BTCUSDT", "1", server.now_ms))
    assert Decimal(done["execPrice"]) == price
    assert usdt(server) == 10_000 - price * Decimal("0.01") * Decimal("0.00055")
    (position,) = rows(http.get_positions(**LINEAR))
    assert (position["side"], position["size"]) == ("Buy", "0.01")


def test_a_spot_buy_pays_its_fee_in_the_coin_it_buys(server: BybitServer, http: Any) -> None:
    buy(http, "s-1", "0.01", **SPOT, marketUnit="baseCoin")
    (done,) = rows(http.get_executions(**SPOT))
    assert (done["feeCurrency"], Decimal(done["execFee"])) == ("BTC", Decimal("0.00001"))
    (account,) = rows(http.get_wallet_balance(accountType="UNIFIED"))
    assert {row["coin"]: row["walletBalance"] for row in account["coin"]}["BTC"] == "0.00999"


def test_a_spot_market_buy_is_in_quote_money_unless_it_says_otherwise(server: BybitServer, http: Any) -> None:
    buy(http, "s-1", "600", **SPOT)
    (done,) = rows(http.get_executions(**SPOT))
    assert Decimal("599") < Decimal(done["execQty"]) * Decimal(done["execPrice"]) <= 600


def test_a_limit_order_rests_is_amended_and_cancelled(server: BybitServer, http: Any) -> None:
    buy(http, "l-1", orderType="Limit", price="20000")
    (order,) = rows(http.get_open_orders(**LINEAR, orderLinkId="l-1"))
    assert order["orderStatus"] == "New"
    http.amend_order(**LINEAR, orderLinkId="l-1", qty="0.02")
    http.cancel_order(**LINEAR, orderLinkId="l-1")
    (order,) = rows(http.get_order_history(**LINEAR, orderLinkId="l-1"))
    assert (order["orderStatus"], order["qty"]) == ("Cancelled", "0.02")
    assert code_of(lambda: http.cancel_order(**LINEAR, orderLinkId="l-1")) == 110001
    assert code_of(lambda: http.amend_order(**LINEAR, orderLinkId="no", qty="0.02")) == 110001


def test_cancel_all_ends_what_is_open_in_the_category(server: BybitServer, http: Any) -> None:
    for number in range(3):
        buy(http, f"l-{number}", orderType="Limit", price="20000")
    assert len(rows(http.cancel_all_orders(category="linear", settleCoin="USDT"))) == 3
    assert rows(http.get_open_orders(**LINEAR)) == []


@pytest.mark.parametrize(
    ("time_in_force", "price", "depth", "status", "filled"),
    [
        ("IOC", "40000", None, "Filled", "0.01"),
        ("IOC", "40000", "0.004", "Cancelled", "0.004"),
        ("IOC", "20000", None, "Cancelled", "0"),
        ("FOK", "40000", "0.004", "Cancelled", "0"),
        ("PostOnly", "40000", None, "Cancelled", "0"),
        ("GTC", "40000", "0.004", "PartiallyFilled", "0.004"),
    ],
)
def test_the_time_in_force_decides_what_becomes_of_the_rest(
    server: BybitServer, http: Any, time_in_force: str, price: str, depth: str | None, status: str, filled: str
) -> None:
    server.private.matching.depth = None if depth is None else Decimal(depth)
    buy(http, "t-1", orderType="Limit", price=price, timeInForce=time_in_force)
    found = [
        *rows(http.get_open_orders(**LINEAR, orderLinkId="t-1")),
        *rows(http.get_order_history(**LINEAR, orderLinkId="t-1")),
    ]
    assert [(row["orderStatus"], row["cumExecQty"]) for row in found] == [(status, filled)]


def test_a_resting_order_is_filled_in_parts_as_time_passes(server: BybitServer, http: Any) -> None:
    server.private.matching.depth = Decimal("0.004")
    buy(http, "p-1", orderType="Limit", price="40000")
    server.pass_time(1)
    server.pass_time(1)
    done = rows(http.get_executions(**LINEAR))
    assert [row["execQty"] for row in done] == ["0.002", "0.004", "0.004"]
    assert [row["isMaker"] for row in done] == [True, True, False]


def test_an_order_is_taken_in_slices_and_executions_come_in_pages(server: BybitServer, http: Any) -> None:
    server.private.matching.slice_quantity = Decimal("0.001")
    buy(http, "p-1", "0.007")
    first = http.get_executions(**LINEAR, limit=4)["result"]
    second = http.get_executions(**LINEAR, limit=4, cursor=first["nextPageCursor"])["result"]
    assert [len(first["list"]), len(second["list"])] == [4, 3]
    assert second["nextPageCursor"] == ""
    assert len({row["execId"] for row in [*first["list"], *second["list"]]}) == 7


def test_a_stop_of_the_position_closes_it(server: BybitServer, http: Any) -> None:
    price = server.private.matching.price("BTCUSDT")
    buy(http, "b-1", stopLoss=str(price + 1000), takeProfit="90000")
    server.pass_time(1)
    assert rows(http.get_positions(**LINEAR)) == []
    done = rows(http.get_executions(**LINEAR))[0]
    assert (done["side"], done["createType"], done["orderLinkId"]) == ("Sell", "CreateByStopLoss", "")


def test_funding_is_an_execution_that_moves_only_money(server: BybitServer, http: Any) -> None:
    buy(http, "f-1")
    before = usdt(server)
    server.private.matching.fund("BTCUSDT", Decimal("1.25"))
    done = rows(http.get_executions(**LINEAR))[0]
    assert (done["execType"], done["execFee"]) == ("Funding", "1.25")
    assert usdt(server) == before - Decimal("1.25")
    assert rows(http.get_positions(**LINEAR))[0]["size"] == "0.01"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"qty": "0.0105"}, 10001),
        ({"qty": "1e-2"}, 10001),
        ({"qty": "0"}, 10001),
        ({"orderType": "Limit", "price": "40000.05"}, 10001),
        ({"orderType": "Limit", "price": "3000", "qty": "0.001"}, 110094),
        ({"qty": "400"}, 110007),
        ({"reduceOnly": True}, 110017),
        ({"orderLinkId": "x" * 37}, 10001),
        ({**SPOT, "qty": "10", "marketUnit": "baseCoin"}, 170131),
        ({**SPOT, "qty": "0.00001", "marketUnit": "baseCoin"}, 170140),
        ({**SPOT, "side": "Sell"}, 170131),
        ({"symbol": "NOSUCH"}, 10001),
    ],
)
def test_what_the_exchange_does_not_take_it_refuses_with_its_code(
    server: BybitServer, http: Any, more: dict[str, Any], code: int
) -> None:
    asked = {"qty": "0.01", "orderLinkId": "r-1", **more}
    assert code_of(lambda: http.place_order(**{**LINEAR, "side": "Buy", "orderType": "Market", **asked})) == code
    assert server.private.matching.orders == []


def test_an_id_is_taken_once(server: BybitServer, http: Any) -> None:
    buy(http, "a-1")
    assert code_of(lambda: buy(http, "a-1")) == 110072
    assert code_of(lambda: buy(http, "a-1", **SPOT, marketUnit="baseCoin")) == 170141
    assert server.private.accepted("a-1") == 1


@pytest.mark.parametrize(
    ("fault", "error", "is_accepted"),
    [
        (Fault(is_stalled=True), ReadTimeout, True),
        (Fault(is_hung=True), ReadTimeout, False),
        (Fault(status=502), FailedRequestError, True),
        (Fault(Reply(), status=502), FailedRequestError, False),
        (Fault(is_lost=True), OSError, True),
        (Fault(is_cut=True), OSError, False),
        (rate_limited(0), InvalidRequestError, False),
        (Fault(late_s=0.5), ReadTimeout, True),
    ],
)
def test_an_order_can_be_accepted_or_not_behind_each_fault(
    server: BybitServer, http: Any, fault: Fault, error: type[Exception], is_accepted: bool
) -> None:
    server.http.plan(fault, CREATE)
    with pytest.raises(error):
        buy(http, "a-1")
    assert server.private.accepted("a-1") == is_accepted
    assert server.http.count(CREATE) == 1


def test_the_clock_and_the_secret_are_checked(server: BybitServer, http: Any) -> None:
    server.skew_ms = -2_000
    undo = sign_by(lambda: server.now_ms)
    assert code_of(lambda: buy(http, "a-1")) == 10002
    undo()
    http.api_secret = "another"
    assert code_of(lambda: buy(http, "a-1")) == 10004
    http.api_key = "another"
    assert code_of(lambda: buy(http, "a-1")) == 10003
    assert server.private.matching.orders == []


def test_an_order_stays_out_of_every_list_as_long_as_commanded(server: BybitServer, http: Any) -> None:
    server.private.shows_after_ms = 3_000
    buy(http, "a-1")
    assert rows(http.get_order_history(**LINEAR)) == rows(http.get_executions(**LINEAR)) == []
    server.pass_time(3)
    assert len(rows(http.get_order_history(**LINEAR))) == len(rows(http.get_executions(**LINEAR))) == 1


def test_the_key_says_what_it_may_do(server: BybitServer, http: Any) -> None:
    found = http.get_api_key_information()["result"]
    assert found["readOnly"] == 0
    assert found["permissions"]["Wallet"] == []
