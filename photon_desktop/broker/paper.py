"""The paper broker: real prices, real costs, no real money."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import News
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.matching import fill_market_order, fill_resting_order
from photon_desktop.trading.meeting import meet
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.orders import Fill, Order, OrderPurpose
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.risk import Refusal


class PaperBroker:
    """Fills orders of every kind, with slippage and commission, at the prices that come after they were made.

    All it knows of an order stands in the order: a broker that is handed the stored ones goes on where another stopped.
    """

    mode = "paper"
    obstacle: Refusal | None = None
    trouble = ""
    difference: BooksDifference | None = None
    keeps_exits = False

    def __init__(self, costs: CostModel, instrument_of: Callable[[str], Instrument], waiting: Iterable[Order] = ()):
        self._costs = costs
        self._instrument_of = instrument_of
        self._waiting: dict[str, Order] = {order.client_order_id: order for order in waiting}

    def begin(self, on_news: Callable[[], None]) -> None:
        """There is nothing to connect to, and no news."""

    def close(self) -> None:
        """There is nothing to let go of."""

    def adopt(self, shown: BooksDifference, *, cancel_orders: bool) -> None:
        """There is nothing to differ from."""

    def news(self, _account: Account, /) -> News | None:
        """Everything comes with prices."""
        return None

    def noted(self, news: News) -> None:
        """There is none."""

    def instrument_of(self, symbol: str) -> Instrument:
        """What `symbol` is traded in."""
        return self._instrument_of(symbol)

    def closing_quantity(self, _symbol: str, held: Decimal, /) -> Decimal:
        """All of it."""
        return held

    def set_costs(self, costs: CostModel) -> None:
        """Fill with these costs from now on."""
        self._costs = costs

    def submit(self, order: Order) -> None:
        """Take `order`; one that is already known is left as it is."""
        self._waiting.setdefault(order.client_order_id, order)

    def take_back(self, _order: Order, _why: str, /) -> bool:
        """At once: nobody else has it."""
        return True

    def protect(self, _symbol: str, _stop_loss: Decimal | None, _take_profit: Decimal | None, /) -> bool:
        """At once: they are watched here."""
        return True

    def forget(self, client_order_id: str) -> None:
        """Drop an order that is not to be filled any more."""
        self._waiting.pop(client_order_id, None)

    def waiting(self, symbol: str) -> tuple[Order, ...]:
        """Orders in `symbol` that wait for a price, oldest first."""
        return tuple(order for order in self._waiting.values() if order.symbol == symbol)

    def all_waiting(self) -> tuple[Order, ...]:
        """Orders of all symbols that wait for a price, oldest first."""
        return tuple(self._waiting.values())

    def changes_at(self, tick: PriceTick) -> Sequence[OrderChange]:
        """What the tick's prices make of the orders in its symbol, by the rules of `meeting.meet`."""
        waiting = self.waiting(tick.symbol)
        if not waiting:
            return ()
        return meet(waiting, PriceRange.of_tick(tick), self._costs, self._instrument_of(tick.symbol))

    def accept(self, changes: Sequence[OrderChange]) -> None:
        """Go on with what each order has become, and drop those that ended."""
        for change in changes:
            name = change.order.client_order_id
            if change.is_final:
                self._waiting.pop(name, None)
            else:
                self._waiting[name] = change.order

    def fill_exit(self, order: Order, price: Decimal, time_ns: int) -> Fill:
        """A stop fills at `price` with slippage; a target, a resting order, gets `price`.

        All of it is filled, whatever is traded: in the backtest too a position leaves in one piece.
        """
        instrument = self._instrument_of(order.symbol)
        fill = fill_market_order if order.purpose is OrderPurpose.STOP else fill_resting_order
        return fill(order, price, time_ns, self._costs, instrument)
