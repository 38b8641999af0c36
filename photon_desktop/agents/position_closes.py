"""When positions were last closed, and whether with a loss: what the cooldown waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.learning.policy import LastClose
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill

_PORTIONS = (4, 32, 1_000)  # of fills: a trade has two as a rule, and reading many takes milliseconds


@dataclass(frozen=True, slots=True)
class LastTrade:
    """When it ended (ns UTC) and what it brought, commissions taken off; `is_whole` when its beginning was seen."""

    ended: int
    profit: Decimal
    is_whole: bool


class PositionCloses:
    """The last close of each symbol of one account. It is read from the fills, so it outlives a restart."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._account_name = ""
        self._closed: dict[str, tuple[int, bool]] = {}

    def begin(self, account_name: str, account: Account) -> None:
        """Read anew when each position that `account`, stored under that name, ever held was last closed."""
        self._account_name, self._closed = account_name, {}
        for symbol, position in account.positions.items():
            self._read(symbol, position.quantity)

    def compare(self, before: Account, after: Account) -> None:
        """Note the positions of `before` that `after` no longer has."""
        for position in before.open_positions():
            if not after.position(position.symbol).is_open:
                self._read(position.symbol, ZERO)

    def last(self, symbol: str, interval: Interval, closed_at: int) -> LastClose | None:
        """How many bars ago a position in `symbol` was closed, seen from the bar that closed at `closed_at`."""
        if symbol not in self._closed:
            return None
        at_ns, was_loss = self._closed[symbol]
        return LastClose(max(0, (closed_at - at_ns) // interval.nanoseconds), was_loss)

    def _read(self, symbol: str, held: Decimal) -> None:
        found = None
        for portion in _PORTIONS:
            stored = self._store.trades.fills(portion, self._account_name, symbol)
            fills = [one.fill for one in stored]
            found = last_trade(fills, held)
            if len(fills) < portion or (found is not None and found.is_whole):
                break
        if found is not None:
            self._closed[symbol] = (found.ended, found.profit < 0)


def last_trade(fills: Sequence[Fill], held: Decimal) -> LastTrade | None:
    """The last trade from flat to flat.

    `fills` of one symbol, newest first, and the quantity `held` after the newest. None when there is none. A fill that
    turns a position round ends one trade and begins the next; its commission counts in both. Where the fills do not
    reach back to the trade's beginning, what they hold of it is counted.
    """
    ended: int | None = None
    profit = ZERO
    for fill in fills:
        before = held - fill.signed_quantity
        turns = before * held < 0
        if ended is None and before != 0 and (held == 0 or turns):
            ended, profit = fill.filled_at, before * fill.price - fill.commission
        elif ended is not None:
            profit -= (held if turns else fill.signed_quantity) * fill.price + fill.commission
            if turns or before == 0:
                return LastTrade(ended, profit, True)
        held = before
    return None if ended is None else LastTrade(ended, profit, False)
