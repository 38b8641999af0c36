"""Round trips, as values, as columns, and as the text that is written."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, overload

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.orders import OrderPurpose
from photon_desktop.trading.timestamps import to_iso

IntArray = npt.NDArray[np.int64]
TRADE_COLUMNS = (
    "entry_time", "exit_time", "side", "quantity", "entry_price", "exit_price", "commission", "slippage", "pnl",
    "return", "exit_reason",
)  # fmt: skip


class ExitReason(StrEnum):
    """Why a position was closed: a signal, its stop, its target, the end of the bars, or nothing left to pay with."""

    SIGNAL = "signal"
    STOP = "stop"
    TARGET = "target"
    END = "end"
    RUIN = "ruin"


class Trade(NamedTuple):
    """One position from entry to exit.

    `entry_index` and `exit_index` are positions of the bars it was filled in, the times these bars' open times (ns
    UTC); `quantity` is above zero; prices are the fills', slippage included; `commission` and `slippage` are the
    money both sides cost; `pnl` is net of both, and `return` in text is `pnl` over quantity times entry price.
    """

    entry_index: int
    exit_index: int
    entry_time: int
    exit_time: int
    side: str  # long or short
    quantity: float
    entry_price: float
    exit_price: float
    commission: float
    slippage: float
    pnl: float
    exit_reason: ExitReason

    @property
    def return_(self) -> float:
        """Net profit over the money put in."""
        return self.pnl / (self.quantity * self.entry_price)


class RoundTrip(NamedTuple):
    """What the book writes down of a closed position: `quantity` negative when short, `cash_after` the balance then."""

    entry_index: int
    exit_index: int
    quantity: float
    entry_price: float
    exit_price: float
    entry_commission: float
    exit_commission: float
    slippage: float
    cash_after: float
    exit_reason: ExitReason


EXIT_REASONS = {OrderPurpose.STOP: ExitReason.STOP, OrderPurpose.TARGET: ExitReason.TARGET}
REASONS = tuple(ExitReason)  # a trade's reason is kept as its place in these


@dataclass(frozen=True, slots=True, eq=False)
class TradeColumns:
    """What `RoundTrip` says, one array a field and one value a trade; `reason` holds places in REASONS."""

    entry_index: IntArray
    exit_index: IntArray
    quantity: FloatArray
    entry_price: FloatArray
    exit_price: FloatArray
    entry_commission: FloatArray
    exit_commission: FloatArray
    slippage: FloatArray
    cash_after: FloatArray
    reason: IntArray

    @classmethod
    def of(cls, trips: Sequence[RoundTrip]) -> "TradeColumns":
        """The columns of these."""
        columns: list[Sequence[Any]] = list(zip(*trips, strict=True)) or [()] * len(RoundTrip._fields)
        (entries, exits), floats, reasons = columns[:2], columns[2:-1], columns[-1]
        quantity, entry_price, exit_price, entry_commission, exit_commission, slippage, cash_after = (
            np.array(column, dtype=np.float64) for column in floats
        )
        places = {reason: place for place, reason in enumerate(REASONS)}
        return cls(
            np.array(entries, dtype=np.int64), np.array(exits, dtype=np.int64), quantity, entry_price, exit_price,
            entry_commission, exit_commission, slippage, cash_after,
            np.array([places[reason] for reason in reasons], dtype=np.int64),
        )  # fmt: skip

    def without_last(self) -> "TradeColumns":
        """All but the last trade."""
        return TradeColumns(**{column.name: getattr(self, column.name)[:-1] for column in fields(self)})


class Trades(Sequence[Trade]):
    """The trades of one run in their order, kept as columns."""

    def __init__(self, times: TimeArray, columns: TradeColumns) -> None:
        self._times = times
        self.columns = columns

    @cached_property
    def pnl(self) -> FloatArray:
        """Profits net of both commissions."""
        kept = self.columns
        gross = kept.quantity * (kept.exit_price - kept.entry_price)
        net: FloatArray = gross - kept.entry_commission - kept.exit_commission
        return net

    @cached_property
    def returns(self) -> FloatArray:
        """Net profits over the money put in."""
        shares: FloatArray = self.pnl / (np.abs(self.columns.quantity) * self.columns.entry_price)
        return shares

    @cached_property
    def commission(self) -> FloatArray:
        """Money paid for both fills."""
        both: FloatArray = self.columns.entry_commission + self.columns.exit_commission
        return both

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of all trades' times, quantities, prices, costs, profits and reasons, bit for bit: equal runs
        have equal digests, by either engine and on any number of processes."""
        kept, found = self.columns, hashlib.sha256()
        for whole in (self._times[kept.entry_index], self._times[kept.exit_index], kept.reason):
            found.update(whole.astype("<i8").tobytes())
        for column in (kept.quantity, kept.entry_price, kept.exit_price, self.commission, kept.slippage, self.pnl):
            found.update(column.astype("<f8").tobytes())
        return found.hexdigest()

    def __len__(self) -> int:
        return len(self.columns.entry_index)

    @overload
    def __getitem__(self, index: int) -> Trade: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Trade, ...]: ...

    def __getitem__(self, index: int | slice) -> Trade | tuple[Trade, ...]:
        return self._all[index]

    def __iter__(self) -> Iterator[Trade]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == tuple(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Trades({self._all!r})"

    @cached_property
    def _all(self) -> tuple[Trade, ...]:
        kept = self.columns
        columns = (
            kept.entry_index, kept.exit_index, self._times[kept.entry_index], self._times[kept.exit_index],
            np.where(kept.quantity > 0, "long", "short"), np.abs(kept.quantity), kept.entry_price, kept.exit_price,
            self.commission, kept.slippage, self.pnl,
        )  # fmt: skip
        reasons = [REASONS[place] for place in kept.reason.tolist()]
        return tuple(map(Trade._make, zip(*(column.tolist() for column in columns), reasons, strict=True)))


def trades_csv(trades: Sequence[Trade]) -> str:
    """The trade list as CSV text: one header line, shortest exact numbers, ISO 8601 UTC times, line feeds."""
    return "\n".join([",".join(TRADE_COLUMNS), *map(_row, trades), ""])


def _row(trade: Trade) -> str:
    numbers = (
        trade.quantity, trade.entry_price, trade.exit_price, trade.commission, trade.slippage, trade.pnl, trade.return_,
    )  # fmt: skip
    times = (to_iso(trade.entry_time), to_iso(trade.exit_time), trade.side)
    return ",".join([*times, *map(repr, numbers), trade.exit_reason.value])
