"""Taking stock: everything the exchange says of the account, asked in the order that makes it comparable."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal

from photon_desktop.broker.bybit.books.execution_reader import ExecutionCursor, ExecutionReader
from photon_desktop.broker.bybit.books.holdings import QUOTE, Holding, Wallet, linear_cash, read_positions, read_wallet
from photon_desktop.broker.bybit.books.money_log import read_money_log
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide
from photon_desktop.broker.bybit.desk.listings import Listings
from photon_desktop.broker.bybit.desk.words import Statement
from photon_desktop.broker.bybit.orders.exchange_orders import ExchangeOrder, read_order
from photon_desktop.broker.bybit.orders.exits import ExitLookup
from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import OPEN_ORDERS
from photon_desktop.broker.errors import RefusedError
from photon_desktop.broker.news import Levels
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Order

_A_PAGE = 50
_MILLISECOND_NS = 1_000_000


class StockTaking:
    """Asks the account's `category`. Raises BrokerError; nothing is sent that changes anything."""

    def __init__(
        self,
        client: TradingClient,
        category: Category,
        listings: Listings,
        gateway: OrderGateway,
        symbols: Sequence[str],
    ) -> None:
        self._client = client
        self._category = category
        self._listings = listings
        self._gateway = gateway
        self._symbols = symbols
        self._reader = ExecutionReader(client, category, listings.coins)
        self._exits = ExitLookup(client, category)

    def take(
        self,
        generation: int,
        waiting: Sequence[Order],
        cursor: ExecutionCursor | None,
        exits: Sequence[Order] = (),
    ) -> Statement:
        """Clock, instruments, orders, executions and money that moved since `cursor`, holdings.

        `waiting` are the stored orders that left and are not over, `exits` those that the exchange made itself; without
        a cursor the books are not opened yet, and executions count from the exchange's time on, as it told it last: a
        clock of ours that runs ahead hides none.
        """
        self._client.measure_clock()
        for symbol in self._symbols:
            with suppress(RefusedError):  # what is watched need not be traded there
                self._listings.instrument(symbol)
        orders = self._orders(waiting, exits)
        named = {order.client_order_id for order in orders}
        not_shown = frozenset(one.client_order_id for one in exits if one.client_order_id not in named)
        begin = cursor or ExecutionCursor.starting(self._client.clock.told_ns() // _MILLISECOND_NS)
        batch = self._reader.read(begin)
        flows = (*batch.flows, *read_money_log(self._client, QUOTE, begin))
        wallet = read_wallet(self._client)
        holdings = self._holdings(wallet)
        money = wallet.coins.get(QUOTE, ZERO)
        cash = linear_cash(money, holdings) if self._category is Category.LINEAR else money
        quantities = {symbol: holding.quantity for symbol, holding in holdings.items()}
        side = ExchangeSide(orders, batch.executions, flows, quantities, cash, not_shown=not_shown)
        asked = frozenset(order.client_order_id for order in (*waiting, *exits))
        now_ns = self._client.clock.now_ns()
        return Statement(generation, side, asked, holdings, batch.cursor, now_ns, self._levels(holdings))

    def _levels(self, holdings: Mapping[str, Holding]) -> tuple[Levels, ...]:
        """Of contracts: coins' stops and targets are watched here, and the exchange knows none."""
        if self._category is not Category.LINEAR:
            return ()
        return tuple(Levels(symbol, held.stop_loss, held.take_profit) for symbol, held in holdings.items())

    def _orders(self, waiting: Sequence[Order], exits: Sequence[Order]) -> tuple[ExchangeOrder, ...]:
        """Those that are open there, and what became of those that are not."""
        query: dict[str, str | int] = {"category": self._category.value, "limit": _A_PAGE}
        if self._category is Category.LINEAR:
            query["settleCoin"] = QUOTE
        found = {order.exchange_id: order for order in map(read_order, self._client.rows(OPEN_ORDERS, query))}
        named = {order.client_order_id for order in found.values()}
        looked_up = [self._looked_up(order) for order in waiting if order.client_order_id not in named]
        looked_up += [self._exits.ask(order) for order in exits]
        return (*found.values(), *(order for order in looked_up if order is not None))

    def _looked_up(self, order: Order) -> ExchangeOrder | None:
        standing = self._gateway.look_up(order)
        if not standing.is_known:
            return None
        return ExchangeOrder(
            client_order_id=order.client_order_id,
            exchange_id=standing.exchange_id,
            symbol=order.symbol,
            side=order.side,
            quantity=order.quantity,
            filled=standing.filled,
            status=standing.status,
            note=standing.note,
        )

    def _holdings(self, wallet: Wallet) -> Mapping[str, Holding]:
        """Positions; for spot the coins, each as the pair with the quote coin, at what they are worth."""
        if self._category is Category.LINEAR:
            return read_positions(self._client, QUOTE)
        return {
            f"{coin}{QUOTE}": Holding(held, wallet.values.get(coin, Decimal(0)))
            for coin, held in wallet.coins.items()
            if coin != QUOTE and held > 0
        }
