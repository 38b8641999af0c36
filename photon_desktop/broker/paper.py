"""The paper broker: real prices, real costs, no real money."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.matching import fill_market_order, fill_resting_order
from photon_desktop.trading.money import exact
from photon_desktop.trading.orders import Fill, Order, OrderPurpose
from photon_desktop.trading.prices import PriceTick


class PaperBroker:
    """Fills each market order, with slippage and commission, at the first price that comes after it was made."""

    mode = "paper"

    def __init__(self, costs: CostModel, instrument_of: Callable[[str], Instrument], waiting: Iterable[Order] = ()):
        self._costs = costs
        self._instrument_of = instrument_of
        self._waiting: dict[str, Order] = {order.client_order_id: order for order in waiting}

    def set_costs(self, costs: CostModel) -> None:
        """Fill with these costs from now on."""
        self._costs = costs

    def submit(self, order: Order) -> None:
        """Take `order`; one that is already known is left as it is."""
        self._waiting.setdefault(order.client_order_id, order)

    def forget(self, client_order_id: str) -> None:
        """Drop an order that is not to be filled any more."""
        self._waiting.pop(client_order_id, None)

    def waiting(self, symbol: str) -> tuple[Order, ...]:
        """Orders in `symbol` that wait for a price, oldest first."""
        return tuple(order for order in self._waiting.values() if order.symbol == symbol)

    def all_waiting(self) -> tuple[Order, ...]:
        """Orders of all symbols that wait for a price, oldest first."""
        return tuple(self._waiting.values())

    def fills_at(self, tick: PriceTick) -> Sequence[Fill]:
        """The waiting orders in the tick's symbol, filled at its first price; none made after that price."""
        due = [order for order in self.waiting(tick.symbol) if order.created_at <= tick.time_ns]
        for order in due:
            del self._waiting[order.client_order_id]
        instrument = self._instrument_of(tick.symbol)
        price = exact(tick.open)
        return [fill_market_order(order, price, tick.time_ns, self._costs, instrument) for order in due]

    def fill_exit(self, order: Order, price: Decimal, time_ns: int) -> Fill:
        """A stop fills at `price` with slippage; a target, a resting order, gets `price`."""
        instrument = self._instrument_of(order.symbol)
        fill = fill_market_order if order.purpose is OrderPurpose.STOP else fill_resting_order
        return fill(order, price, time_ns, self._costs, instrument)
