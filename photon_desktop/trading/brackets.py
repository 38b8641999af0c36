"""Orders of a bracket share one quantity: what one of them fills is taken off the others."""

from dataclasses import replace
from decimal import Decimal

from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Order, OrderStatus

OTHER_LEG = "The other order of its bracket was filled first."


def is_target(order: Order) -> bool:
    """Whether `order` is the leg of a bracket that takes the gain."""
    return bool(order.group) and order.kind is OrderKind.LIMIT


class Brackets:
    """The brackets among the orders that meet the same prices, one order after the other.

    A leg waits for what no other leg has filled, so that a part of a target leaves the stop to guard the rest. The
    first leg that is filled to its end cancels the others.
    """

    def __init__(self) -> None:
        self._taken: dict[str, Decimal] = {}
        self._done: set[str] = set()
        self._reached: set[str] = set()
        self._standing: dict[str, list[Order]] = {}

    def left_for(self, order: Order) -> OrderChange | None:
        """What the legs before have made of `order`; None when they left it as it was."""
        taken = self._taken.get(order.group, ZERO)
        return None if taken == 0 else self._less(order, taken)

    def holds_back(self, order: Order) -> bool:
        """Whether `order` is a target whose stop these same prices have reached: they count as the stop's."""
        return is_target(order) and order.group in self._reached

    def tell(self, before: Order, change: OrderChange) -> tuple[OrderChange, ...]:
        """What a leg that met the prices as `before` and became `change` makes of the legs that came before it."""
        order, group = change.order, change.order.group
        if not group:
            return ()
        if order.is_triggered and not before.is_triggered:
            self._reached.add(group)
        others = () if change.fill is None else self._take(order, change.fill.quantity)
        if order.remaining:
            self._standing.setdefault(group, []).append(order)
        return others

    def forget(self, order: Order) -> None:
        """Know that `order`, told of before, does not wait any more."""
        if order.group:
            self._standing[order.group].remove(order)

    def _take(self, order: Order, quantity: Decimal) -> tuple[OrderChange, ...]:
        group = order.group
        self._taken[group] = self._taken.get(group, ZERO) + quantity
        if order.remaining == 0:
            self._done.add(group)
        changes = tuple(self._less(other, quantity) for other in self._standing.pop(group, []))
        self._standing[group] = [change.order for change in changes if not change.is_final]
        return changes

    def _less(self, leg: Order, quantity: Decimal) -> OrderChange:
        """`leg` once another one has filled `quantity`."""
        if leg.group in self._done or quantity >= leg.remaining:
            return OrderChange(leg, OrderStatus.CANCELLED, note=OTHER_LEG)
        less = replace(leg, quantity=leg.quantity - quantity)
        return OrderChange(less, less.working_status)
