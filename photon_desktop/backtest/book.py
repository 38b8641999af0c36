"""The books of one simulated position: what an entry and an exit cost, and what is left."""

from math import inf

from photon_desktop.backtest.entries import Entry, reached
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
    `target` are the open position's prices, None where it has none. `free_from`: the first bar at whose close a new
    position may be wanted.
    """

    __slots__ = (
        "_after_entry", "_bars", "_commission_rate", "_entry_commission", "_entry_slippage", "_maker_rate",
        "_minimum_commission", "_odds", "_rules", "_share", "_slippage", "_ticks", "_trips", "cash", "entry_index",
        "entry_price", "free_from", "quantity", "refused_entries", "stop", "target",
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
        self._after_entry: tuple[float, float, float] | None = None
        self.stop: float | None = None
        self.target: float | None = None
        self.cash = rules.initial_balance
        self.quantity = self.entry_price = 0.0
        self.entry_index = self.free_from = 0
        self.refused_entries = 0

    def enter(self, entry: Entry, index: int, price: float, is_maker: bool = False) -> None:
        """Open what `entry` wants in bar `index` at `price` before slippage, and set its stop and target.

        One that rested at `price` slips by nothing; a limit that the bar opens beyond slips no farther than to itself.
        Money that buys nothing leaves `quantity` at 0.
        """
        side, rate = entry.side, self._maker_rate if is_maker else self._commission_rate
        slip = 0.0 if is_maker else self._slippage.worst(index) if self._share is None else self._share
        filled = self._within(entry, self._at_tick(side, price * (1 + side * slip)))
        quantity = self._affordable(entry, filled, rate)
        if quantity == 0:
            self.refused_entries += 1
            return
        if self._share is None and not is_maker:
            filled = self._within(entry, self._taken(side, price, index, quantity))
        commission = max(quantity * filled * rate, self._minimum_commission)
        self.cash -= commission
        self._entry_commission = commission
        self._entry_slippage = abs(filled - price) * quantity
        self.entry_index = index
        self.quantity = side * quantity
        self.entry_price = filled
        self._guard(entry)

    def enter_where_reached(self, entry: Entry, index: int, prices: tuple[float, float, float, float]) -> bool:
        """Open what a waiting `entry` wants if the bar's open, high, low and close reach its price; whether they did.

        What is left of the bar then meets its stop and target.
        """
        found = reached(entry, *prices)
        if found is None:
            return False
        self.enter(entry, index, found.price, found.is_maker)
        if self.quantity:
            self._after_entry = found.open, found.high, found.low
        return True

    def protect(self, index: int, open_: float, high: float, low: float) -> bool:
        """Close the position if this bar reaches its stop or its target; whether it did."""
        if self._after_entry is not None and index == self.entry_index:
            open_, high, low = self._after_entry
        found = protective_exit(self.quantity > 0, open_, high, low, self.stop, self.target)
        if found is not None:
            self.close(index, found[0], EXIT_REASONS[found[1]])
        return found is not None

    def meet(self, bars: Bars, index: int) -> bool:
        """Close the position if this bar reaches its stop or its target, or ruins it by its close; whether it did."""
        if self.protect(index, float(bars.open[index]), float(bars.high[index]), float(bars.low[index])):
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
        profit = held * (exit_price - self.entry_price) - commission - self._entry_commission
        self.free_from = index + self._rules.cooldown.waits(profit)
        self.quantity = 0.0
        self._after_entry = None

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

    def _affordable(self, entry: Entry, price: float, rate: float) -> float:
        """Units that the rules' size and the money allow at `price`, 0 for less than the least order."""
        sizing, least = self._rules.sizing, self._minimum_commission
        odds = None if self._odds is None else self._odds.at(entry.signal)
        quantity = sizing.quantity(self.cash, price * (1 + rate), entry.signal_close, odds)
        if least:
            quantity = min(quantity, sizing.quantity(self.cash - least, price, entry.signal_close, odds))
        return quantity if self._rules.instrument is None else self._rules.orderable(quantity, price)

    @staticmethod
    def _within(entry: Entry, price: float) -> float:
        """`price`, or a waiting limit where that is better for the trader."""
        if not (entry.waits and entry.is_limit):
            return price
        return min(price, entry.price) if entry.side > 0 else max(price, entry.price)

    def _taken(self, sign: int, price: float, index: int, quantity: float) -> float:
        """The price of an order that buys (+1) or sells (-1) at `price`, slippage included."""
        return self._at_tick(sign, price * (1 + sign * self._slippage.rate(index, quantity)))

    def _at_tick(self, sign: int, price: float) -> float:
        return price if self._ticks is None else self._ticks.away(sign, price)

    def _guard(self, entry: Entry) -> None:
        levels_ = levels(self._rules, entry.side, self.entry_price, entry.signal_close, entry.under, entry.over)
        ticks = self._ticks
        self.stop, self.target = (
            level if level is None or ticks is None else ticks.nearest(level) for level in levels_
        )
