"""Matches orders of the local exchange against its market's prices, with as much depth as it is told to have."""

from collections.abc import Callable
from decimal import Decimal

from photon_desktop.drill.exchange.market import BybitMarket
from photon_desktop.drill.exchange.orders import ZERO, LocalExecution, LocalOrder
from photon_desktop.drill.exchange.wallet import LocalWallet

FEES = {("linear", True): "0.0002", ("linear", False): "0.00055", ("spot", True): "0.001", ("spot", False): "0.001"}
_IMMEDIATE = ("IOC", "FOK")


class BybitMatching:
    """Holds every order and execution, and tells `listener` of each change as the private stream would: the topic and
    its rows. `depth` is how much of one order a price takes at each look (None: all of it),
    `slice_quantity` cuts what is taken into executions, `is_asleep` leaves every order as it is until `match`."""

    def __init__(self, market: BybitMarket, now_ms: Callable[[], int]) -> None:
        self.wallet = LocalWallet()
        self.orders: list[LocalOrder] = []
        self.executions: list[LocalExecution] = []
        self.depth: Decimal | None = None
        self.slice_quantity: Decimal | None = None
        self.is_asleep = False
        self.money_log: list[dict[str, object]] = []
        self.listener: Callable[[str, list[dict[str, object]]], None] = lambda _topic, _rows: None
        self._market = market
        self._now_ms = now_ms
        self._counted = 0

    def price(self, symbol: str) -> Decimal:
        """The last price of `symbol`."""
        return Decimal(self._market.price(symbol, "1", self._now_ms()))

    def next_id(self, prefix: str) -> str:
        """An id that was not given before."""
        self._counted += 1
        return f"{prefix}-{self._counted:06d}"

    def accept(self, order: LocalOrder) -> None:
        """Take `order` and match it at once, unless asleep."""
        self.orders.append(order)
        self.tell_order(order)
        if not self.is_asleep:
            self._match_new(order)
            self.tell_order(order)

    def tell_order(self, order: LocalOrder) -> None:
        """Say on the stream how `order` stands now."""
        self.listener("order", [order.row()])

    def tell_holdings(self, symbol: str) -> None:
        """Say on the stream what is held now."""
        self.listener("position", self.wallet.position_rows(symbol, with_empty=True))
        self.listener("wallet", [self.wallet.balance_row()])

    def protect(self, symbol: str, stop_loss: str | None, take_profit: str | None) -> None:
        """Put the stop and target of a position there; "0" takes one away, None leaves it."""
        position = self.wallet.position(symbol)
        if stop_loss is not None:
            position.stop_loss = "" if Decimal(stop_loss) == 0 else stop_loss
        if take_profit is not None:
            position.take_profit = "" if Decimal(take_profit) == 0 else take_profit
        self.tell_holdings(symbol)

    def match(self) -> None:
        """Look at the price of now: open orders that it reaches, stops and targets of positions."""
        for order in [order for order in self.orders if order.is_open]:
            if order.time_in_force in _IMMEDIATE:
                self._match_new(order)
            elif order.crosses(self.price(order.symbol)):
                self._fill(order, order.price, is_maker=True)
            else:
                continue
            self.tell_order(order)
        for symbol in list(self.wallet.positions):
            self._protect(symbol)

    def fund(self, symbol: str, amount: Decimal) -> None:
        """Let the position in `symbol` pay `amount` of funding; a negative one is received."""
        held = self.wallet.position(symbol).quantity
        side = "Buy" if held >= 0 else "Sell"
        self._book("Funding", "linear", None, symbol, side, abs(held), self.price(symbol), amount, "USDT", False)

    def move_money(self, kind: str, coin: str, amount: Decimal) -> None:
        """Let `amount` of `coin` come (or go, when negative) without a trade, by a transaction of type `kind`."""
        self.wallet.pay(coin, -amount)
        held, moved = format(self.wallet.coins[coin], "f"), format(amount, "f")
        self.money_log.append(
            {
                "id": self.next_id("money"),
                "type": kind,
                "currency": coin,
                "symbol": "",
                "category": "",
                "transactionTime": str(self._now_ms()),
                "cashFlow": moved,
                "funding": "",
                "fee": "0",
                "change": moved,
                "cashBalance": held,
            }
        )
        self.listener("wallet", [self.wallet.balance_row()])

    def trade_by_hand(self, category: str, symbol: str, side: str, quantity: Decimal, price: Decimal = ZERO) -> None:
        """Somebody else's order on the exchange's own site: at the market, or to wait at `price`."""
        order = LocalOrder(
            self.next_id("order"), "", category, symbol, side, "Limit" if price else "Market", quantity, price,
            "GTC" if price else "IOC", False, "", "", self._now_ms(),
        )  # fmt: skip
        self.accept(order)

    def _match_new(self, order: LocalOrder) -> None:
        price = self.price(order.symbol)
        if not order.crosses(price):
            if order.time_in_force in _IMMEDIATE:
                order.status = "Cancelled"
            return
        if order.time_in_force == "PostOnly":
            order.status, order.reject_reason = "Cancelled", "EC_PostOnlyWillTakeLiquidity"
            return
        if order.time_in_force == "FOK" and self._available(order) < order.quantity:
            order.status = "Cancelled"
            return
        self._fill(order, price, is_maker=False)
        if order.is_open and order.time_in_force in _IMMEDIATE:
            is_spot_part = order.category == "spot" and order.filled
            order.status = "PartiallyFilledCanceled" if is_spot_part else "Cancelled"

    def _available(self, order: LocalOrder) -> Decimal:
        return order.left if self.depth is None else min(order.left, self.depth)

    def _fill(self, order: LocalOrder, price: Decimal, is_maker: bool) -> None:
        taken = self._available(order)
        if order.is_reduce_only:
            taken = min(taken, abs(self.wallet.position(order.symbol).quantity))
        while taken > 0:
            part = taken if self.slice_quantity is None else min(taken, self.slice_quantity)
            taken -= part
            self._execute(order, part, price, is_maker)
        if order.filled:
            order.status = "Filled" if order.left == 0 else "PartiallyFilled"
            self._set_protection(order)
        if order.is_reduce_only and order.is_open and not self.wallet.position(order.symbol).quantity:
            order.status = "Cancelled"

    def _execute(self, order: LocalOrder, quantity: Decimal, price: Decimal, is_maker: bool) -> None:
        order.filled += quantity
        order.value += quantity * price
        rate = Decimal(FEES[order.category, is_maker])
        is_in_base = order.category == "spot" and order.side == "Buy"
        fee = quantity * rate if is_in_base else quantity * price * rate
        coin = self._market.listed[order.symbol].base if is_in_base else "USDT"
        self._book("Trade", order.category, order, order.symbol, order.side, quantity, price, fee, coin, is_maker)

    def _book(
        self, kind: str, category: str, order: LocalOrder | None, symbol: str, side: str, quantity: Decimal,
        price: Decimal, fee: Decimal, coin: str, is_maker: bool,
    ) -> None:  # fmt: skip
        done = LocalExecution(
            self.next_id("exec"), kind, category, order, symbol, side, quantity, price, fee, coin, is_maker,
            self._now_ms(), len(self.executions), order.left if order else ZERO,
        )  # fmt: skip
        self.executions.append(done)
        self.wallet.book(done, self._market.listed[symbol].base)
        self.listener("execution", [done.row()])
        if category == "linear":
            self.tell_holdings(symbol)

    def _set_protection(self, order: LocalOrder) -> None:
        position = self.wallet.position(order.symbol)
        is_its = position.quantity > 0 if order.side == "Buy" else position.quantity < 0
        if order.category == "linear" and is_its:
            position.stop_loss = order.stop_loss or position.stop_loss
            position.take_profit = order.take_profit or position.take_profit
            self.tell_holdings(order.symbol)

    def _protect(self, symbol: str) -> None:
        position, price = self.wallet.position(symbol), self.price(symbol)
        if not position.quantity:
            return
        sign = 1 if position.quantity > 0 else -1
        if position.stop_loss and (Decimal(position.stop_loss) - price) * sign >= 0:
            self._close(symbol, "StopLoss")
        elif position.take_profit and (price - Decimal(position.take_profit)) * sign >= 0:
            self._close(symbol, "TakeProfit")

    def _close(self, symbol: str, kind: str) -> None:
        held = self.wallet.position(symbol).quantity
        order = LocalOrder(
            self.next_id("order"), "", "linear", symbol, "Sell" if held > 0 else "Buy", "Market", abs(held), ZERO,
            "IOC", True, "", "", self._now_ms(), f"CreateBy{kind}", kind,
        )  # fmt: skip
        self.orders.append(order)
        self._match_new(order)
        self.tell_order(order)
