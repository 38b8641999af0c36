"""What became of orders, stored together: fills with their ledger rows, moved stops, ended orders, and the reports."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from photon_desktop.agents.post import Post
from photon_desktop.agents.reports import completed_report, ended_report, filled_report
from photon_desktop.backtest.self_check.inputs import FillInputs
from photon_desktop.broker.news import Adoption, Levels, News, Opening, adoption_key, bookmark_key, foreign_key
from photon_desktop.store.inputs import InputKind, KeptInput
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.funds import afforded, check_funds
from photon_desktop.trading.messages import EVERYONE, EXECUTION_AGENT, ExecutionReport, Message, MessageStatus
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.profile import AccountMode

POSITION_CLOSED = "The position was closed first; what was left of the order was cancelled."


@dataclass(frozen=True, slots=True)
class Effects:
    """What was stored: every change, those that followed from others among them, the account and the reports."""

    changes: tuple[OrderChange, ...]
    account: Account
    reports: tuple[Message, ...]


class OrderEffects:
    """Stores what one price made of orders in one transaction: after a kill it is there as a whole or not at all."""

    def __init__(self, store: Store, post: Post) -> None:
        self._store = store
        self._post = post

    def keep(
        self,
        changes: Sequence[OrderChange],
        waiting: Sequence[Order],
        account: Account,
        name: str,
        now_ns: int,
        known: FillInputs | None = None,
    ) -> Effects:
        """Store `changes`, all in one symbol, of the account `name`; `waiting` in that symbol are its orders so far,
        and `known` is what their fills were made from.

        A fill that a paper account can't pay is not made, and its order is cancelled. When a fill closes a position,
        what waits to close it too, or is left of what opened it, is cancelled: it would open another one. Raises what
        the store and the books raise; nothing is stored then.
        """
        changes = afforded(changes, account)
        with self._store.transaction():
            after = account
            for change in changes:
                after = self._keep_order(change, after, name, now_ns)
            self._keep_known(known, changes, name)
            following = _left_behind(changes, waiting, account, after)
            for change in following:
                self._keep_order(change, after, name, now_ns)
            made = (*changes, *following)
            said = ((change.order, _said(change, now_ns)) for change in made)
            reports = tuple(self._report(order, replace(one, account=name)) for order, one in said if one is not None)
            for report in reports:
                self._store.messages.add(report, MessageStatus.DONE)
        return Effects(made, after, reports)

    def keep_news(self, news: News, account: Account, name: str, now_ns: int) -> Effects:
        """Store what a venue made known to the account `name`, all of it or nothing, with its reports. Raises what the
        store and the books raise."""
        with self._store.transaction():
            after = self._keep_opening(news.opening, account, name)
            for change in news.changes:
                after = self._keep_order(change, after, name, now_ns)
            for flow in news.flows:
                after, lines = after.paid(flow)
                self._store.trades.record_flow(flow, lines, name)
            after = self._keep_adoption(news.adoption, after, name)
            for levels in news.levels:
                after = self._keep_levels(levels, after, name, now_ns)
            reports = tuple(
                self._report(change.order, said) for change in news.changes if (said := _said(change, now_ns))
            )
            for report in reports:
                self._store.messages.add(report, MessageStatus.DONE)
            if news.bookmark:
                self._store.settings.put(bookmark_key(name), news.bookmark)
        return Effects(news.changes, after, reports)

    def _keep_known(self, known: FillInputs | None, changes: Sequence[OrderChange], name: str) -> None:
        for change in changes:
            if known is not None and change.fill is not None:
                at, told = self._post.now_ns(), known.to_json()
                self._store.inputs.keep(KeptInput(InputKind.FILL, change.fill.fill_id, name, at, told))

    def _keep_opening(self, opening: Opening | None, account: Account, name: str) -> Account:
        """Pay the capital in and book what a part of it had become; no reports, for nobody here ordered it."""
        if opening is None:
            return account
        after = self._keep_capital(opening.capital, opening.opened_at, f"{name}-opening", account, name)
        for change in opening.changes:
            after = self._keep_order(change, after, name, opening.opened_at)
        return after

    def _keep_adoption(self, adoption: Adoption | None, account: Account, name: str) -> Account:
        """Book what leads to the venue's positions and cash, and keep why; no reports, for nobody here ordered it."""
        if adoption is None:
            return account
        after, at, settings = account, adoption.adopted_at, self._store.settings
        for change in adoption.changes:
            after = self._keep_order(change, after, name, at)
        after = self._keep_capital(adoption.capital, at, adoption.event_id, after, name)
        kept = settings.get(foreign_key(name), [])
        settings.put(foreign_key(name), sorted({*kept, *adoption.foreign_orders}))
        settings.put(adoption_key(name, at), {"capital": str(adoption.capital), "words": list(adoption.words)})
        return after

    def _keep_capital(self, amount: Decimal, at_ns: int, event_id: str, account: Account, name: str) -> Account:
        after, lines = account.deposited(amount)
        if amount != 0:
            self._store.trades.record_deposit(amount, lines, at_ns, event_id, name)
        return after

    def _keep_levels(self, levels: Levels, account: Account, name: str, now_ns: int) -> Account:
        position = account.position(levels.symbol)
        if not position.is_open or (position.stop_loss, position.take_profit) == (levels.stop_loss, levels.take_profit):
            return account
        after = account.protected(levels.symbol, levels.stop_loss, levels.take_profit)
        self._store.trades.save_position(after.position(levels.symbol), now_ns, name)
        return after

    def _keep_order(self, change: OrderChange, account: Account, name: str, now_ns: int) -> Account:
        order, trades = change.order, self._store.trades
        if change.fill is None and change.status is not order.working_status:
            trades.set_order_status(order.client_order_id, change.status, change.note)
            return account
        is_stored = trades.has_order(order.client_order_id)
        if not is_stored:
            trades.add_order(order, OrderStatus.NEW, name)
        elif order.kind.is_stop or change.fill is None:
            trades.move_order(order, now_ns, name)
        if change.fill is not None:
            account = self._book(order, change.fill, account, name)
            if change.status is OrderStatus.FILLED and order.remaining > 0:
                trades.set_order_status(order.client_order_id, change.status)
        elif is_stored and not order.kind.is_stop:
            self._find_again(change)
        return account

    def _find_again(self, change: OrderChange) -> None:
        """An order that nobody knew of is where `change` says."""
        stored = self._store.trades.order(change.order.client_order_id)
        if stored is not None and stored.status is OrderStatus.UNKNOWN:
            self._store.trades.set_order_status(stored.order.client_order_id, change.status, change.note)

    def _book(self, order: Order, fill: Fill, account: Account, name: str) -> Account:
        after, lines = account.after(fill)
        if order.mode == AccountMode.PAPER:
            check_funds(account, after, fill)
        if _protects(order, after.position(order.symbol)):
            after = after.protected(order.symbol, order.stop_loss, order.take_profit)
        self._store.trades.record_fill(fill, after, lines, name)
        return after

    def _report(self, order: Order, payload: ExecutionReport) -> Message:
        return self._post.onward(order.trace_id, EXECUTION_AGENT, EVERYONE, payload)


