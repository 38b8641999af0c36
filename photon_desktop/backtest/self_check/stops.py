"""Stops and targets that bars reached while nothing closed the position."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from photon_desktop.backtest.parity import Difference
from photon_desktop.backtest.self_check.findings import Tally, difference
from photon_desktop.backtest.self_check.record import KeptDecision, Record
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.matching import protective_exit
from photon_desktop.trading.money import ZERO, exact
from photon_desktop.trading.orders import Fill
from photon_desktop.trading.timestamps import to_iso

_REPLAY = "replay"
_MOVED = "{symbol}'s stop or target was moved by hand: whether it was reached was not looked for."
_REAL = "Whether a stop was passed over can't be told on a real market: its prices between bars are not kept."


@dataclass(slots=True)
class _Holding:
    """What was held of one symbol after each of its fills, and the fill that had opened or added to it last."""

    times: list[int] = field(default_factory=list)
    states: list[tuple[Decimal, Fill]] = field(default_factory=list)

    def take(self, fill: Fill) -> None:
        """Go on with the next fill."""
        before, entry = self.states[-1] if self.states else (ZERO, fill)
        held = before + fill.signed_quantity
        self.times.append(fill.filled_at)
        self.states.append((held, fill if held * fill.side.sign > ZERO else entry))

    def through(self, opened: int, closes: int) -> tuple[Decimal, Fill] | None:
        """Quantity and entry where nothing was filled within the bar and something was held."""
        before, after = bisect_left(self.times, opened), bisect_left(self.times, closes)
        if before != after or before == 0 or self.states[before - 1][0] == ZERO:
            return None
        return self.states[before - 1]


def look_for_passed_stops(record: Record, tally: Tally) -> None:
    """Look at each whole bar that was held through, on both ends of which the execution agent was at work."""
    holdings = {} if record.is_exchange else _holdings(record)
    for kept in record.decisions:
        decision = kept.decision
        opened, closes = decision.decided_at - decision.interval.nanoseconds, decision.decided_at
        if decision.ticker not in holdings or not {opened, closes} <= record.marked_at:
            continue
        through = holdings[decision.ticker].through(opened, closes)
        if through is not None:
            _look(record, kept, through[1], tally, is_long=through[0] > ZERO)


def _holdings(record: Record) -> Mapping[str, _Holding]:
    found: dict[str, _Holding] = {}
    for one in record.fills:
        found.setdefault(one.fill.symbol, _Holding()).take(one.fill)
    return found


def _look(record: Record, kept: KeptDecision, entry: Fill, tally: Tally, *, is_long: bool) -> None:
    symbol, snapshot = kept.decision.ticker, kept.snapshot
    if snapshot is None:
        return
    if kept.inputs.instrument.kind is not InstrumentKind.DEMO and snapshot.kept_as != _REPLAY:
        tally.leave_open(_REAL)
    elif record.moved_at.get(symbol, 0) > record.kept_at.get(entry.fill_id, 0):
        tally.leave_open(_MOVED.format(symbol=symbol))
    elif (found := _passed(record, kept, entry, is_long=is_long)) is not None:
        tally.differs("decision", kept.message_id, [found])


def _passed(record: Record, kept: KeptDecision, entry: Fill, *, is_long: bool) -> Difference | None:
    order, snapshot = record.order_of(entry.client_order_id), kept.snapshot
    if order is None or snapshot is None:
        return None
    prices = (exact(snapshot.bar.open), exact(snapshot.bar.high), exact(snapshot.bar.low))
    reached = protective_exit(is_long, *prices, order.stop_loss, order.take_profit)
    if reached is None:
        return None
    at = to_iso(kept.decision.decided_at)
    return difference(at, "fill", str(reached[1].value), "none", f"one at {reached[0]}")
