"""The twin's equity beside the account's, going on as orders, fills and marks of the equity come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.curve_outline import CurveOutline
from photon_desktop.trading.orders import Fill, Order, OrderStatus
from photon_desktop.trading.twin import TradingCost, Twin, is_decided, takes_part

_LAST = 100  # as many of the newest events may still be joined by one that was earlier


@dataclass(frozen=True, slots=True)
class EquityMark:
    """What the account was worth (quote money) at a time (ns UTC), and the prices then, as far as they are known."""

    time_ns: int
    equity: float
    prices: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class TwinStanding:
    """How it stands with the twin: its equity at rising times (ns UTC), and what trading has cost until now."""

    times: TimeArray
    equity: FloatArray
    cost: TradingCost
    orders: int


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where an event stands among the others: at one time the order, its fill, then the mark."""

    time_ns: int
    rank: int
    number: int


@dataclass(frozen=True, slots=True)
class _Placed:
    order: Order
    status: OrderStatus


_Event = _Placed | Fill | EquityMark


class TwinCurve:
    """Takes events in any portions; `number` is the place at which the store keeps an order or a fill.

    What is old and decided is folded into one state, so that going on costs the same however long the history is. An
    order that waits is taken for filled, until it is known that it was taken back.
    """

    def __init__(self) -> None:
        self._twin = Twin()
        self._settled = CurveOutline()
        self._orders = 0
        self._events: dict[_Place, _Event] = {}

    @property
    def undecided(self) -> tuple[tuple[int, str], ...]:
        """Number and id of the orders whose fate has to be asked for again."""
        placed = ((place, event) for place, event in self._events.items() if isinstance(event, _Placed))
        return tuple(
            (place.number, event.order.client_order_id)
            for place, event in placed
            if not is_decided(event.order, event.status)
        )

    def take_order(self, number: int, order: Order, status: OrderStatus) -> None:
        """Know of an order, or of what became of one."""
        self._events[_Place(order.created_at, 0, number)] = _Placed(order, status)

    def take_fill(self, number: int, fill: Fill) -> None:
        """Know of a fill of the account."""
        self._events[_Place(fill.filled_at, 1, number)] = fill

    def take_mark(self, mark: EquityMark) -> None:
        """Know what the account was worth at a time."""
        self._events[_Place(mark.time_ns, 2, 0)] = mark

    def standing(self) -> TwinStanding:
        """How it stands after all that is known."""
        self._settle()
        twin, times, equity, orders = _folded(self._twin, self._in_order())
        settled_times, settled_equity = self._settled.arrays()
        return TwinStanding(
            np.concatenate([settled_times, np.array(times, dtype=np.int64)]),
            np.concatenate([settled_equity, np.array(equity, dtype=np.float64)]),
            twin.cost(),
            self._orders + orders,
        )

    def _settle(self) -> None:
        """Fold what is old, up to the first order whose fate is open."""
        places = sorted(self._events)[:-_LAST]
        events: list[_Event] = []
        for place in places:
            event = self._events[place]
            if isinstance(event, _Placed) and not is_decided(event.order, event.status):
                break
            events.append(self._events.pop(place))
        self._twin, times, equity, orders = _folded(self._twin, events)
        for time_ns, value in zip(times, equity, strict=True):
            self._settled.add(time_ns, value)
        self._orders += orders

    def _in_order(self) -> list[_Event]:
        return [self._events[place] for place in sorted(self._events)]


def _folded(twin: Twin, events: Iterable[_Event]) -> tuple[Twin, list[int], list[float], int]:
    """The twin after `events`, its times and equity at their marks, and how many orders took part."""
    times: list[int] = []
    equity: list[float] = []
    orders = 0
    for event in events:
        if isinstance(event, EquityMark):
            twin = twin.at(event.prices)
            times.append(event.time_ns)
            equity.append(event.equity + float(twin.cost().total))
        elif isinstance(event, Fill):
            twin = twin.filled(event)
        elif takes_part(event.order, event.status):
            twin, orders = twin.ordered(event.order), orders + 1
    return twin, times, equity, orders
