"""Takes over what the exchange holds where nobody can explain it: the books are led there, against capital."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from photon_desktop.broker.bybit.books.bookings import OPEN, Books
from photon_desktop.broker.bybit.books.holdings import Holding
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide
from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE
from photon_desktop.broker.difference import CASH, BooksDifference, HeldDifference
from photon_desktop.broker.news import Adoption, News
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.identity import client_order_id, uuid7
from photon_desktop.trading.money import ZERO, to_money
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus, Side

_LEAST_PRICE = Decimal("0.00000001")  # a coin of which nobody says what it is worth
_SAME_COST = Decimal("0.01")  # quote money: the exchange rounds average prices
TAKEN_AS_OVER = "Taken as over when what Bybit holds was accepted."


def account_after(account: Account, news: News) -> Account:
    """`account` once the fills and the money of `news` are booked. Raises AccountBreachError."""
    for change in news.changes:
        if change.fill is not None:
            account, _ = account.after(change.fill)
    for flow in news.flows:
        account, _ = account.paid(flow)
    return account


def difference_of(
    account: Account, side: ExchangeSide, sentences: tuple[str, ...], foreign: Iterable[str], found_at: int
) -> BooksDifference:
    """How `account`, with all booked that can be explained, differs from what the exchange says."""
    mine = {position.symbol: position.quantity for position in account.open_positions()}
    held = (
        HeldDifference(symbol, mine.get(symbol, ZERO), side.quantities.get(symbol, ZERO))
        for symbol in sorted({*mine, *side.quantities})
    )
    differing = tuple(one for one in held if one.difference)
    return BooksDifference(
        sentences, HeldDifference(CASH, account.cash, side.cash), differing, tuple(foreign), found_at
    )


def orders_to_end(books: Books, side: ExchangeSide) -> tuple[OrderChange, ...]:
    """The ends of stored open orders that are not open at the exchange, or that it knows nothing of."""
    open_there = {order.client_order_id for order in side.orders if order.status in OPEN_THERE}
    theirs = {order.client_order_id: order.status for order in side.orders}
    return tuple(
        OrderChange(mine.order, _end_of(theirs.get(name)), note=TAKEN_AS_OVER)
        for name, mine in books.orders.items()
        if mine.status in OPEN and name not in open_there
    )


def _end_of(status: OrderStatus | None) -> OrderStatus:
    """A fill that is not in the books can't end an order here."""
    return OrderStatus.CANCELLED if status in (None, OrderStatus.FILLED, OrderStatus.UNKNOWN) else status


def adoption_of(
    name: str,
    mode: str,
    account: Account,
    side: ExchangeSide,
    holdings: Mapping[str, Holding],
    difference: BooksDifference,
    foreign: tuple[str, ...],
    *,
    is_cost_told: bool,
) -> Adoption:
    """What leads `account` to `holdings` and the exchange's cash: positions at average cost, without profit, and the
    rest of the money as capital. `is_cost_told`: a holding's cost is what was paid for it, not what it is worth."""
    maker = _Maker(name, mode, difference.found_at)
    changes: list[OrderChange] = []
    for symbol in sorted({*(one.symbol for one in account.open_positions()), *holdings}):
        mine, theirs = account.position(symbol), holdings.get(symbol, Holding(ZERO, ZERO))
        changes += maker.anew(mine, theirs) if is_cost_told else maker.towards(mine, theirs)
    after = account_after(account, News(changes=tuple(changes)))
    capital = to_money(side.cash) - after.cash
    event_id = f"{name}-adopted-{difference.found_at}"
    return Adoption(event_id, capital, tuple(changes), difference.sentences, foreign, difference.found_at)


class _Maker:
    """Makes orders with their fills, whose ids follow from the account, the time and their number."""

    def __init__(self, name: str, mode: str, at_ns: int) -> None:
        self._name = name
        self._mode = mode
        self._at_ns = at_ns
        self._made = 0

    def anew(self, mine: Position, theirs: Holding) -> Iterator[OrderChange]:
        """Close what the books hold and open what the exchange does, unless they are the same."""
        is_same_cost = abs(mine.cost - theirs.cost) <= _SAME_COST
        if mine.quantity == theirs.quantity and is_same_cost:
            return
        if mine.is_open:
            yield self._traded(mine.symbol, -mine.quantity, mine.average_price, OrderPurpose.CLOSED_BY_HAND)
        if theirs.quantity:
            price = theirs.cost / theirs.quantity
            yield self._traded(mine.symbol, theirs.quantity, price, OrderPurpose.SIGNAL, theirs)

    def towards(self, mine: Position, theirs: Holding) -> Iterator[OrderChange]:
        """Trade the difference of coins, so that the position's stop and target stay."""
        delta = theirs.quantity - mine.quantity
        if delta == 0:
            return
        if min(mine.quantity, theirs.quantity) <= 0:
            yield from self.anew(mine, theirs)
        elif delta < 0:
            yield self._traded(mine.symbol, delta, mine.average_price, OrderPurpose.CLOSED_BY_HAND)
        else:
            guarded = replace(theirs, stop_loss=mine.stop_loss, take_profit=mine.take_profit)
            price = theirs.cost / theirs.quantity
            yield self._traded(mine.symbol, delta, price, OrderPurpose.SIGNAL, guarded)

    def _traded(
        self, symbol: str, signed: Decimal, price: Decimal, purpose: OrderPurpose, guarded: Holding | None = None
    ) -> OrderChange:
        self._made += 1
        new_id = uuid7(self._at_ns, sha256(f"{self._name} {symbol} {self._made}".encode()).digest()[:10])
        order = Order(
            client_order_id=client_order_id(new_id, "o"),
            trace_id=new_id,
            decision_id=new_id,
            symbol=symbol,
            side=Side.BUY if signed > 0 else Side.SELL,
            quantity=abs(signed),
            requested_price=max(_LEAST_PRICE, price),
            created_at=self._at_ns,
            mode=self._mode,
            purpose=purpose,
            stop_loss=guarded.stop_loss if guarded else None,
            take_profit=guarded.take_profit if guarded else None,
        )
        return filled(order, _fill_of(order))


def _fill_of(order: Order) -> Fill:
    return Fill(
        fill_id=f"{order.client_order_id}-adopted",
        client_order_id=order.client_order_id,
        symbol=order.symbol,
        side=order.side,
        quantity=order.quantity,
        price=order.requested_price,
        commission=ZERO,
        slippage=ZERO,
        filled_at=order.created_at,
    )
