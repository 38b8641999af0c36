"""Hands out each execution once, in order, from where it stopped the last time."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from photon_desktop.broker.bybit.books.executions import Execution, read_execution
from photon_desktop.broker.bybit.orders.exchange_orders import bad_row
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import EXECUTIONS
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.cash_flow import CashFlow

OVERLAP_MS = 60_000  # the list may show an execution later than one that came after it
SPAN_MS = 7 * 86_400_000  # what the exchange answers at once
_A_PAGE = 100

Coins = Callable[[str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ExecutionCursor:
    """Executions from `from_ms` to `until_ms` (ms of the exchange's time) were handed out; `handed_out` are the ids and
    times of the latest of them."""

    from_ms: int
    until_ms: int
    handed_out: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def starting(cls, from_ms: int) -> "ExecutionCursor":
        """Nothing was handed out yet; nothing before `from_ms` will be."""
        return cls(from_ms, from_ms)

    @classmethod
    def of(cls, text: str) -> "ExecutionCursor":
        """The cursor that `text` keeps; ValueRefusedError when it keeps none."""
        try:
            kept = json.loads(text)
            handed_out = {str(name): int(time_ms) for name, time_ms in kept["handed_out"].items()}
            return cls(int(kept["from_ms"]), int(kept["until_ms"]), handed_out)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise ValueRefusedError(f"{text[:40]!r} is no place in the list of executions; start anew.") from None

    def text(self) -> str:
        """As the store keeps it."""
        return json.dumps({"from_ms": self.from_ms, "until_ms": self.until_ms, "handed_out": dict(self.handed_out)})

    def restarted(self, at_ms: int) -> "ExecutionCursor":
        """The cursor once all that happened until `at_ms` is contained in the books, whether it was told or not."""
        return ExecutionCursor(max(self.from_ms, at_ms), max(self.until_ms, at_ms), self.handed_out)

    def after(self, times_ms: Mapping[str, int]) -> "ExecutionCursor":
        """The cursor once the executions with these ids and times were handed out, too."""
        until_ms = max([self.until_ms, *times_ms.values()])
        latest = {**self.handed_out, **times_ms}
        kept = {name: time_ms for name, time_ms in latest.items() if time_ms >= until_ms - OVERLAP_MS}
        return ExecutionCursor(self.from_ms, until_ms, kept)


@dataclass(frozen=True, slots=True)
class ExecutionBatch:
    """What happened since, oldest first, and the cursor to go on from once it is booked."""

    executions: tuple[Execution, ...]
    flows: tuple[CashFlow, ...]
    cursor: ExecutionCursor


@dataclass(frozen=True, slots=True)
class _Seen:
    order: tuple[int, int, int]  # time, sequence, and from behind in the list, which is newest first
    row_id: str
    value: Execution | CashFlow | None

    @property
    def time_ms(self) -> int:
        return self.order[0]


class ExecutionReader:
    """Reads the executions of one category; `coins_of` gives a symbol's base and quote coin."""

    def __init__(self, client: TradingClient, category: Category, coins_of: Coins) -> None:
        self._client = client
        self._category = category
        self._coins_of = coins_of

    def read(self, cursor: ExecutionCursor) -> ExecutionBatch:
        """What came since `cursor`. The last minute before it is read again, for what the list showed late.

        Reading twice from one cursor gives the same and more: store the new cursor with what was booked. Raises
        BrokerError when any page is missing, and hands out nothing then.
        """
        begin_ms = max(cursor.from_ms, cursor.until_ms - OVERLAP_MS)
        seen = sorted(self._seen(begin_ms, self._now_ms()), key=lambda one: one.order)
        fresh = {one.row_id: one.value for one in seen if one.row_id not in cursor.handed_out}
        return ExecutionBatch(
            executions=tuple(value for value in fresh.values() if isinstance(value, Execution)),
            flows=tuple(value for value in fresh.values() if isinstance(value, CashFlow)),
            cursor=cursor.after({one.row_id: one.time_ms for one in seen}),
        )

    def _now_ms(self) -> int:
        if self._client.clock.measured is None:
            self._client.measure_clock()
        return self._client.clock.now_ms()

    def _seen(self, begin_ms: int, end_ms: int) -> Iterator[_Seen]:
        """Every row from `begin_ms` to a span behind `end_ms`, so that a clock of ours that lags misses nothing."""
        starts = [*range(begin_ms, end_ms + 1, SPAN_MS), end_ms + SPAN_MS]
        for start, following in pairwise(starts):
            span = {"startTime": start, "endTime": min(following - 1, start + SPAN_MS)}
            query = {"category": self._category.value, "limit": _A_PAGE, **span}
            for position, row in enumerate(self._client.rows(EXECUTIONS, query)):
                yield self._one(row, position)

    def _one(self, row: Mapping[str, Any], position: int) -> _Seen:
        try:
            base, quote = self._coins_of(str(row["symbol"]))
            order = (int(row["execTime"]), int(row.get("seq", 0)), -position)
            return _Seen(order, str(row["execId"]), read_execution(row, self._category, base, quote))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise bad_row("an execution", error) from None
