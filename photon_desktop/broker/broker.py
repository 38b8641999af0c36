"""What the execution agent asks of whoever carries out orders."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Protocol

from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import News
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.orders import Fill, Order
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.risk import Refusal


class Broker(Protocol):
    """Takes orders, and says what became of them: as prices come in, as news comes from its venue, or both. It keeps
    no money: the account does. All but `on_news` happens on the agent's thread, and nothing here waits for a network.
    """

    @property
    def mode(self) -> str:
        """paper, demo, testnet or live."""
        ...

    @property
    def obstacle(self) -> Refusal | None:
        """Why no order that opens anything may be sent now; None when all is well."""
        ...

    @property
    def trouble(self) -> str:
        """What a person has to look at before orders are sent again, in sentences; empty when there is nothing."""
        ...

    @property
    def difference(self) -> BooksDifference | None:
        """How the books and the venue differ in what nobody can explain; None when nothing is known to."""
        ...

    def adopt(self, shown: BooksDifference, *, cancel_orders: bool) -> None:
        """Ask the venue once more and, where it still differs as `shown`, bring an adoption as news; a complaint when
        it does not, or can't be asked. With `cancel_orders` all open orders there are cancelled first."""
        ...

    @property
    def keeps_exits(self) -> bool:
        """Whether the venue itself watches the stops and targets of positions."""
        ...

    def begin(self, on_news: Callable[[], None]) -> None:
        """Connect; from then on `on_news` is called, on any thread, when there may be news or another obstacle."""
        ...

    def close(self) -> None:
        """Let go of the venue, soon; orders that wait there stay."""
        ...

    def news(self, account: Account, /) -> News | None:
        """What came first of what is not noted yet, `account` being as it is stored; None when all is noted. The same
        is brought until it is."""
        ...

    def noted(self, news: News) -> None:
        """Know that `news` is stored."""
        ...

    def instrument_of(self, symbol: str) -> Instrument:
        """What `symbol` is traded in there."""
        ...

    def closing_quantity(self, symbol: str, held: Decimal, /) -> Decimal:
        """How much of `held`, above zero, one order can close there; zero when nothing."""
        ...

    def set_costs(self, costs: CostModel) -> None:
        """Reckon with these costs from the next fill on, where the broker is the one who says what a fill costs."""
        ...

    def submit(self, order: Order) -> None:
        """Take `order`. A second order with the same client order id is the same order."""
        ...

    def take_back(self, order: Order, why: str, /) -> bool:
        """True when `order` can be settled here and now; False when the venue is asked, once, to cancel it: what
        became of it comes as news then, with `why` if it was cancelled."""
        ...

    def protect(self, symbol: str, stop_loss: Decimal | None, take_profit: Decimal | None, /) -> bool:
        """True when a position's stop and target can be moved here and now; False when the venue is asked: where they
        stand then comes as news."""
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

    def changes_at(self, tick: PriceTick, /) -> Sequence[OrderChange]:
        """What `tick` makes of waiting orders. It counts once it is accepted; until then it may be brought again."""
        ...

    def accept(self, changes: Sequence[OrderChange]) -> None:
        """Know that `changes` are stored: go on from there, with what each order has become."""
        ...

    def fill_exit(self, order: Order, price: Decimal, time_ns: int, /) -> Fill | None:
        """What a position's stop or target, reached at `price`, fills; None when `order` has to be submitted."""
        ...
