"""What the execution agent remembers so that the risk rules can look at the moment: prices' ages, orders, the day."""

from bisect import bisect_right, insort
from collections.abc import Callable
from decimal import Decimal

from photon_desktop.agents.peak_equity import CapitalMove, PeakEquity
from photon_desktop.agents.position_closes import PositionCloses
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.market.calendars import is_open
from photon_desktop.market.exchanges import hours_of
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.orders import Order
from photon_desktop.trading.risk_moment import MINUTE_NS, TradingMoment

_DAY_NS = Interval.DAY_1.nanoseconds
_REMEMBERED_ORDERS = 1_000  # the most that may go out in a minute


class RiskWatch:
    """Of one account; times are the market's (ns UTC). All of it is read from the store again at a start."""

    def __init__(self, store: Store, instrument_of: Callable[[str], Instrument]) -> None:
        self._store = store
        self._instrument_of = instrument_of
        self._account_name = ""
        self.peak = PeakEquity(store)
        self.closes = PositionCloses(store)
        self._priced_at: dict[str, int] = {}
        self._orders: list[int] = []  # when they were made, rising
        self._ordered_on: dict[tuple[str, str], int] = {}
        self._marked: tuple[int, Decimal] | None = None
        self._day_began_with: Decimal | None = None

    def begin(self, account_name: str, account: Account) -> None:
        """Take up what the store knows of this account."""
        self._account_name = account_name
        self.peak.begin(account_name)
        self.closes.begin(account_name, account)
        self._priced_at, self._ordered_on = {}, {}
        self._orders.clear()
        for order in reversed(self._store.trades.newest_orders(_REMEMBERED_ORDERS, account_name)):
            self.ordered(order)
        self._marked = self._store.trades.equity_before(2**63 - 1, account_name)
        self._day_began_with = None
        if self._marked is not None:
            before = self._store.trades.equity_before(_midnight(self._marked[0]) + 1, account_name)
            self._day_began_with = self._marked[1] if before is None else before[1]
            kept = self._store.settings.get(_day_key(account_name))
            if kept is not None and int(kept["day"]) == _midnight(self._marked[0]):
                self._day_began_with = Decimal(kept["began_with"])

    def priced(self, symbol: str, time_ns: int) -> None:
        """Know when a symbol's last price came."""
        self._priced_at[symbol] = time_ns

    def marked(self, time_ns: int, equity: Decimal) -> None:
        """Know what the account was worth when a bar closed; at midnight it still is the day's that ends."""
        if self._marked is None:
            self._day_began_with = equity
        elif _midnight(time_ns) > _midnight(self._marked[0]):
            self._day_began_with = self._marked[1]
        self._marked = (time_ns, equity)
        self.peak.see(equity)

    def keep_moved(self, time_ns: int, moved: CapitalMove, cash: Decimal) -> None:
        """Keep, in the transaction that books it, that capital moves at `time_ns`: neither profit nor loss."""
        self.peak.keep_moved(self._account_name, time_ns, moved)
        began_with = self._began_with(time_ns)
        if began_with is not None:
            kept = {"day": _midnight(time_ns), "began_with": str(moved.scaled(began_with))}
            self._store.settings.put(_day_key(self._account_name), kept)
        self._store.trades.add_equity_point(time_ns, moved.after, cash, self._account_name)

    def moved(self, time_ns: int, moved: CapitalMove) -> None:
        """Know it, once it is stored."""
        began_with = self._began_with(time_ns)
        self._day_began_with = moved.after if began_with is None else moved.scaled(began_with)
        self._marked = (time_ns, moved.after)
        self.peak.move(moved)

    def ordered(self, order: Order) -> None:
        """Know of an order that carries out a decision."""
        insort(self._orders, order.created_at)
        del self._orders[:-_REMEMBERED_ORDERS]
        self._ordered_on[order.symbol, order.side.value] = order.created_at

    def moment(self, decision: TradeDecision, policy: DecisionPolicy) -> TradingMoment:
        """What the rules look at before the decision's order goes out."""
        at_ns, symbol = decision.decided_at, decision.ticker
        closed = self.closes.last(symbol, decision.interval, at_ns)
        return TradingMoment(
            day_began_with=self._began_with(at_ns),
            peak=self.peak.value or None,
            orders=bisect_right(self._orders, at_ns) - bisect_right(self._orders, at_ns - MINUTE_NS),
            ordered_on=self._ordered_on.get((symbol, decision.action.value)),
            price_age_ns=max(0, at_ns - self._priced_at.get(symbol, at_ns)),
            is_market_open=self._is_open(symbol, decision.interval, at_ns),
            cools_for=0 if closed is None else closed.still_cools(policy),
        )

    def _began_with(self, at_ns: int) -> Decimal | None:
        """Equity when the UTC day of `at_ns` began: on a day without a mark yet, what it was at the last one."""
        if self._marked is not None and _midnight(at_ns) > _midnight(self._marked[0]):
            return self._marked[1]
        return self._day_began_with

    def _is_open(self, symbol: str, interval: Interval, at_ns: int) -> bool:
        """A share's daily bar closes with its session and its order is meant for the next one; an hour's is not."""
        instrument = self._instrument_of(symbol)
        if instrument.kind is not InstrumentKind.STOCK or interval.nanoseconds >= _DAY_NS:
            return True
        return is_open(hours_of(symbol, instrument.kind), at_ns)


def _midnight(time_ns: int) -> int:
    """The beginning of the UTC day that ends at, or holds, `time_ns`."""
    return (time_ns - 1) // _DAY_NS * _DAY_NS


def _day_key(account: str) -> str:
    return f"risk.day_moved.{account}"
