"""The Execution Agent: checks each decision against the rules, sends its order, and books what is filled."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QTimer, Signal, Slot

from photon_desktop.agents.agent import in_words
from photon_desktop.agents.exit_orders import ExitOrders
from photon_desktop.agents.hand_orders import POSITION_GONE
from photon_desktop.agents.market_time import MarketTime
from photon_desktop.agents.order_effects import Effects
from photon_desktop.agents.order_ends import OrderEnds
from photon_desktop.agents.peak_equity import keep_forgotten
from photon_desktop.agents.post import Post
from photon_desktop.agents.record import fill_inputs, order_inputs
from photon_desktop.agents.reports import cancelled_report, expired_report, order_for, unfilled_report
from photon_desktop.agents.risk_watch import RiskWatch
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.agents.venue_desk import VenueDesk, sentences
from photon_desktop.broker.broker import Broker
from photon_desktop.errors import AccountBreachError, MessageError, PhotonError
from photon_desktop.store.inputs import InputKind, KeptInput
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.halt import Halt, TradingHalt
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.matching import protective_exit
from photon_desktop.trading.messages import (
    EVERYONE,
    EXECUTION_AGENT,
    Action,
    ExecutionReport,
    Message,
    MessageStatus,
    ReportStatus,
    TradeDecision,
)
from photon_desktop.trading.money import ZERO, exact
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.trading.profile import AccountMode
from photon_desktop.trading.risk import Refusal, check, makes_smaller

PORTFOLIO_MS = 250
_CLOSES = (OrderPurpose.CLOSED_BY_HAND, OrderPurpose.FLATTEN)  # alone, without a position, they would open one
TOO_OLD = Refusal("EXPIRED", "The decision is older than its bar's interval; nothing was ordered.")
HALT_CANCELLED = "Trading was halted before a price came; the order was taken back."
OTHER_MARKET = Refusal("EXPIRED", "The decision was left by a session on another market; nothing was ordered.")


class ExecutionAgent(VenueDesk):
    """Keeps the account. Every order, fill, ledger row and report is stored in the transaction that settles its cause.

    A decision can lead to one order only, whose id follows from the decision's: handling it again finds the order.
    Memory changes after the transaction, so a failed one leaves the account as the store has it.
    """

    report_made = Signal(object)  # Message
    portfolio_changed = Signal(object)  # Portfolio
    equity_marked = Signal(object)  # Portfolio, at the close of a bar
    halted = Signal()  # by a breach of the books
    all_settled = Signal()  # no price will come any more, and no order waits for one

    def __init__(
        self,
        store: Store,
        post: Post,
        open_broker: Callable[[tuple[Order, ...]], Broker],
        instrument_of: Callable[[str], Instrument],
        rules: TradingRules,
        market: MarketTime,
        account_name: str = "paper",
        halt: TradingHalt | None = None,
        arming: Arming | None = None,
    ) -> None:
        super().__init__(EXECUTION_AGENT, store, post, arming or Arming())
        self._open_broker = open_broker
        self._instrument_of = instrument_of
        self._rules = rules
        self._market = market
        self._account_name = account_name
        self._broker: Broker | None = None
        self._account = Account()
        self._starting_cash = ZERO
        self._prices: dict[str, Decimal] = {}
        self._equity_marked_at = 0
        self._portfolio_stale = False
        self._publishing: QTimer | None = None
        self._watch = RiskWatch(store, instrument_of)
        self._halt = halt or TradingHalt()
        self._ends = OrderEnds(store, post)
        self._exits = ExitOrders(store, post)

    @Slot(str)
    def set_account(self, name: str) -> None:
        """Trade in another account, from the next start on."""
        self._account_name = name
        self._prices = {}
        self._equity_marked_at = 0

    @Slot(bool)
    def obey_halt(self, flatten: bool) -> None:
        """Take back every order that waits and, if `flatten`, close every position at its next price."""
        if not self._is_on or self._broker is None:
            return
        try:
            for order in self._broker.all_waiting():
                self._cancel(order, self._broker, HALT_CANCELLED)
            if flatten:
                self._flatten(self._broker)
        except Exception as error:
            self._degrade(in_words(error))
        self._publish()

    @Slot()
    def resume(self) -> None:
        """Trading was released: measure the drawdown from here on."""
        if not self._is_on:
            return
        try:
            keep_forgotten(self._store, self._account_name, self._market.now_ns)
        except Exception as error:
            self._degrade(in_words(error))
        self._watch.peak.forget(self._account.equity(self._prices))

    @Slot(object)
    def set_rules(self, rules: TradingRules) -> None:
        """Check the next decision against these limits, and let the next fill cost this; accounts keep their money."""
        self._rules = rules
        if self._broker is not None:
            self._broker.set_costs(rules.costs)

    @Slot(object)
    def on_price(self, tick: PriceTick) -> None:
        """Fill what waits for this price, and take out positions whose stop or target it reaches."""
        self.take_news()
        if self._is_on and self._broker is not None:
            try:
                self._meet_price(tick, self._broker)
            except Exception as error:
                self._failed += 1
                self._halt_on_breach(error)
                self._degrade(in_words(error))
        self.chain_ended.emit("")

    @Slot(object)
    def on_bar_closed(self, closed: BarClosed) -> None:
        """Mark the equity once for each time at which bars close."""
        if not self._is_on or closed.close_time <= self._equity_marked_at or self._account == Account():
            return  # the last: an exchange has not said yet what it holds
        self._equity_marked_at = closed.close_time
        self._prices[closed.symbol] = exact(closed.bar.close)
        portfolio = self._portfolio()
        try:
            self._store.trades.add_equity_point(
                closed.close_time, portfolio.equity, self._account.cash, self._account_name
            )
        except Exception as error:
            self._degrade(in_words(error))
            return
        self._watch.marked(closed.close_time, portfolio.equity)
        self.equity_marked.emit(portfolio)

    @Slot()
    def drop_waiting(self) -> None:
        """Let orders that wait for a price expire, because none will come: a replay is over."""
        if self._is_on and self._broker is not None:
            for order in self._broker.all_waiting():
                self._expire(order, self._broker)
            self._publish()
        self.all_settled.emit()

    def _on_start(self) -> None:
        self._market.begin()
        self._account = self._store.trades.load_account(self._account_name)
        broker = self._open_broker(tuple(self._store.trades.open_orders(self._account_name)))
        self._begin_books()
        if self._starting_cash == ZERO and not AccountMode(broker.mode).is_exchange:
            self._open_account()
        self._begin_broker(broker)
        self._publishing = QTimer(self)
        self._publishing.timeout.connect(self._publish_if_stale)
        self._publishing.start(PORTFOLIO_MS)
        self._publish()

    def _on_stop(self) -> None:
        if self._publishing is not None:
            self._publishing.stop()
            self._publishing.deleteLater()
            self._publishing = None
        self._close_broker()

    def _begin_books(self) -> None:
        self._starting_cash = self._store.trades.deposits(self._account_name)
        self._watch.begin(self._account_name, self._account)

    def _open_account(self) -> None:
        cash, name = self._rules.starting_cash, self._account_name
        account, lines = self._account.deposited(cash)
        with self._store.transaction():
            self._store.trades.record_deposit(cash, lines, self._post.now_ns(), f"{name}-opening", name)
        self._account = account
        self._begin_books()

    def _handle(self, message: Message) -> None:
        decision = message.payload
        if not isinstance(decision, TradeDecision):
            raise MessageError(f"The {EXECUTION_AGENT} takes decisions; {message.type} came.")
        if decision.action is Action.HOLD:
            self._settle(message, MessageStatus.DONE)
        elif self._market.is_past(decision.ticker, decision.decided_at, decision.interval):
            self._refuse(message, decision, ReportStatus.EXPIRED, (TOO_OLD,))
        else:
            self._obey(message, decision)
        self.chain_ended.emit(message.trace_id)

    def _handle_left_over(self, message: Message) -> None:
        decision = message.payload
        if isinstance(decision, TradeDecision) and self._market.is_ahead(decision.decided_at):
            self._refuse(message, decision, ReportStatus.EXPIRED, (OTHER_MARKET,))
        else:
            self._handle(message)

    def _obey(self, message: Message, decision: TradeDecision) -> None:
        there = (self._account, self._prices, self._traded(decision.ticker), self._watch, self._broker, self._rules)
        known = order_inputs(decision, *there, is_halted=self._halt.is_set)
        kept = KeptInput(InputKind.ORDER, message.id, self._account_name, self._post.now_ns(), known.to_json())
        if refusals := self._refusals(decision):
            self._refuse(message, decision, ReportStatus.REJECTED, refusals, kept)
        else:
            self._place(message, decision, kept)

    def _traded(self, symbol: str) -> Instrument:
        return (self._broker.instrument_of if self._broker else self._instrument_of)(symbol)

    def _refusals(self, decision: TradeDecision) -> tuple[Refusal, ...]:
        if (halt := self._halt.now) is not None and not makes_smaller(decision, self._account):
            return (Refusal("HALTED", f"Trading is halted: {halt.why}"),)
        if self._broker is not None and (barred := self._barred(self._broker)):
            return barred
        if self._broker is not None and any(order.is_due for order in self._broker.waiting(decision.ticker)):
            return (Refusal("ORDER_PENDING", f"An order in {decision.ticker} is still waiting for its fill."),)
        rules, instrument = self._rules, self._traded(decision.ticker)
        moment = self._watch.moment(decision, rules.policy)
        return check(decision, self._account, self._prices, rules.limits, rules.costs, instrument, moment)

    def _refuse(
        self,
        message: Message,
        decision: TradeDecision,
        status: ReportStatus,
        refusals: tuple[Refusal, ...],
        inputs: KeptInput | None = None,
    ) -> None:
        payload = unfilled_report(decision, message.id, status, refusals, self._mode)
        report = self._post.reply(message, EXECUTION_AGENT, EVERYONE, replace(payload, account=self._account_name))
        settled_as = MessageStatus.EXPIRED if status is ReportStatus.EXPIRED else MessageStatus.DONE
        note = sentences(refusals)
        with self._store.transaction():
            if not self._store.messages.settle(message.id, settled_as, note, self._post.now_ns()):
                return
            self._store.messages.add(report, MessageStatus.DONE)
            if inputs is not None:
                self._store.inputs.keep(inputs)
        self._tell(message, settled_as, note)
        self._announce(report)

    def _place(self, message: Message, decision: TradeDecision, inputs: KeptInput) -> None:
        order = order_for(message, decision, self._mode)
        with self._store.transaction():
            if not self._store.messages.settle(message.id, MessageStatus.DONE, "", self._post.now_ns()):
                return
            self._store.trades.add_order(order, OrderStatus.NEW, self._account_name)
            self._store.inputs.keep(inputs)
        self._tell(message, MessageStatus.DONE)
        self._watch.ordered(order)
        if self._broker is not None:
            self._broker.submit(order)
        self._publish()

    def _meet_price(self, tick: PriceTick, broker: Broker) -> None:
        self._market.saw(tick.time_ns)
        for order in broker.waiting(tick.symbol):
            if order.kind is OrderKind.MARKET and tick.time_ns > order.created_at + 2 * tick.interval.nanoseconds:
                self._expire(order, broker)
            elif self._halt.is_set and order.purpose is OrderPurpose.SIGNAL:
                self._cancel(order, broker, HALT_CANCELLED)
            elif order.purpose in _CLOSES and not self._account.position(order.symbol).is_open:
                self._cancel(order, broker, POSITION_GONE)
        self._carry_out(broker.changes_at(tick), tick, broker)
        self._protect(tick, broker)
        self._prices[tick.symbol] = exact(tick.price)
        self._watch.priced(tick.symbol, tick.time_ns)
        self._portfolio_stale = True

    def _expire(self, order: Order, broker: Broker) -> None:
        self._settle_order(order, broker, OrderStatus.EXPIRED, expired_report(order, self._market.now_ns))

    def _cancel(self, order: Order, broker: Broker, why: str) -> None:
        self._settle_order(order, broker, OrderStatus.CANCELLED, cancelled_report(order, self._market.now_ns, why))

    def _settle_order(self, order: Order, broker: Broker, status: OrderStatus, payload: ExecutionReport) -> None:
        """Settle an order that is not to be filled any more, with its report, or have the venue asked to cancel it."""
        if not broker.take_back(order, payload.message):
            return
        report = self._ends.settle(order, status, replace(payload, account=self._account_name))
        broker.forget(order.client_order_id)
        if report is not None:
            self._announce(report)

    def _flatten(self, broker: Broker) -> None:
        """Order the close of every position; each order is stored before the broker has it."""
        for position in self._account.open_positions():
            price = self._prices.get(position.symbol, abs(position.average_price))
            way = (price, OrderPurpose.FLATTEN, self._market.now_ns)
            order = self._exits.closing(position, broker, *way, self._account_name)
            if order is not None:
                self._send(order, broker)

    def _send(self, order: Order, broker: Broker) -> None:
        self._store.trades.add_order(order, OrderStatus.NEW, self._account_name)
        broker.submit(order)

    def _carry_out(self, changes: Sequence[OrderChange], tick: PriceTick, broker: Broker) -> None:
        """Store what became of orders in the symbol as a whole; then take the new account as ours, and tell of it."""
        if not changes:
            return
        waiting, before, known = broker.waiting(tick.symbol), self._account, None
        if any(change.fill is not None for change in changes):
            known = fill_inputs(tick, before, broker, self._rules)
        made = self._effects.keep(changes, waiting, before, self._account_name, self._market.now_ns, known)
        broker.accept(made.changes)
        self._take_effects(made)

    def _take_effects(self, made: Effects) -> None:
        before, self._account = self._account, made.account
        self._watch.closes.compare(before, made.account)
        for report in made.reports:
            self._announce(report)
        for change in made.changes:
            if change.fill is not None:
                self._prices[change.order.symbol] = change.fill.price
        self._publish()

    def _protect(self, tick: PriceTick, broker: Broker) -> None:
        """Close the position when the tick's range reaches its stop or target, where the venue does not watch them."""
        position = self._account.position(tick.symbol)
        if not position.is_open or broker.keeps_exits:
            return
        prices = (exact(tick.open), exact(tick.high), exact(tick.low))
        reached = protective_exit(position.quantity > 0, *prices, position.stop_loss, position.take_profit)
        if reached is None:
            return
        order = self._exits.closing(position, broker, *reached, tick.time_ns, self._account_name)
        fill = None if order is None else broker.fill_exit(order, reached[0], tick.time_ns)
        if order is not None and fill is not None:
            self._carry_out((filled(order, fill),), tick, broker)
        elif order is not None and self._may_send_exit(order, broker):
            self._send(order, broker)

    def _halt_on_breach(self, error: Exception) -> None:
        if isinstance(error, AccountBreachError):
            halt = Halt(str(error))
            self._halt.set(halt)
            self.halted.emit()
            try:
                self._store.halts.keep(halt)
            except PhotonError as store_error:
                self._log("ERROR", f"{store_error} The halt is not kept over a restart.")

    @property
    def _mode(self) -> str:
        return "paper" if self._broker is None else self._broker.mode

    def _announce(self, report: Message) -> None:
        self._tell(report, MessageStatus.DONE)
        self.report_made.emit(report)

    def _portfolio(self) -> Portfolio:
        orders = () if self._broker is None else self._broker.all_waiting()
        waiting = frozenset(order.symbol for order in orders if order.is_due)
        prices, now = dict(self._prices), self._market.now_ns
        return Portfolio(self._account, prices, now, self._mode, self._starting_cash, waiting, tuple(orders))

    @Slot()
    def _publish_if_stale(self) -> None:
        if self._portfolio_stale:
            self._publish()

    def _publish(self) -> None:
        self._portfolio_stale = False
        self.portfolio_changed.emit(self._portfolio())
