"""What the execution agent asks of whoever carries out orders."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.orders import Fill, Order
from photon_desktop.trading.prices import PriceTick


class Broker(Protocol):
    """Takes orders, and says what became of them as prices come in. It keeps no money: the account does."""

    @property
    def mode(self) -> str:
        """paper, demo, testnet or live."""
        ...

    def set_costs(self, costs: CostModel) -> None:
        """Reckon with these costs from the next fill on, where the broker is the one who says what a fill costs."""
        ...

    def submit(self, order: Order) -> None:
        """Take `order`. A second order with the same client order id is the same order."""
        ...

    def forget(self, client_order_id: str) -> None:
        """Drop an order that is not to be filled any more."""
        ...

    def waiting(self, symbol: str) -> tuple[Order, ...]:
        """Orders in `symbol` that wait for a fill, oldest first."""
        ...

    def all_waiting(self) -> tuple[Order, ...]:
        """Orders of all symbols that wait for a fill, oldest first."""
        ...

    def changes_at(self, tick: PriceTick) -> Sequence[OrderChange]:
        """What `tick` makes of waiting orders. It counts once it is accepted; until then it may be brought again."""
        ...

    def accept(self, changes: Sequence[OrderChange]) -> None:
        """Know that `changes` are stored: go on from there, with what each order has become."""
        ...

    def fill_exit(self, order: Order, price: Decimal, time_ns: int) -> Fill:
        """What a position's stop or target, reached at `price`, fills."""
        ...
