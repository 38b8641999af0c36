"""The books of one simulated position: what an entry and an exit cost, and what is left."""

from collections.abc import Sequence
from math import exp, isfinite

from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.rules import Rules, StopBasis
from photon_desktop.backtest.trades import ExitReason, Trade
from photon_desktop.trading.matching import protective_exit
from photon_desktop.trading.orders import OrderPurpose

_EXIT_REASONS = {OrderPurpose.STOP: ExitReason.STOP, OrderPurpose.TARGET: ExitReason.TARGET}


class Book:
    """Cash of closed trades and at most one open position, in floats.

    Every fill pays commission, every market order's fill slippage too.

    `cash` is the balance without the open position's unrealised profit; `quantity` is negative when short.
    """

    __slots__ = (
        "_commission_rate", "_entry_commission", "_entry_index", "_entry_slippage", "_odds", "_rules",
        "_slippage_rate", "_stop", "_target", "_times", "cash", "commission", "entry_price", "quantity",
        "refused_entries", "slippage", "trades",
    )  # fmt: skip

    def __init__(self, times: Sequence[int], rules: Rules, odds: BarOdds | None = None) -> None:
        """`odds`: what sizes may depend on at each bar."""
        self._times = times
        self._rules = rules
        self._odds = odds
        self._commission_rate = float(rules.costs.commission_rate)
        self._slippage_rate = float(rules.costs.slippage_rate)
        self._stop: float | None = None
        self._target: float | None = None
        self._entry_index = 0
        self._entry_commission = 0.0
        self._entry_slippage = 0.0
        self.cash = rules.initial_balance
        self.quantity = 0.0
        self.entry_price = 0.0
        self.commission = 0.0
        self.slippage = 0.0
        self.refused_entries = 0
        self.trades: list[Trade] = []

    @property
    def entry_index(self) -> int:
        """The bar in which the open position was entered."""
        return self._entry_index

    def move(self, wanted: int, index: int, open_: float, signal_close: float, barrier: float | None) -> None:
        """Close what is held and open what is wanted (+1 long, 0 nothing, -1 short), at this bar's open.

        `signal_close` and `barrier` are those of the bar that wanted it: its close, and the log distance from there to
        the stop and the target the strategy sets, if it does.
        """
        if self.quantity:
            self.close(index, open_, ExitReason.SIGNAL)
        if wanted:
            self._open(wanted, index, open_, signal_close)
        if self.quantity:
            self._guard(wanted, signal_close, barrier)

    def protect(self, index: int, open_: float, high: float, low: float) -> None:
        """Close the position if this bar reaches its stop or its target."""
        hit = protective_exit(self.quantity > 0, open_, high, low, self._stop, self._target)
        if hit is not None:
            price, purpose = hit
            self.close(index, price, _EXIT_REASONS[purpose])

    def close(self, index: int, price: float, reason: ExitReason) -> None:
        """Close the whole position at `price` before slippage; a target, a resting order, gets `price` itself."""
        sign = 1 if self.quantity > 0 else -1
        quantity = abs(self.quantity)
        slippage_rate = 0.0 if reason is ExitReason.TARGET else self._slippage_rate
        exit_price = price * (1 - sign * slippage_rate)
        exit_commission = quantity * exit_price * self._commission_rate
        exit_slippage = abs(exit_price - price) * quantity
        gross = self.quantity * (exit_price - self.entry_price)
        self.cash += gross - exit_commission
        self.commission += exit_commission
        self.slippage += exit_slippage
        trade = Trade(
            entry_index=self._entry_index,
            exit_index=index,
            entry_time=self._times[self._entry_index],
            exit_time=self._times[index],
            side="long" if sign > 0 else "short",
            quantity=quantity,
            entry_price=self.entry_price,
            exit_price=exit_price,
            commission=self._entry_commission + exit_commission,
            slippage=self._entry_slippage + exit_slippage,
            pnl=gross - self._entry_commission - exit_commission,
            exit_reason=reason,
        )
        self.trades.append(trade)
        self.quantity = 0.0

    def _open(self, side: int, index: int, open_: float, signal_close: float) -> None:
        price = open_ * (1 + side * self._slippage_rate)
        odds = None if self._odds is None else self._odds.at(index - 1)  # the bar that wanted it is the one before
        unit_cost = price * (1 + self._commission_rate)
        quantity = self._rules.sizing.quantity(self.cash, unit_cost, signal_close, odds)
        if quantity == 0:
            self.refused_entries += 1
            return
        self._entry_index = index
        self._entry_commission = quantity * price * self._commission_rate
        self._entry_slippage = abs(price - open_) * quantity
        self.commission += self._entry_commission
        self.slippage += self._entry_slippage
        self.cash -= self._entry_commission
        self.quantity = side * quantity
        self.entry_price = price

    def _guard(self, side: int, signal_close: float, barrier: float | None) -> None:
        """Set stop and target: the rules' where they have them, otherwise the strategy's."""
        rules = self._rules
        basis = self.entry_price if rules.stop_basis is StopBasis.ENTRY else signal_close
        own_stop, own_target = _barrier_levels(side, signal_close, barrier)
        self._stop = own_stop if rules.stop_loss is None else basis * (1 - side * rules.stop_loss)
        self._target = own_target if rules.take_profit is None else basis * (1 + side * rules.take_profit)


def _barrier_levels(side: int, close: float, barrier: float | None) -> tuple[float | None, float | None]:
    if barrier is None or not isfinite(barrier):
        return None, None
    return close * exp(-side * barrier), close * exp(side * barrier)
