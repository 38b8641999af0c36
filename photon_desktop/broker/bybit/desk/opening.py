"""The first page of the books: what the account held before the program's first order."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256

from photon_desktop.broker.bybit.books.holdings import Holding
from photon_desktop.broker.news import Opening
from photon_desktop.trading.identity import client_order_id, uuid7
from photon_desktop.trading.money import ZERO, to_money
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.orders import Fill, Order, Side

_LEAST_PRICE = Decimal("0.00000001")  # a coin of which nobody says what it is worth


def opening_of(account: str, mode: str, money: Decimal, holdings: Mapping[str, Holding], opened_at: int) -> Opening:
    """The books of `account` opened with `money` and `holdings`: all of it is paid in as capital, and each holding is
    bought out of it at its average price, without costs. `money` is the cash that is left after that (it is negative
    where contracts are worth more than the wallet)."""
    changes = tuple(_bought(account, mode, symbol, held, opened_at) for symbol, held in sorted(holdings.items()))
    spent = sum((_spent(change.fill) for change in changes if change.fill is not None), ZERO)
    return Opening(to_money(money) + spent, changes, opened_at)


def _spent(fill: Fill) -> Decimal:
    """As the account will book it."""
    return to_money(fill.quantity * fill.price) * fill.side.sign


def _bought(account: str, mode: str, symbol: str, held: Holding, opened_at: int) -> OrderChange:
    new_id = uuid7(opened_at, sha256(f"{account} {symbol}".encode()).digest()[:10])
    price = max(_LEAST_PRICE, held.cost / held.quantity)
    order = Order(
        client_order_id=client_order_id(new_id, "o"),
        trace_id=new_id,
        decision_id=new_id,
        symbol=symbol,
        side=Side.BUY if held.quantity > 0 else Side.SELL,
        quantity=abs(held.quantity),
        requested_price=price,
        created_at=opened_at,
        mode=mode,
        stop_loss=held.stop_loss,
        take_profit=held.take_profit,
    )
    fill = Fill(
        fill_id=f"{order.client_order_id}-opening",
        client_order_id=order.client_order_id,
        symbol=symbol,
        side=order.side,
        quantity=order.quantity,
        price=price,
        commission=ZERO,
        slippage=ZERO,
        filled_at=opened_at,
    )
    return filled(order, fill)
