"""The highest equity of an account, from which its drawdown is measured."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.broker.news import News
from photon_desktop.store.store import Store
from photon_desktop.trading.cash_flow import FlowKind
from photon_desktop.trading.money import ZERO


@dataclass(frozen=True, slots=True)
class CapitalMove:
    """What an account was worth, and is, when capital was paid in or taken out (quote money)."""

    before: Decimal
    after: Decimal

    def scaled(self, equity: Decimal) -> Decimal:
        """An earlier `equity` in terms of the account as it is now: the return since then stays what it was.

        A time-weighted return: each stretch between two moves of capital counts by itself.
        """
        if self.before <= 0 or self.after <= 0:
            return self.after
        return equity * self.after / self.before


def capital_move(news: News, before: Decimal, after: Decimal) -> CapitalMove | None:
    """What of `news` is capital, when the account was worth `before` and is worth `after` it; None when nothing is."""
    if news.adoption is not None:
        return CapitalMove(before, after)
    paid = sum((flow.amount for flow in news.flows if flow.kind is FlowKind.CAPITAL), ZERO)
    return CapitalMove(after - paid, after) if paid else None


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
        moved = self._store.settings.get(_moved_key(account))
        if moved is not None and int(moved["at"]) >= since_ns:
            later = self._store.trades.highest_equity(int(moved["at"]) + 1, account)
            self.value = max(Decimal(moved["peak"]), ZERO if later is None else later)
            return
        highest = self._store.trades.highest_equity(since_ns, account)
        paid_in = self._store.trades.deposits(account) if since_ns == 0 else ZERO
        self.value = max(paid_in, ZERO if highest is None else highest)

    def see(self, equity: Decimal) -> None:
        """Know of another value of the account (quote money)."""
        self.value = max(self.value, equity)

    def drawdown(self, equity: Decimal) -> Decimal:
        """The share that `equity` is under the peak; 0 while there is none."""
        return ZERO if self.value <= 0 else max(ZERO, 1 - equity / self.value)

    def move(self, moved: "CapitalMove") -> None:
        """Know that capital came or went: the drawdown stays as it was, for no trade made it."""
        self.value = moved.scaled(self.value)

    def keep_moved(self, account: str, time_ns: int, moved: "CapitalMove") -> None:
        """Keep the peak as it will be once capital has moved at `time_ns` (ns UTC, the market's time)."""
        kept: dict[str, Any] = {"at": time_ns, "peak": str(moved.scaled(self.value))}
        self._store.settings.put(_moved_key(account), kept)

    def forget(self, equity: Decimal) -> None:
        """Measure from `equity` on."""
        self.value = equity


def keep_forgotten(store: Store, account: str, time_ns: int) -> None:
    """Keep that the account's peak is measured from `time_ns` (ns UTC, the market's time) on."""
    store.settings.put(_key(account), time_ns)


def _key(account: str) -> str:
    return f"risk.peak_since.{account}"


def _moved_key(account: str) -> str:
    return f"risk.peak_moved.{account}"
