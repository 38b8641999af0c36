"""The signed paths of the local exchange: orders, executions, positions, the wallet, and what the key may do."""

import json
from collections.abc import Callable, Mapping
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from photon_desktop.drill.exchange.http import BybitHttp, Reply, Request
from photon_desktop.drill.exchange.market import BybitMarket
from photon_desktop.drill.exchange.matching import BybitMatching
from photon_desktop.drill.exchange.order_checks import (
    is_number,
    refused_form,
    refused_funds,
    refused_numbers,
    refused_size,
)
from photon_desktop.drill.exchange.orders import ZERO, LocalOrder

CREATE, AMEND, CANCEL = "/v5/order/create", "/v5/order/amend", "/v5/order/cancel"
OPEN_ORDERS, HISTORY, EXECUTIONS = "/v5/order/realtime", "/v5/order/history", "/v5/execution/list"
TRADING_STOP, CANCEL_ALL = "/v5/position/trading-stop", "/v5/order/cancel-all"
TRANSACTIONS = "/v5/account/transaction-log"
_MOST_SPAN_MS = 7 * 86_400_000
KEY_INFO = {
    "id": "1",
    "note": "photon",
    "readOnly": 0,
    "secret": "",
    "permissions": {"ContractTrade": ["Order", "Position"], "Spot": ["SpotTrade"], "Wallet": []},
    "ips": ["127.0.0.1"],
    "deadlineDay": 83,
    "expiredAt": "2025-03-01T00:00:00Z",
    "createdAt": "2024-12-01T00:00:00Z",
    "uta": 1,
}


