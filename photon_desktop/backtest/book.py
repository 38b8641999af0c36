"""The books of one simulated position: what an entry and an exit cost, and what is left."""

from math import inf

from photon_desktop.backtest.fills import Grid, Slippage
from photon_desktop.backtest.guard import levels
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.simulation import Engine, OpenTrade, Simulation
from photon_desktop.backtest.trades import EXIT_REASONS, ExitReason, RoundTrip, TradeColumns, Trades
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.matching import protective_exit

_NEARLY_THERE = 1 + 1e-9  # looks at a bar once too often rather than once too seldom


class Book:
    """Cash of closed trades and at most one open position, in floats; both engines keep theirs here.

    Every fill pays commission, every market order's fill slippage too. A target rests at its price, slips by nothing
    and pays a maker's share of the commission.

    `cash` is the balance without the open position's unrealised profit; `quantity` is negative when short. `stop` and
    `target` are the open position's prices, None where it has none.
    """

    __slots__ = (
        "_bars", "_commission_rate", "_entry_commission", "_entry_slippage", "_maker_rate", "_minimum_commission",
        "_odds", "_rules", "_share", "_slippage", "_ticks", "_trips", "cash", "entry_index", "entry_price", "quantity",
        "refused_entries", "stop", "target",
    )  # fmt: skip

    def __init__(self, bars: Bars, rules: Rules, odds: BarOdds | None = None) -> None:
        """`odds`: what sizes may depend on at each bar."""
        self._odds = odds
        costs = rules.costs
        self._bars = bars
        self._rules = rules
        self._commission_rate = float(costs.commission_rate)
        self._maker_rate = float(costs.commission_rate * costs.maker_share)
        self._minimum_commission = float(costs.minimum_commission)
        self._slippage = Slippage.of(costs, bars)
        self._ticks = None if rules.instrument is None else Grid.of(rules.instrument.tick_size)
        self._share = self._slippage.share if self._slippage.is_constant and self._ticks is None else None
        self._trips: list[RoundTrip] = []
        self._entry_commission = self._entry_slippage = 0.0
        self.stop: float | None = None
        self.target: float | None = None
        self.cash = rules.initial_balance
        self.quantity = self.entry_price = 0.0
        self.entry_index = 0
        self.refused_entries = 0

    def enter(self, side: int, index: int, open_: float, signal_close: float, under: float, over: float) -> None:
        """Open a long (+1) or short (-1) position at this bar's open, and set its stop and target.

        `signal_close`, `under` and `over` are those of the bar that wanted it: its close, and the strategy's own levels
        (NaN for none). Money that buys nothing leaves `quantity` at 0.
        """
        rate = self._slippage.worst(index) if self._share is None else self._share
        price = self._at_tick(side, open_ * (1 + side * rate))
        quantity = self._affordable(index, price, signal_close)
        if quantity == 0:
            self.refused_entries += 1
            return
        if self._share is None:
            price = self._taken(side, open_, index, quantity)
        commission = quantity * price * self._commission_rate
        commission = max(commission, self._minimum_commission)
        self.cash -= commission
        self._entry_commission = commission
        self._entry_slippage = abs(price - open_) * quantity
        self.entry_index = index
        self.quantity = side * quantity
        self.entry_price = price
        self._guard(side, signal_close, under, over)

    def hit(self, open_: float, high: float, low: float) -> tuple[float, ExitReason] | None:
        """The price and reason at which this bar takes the position out at its stop or its target, or None."""
        reached = protective_exit(self.quantity > 0, open_, high, low, self.stop, self.target)
        return None if reached is None else (reached[0], EXIT_REASONS[reached[1]])

    def meet(self, bars: Bars, index: int) -> bool:
        """Close the position if this bar reaches its stop or its target, or ruins it by its close; whether it did."""
        prices = (float(bars.open[index]), float(bars.high[index]), float(bars.low[index]))
        reached = self.hit(*prices)
        if reached is not None:
            self.close(index, *reached)
            return True
        close = float(bars.close[index])
        if self.cash + self.quantity * (close - self.entry_price) > 0:
            return False
        self.close(index, close, ExitReason.RUIN)
        return True

    def bounds(self) -> tuple[float, float]:
        """A bar that stays above the first and under the second price leaves the position as it is."""
        stop, target = self.stop, self.target
        ruin = self.entry_price - self.cash / self.quantity
        if self.quantity > 0:
            floor = ruin * _NEARLY_THERE if ruin > 0 else -inf
            return floor if stop is None else max(stop, floor), inf if target is None else target
        ceiling = ruin / _NEARLY_THERE
        return -inf if target is None else target, ceiling if stop is None else min(stop, ceiling)

    def close(self, index: int, price: float, reason: ExitReason) -> None:
        """Close the whole position at `price` before slippage; a target, a resting order, gets `price` itself."""
        held = self.quantity
        sign, quantity = (1, held) if held > 0 else (-1, -held)
        exit_price, rate = price, self._maker_rate
        if reason is not ExitReason.TARGET:
            rate = self._commission_rate
            if self._share is None:
                exit_price = self._taken(-sign, price, index, quantity)
            else:
                exit_price = price * (1 - sign * self._share)
        commission = quantity * exit_price * rate
        commission = max(commission, self._minimum_commission)
        self.cash += held * (exit_price - self.entry_price) - commission
        slippage = self._entry_slippage + abs(exit_price - price) * quantity
        self._trips.append(
            RoundTrip(
                self.entry_index,
                index,
                held,
                self.entry_price,
                exit_price,
                self._entry_commission,
                commission,
                slippage,
                self.cash,
                reason,
            )
        )
        self.quantity = 0.0

    def trades(self) -> Trades:
        """The trades closed so far."""
        return Trades(self._bars.times, TradeColumns.of(self._trips))

    def finish(self, equity: FloatArray, engine: Engine) -> Simulation:
        """The run, once what is still open is dealt with as the rules say; `equity` is that of each bar's close."""
        self._finalize(equity)
        trades, held = self.trades(), self.open_trade()
        commission, slippage = float(trades.commission.sum()), float(trades.columns.slippage.sum())
        if held is not None:
            commission += self._entry_commission
            slippage += self._entry_slippage
        return Simulation(equity, trades, held, commission, slippage, self.refused_entries, engine)

    def _finalize(self, equity: FloatArray) -> None:
        rule = self._rules.finalize
        if not self.quantity or rule is Finalize.NONE:
            return
        price = self._bars.open[-1] if rule is Finalize.LAST_OPEN else self._bars.close[-1]
        self.close(len(self._bars) - 1, float(price), ExitReason.END)
        equity[-1] = self.cash

    def open_trade(self) -> OpenTrade | None:
        """What is held after the last bar, or None."""
        if not self.quantity:
            return None
        return OpenTrade(
            entry_index=self.entry_index,
            entry_time=int(self._bars.times[self.entry_index]),
            quantity=self.quantity,
            entry_price=self.entry_price,
            unrealised=self.quantity * (float(self._bars.close[-1]) - self.entry_price),
        )

    def _affordable(self, index: int, price: float, signal_close: float) -> float:
        """Units that the rules' size and the money allow at `price`, 0 for less than the least order."""
        sizing, least = self._rules.sizing, self._minimum_commission
        odds = None if self._odds is None else self._odds.at(index - 1)  # the bar that wanted it is the one before
        quantity = sizing.quantity(self.cash, price * (1 + self._commission_rate), signal_close, odds)
        if least:
            quantity = min(quantity, sizing.quantity(self.cash - least, price, signal_close, odds))
        return quantity if self._rules.instrument is None else self._rules.orderable(quantity, price)

    def _taken(self, sign: int, price: float, index: int, quantity: float) -> float:
        """The price of an order that buys (+1) or sells (-1) at `price`, slippage included."""
        return self._at_tick(sign, price * (1 + sign * self._slippage.rate(index, quantity)))

    def _at_tick(self, sign: int, price: float) -> float:
        return price if self._ticks is None else self._ticks.away(sign, price)

    def _guard(self, side: int, signal_close: float, under: float, over: float) -> None:
        stop, target = levels(self._rules, side, self.entry_price, signal_close, under, over)
        if self._ticks is not None:
            stop = None if stop is None else self._ticks.nearest(stop)
            target = None if target is None else self._ticks.nearest(target)
        self.stop, self.target = stop, target