def _said(change: OrderChange, now_ns: int) -> ExecutionReport | None:
    """The report of a fill or an end; a stop that moved or was reached, or a leg that became smaller, makes none."""
    if change.fill is not None:
        return filled_report(change.order, change.fill, is_whole=change.status is OrderStatus.FILLED)
    if change.status is OrderStatus.FILLED:
        return completed_report(change.order, now_ns, change.note)
    is_told = change.is_final or change.status is OrderStatus.UNKNOWN
    return ended_report(change.order, change.status, now_ns, change.note) if is_told else None


def _left_behind(
    changes: Sequence[OrderChange], waiting: Sequence[Order], before: Account, after: Account
) -> tuple[OrderChange, ...]:
    """The cancelling of orders that belonged to positions which `after` no longer has."""
    still = {order.client_order_id: order for order in waiting}
    for change in changes:
        if change.is_final:
            still.pop(change.order.client_order_id, None)
        else:
            still[change.order.client_order_id] = change.order
    closers = {change.order.client_order_id for change in changes if change.fill is not None}
    closed = [position for position in before.open_positions() if not after.position(position.symbol).is_open]
    return tuple(
        OrderChange(order, OrderStatus.CANCELLED, note=POSITION_CLOSED)
        for position in closed
        for order in still.values()
        if _ends_with(order, position, closers)
    )


def _ends_with(order: Order, position: Position, closers: Set[str]) -> bool:
    """Whether `order` makes no sense without `position`.

    One that waits to open the next one does, and so does one of the `closers`: it was meant to go on beyond it.
    """
    closes = (order.side is Side.SELL) == (position.quantity > 0)
    if closes:
        return order.client_order_id not in closers
    return order.parts > 0 or order.kind is OrderKind.MARKET


def _protects(order: Order, position: Position) -> bool:
    """Whether `order` opened or added to `position`, so that its stop and target now guard it."""
    return (
        position.is_open
        and order.purpose is OrderPurpose.SIGNAL
        and (position.quantity > 0) == (order.side is Side.BUY)
    )
