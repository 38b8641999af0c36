"""The trades from flat to flat that one account has finished, reckoned on from fill to fill."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.store.fills import StoredFill
from photon_desktop.store.store import Store
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import OrderPurpose

_AT_ONCE = 500  # fills; whoever else wants to read or compute comes in between


@dataclass(frozen=True, slots=True)
class FinishedTrade:
    """`trace_id` is the chain of the decision that opened it. `profit` is what it brought, commissions taken off, over
    what was paid to enter."""

    trace_id: str
    profit: Decimal


class TradeReckoning:
    """Takes the fills of one symbol, oldest first and from the first on, and knows the newest `kept` trades that they
    finished. One that no decision opened is left out, and so is one that a single fill turned round."""

    def __init__(self, kept: int) -> None:
        self.finished: deque[FinishedTrade] = deque(maxlen=kept)
        self._held = self._profit = self._entered = ZERO
        self._trace_id = ""

    def take(self, fills: Iterable[StoredFill]) -> None:
        """Reckon on with these."""
        for fill in fills:
            self._take(fill)

    def _take(self, stored: StoredFill) -> None:
        fill = stored.fill
        if self._held == 0:
            self._profit = self._entered = ZERO
            self._trace_id = stored.trace_id if stored.purpose is OrderPurpose.SIGNAL else ""
        after = self._held + fill.signed_quantity
        if abs(after) > abs(self._held):
            self._entered += fill.notional
        if self._held * after < 0:
            self._trace_id = ""
        self._profit -= fill.signed_quantity * fill.price + fill.commission
        self._held = after
        if after == 0 and self._trace_id and self._entered > 0:
            self.finished.append(FinishedTrade(self._trace_id, self._profit / self._entered))


class FinishedTrades:
    """Of each account and symbol that is asked for; what was read once is not read again."""

    def __init__(self, store: Store, kept: int) -> None:
        self._store, self._kept = store, kept
        self._read: dict[tuple[str, str], tuple[int, TradeReckoning]] = {}

    def of(self, account: str, symbol: str) -> tuple[FinishedTrade, ...]:
        """The newest that are finished, oldest first."""
        sequence, reckoning = self._read.get((account, symbol), (0, TradeReckoning(self._kept)))
        while fills := self._store.trades.fills_of_symbol_after(sequence, _AT_ONCE, account, symbol):
            reckoning.take(fill for _, fill in fills)
            sequence = fills[-1][0]
            self._read[account, symbol] = (sequence, reckoning)
        return tuple(reckoning.finished)
