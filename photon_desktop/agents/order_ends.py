"""Ends orders that are not to be filled any more, each with one report, whoever was first to end them."""

from photon_desktop.agents.post import Post
from photon_desktop.agents.reports import ended_report
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import (
    EVERYONE,
    EXECUTION_AGENT,
    ExecutionReport,
    Message,
    MessageStatus,
    ReportStatus,
)
from photon_desktop.trading.orders import Order, OrderStatus

_ENDED = (OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REJECTED)
_GOES_ON = (ReportStatus.PARTIALLY_EXECUTED, ReportStatus.UNKNOWN)


class OrderEnds:
    """The kill switch's thread cancels orders in the store, in case that the agent hangs, and tells nobody of it."""

    def __init__(self, store: Store, post: Post) -> None:
        self._store = store
        self._post = post

    def settle(self, order: Order, status: OrderStatus, payload: ExecutionReport) -> Message | None:
        """Settle `order` as `status` and store its report, both or neither.

        One that was settled meanwhile keeps its end, and the report tells that one. None when it was reported too, or
        when it was filled.
        """
        with self._store.transaction():
            told: ExecutionReport | None = payload
            if not self._store.trades.set_order_status(order.client_order_id, status, payload.message):
                told = self._untold_end(order, payload)
            if told is None:
                return None
            report = self._post.onward(order.trace_id, EXECUTION_AGENT, EVERYONE, told)
            self._store.messages.add(report, MessageStatus.DONE)
        return report

    def _untold_end(self, order: Order, payload: ExecutionReport) -> ExecutionReport | None:
        """What the store says of an order that somebody else settled."""
        stored = self._store.trades.order(order.client_order_id)
        if stored is None or stored.status not in _ENDED or self._is_told(order):
            return None
        return ended_report(order, stored.status, payload.executed_at, stored.note or payload.message)

    def _is_told(self, order: Order) -> bool:
        reports = (item.message.payload for item in self._store.messages.chain(order.trace_id))
        return any(
            isinstance(report, ExecutionReport)
            and report.order_id == order.client_order_id
            and report.status not in _GOES_ON
            for report in reports
        )
