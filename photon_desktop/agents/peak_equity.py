"""The highest equity of an account, from which its drawdown is measured."""

from decimal import Decimal

from photon_desktop.store.store import Store
from photon_desktop.trading.money import ZERO


class PeakEquity:
    """Kept by an agent for itself: it begins with the stored curve and the capital paid in, and follows what it sees.

    A release of halted trading forgets the peak: drawdown is measured from then on.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.value = ZERO

    def begin(self, account: str) -> None:
        """Take up the account's peak since trading was last released in it, or since its beginning."""
        since_ns = int(self._store.settings.get(_key(account), 0))
        highest = self._store.trades.highest_equity(since_ns, account)
        paid_in = self._store.trades.deposits(account) if since_ns == 0 else ZERO
        self.value = max(paid_in, ZERO if highest is None else highest)

    def see(self, equity: Decimal) -> None:
        """Know of another value of the account (quote money)."""
        self.value = max(self.value, equity)

    def drawdown(self, equity: Decimal) -> Decimal:
        """The share that `equity` is under the peak; 0 while there is none."""
        return ZERO if self.value <= 0 else max(ZERO, 1 - equity / self.value)

    def forget(self, equity: Decimal) -> None:
        """Measure from `equity` on."""
        self.value = equity


def keep_forgotten(store: Store, account: str, time_ns: int) -> None:
    """Keep that the account's peak is measured from `time_ns` (ns UTC, the market's time) on."""
    store.settings.put(_key(account), time_ns)


def _key(account: str) -> str:
    return f"risk.peak_since.{account}"
