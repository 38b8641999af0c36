"""What a price, or an exchange, made of an order."""

from dataclasses import dataclass

from photon_desktop.trading.orders import Fill, Order, OrderStatus

_FINAL = (OrderStatus.FILLED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED)


@dataclass(frozen=True, slots=True)
class OrderChange:
    """`order` as it is afterwards, its `status`, the `fill` if there was one, and why it ended if nothing filled it."""

    order: Order
    status: OrderStatus
    fill: Fill | None = None
    note: str = ""

    @property
    def is_final(self) -> bool:
        """Whether the order waits no longer; of an unknown one nobody knows."""
        return self.status in _FINAL


def filled(order: Order, fill: Fill) -> OrderChange:
    """What `fill` makes of `order`."""
    after = order.after(fill)
    return OrderChange(after, after.working_status, fill)
