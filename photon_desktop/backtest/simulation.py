"""What came of a run."""

from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.backtest.trades import Trades
from photon_desktop.trading.bars import FloatArray


class Engine(StrEnum):
    """What traded: the engine that goes bar by bar, or the one that jumps from event to event."""

    STEP = "step"
    VECTORISED = "vectorised"


@dataclass(frozen=True, slots=True)
class OpenTrade:
    """A position that the last bar left open: `quantity` negative when short, `unrealised` before exit costs."""

    entry_index: int
    entry_time: int
    quantity: float
    entry_price: float
    unrealised: float


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """What came of a run: `equity` one value a bar, at its close; `commission` and `slippage` in quote money.

    `refused_entries` counts entries for which the money did not buy one step of quantity, or less than the least order.
    """

    equity: FloatArray
    trades: Trades
    open_trade: OpenTrade | None
    commission: float
    slippage: float
    refused_entries: int
    engine: Engine
