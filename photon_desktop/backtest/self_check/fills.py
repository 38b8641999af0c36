"""Fills done again: the order as it was, at the prices that were there, by the costs in force."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from photon_desktop.backtest.parity import Difference
from photon_desktop.backtest.self_check.findings import Tally, difference
from photon_desktop.backtest.self_check.inputs import FillInputs
from photon_desktop.backtest.self_check.record import Record
from photon_desktop.backtest.self_check.told import Settings
from photon_desktop.store.fills import StoredFill
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.matching import fill_market_order, fill_resting_order, protective_exit
from photon_desktop.trading.meeting import meet
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side
from photon_desktop.trading.timestamps import to_iso

_TOLERANCE = Decimal("1e-9")
_EXACT = ("client_order_id", "symbol", "side", "filled_at")
_MONEY = ("quantity", "price", "commission", "slippage")
_EXITS = (OrderPurpose.STOP, OrderPurpose.TARGET)
_BY_HAND = {
    OrderPurpose.CLOSED_BY_HAND: "A position was closed by hand: its price and costs were compared, that it was closed"
    " is the person's own decision.",
    OrderPurpose.FLATTEN: "The kill switch closed a position: its price and costs were compared, that it was closed is"
    " the person's own decision.",
}
_KINDS = "A fill of an order with a stop or a limit of its own was not compared: the way of its prices is not kept."
_NO_INPUTS = "A fill was not compared: the prices it was made at are not kept."

CostsOf = Callable[[Settings], CostModel]


def compare_fills(record: Record, costs_of: CostsOf, tally: Tally) -> tuple[Fill, ...]:
    """Compare each fill of the record; returned are all fills of the account as they ought to be, oldest first."""
    ought: list[Fill] = []
    filled: dict[str, list[Fill]] = {}
    begun = False
    for _, group in groupby(record.fills, key=lambda one: _moment(record, one)):
        stored = list(group)
        again = _again(record, stored, filled, costs_of)
        for one in stored:
            begun = begun or one.fill.fill_id in record.mine
            if begun and (one.fill.fill_id in record.mine or one.fill.fill_id not in record.kept_at):
                _compare(record, one, again.get(one.fill.fill_id), tally)
            ought.append(again.get(one.fill.fill_id) or one.fill)
            filled.setdefault(one.fill.client_order_id, []).append(one.fill)
    return tuple(ought)


def _moment(record: Record, one: StoredFill) -> tuple[str, int] | str:
    """What is the same for the fills that one price made."""
    if one.fill.fill_id not in record.fill_inputs or one.purpose in _EXITS:
        return one.fill.fill_id
    return one.fill.symbol, record.fill_inputs[one.fill.fill_id].prices.time_ns


def _again(
    record: Record, stored: Sequence[StoredFill], filled: dict[str, list[Fill]], costs_of: CostsOf
) -> dict[str, Fill | None]:
    """The fills of one price by their ids; None for one that would not have been made. Not named: can't be told."""
    comparable = [one for one in stored if one.fill.fill_id in record.mine and _is_comparable(record, one)]
    if not comparable:
        return {}
    known = record.fill_inputs[comparable[0].fill.fill_id]
    if comparable[0].purpose in _EXITS:
        order = record.orders[comparable[0].fill.client_order_id].order
        return {comparable[0].fill.fill_id: _exit(_before(order, []), comparable[0].purpose, known, costs_of)}
    orders = [
        _before(record.orders[one.fill.client_order_id].order, filled.get(one.fill.client_order_id, []))
        for one in comparable
    ]
    changes = meet(orders, known.prices, costs_of(known.settings), known.instrument)
    made = {change.fill.client_order_id: change.fill for change in changes if change.fill is not None}
    return {one.fill.fill_id: made.get(one.fill.client_order_id) for one in comparable}


def _is_comparable(record: Record, one: StoredFill) -> bool:
    stored = record.orders.get(one.fill.client_order_id)
    return stored is not None and stored.order.kind is OrderKind.MARKET


def _before(order: Order, earlier: Sequence[Fill]) -> Order:
    fresh = replace(order, filled=ZERO, filled_value=ZERO, parts=0)
    for fill in earlier:
        fresh = fresh.after(fill)
    return fresh


def _exit(order: Order, purpose: OrderPurpose, known: FillInputs, costs_of: CostsOf) -> Fill | None:
    """What takes the position out at its stop or target; None when these prices reach neither."""
    prices = known.prices
    ends = (known.stop_loss, known.take_profit)
    reached = protective_exit(order.side is Side.SELL, prices.open, prices.high, prices.low, *ends)
    if reached is None or reached[1] is not purpose:
        return None
    fill = fill_market_order if purpose is OrderPurpose.STOP else fill_resting_order
    return fill(order, reached[0], prices.time_ns, costs_of(known.settings), known.instrument)


def _compare(record: Record, one: StoredFill, again: Fill | None, tally: Tally) -> None:
    name = one.fill.fill_id
    if name not in record.mine:
        tally.leave_open(_NO_INPUTS)
        return
    if not _is_comparable(record, one):
        tally.leave_open(_KINDS)
        return
    if one.purpose in _BY_HAND:
        tally.leave_open(_BY_HAND[one.purpose])
    tally.compared("fill", name, _differences(one.fill, again, tally))


def _differences(fill: Fill, again: Fill | None, tally: Tally) -> list[Difference]:
    at = to_iso(fill.filled_at)
    if again is None:
        tally.money_differs(fill.notional)
        told = f"{fill.side.value} {fill.quantity} {fill.symbol} at {fill.price}"
        return [difference(at, "fill", "fill", told, None)]
    found = []
    for name in (*_EXACT, *_MONEY):
        was, came = getattr(fill, name), getattr(again, name)
        if (name in _EXACT and was != came) or (name in _MONEY and abs(was - came) > _TOLERANCE * max(1, abs(was))):
            found.append(difference(at, "fill", name, was, came))
    tally.money_differs(fill.signed_quantity * fill.price + fill.commission - _cost(again))
    return found


def _cost(fill: Fill) -> Decimal:
    return fill.signed_quantity * fill.price + fill.commission
