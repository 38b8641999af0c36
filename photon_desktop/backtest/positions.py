"""The money of all positions of a path at once: the book's arithmetic, in its order, in columns."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.path import Path
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.sizes import SizeKind
from photon_desktop.backtest.trades import REASONS, ExitReason, IntArray, TradeColumns
from photon_desktop.trading.bars import Bars, FloatArray

_BY_TARGET = REASONS.index(ExitReason.TARGET)
_AT_END = REASONS.index(ExitReason.END)


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """All positions of a path, one value each: where, which side, and at which prices before and after slippage.

    Rates are commissions' shares of the notional. The last one, where `is_open`, is still held after the last bar; it
    counts as left there, as the rules would close it.
    """

    entries: IntArray
    exits: IntArray
    sides: IntArray
    raw_entry: FloatArray
    entry_price: FloatArray
    entry_rate: float
    raw_exit: FloatArray
    exit_price: FloatArray
    exit_rates: FloatArray
    reasons: IntArray
    is_open: bool

    @classmethod
    def of(cls, bars: Bars, rules: Rules, path: Path, share: float) -> "Positions":
        """The positions of `path`, whose market orders slip by `share`."""
        exits, prices, why = path.exits, path.prices, path.reasons
        is_open = len(exits) < len(path.entries)
        if is_open:
            price = bars.open[-1] if rules.finalize is Finalize.LAST_OPEN else bars.close[-1]
            exits, prices, why = [*exits, len(bars) - 1], [*prices, float(price)], [*why, _AT_END]
        entries, sides = np.array(path.entries, dtype=np.int64), np.array(path.sides, dtype=np.int64)
        raw_entry, raw_exit = bars.open[entries], np.array(prices, dtype=np.float64)
        reasons = np.array(why, dtype=np.int64)
        rests = reasons == _BY_TARGET
        rate, maker = float(rules.costs.commission_rate), float(rules.costs.commission_rate * rules.costs.maker_share)
        return cls(
            entries=entries,
            exits=np.array(exits, dtype=np.int64),
            sides=sides,
            raw_entry=raw_entry,
            entry_price=raw_entry * (1 + sides * share),
            entry_rate=rate,
            raw_exit=raw_exit,
            exit_price=np.where(rests, raw_exit, raw_exit * (1 - sides * share)),
            exit_rates=np.where(rests, maker, rate),
            reasons=reasons,
            is_open=is_open,
        )

    def quantities(self, bars: Bars, rules: Rules, odds: BarOdds | None) -> FloatArray | None:
        """Units of each position; None where the money does not pay for one of them."""
        if rules.sizing.kind is not SizeKind.FIXED:
            return self._sized_in_turn(bars, rules, odds)
        quantities = np.full(len(self.entries), rules.sizing.amount)
        unit_costs = self.entry_price * (1 + self.entry_rate)
        before = self.balances(quantities, rules.initial_balance)[:-1:2]
        return quantities if np.all(quantities * unit_costs <= before) else None

    def balances(self, quantities: FloatArray, initial_balance: float) -> FloatArray:
        """Cash at first, and after each entry and each exit."""
        moved = np.empty(2 * len(quantities) + 1)
        moved[0] = initial_balance
        moved[1::2] = -(quantities * self.entry_price * self.entry_rate)
        gross = self.sides * quantities * (self.exit_price - self.entry_price)
        moved[2::2] = gross - quantities * self.exit_price * self.exit_rates
        return np.cumsum(moved)  # one after the other, as a balance is kept

    def trades(self, quantities: FloatArray, balances: FloatArray) -> TradeColumns:
        """The positions as trades of these quantities."""
        slipped = np.abs(self.entry_price - self.raw_entry) * quantities
        return TradeColumns(
            entry_index=self.entries,
            exit_index=self.exits,
            quantity=self.sides * quantities,
            entry_price=self.entry_price,
            exit_price=self.exit_price,
            entry_commission=quantities * self.entry_price * self.entry_rate,
            exit_commission=quantities * self.exit_price * self.exit_rates,
            slippage=slipped + np.abs(self.exit_price - self.raw_exit) * quantities,
            cash_after=balances[2::2],
            reason=self.reasons,
        )

    def _sized_in_turn(self, bars: Bars, rules: Rules, odds: BarOdds | None) -> FloatArray | None:
        """Each position is paid from what those before it left."""
        cash, rate, sized = rules.initial_balance, self.entry_rate, []
        columns = (
            self.entries - 1, bars.close[self.entries - 1], self.entry_price * (1 + rate), self.sides,
            self.entry_price, self.exit_price, self.exit_rates,
        )  # fmt: skip
        rows = zip(*(column.tolist() for column in columns), strict=True)
        for signal, signal_close, unit_cost, side, entry, exit_, exit_rate in rows:
            quantity = rules.sizing.quantity(cash, unit_cost, signal_close, None if odds is None else odds.at(signal))
            if quantity == 0:
                return None
            cash -= quantity * entry * rate
            cash += side * quantity * (exit_ - entry) - quantity * exit_ * exit_rate
            sized.append(quantity)
        return np.array(sized, dtype=np.float64)
