"""Whether the money there is pays for a fill. Paper accounts borrow nothing; at an exchange, that decides.

A price may gap between an order and its fill, and two orders may have been checked against the same cash. Such a fill
is not made: its order ends, as an exchange ends one that its account can't pay. Cutting it instead would leave a
position of a size that no decision and no stop was made for. So free cash below zero after a fill that opens or adds
is never the market's doing, and a breach; a fill that only makes a position smaller may lose whatever the gap took.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from photon_desktop.errors import AccountBreachError
from photon_desktop.trading.account import Account
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.orders import Fill, OrderStatus
from photon_desktop.trading.profile import AccountMode


def lacking(account: Account, fill: Fill) -> Decimal:
    """Quote money that `account` lacks for `fill`; zero for a fill that only makes a position smaller."""
    if not _opens(account, fill):
        return ZERO
    after, _ = account.after(fill)
    return max(ZERO, -after.free_cash)


def afforded(changes: Iterable[OrderChange], account: Account) -> tuple[OrderChange, ...]:
    """`changes` one after the other, as far as a paper account's money goes: instead of a fill that it can't pay, its
    order is cancelled, and what would have become of that order later is left out."""
    made: list[OrderChange] = []
    ended: set[str] = set()
    for change in changes:
        name, fill = change.order.client_order_id, change.fill
        if name in ended:
            continue
        if fill is None or change.order.mode != AccountMode.PAPER:
            made.append(change)
        elif lack := lacking(account, fill):
            ended.add(name)
            made.append(_unpaid(change, fill, lack, account))
        else:
            account, _ = account.after(fill)
            made.append(change)
    return tuple(made)


def check_funds(before: Account, after: Account, fill: Fill) -> None:
    """Raise AccountBreachError when `fill`, by which `before` became `after`, spent money that was not there."""
    if after.free_cash < 0 and _opens(before, fill):
        raise AccountBreachError(
            f"The free cash is {after.free_cash:.2f} after {fill.fill_id} opened or added to {fill.symbol}; trading"
            " halts, nothing was booked."
        )


def _opens(account: Account, fill: Fill) -> bool:
    """Whether any of `fill` opens a position or adds to one."""
    held = account.position(fill.symbol).quantity
    return held * fill.side.sign >= 0 or fill.quantity > abs(held)


def _unpaid(change: OrderChange, fill: Fill, lack: Decimal, account: Account) -> OrderChange:
    order = change.order
    before = replace(
        order,
        filled=order.filled - fill.quantity,
        filled_value=order.filled_value - fill.notional,
        parts=order.parts - 1,
    )
    note = (
        f"The fill would have needed {account.free_cash + lack:.2f} and the free cash is {account.free_cash:.2f};"
        " the order was cancelled."
    )
    return OrderChange(before, OrderStatus.CANCELLED, note=note)
