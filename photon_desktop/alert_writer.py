"""Keeps price alerts without the main thread waiting for the disk."""

import threading
from collections.abc import Callable

from photon_desktop.errors import PhotonError
from photon_desktop.store.store import Store
from photon_desktop.trading.alerts import PriceAlert


class AlertWriter:
    """Keeps alerts on a thread of its own, which lives only while there is something to write.

    Of several states handed over meanwhile the newest is written. One that could not be is told to `tell_failure`, on
    that thread, and tried again with the next or at the end.
    """

    def __init__(self, store: Store, tell_failure: Callable[[str], object]) -> None:
        self._store = store
        self._tell_failure = tell_failure
        self._lock = threading.Lock()
        self._unwritten: tuple[PriceAlert, ...] | None = None
        self._thread: threading.Thread | None = None

    def write(self, alerts: tuple[PriceAlert, ...]) -> None:
        """Have exactly these kept, soon."""
        with self._lock:
            self._unwritten = alerts
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="price-alerts")
                self._thread.start()

    def finish(self) -> None:
        """Wait until what was handed over is written, or could not be."""
        with self._lock:
            thread, unwritten = self._thread, self._unwritten
        if thread is None and unwritten is not None:
            self.write(unwritten)
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        try:
            while (alerts := self._next()) is not None:
                if not self._wrote(alerts):
                    return
        finally:
            self._store.close_thread()

    def _next(self) -> tuple[PriceAlert, ...] | None:
        """What is to be written; with None this thread is done, and the next write starts another."""
        with self._lock:
            alerts, self._unwritten = self._unwritten, None
            if alerts is None:
                self._thread = None
            return alerts

    def _wrote(self, alerts: tuple[PriceAlert, ...]) -> bool:
        try:
            self._store.alerts.keep(alerts)
        except PhotonError as error:
            with self._lock:
                self._thread = None
                self._unwritten = alerts if self._unwritten is None else self._unwritten
            self._tell_failure(str(error))
            return False
        return True
