"""Round trips, as values and as the text that is written and hashed."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from photon_desktop.trading.timestamps import to_iso

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


def trades_csv(trades: Sequence[Trade]) -> str:
    """The trade list as CSV text: one header line, shortest exact numbers, ISO 8601 UTC times, line feeds."""
    return "\n".join([",".join(TRADE_COLUMNS), *map(_row, trades), ""])


def digest(trades: Sequence[Trade]) -> str:
    """SHA-256 (hex) of the trade list's CSV text: equal runs have equal digests, on any number of processes."""
    return hashlib.sha256(trades_csv(trades).encode()).hexdigest()


def _row(trade: Trade) -> str:
    numbers = (
        trade.quantity, trade.entry_price, trade.exit_price, trade.commission, trade.slippage, trade.pnl, trade.return_,
    )  # fmt: skip
    times = (to_iso(trade.entry_time), to_iso(trade.exit_time), trade.side)
    return ",".join([*times, *map(repr, numbers), trade.exit_reason.value])
