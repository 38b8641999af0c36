"""Orders meet prices: what each of them becomes. The one set of rules that paper trading and replay share."""

from collections.abc import Iterable

from photon_desktop.trading.brackets import Brackets, is_target
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.limits import limit_offer, resting_offer
from photon_desktop.trading.matching import part_fill
from photon_desktop.trading.offer import Offer
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.order_steps import refusal_of
from photon_desktop.trading.orders import Order, OrderStatus
from photon_desktop.trading.partial import allowance, part_of
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.time_in_force import DAY_OVER, NOT_AT_ONCE, is_for_one_price, is_over
from photon_desktop.trading.trailing import meet_trailing_stop
from photon_desktop.trading.trigger import meet_stop, meet_stop_limit


def meet(
    orders: Iterable[Order], prices: PriceRange, costs: CostModel, instrument: Instrument
) -> tuple[OrderChange, ...]:
    """What `prices`, the next ones of `instrument`, make of `orders` that wait in it, oldest first.

    Orders made after `prices` are left alone. All orders together take at most `volume_share` of the volume. In a
    bracket the stops come before the targets; what one fills is taken off the others, and the first that is filled to
    its end cancels them. An order may change more than once: filled in part, and the rest cancelled. What does not
    change is not named.
    """
    round_ = _Round(prices, costs, instrument)
    for order in sorted(orders, key=is_target):
        if order.created_at <= prices.time_ns:
            round_.take(order)
    return tuple(round_.changes)


class _Round:
    """The orders that have met these prices so far, and what is left of the volume for the next."""

    def __init__(self, prices: PriceRange, costs: CostModel, instrument: Instrument) -> None:
        self._prices = prices
        self._costs = costs
        self._instrument = instrument
        self._left = allowance(prices.volume, costs.volume_share, instrument)
        self._brackets = Brackets()
        self.changes: list[OrderChange] = []

    def take(self, order: Order) -> None:
        """Let `order` meet the prices."""
        shared = self._brackets.left_for(order)
        if shared is not None:
            self.changes.append(shared)
            order = shared.order
        if shared is not None and shared.is_final:
            return
        if is_over(order, self._prices.time_ns):
            self.changes.append(OrderChange(order, OrderStatus.EXPIRED, note=DAY_OVER))
        elif order.parts == 0 and (refusal := refusal_of(order, self._instrument)):
            self.changes.append(OrderChange(order, OrderStatus.REJECTED, note=refusal))
        else:
            self._meet(order)

    def _meet(self, order: Order) -> None:
        moved, offer = _offered(order, self._prices, self._instrument)
        if offer is None or self._brackets.holds_back(moved):
            change = OrderChange(moved, moved.working_status)
        else:
            change = self._fill(moved, offer)
        if change.order != order:
            self.changes.append(change)
        self.changes += self._brackets.tell(order, change)
        if is_for_one_price(order) and change.order.remaining:
            self.changes.append(OrderChange(change.order, OrderStatus.CANCELLED, note=NOT_AT_ONCE))
            self._brackets.forget(change.order)

    def _fill(self, order: Order, offer: Offer) -> OrderChange:
        quantity = part_of(order.remaining, self._left)
        if quantity == 0:
            return OrderChange(order, order.working_status)
        if self._left is not None:
            self._left -= quantity
        return filled(order, part_fill(order, quantity, offer, self._prices, self._costs, self._instrument))


def _offered(order: Order, prices: PriceRange, instrument: Instrument) -> tuple[Order, Offer | None]:
    """The order after `prices`, its stop moved or triggered, and the price it could trade at."""
    limit, stop = order.limit_price, order.stop_price
    if order.is_due:
        return order, Offer(prices.open)
    if limit is not None and order.is_triggered:
        return order, resting_offer(order.side, limit, prices)
    if order.trail is not None:
        return meet_trailing_stop(order, order.trail, prices, instrument)
    if stop is None:
        assert limit is not None  # as the order's constructor holds
        return order, limit_offer(order, limit, prices)
    return meet_stop(order, stop, prices) if limit is None else meet_stop_limit(order, stop, limit, prices)
