"""An account's figures, read on from where they stopped and worked out anew only when something came."""

import time
from dataclasses import dataclass, field
from threading import Lock

import numpy as np

from photon_desktop.store.store import Store
from photon_desktop.trading.closed_trades import TradeLedger
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.performance import Dealings, Performance, performance

_PORTION, _MOST_MARKS = 500, 50_000
_LONG_AGO = -(2**63)
_FRESH_S, _REST = 1.0, 20.0


@dataclass(slots=True)
class _Read:
    """What was read of one account."""

    account: str
    fill: int = 0
    marked_at: int = _LONG_AGO
    times: list[int] = field(default_factory=list)
    equity: list[float] = field(default_factory=list)
    fills: list[tuple[int, float, float, float]] = field(default_factory=list)
    ledger: TradeLedger = field(default_factory=TradeLedger)


class AccountFigures:
    """For worker threads. What is told may be a second old, or twenty times as old as working it out takes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._read = _Read("")
        self._known: tuple[str, Interval, Performance | None] | None = None
        self._fresh_until = 0.0

    def of(self, account: str, interval: Interval) -> Performance | None:
        """How `account` did, looked at once each `interval`; None of under two bars. Raises what the store raises."""
        known = self._known
        is_known = known is not None and known[:2] == (account, interval)
        if known is not None and is_known and time.monotonic() < self._fresh_until:
            return known[2]
        if not self._lock.acquire(blocking=not is_known):
            return None if known is None else known[2]  # another thread is at it
        try:
            return self._worked_out(account, interval)
        finally:
            self._lock.release()

    def _worked_out(self, account: str, interval: Interval) -> Performance | None:
        begun = time.monotonic()
        if account != self._read.account:
            self._read = _Read(account)
        while self._read_on():
            pass
        read = self._read
        times, equity = np.array(read.times, dtype=np.int64), np.array(read.equity, dtype=np.float64)
        told = performance(times, equity, _dealings(read), interval)
        self._known = (account, interval, told)
        ended = time.monotonic()
        self._fresh_until = ended + max(_FRESH_S, _REST * (ended - begun))
        return told

    def _read_on(self) -> bool:
        """One more portion; False when that was all."""
        read, trades = self._read, self._store.trades
        if read.marked_at == _LONG_AGO:
            first = trades.first_of_last_equity(_MOST_MARKS, read.account)
            read.marked_at = _LONG_AGO if first is None else first - 1
        fills = trades.fills_after(read.fill, _PORTION, read.account)
        marks = trades.equity_after(read.marked_at, _PORTION, read.account)
        for number, fill in fills:
            read.fill = number
            read.ledger.take(fill)
            traded = float(fill.quantity * fill.price)
            read.fills.append((fill.filled_at, traded, float(fill.commission), float(fill.slippage)))
        for at, value in marks:
            read.marked_at = at
            read.times.append(at)
            read.equity.append(value)
        return _PORTION in (len(fills), len(marks))


def _dealings(read: _Read) -> Dealings:
    at = np.array([row[0] for row in read.fills], dtype=np.int64)
    traded, fees, slippage = (np.array([row[k] for row in read.fills], dtype=np.float64) for k in (1, 2, 3))
    return Dealings(at, traded, fees, slippage, tuple(read.ledger.closed), read.ledger.open_since)
