"""The book of orders that are filled in parts: no more than a share of what is traded, as the paper broker fills."""

from math import inf

from photon_desktop.backtest.book import Book
from photon_desktop.backtest.entries import Entry
from photon_desktop.backtest.fills import Grid
from photon_desktop.backtest.odds import BarOdds
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.backtest.trades import ExitReason, RoundTrip
from photon_desktop.trading.bars import Bars, FloatArray


class PartBook(Book):
    """As `Book`, but an order that a signal gave takes at most the rules' `volume_share` of a bar's volume, in whole
    steps; a bar without volume limits nothing. Stops, targets and ruin take the whole position out.

    `rest`: what is left of an entry. A position's entry and exit prices are the means over its parts, and its stop and
    target stand where its first part put them. The least commission is paid once an order.
    """

    __slots__ = ("_entered", "_exits", "_grid", "_left", "_owed", "_paid", "rest")

    def __init__(self, bars: Bars, rules: Rules, odds: BarOdds | None = None) -> None:
        """`rules` have a `volume_share`."""
        super().__init__(bars, rules, odds)
        self._grid = step_grid(rules)
        self._left = inf
        self._owed = self._paid = self._entered = self.rest = 0.0
        self._exits: list[tuple[float, float, float, float]] = []  # quantity, price, commission, slippage

    def begin_bar(self, index: int) -> None:
        """All orders of a bar share what may be taken of it."""
        self._left = allowed(self._rules, float(self._bars.volume[index]), self._grid)

    def begin_order(self) -> None:
        """What follows is another order."""
        self._owed = self._paid = self.rest = 0.0

    def enter(self, entry: Entry, index: int, price: float, is_maker: bool = False) -> None:
        """Take what the bar allows of `entry`, or of its `rest`."""
        side, rate = entry.side, self._maker_rate if is_maker else self._commission_rate
        slip = 0.0 if is_maker else self._slippage.worst(index) if self._share is None else self._share
        filled = self._within(entry, self._at_tick(side, price * (1 + side * slip)))
        wanted = self._payable(entry, filled, rate)
        if wanted == 0:
            self.refused_entries += not self.quantity
            self.rest = 0.0
            return
        part = min(wanted, self._left)
        self.rest = 0.0 if part == wanted else self._grid.nearest(wanted - part)
        if part == 0:
            return
        self._left -= part
        if self._share is None and not is_maker:
            filled = self._within(entry, self._taken(side, price, index, part))
        self._add(entry, index, part, filled, abs(filled - price) * part, self._due(part * filled * rate))

    def leave(self, index: int, price: float) -> None:
        """Sell what the bar allows of the position at `price` before slippage, because a signal says so."""
        self._take_out(index, price, ExitReason.SIGNAL, min(abs(self.quantity), self._left))

    def close(self, index: int, price: float, reason: ExitReason) -> None:
        """Close all that is left of the position, as an order of its own."""
        self.begin_order()
        self._take_out(index, price, reason, abs(self.quantity))

    def finish(self, equity: FloatArray, engine: Engine) -> Simulation:
        """As the book's; what was paid for parts of a position still open counts."""
        if self.quantity and self._rules.finalize is Finalize.NONE:
            self._entry_commission += sum(paid for _, _, paid, _ in self._exits)
            self._entry_slippage += sum(slipped for *_, slipped in self._exits)
        return super().finish(equity, engine)

    def _payable(self, entry: Entry, price: float, rate: float) -> float:
        """The size of a new entry, or what the money still buys of the rest of one."""
        if self.rest == 0:
            return self._affordable(entry, price, rate)
        free = self.cash - abs(self.quantity) * self.entry_price
        most = Sizing(steps_per_unit=self._rules.sizing.steps_per_unit)
        return min(self.rest, self._grid.below(most.quantity(free, price * (1 + rate), price))) if free > 0 else 0.0

    def _add(self, entry: Entry, index: int, part: float, price: float, slipped: float, commission: float) -> None:
        self.cash -= commission
        if self.quantity:
            held = abs(self.quantity)
            self.entry_price = (held * self.entry_price + part * price) / (held + part)
            self._entry_commission += commission
            self._entry_slippage += slipped
            self._entered += part
            self.quantity += entry.side * part
            return
        self._entry_commission, self._entry_slippage, self._entered = commission, slipped, part
        self.entry_index, self.entry_price, self.quantity = index, price, entry.side * part
        self._guard(entry)

    def _take_out(self, index: int, price: float, reason: ExitReason, part: float) -> None:
        if part == 0:
            return
        sign, quantity = (1, self.quantity) if self.quantity > 0 else (-1, -self.quantity)
        exit_price, rate = price, self._maker_rate
        if reason is not ExitReason.TARGET:
            rate = self._commission_rate
            if self._share is None:
                exit_price = self._taken(-sign, price, index, part)
            else:
                exit_price = price * (1 - sign * self._share)
        commission = self._due(part * exit_price * rate)
        self.cash += sign * part * (exit_price - self.entry_price) - commission
        self._left -= part
        self._exits.append((part, exit_price, commission, abs(exit_price - price) * part))
        left = 0.0 if part == quantity else quantity - part
        self.quantity = sign * left if self._grid.nearest(left) else 0.0
        if not self.quantity:
            self._write_down(index, sign, reason)

    def _write_down(self, index: int, sign: int, reason: ExitReason) -> None:
        parts, self._exits = self._exits, []
        exit_price = parts[0][1]
        if len(parts) > 1:
            exit_price = sum(part * price for part, price, _, _ in parts) / sum(part for part, *_ in parts)
        held, commission = sign * self._entered, sum(paid for _, _, paid, _ in parts)
        slippage = self._entry_slippage + sum(slipped for *_, slipped in parts)
        self._trips.append(
            RoundTrip(
                self.entry_index, index, held, self.entry_price, exit_price, self._entry_commission, commission,
                slippage, self.cash, reason,
            )
        )  # fmt: skip
        profit = held * (exit_price - self.entry_price) - commission - self._entry_commission
        self.free_from = index + self._rules.cooldown.waits(profit)
        self._after_entry = None

    def _due(self, owed: float) -> float:
        """The commission of an order's next part, which owes `owed` at its rate."""
        self._owed += owed
        due = max(self._owed, self._minimum_commission) - self._paid
        self._paid += due
        return due


def step_grid(rules: Rules) -> Grid:
    """The steps that quantities are cut to."""
    if rules.instrument is not None:
        return Grid.of(rules.instrument.quantity_step)
    return Grid(1, rules.sizing.steps_per_unit)


def allowed(rules: Rules, volume: float, grid: Grid) -> float:
    """The most that may be taken of a bar's `volume`: `trading.partial.allowance` in floats, infinite for no limit."""
    if rules.volume_share is None or volume == 0:
        return inf
    return grid.below(volume * rules.volume_share)
