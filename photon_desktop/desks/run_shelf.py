"""The backtests that are kept in the store, as the wizard asks for them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from photon_desktop.clock import random_bytes
from photon_desktop.store.backtests import BacktestRecord, TriedRun
from photon_desktop.store.store import Store
from photon_desktop.trading.identity import uuid7
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.dialogs.backtest.kept_page import MOST_RUNS
from photon_desktop.ui.dialogs.backtest.views import KeptRun


class StoredRuns:
    """Each method is for a worker thread and closes that thread's connection when it ends."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def recent(self) -> tuple[KeptRun, ...]:
        """The newest runs, newest first."""
        with self._connected():
            return tuple(map(_run, self._store.backtests.recent(MOST_RUNS)))

    def keep(self, name: str, parameters: Mapping[str, Any], results: Mapping[str, Any]) -> KeptRun:
        """Keep a run."""
        now_ns = self._clock.now_ns()
        record = BacktestRecord(uuid7(now_ns, random_bytes(10)), now_ns, name, dict(parameters), dict(results))
        with self._connected():
            self._store.backtests.add(record)
        return _run(record)

    def tried_on(self, data_hash: str) -> tuple[TriedRun, ...]:
        """What was tried on the bars of this hash, in the window and on the command line."""
        with self._connected():
            return tuple(self._store.backtests.tried_on(data_hash))

    def rename(self, run_id: str, name: str) -> None:
        """Call a run something else."""
        with self._connected():
            self._store.backtests.rename(run_id, name)

    def remove(self, run_id: str) -> None:
        """Forget a run."""
        with self._connected():
            self._store.backtests.remove(run_id)

    @contextmanager
    def _connected(self) -> Iterator[None]:
        try:
            yield
        finally:
            self._store.close_thread()


def _run(record: BacktestRecord) -> KeptRun:
    return KeptRun(record.id, record.created_at, record.name, record.parameters, record.results)
