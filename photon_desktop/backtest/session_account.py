"""The paper account of a session that is replayed: its orders, fills and what the rules remember, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from photon_desktop.learning.policy import DecisionPolicy, LastClose
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.funds import afforded
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.matching import fill_market_order, fill_resting_order, protective_exit
from photon_desktop.trading.meeting import meet
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.risk import RiskLimits, check
from photon_desktop.trading.risk_moment import TradingMoment

_PAPER = "paper"
_DAY_NS = Interval.DAY_1.nanoseconds


class SessionAccount:
    """One instrument's: `account` and `prices` as the decision is handed them, `fills` as they were made."""

    def __init__(self, account: Account, instrument: Instrument, earlier: Sequence[Fill], peak: Decimal) -> None:
        self.account = account
        self.prices: dict[str, Decimal] = {}
        self.fills: list[Fill] = []
        self._instrument = instrument
        self._waiting: list[Order] = []
        self._entry: Order | None = None
        self._peak = peak
        self._marked: tuple[int, Decimal] | None = None
        self._day_began_with: Decimal | None = None
        self._ordered_on: dict[Action, int] = {}
        self._held = self._profit = ZERO
        self._closed: tuple[int, bool] | None = None
        for fill in earlier:
            self._follow(fill)

    @property
    def has_due_order(self) -> bool:
        """Whether an order waits that the next price fills."""
        return any(order.is_due for order in self._waiting)

    def meet(self, prices: PriceRange, bar_ns: int, costs: CostModel) -> None:
        """Fill what waits for these prices, then take the position out where they reach its stop or target."""
        self._waiting = [order for order in self._waiting if prices.time_ns <= order.created_at + 2 * bar_ns]
        self._carry_out(meet(tuple(self._waiting), prices, costs, self._instrument))
        position = self.account.position(self._instrument.symbol)
        if position.is_open and self._entry is not None:
            ends = (position.stop_loss, position.take_profit)
            reached = protective_exit(position.quantity > 0, prices.open, prices.high, prices.low, *ends)
            if reached is not None:
                order = self._exit(self._entry, position.quantity, *reached, prices.time_ns)
                fill = fill_market_order if order.purpose is OrderPurpose.STOP else fill_resting_order
                exit_ = fill(order, reached[0], prices.time_ns, costs, self._instrument)
                self._carry_out((filled(order, exit_),))
        self.prices[self._instrument.symbol] = prices.close

    def mark(self, closes_at: int, close: Decimal) -> None:
        """Know what the account is worth when a bar closes (ns UTC)."""
        self.prices[self._instrument.symbol] = close
        equity = self.account.equity(self.prices)
        if self._marked is None:
            self._day_began_with = equity
        elif _midnight(closes_at) > _midnight(self._marked[0]):
            self._day_began_with = self._marked[1]
        self._marked = (closes_at, equity)
        self._peak = max(self._peak, equity)

    def drawdown(self, close: Decimal) -> Decimal:
        """The share that equity at `close` is under its peak."""
        equity = self.account.equity({**self.prices, self._instrument.symbol: close})
        return ZERO if self._peak <= 0 else max(ZERO, 1 - equity / self._peak)

    def last_close(self, interval: Interval, closes_at: int) -> LastClose | None:
        """How many bars before the one that closes at `closes_at` (ns UTC) a position was closed, and how."""
        if self._closed is None:
            return None
        return LastClose(max(0, (closes_at - self._closed[0]) // interval.nanoseconds), self._closed[1])

    def order(
        self, message_id: str, decision: TradeDecision, limits: RiskLimits, costs: CostModel, policy: DecisionPolicy
    ) -> None:
        """Let the order of `decision` wait for its price, unless a rule refuses it."""
        if decision.action is Action.HOLD or self.has_due_order:
            return
        closed = self.last_close(decision.interval, decision.decided_at)
        moment = TradingMoment(
            day_began_with=self._day_began_with,
            peak=self._peak or None,
            ordered_on=self._ordered_on.get(decision.action),
            price_age_ns=1,
            cools_for=0 if closed is None else closed.still_cools(policy),
        )
        if check(decision, self.account, self.prices, limits, costs, self._instrument, moment):
            return
        self._ordered_on[decision.action] = decision.decided_at
        self._waiting.append(
            Order(
                client_order_id=client_order_id(message_id),
                trace_id="",
                decision_id=message_id,
                symbol=decision.ticker,
                side=Side(decision.action.value),
                quantity=decision.quantity,
                requested_price=decision.price,
                created_at=decision.decided_at,
                mode=_PAPER,
                stop_loss=decision.stop_loss,
                take_profit=decision.take_profit,
            )
        )

    def _carry_out(self, changes: Sequence[OrderChange]) -> None:
        was_open = self.account.position(self._instrument.symbol).is_open
        for change in afforded(changes, self.account):
            name = change.order.client_order_id
            self._waiting = [
                change.order if order.client_order_id == name else order
                for order in self._waiting
                if order.client_order_id != name or not change.is_final
            ]
            if change.fill is not None:
                self._book(change.order, change.fill)
        if was_open and not self.account.position(self._instrument.symbol).is_open:
            self._waiting = []  # what was left would open another position, or close one that is gone

    def _book(self, order: Order, fill: Fill) -> None:
        self.account, _ = self.account.after(fill)
        position = self.account.position(order.symbol)
        opens = position.is_open and order.purpose is OrderPurpose.SIGNAL
        if opens and (position.quantity > 0) == (order.side is Side.BUY):
            self.account = self.account.protected(order.symbol, order.stop_loss, order.take_profit)
        if order.purpose is OrderPurpose.SIGNAL:
            self._entry = order
        self.fills.append(fill)
        self._follow(fill)

    def _follow(self, fill: Fill) -> None:
        """Count what the position brings, and note when it is closed."""
        self._profit -= fill.signed_quantity * fill.price + fill.commission
        before, self._held = self._held, self._held + fill.signed_quantity
        if before != 0 and self._held * before <= 0:
            left = self._held * fill.price  # of a fill that turns the position round, what it opens
            self._closed = (fill.filled_at, self._profit + left < 0)
            self._profit = -left - fill.commission if self._held else ZERO

    def _exit(self, entry: Order, held: Decimal, price: Decimal, purpose: OrderPurpose, time_ns: int) -> Order:
        return replace(
            entry,
            client_order_id=client_order_id(entry.decision_id, purpose.value[0]),
            side=Side.SELL if held > 0 else Side.BUY,
            quantity=abs(held),
            requested_price=price,
            created_at=time_ns,
            purpose=purpose,
            stop_loss=None,
            take_profit=None,
            filled=ZERO,
            filled_value=ZERO,
            parts=0,
        )


def _midnight(time_ns: int) -> int:
    """The beginning of the UTC day that ends at, or holds, `time_ns`."""
    return (time_ns - 1) // _DAY_NS * _DAY_NS
