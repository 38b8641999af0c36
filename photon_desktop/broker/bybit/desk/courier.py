"""The one thread on which the exchange is asked and orders leave, so that nobody else waits for an answer."""

import heapq
import logging
import threading
from collections.abc import Callable
from decimal import Decimal

from photon_desktop.broker.bybit.desk.words import (
    Adopt,
    Complaint,
    Glance,
    Moved,
    NoStatement,
    NotCancelled,
    Statement,
    Told,
    Word,
)
from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.orders.order_lookup import Standing
from photon_desktop.broker.bybit.orders.order_query import Terms
from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.broker.news import Levels
from photon_desktop.errors import PhotonError
from photon_desktop.trading.orders import Order, OrderStatus

log = logging.getLogger(__name__)

_STOP_S = 2.0
_LOOK_S = 0.1  # the longest time between two looks at the clock while something is to be done later
_STOCK, _GLANCE = "stock", "glance"
_NOT_ADOPTED = "Nothing was accepted, the books are as they were: {why}"
_NOT_LIVE = "Bybit's stream of the account is not open; wait until it is."
_NOT_KNOWN = "Sending it failed by {kind}; it is looked up."

Job = Callable[[], None]


class Courier:
    """Does one thing after another; what comes of each is told as a word, on its thread. `may_leave` says why an order
    may not leave, empty when it may: it is asked last thing before. `take_stock` asks for everything, or gives None
    when there is no use in it. `now_s` gives monotonic seconds."""

    def __init__(
        self,
        gateway: OrderGateway,
        take_stock: Callable[[], Statement | None],
        tell: Callable[[Word], None],
        may_leave: Callable[[Order], str],
        now_s: Callable[[], float],
    ) -> None:
        self._gateway = gateway
        self._take_stock = take_stock
        self._tell = tell
        self._may_leave = may_leave
        self._now_s = now_s
        self._jobs: list[tuple[float, int, str, Job]] = []
        self._count = 0
        self._is_stopping = False
        self._unsent: frozenset[str] = frozenset()
        self._kept: set[str] = set()  # orders that never left
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="bybit-courier", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """Send nothing more, and wait for the thread a while: an answer that does not come ends it at its time-out."""
        with self._changed:
            self._is_stopping = True
            self._jobs.clear()
            self._changed.notify()
        if self._thread.ident is not None:
            self._thread.join(_STOP_S)

    @property
    def unsent(self) -> frozenset[str]:
        """The ids of orders that were handed over and have not left."""
        return self._unsent

    def send(self, order: Order, terms: Terms) -> None:
        """Place `order`, if it may leave by then."""
        with self._changed:
            self._unsent |= {order.client_order_id}
        self._do(lambda: self._send(order, terms))

    def cancel(self, order: Order, after_s: float = 0.0) -> None:
        """Cancel `order`, in a while."""
        self._do(lambda: self._cancel(order), after_s)

    def protect(self, levels: Levels) -> None:
        """Move the stop and target of a position."""
        self._do(lambda: self._protect(levels.symbol, levels.stop_loss, levels.take_profit))

    def look_up(self, order: Order, after_s: float) -> None:
        """Ask what became of `order`, in a while."""
        self._do(lambda: self._tell(Told(order.client_order_id, self._gateway.look_up(order))), after_s)

    def stock(self, after_s: float = 0.0) -> None:
        """Ask for everything, in a while; once, however often it is wished for until then."""
        self._do(self._state, after_s, _STOCK)

    def glance(self, after_s: float) -> None:
        """Have the money that was heard compared in a while; once, however often it is wished for until then."""
        self._do(lambda: self._tell(Glance()), after_s, _GLANCE)

    def adopt(self, shown: BooksDifference, *, cancel_orders: bool) -> None:
        """Ask for everything once more, after every order was cancelled if `cancel_orders`, to take it over."""
        self._do(lambda: self._adopt(shown, cancel_orders))

    def _adopt(self, shown: BooksDifference, cancel_orders: bool) -> None:
        try:
            if cancel_orders:
                self._gateway.cancel_all()
            statement = self._take_stock()
        except PhotonError as error:
            self._tell(Complaint(_NOT_ADOPTED.format(why=error)))
        else:
            self._tell(Complaint(_NOT_ADOPTED.format(why=_NOT_LIVE)) if statement is None else Adopt(statement, shown))

    def _do(self, job: Job, after_s: float = 0.0, name: str = "") -> None:
        due = self._now_s() + after_s
        with self._changed:
            if self._is_stopping:
                return
            if name:
                due = min([due, *(at for at, _, other, _ in self._jobs if other == name)])
                self._jobs = [waiting for waiting in self._jobs if waiting[2] != name]
                heapq.heapify(self._jobs)
            self._count += 1
            heapq.heappush(self._jobs, (due, self._count, name, job))
            self._changed.notify()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except PhotonError as error:
                self._tell(Complaint(str(error)))
            except Exception as error:
                log.exception("Asking Bybit failed")
                self._tell(Complaint(f"Asking Bybit failed by {type(error).__name__}; see the log."))

    def _next(self) -> Job | None:
        with self._changed:
            while not self._is_stopping:
                wait_s = self._jobs[0][0] - self._now_s() if self._jobs else None
                if wait_s is not None and wait_s <= 0:
                    return heapq.heappop(self._jobs)[3]
                self._changed.wait(None if wait_s is None else min(wait_s, _LOOK_S))
        return None

    def _send(self, order: Order, terms: Terms) -> None:
        try:
            standing = self._placed(order, terms)
        finally:
            with self._changed:
                self._unsent -= {order.client_order_id}
        self._tell(Told(order.client_order_id, standing))
        if standing.status is not OrderStatus.REJECTED and self._may_leave(order):
            self._cancel(order)  # it was halted or disarmed while it left

    def _placed(self, order: Order, terms: Terms) -> Standing:
        if why := self._may_leave(order):
            self._kept.add(order.client_order_id)
            return Standing(OrderStatus.REJECTED, why)
        try:
            return self._gateway.place(order, terms)
        except PhotonError as error:
            return Standing(OrderStatus.REJECTED, f"It was not sent: {error}")
        except Exception as error:
            log.exception("Sending an order failed")
            return Standing(OrderStatus.UNKNOWN, _NOT_KNOWN.format(kind=type(error).__name__))

    def _cancel(self, order: Order) -> None:
        if order.client_order_id in self._kept:
            return
        try:
            self._tell(Told(order.client_order_id, self._gateway.cancel(order)))
        except PhotonError as error:
            self._tell(NotCancelled(order.client_order_id, f"The order in {order.symbol} was not cancelled: {error}"))

    def _protect(self, symbol: str, stop_loss: Decimal | None, take_profit: Decimal | None) -> None:
        try:
            self._gateway.protect(symbol, stop_loss, take_profit)
        except AmbiguousError as error:
            self.stock()
            self._tell(Complaint(f"Whether {symbol}'s stop and target were moved is not known: {error}"))
        except PhotonError as error:
            self._tell(Complaint(f"{symbol}'s stop and target were not moved: {error}"))
        else:
            self._tell(Moved(Levels(symbol, stop_loss, take_profit)))

    def _state(self) -> None:
        try:
            statement = self._take_stock()
        except PhotonError as error:
            self._tell(NoStatement(str(error)))
        except Exception as error:  # whatever it was, what is open has to be asked for again
            log.exception("Taking stock failed")
            self._tell(NoStatement(f"Comparing with Bybit failed by {type(error).__name__}; see the log."))
        else:
            if statement is not None:
                self._tell(statement)