class BybitPrivate:
    """Answers the signed paths. `rejects` is a retCode with its words for the next order, `asked` the orderLinkIds of
    all orders that came this far, accepted or not, `shows_after_ms` is how long an order and its executions stay out of
    every list, `hidden` are execution ids that are not shown, `hides_money` empties the log of money, `is_doubling`
    shows every row twice, `page_size` bounds a page."""

    def __init__(self, market: BybitMarket, http: BybitHttp, now_ms: Callable[[], int]) -> None:
        self.matching = BybitMatching(market, now_ms)
        self.key_info: dict[str, Any] = dict(KEY_INFO)
        self.rejects: list[tuple[int, str]] = []
        self.asked: list[str] = []
        self.shows_after_ms = 0
        self.hidden: set[str] = set()
        self.hides_money = False
        self.is_doubling = False
        self.page_size = 100
        self._market = market
        self._now_ms = now_ms
        routes = {
            ("GET", "/v5/user/query-api"): lambda _request: Reply(self.key_info),
            ("GET", "/v5/account/wallet-balance"): self._balance,
            ("GET", TRANSACTIONS): self._transactions,
            ("GET", "/v5/position/list"): self._positions,
            ("GET", OPEN_ORDERS): lambda request: self._orders(request, is_open=True),
            ("GET", HISTORY): lambda request: self._orders(request, is_open=False),
            ("GET", EXECUTIONS): self._executions,
            ("POST", CREATE): self._create,
            ("POST", AMEND): self._amend,
            ("POST", CANCEL): self._cancel,
            ("POST", "/v5/order/cancel-all"): self._cancel_all,
            ("POST", TRADING_STOP): self._trading_stop,
        }
        for (method, path), handler in routes.items():
            http.signed_route(method, path, handler)

    def accepted(self, link_id: str) -> int:
        """How many orders with this orderLinkId were accepted."""
        return sum(order.link_id == link_id for order in self.matching.orders)

    def _create(self, request: Request) -> Reply:
        asked = json.loads(request.signed_text)
        category, symbol = str(asked.get("category")), str(asked.get("symbol"))
        self.asked.append(str(asked.get("orderLinkId", "")))
        if self.rejects:
            code, words = self.rejects.pop(0)
            return Reply(code=code, words=words)
        if not self._market.knows(category, symbol):
            return Reply(code=10001, words="params error: symbol invalid")
        link_id = str(asked.get("orderLinkId", ""))
        if link_id and self.accepted(link_id):
            return Reply(code=170141 if category == "spot" else 110072, words="OrderLinkedID is duplicate")
        refusal = refused_form(asked) or self._refused(category, symbol, asked)
        if refusal is not None:
            return refusal
        order = self._order_of(category, symbol, asked)
        self.matching.accept(order)
        return _named(order)

    def _refused(self, category: str, symbol: str, asked: Mapping[str, Any]) -> Reply | None:
        listed = self._market.listed[symbol]
        is_market = asked["orderType"] == "Market"
        price = self.matching.price(symbol) if is_market else Decimal(asked["price"])
        quantity = self._quantity(category, symbol, asked)
        return (
            refused_numbers(category, listed, quantity, ZERO if is_market else price)
            or refused_size(category, listed, quantity * price)
            or refused_funds(self.matching, category, listed, asked, quantity, quantity * price)
        )

    def _quantity(self, category: str, symbol: str, asked: Mapping[str, Any]) -> Decimal:
        """In base units: a spot market buy is in quote money unless it says otherwise."""
        quantity = Decimal(asked["qty"])
        is_spot_buy = category == "spot" and asked["orderType"] == "Market" and asked["side"] == "Buy"
        if not is_spot_buy or asked.get("marketUnit") == "baseCoin":
            return quantity
        return (quantity / self.matching.price(symbol)).quantize(Decimal("0.000001"), rounding=ROUND_FLOOR)

    def _order_of(self, category: str, symbol: str, asked: Mapping[str, Any]) -> LocalOrder:
        is_market = asked["orderType"] == "Market"
        return LocalOrder(
            order_id=self.matching.next_id("order"),
            link_id=str(asked.get("orderLinkId", "")),
            category=category,
            symbol=symbol,
            side=asked["side"],
            order_type=asked["orderType"],
            quantity=self._quantity(category, symbol, asked),
            price=ZERO if is_market else Decimal(asked["price"]),
            time_in_force="IOC" if is_market else asked.get("timeInForce", "GTC"),
            is_reduce_only=bool(asked.get("reduceOnly", False)),
            stop_loss=str(asked.get("stopLoss", "")),
            take_profit=str(asked.get("takeProfit", "")),
            created_ms=self._now_ms(),
        )

    def _amend(self, request: Request) -> Reply:
        asked = json.loads(request.signed_text)
        order = self._open_order(asked)
        if order is None:
            return _gone(asked)
        if not all(is_number(asked[name]) for name in ("qty", "price") if name in asked):
            return Reply(code=10001, words="params error")
        quantity, price = Decimal(asked.get("qty", order.quantity)), Decimal(asked.get("price", order.price))
        refusal = refused_numbers(order.category, self._market.listed[order.symbol], quantity, price)
        if refusal is not None or quantity <= order.filled:
            return refusal or Reply(code=110040, words="quantity is filled already")
        order.quantity, order.price = quantity, price
        order.stop_loss = str(asked.get("stopLoss", order.stop_loss))
        order.take_profit = str(asked.get("takeProfit", order.take_profit))
        return _named(order)

    def _cancel(self, request: Request) -> Reply:
        asked = json.loads(request.signed_text)
        order = self._open_order(asked)
        if order is None:
            return _gone(asked)
        self._end(order)
        return _named(order)

    def _cancel_all(self, request: Request) -> Reply:
        asked = json.loads(request.signed_text)
        ended = [
            order
            for order in self.matching.orders
            if order.is_open and order.category == asked.get("category") and asked.get("symbol") in (None, order.symbol)
        ]
        for order in ended:
            self._end(order)
        return Reply({"list": [{"orderId": order.order_id, "orderLinkId": order.link_id} for order in ended]})

    def _trading_stop(self, request: Request) -> Reply:
        asked = json.loads(request.signed_text)
        symbol = str(asked.get("symbol"))
        held = self.matching.wallet.position(symbol)
        if asked.get("category") != "linear" or not held.quantity:
            return Reply(code=10001, words="can not set tp/sl/ts for zero position")
        levels = {name: asked.get(name) for name in ("stopLoss", "takeProfit")}
        shown = {"stopLoss": held.stop_loss or "0", "takeProfit": held.take_profit or "0"}
        if all(level in (None, shown[name]) for name, level in levels.items()):
            return Reply(code=34040, words="not modified")
        self.matching.protect(symbol, levels["stopLoss"], levels["takeProfit"])
        return Reply()

    def _end(self, order: LocalOrder) -> None:
        order.status = "PartiallyFilledCanceled" if order.filled and order.category == "spot" else "Cancelled"
        self.matching.tell_order(order)

    def _open_order(self, asked: Mapping[str, Any]) -> LocalOrder | None:
        for order in self.matching.orders:
            is_it = asked.get("orderLinkId") == order.link_id if "orderLinkId" in asked else (
                asked.get("orderId") == order.order_id
            )  # fmt: skip
            if is_it and order.is_open and order.category == asked.get("category"):
                return order
        return None

    def _orders(self, request: Request, is_open: bool) -> Reply:
        query = request.query
        found = [
            order.row()
            for order in reversed(self.matching.orders)
            if order.is_open is is_open
            and self._is_shown(order.created_ms)
            and order.category == query.get("category")
            and query.get("symbol") in (None, order.symbol)
            and query.get("orderLinkId") in (None, order.link_id)
            and query.get("orderId") in (None, order.order_id)
        ]
        return self._page(query, found)

    def _executions(self, request: Request) -> Reply:
        query = request.query
        begin = int(query.get("startTime", 0))
        end = int(query.get("endTime", self._now_ms() if "startTime" not in query else begin + _MOST_SPAN_MS))
        if "startTime" in query and not begin <= end <= begin + _MOST_SPAN_MS:
            return Reply(code=10001, words="the time range must be within 7 days")
        found = [
            done.row()
            for done in reversed(self.matching.executions)
            if done.category == query.get("category")
            and self._is_shown(done.time_ms)
            and done.exec_id not in self.hidden
            and begin <= done.time_ms <= end
            and query.get("symbol") in (None, done.symbol)
            and query.get("orderLinkId") in (None, done.order.link_id if done.order else "")
        ]
        return self._page(query, found)

    def _transactions(self, request: Request) -> Reply:
        query = request.query
        begin, end = int(query.get("startTime", 0)), int(query.get("endTime", self._now_ms()))
        if not begin <= end <= begin + _MOST_SPAN_MS:
            return Reply(code=10001, words="the time range must be within 7 days")
        found = [
            row
            for row in reversed(self.matching.money_log)
            if not self.hides_money
            and begin <= int(str(row["transactionTime"])) <= end
            and query.get("currency") in (None, row["currency"])
            and query.get("type") in (None, row["type"])
        ]
        return self._page(query, found)

    def _positions(self, request: Request) -> Reply:
        if request.query.get("category") != "linear" or not {"symbol", "settleCoin"} & set(request.query):
            return Reply(code=10001, words="Missing some parameters that must be filled in, symbol or settleCoin")
        return self._page(request.query, self.matching.wallet.position_rows(request.query.get("symbol")))

    def _balance(self, _request: Request) -> Reply:
        return Reply({"list": [self.matching.wallet.balance_row()]})

    def _is_shown(self, since_ms: int) -> bool:
        return self._now_ms() >= since_ms + self.shows_after_ms

    def _page(self, query: Mapping[str, str], rows: list[dict[str, object]]) -> Reply:
        begin = int(query.get("cursor") or 0)
        following = begin + min(self.page_size, int(query.get("limit", self.page_size)))
        shown = rows[begin:following]
        cursor = str(following) if following < len(rows) else ""
        doubled = [row for row in shown for _ in range(2)] if self.is_doubling else shown
        return Reply({"category": query.get("category", ""), "list": doubled, "nextPageCursor": cursor})


def _named(order: LocalOrder) -> Reply:
    return Reply({"orderId": order.order_id, "orderLinkId": order.link_id})


def _gone(asked: Mapping[str, Any]) -> Reply:
    code = 170213 if asked.get("category") == "spot" else 110001
    return Reply(code=code, words="order not exists or too late to cancel")
