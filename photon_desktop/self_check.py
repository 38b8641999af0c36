"""The self-check's own process: reads the store, does again what the agents did, and leaves the processor to others."""

import multiprocessing
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from photon_desktop.backtest.decided_again import SessionRules
from photon_desktop.backtest.self_check.stretch import StretchCheck, check_stretch
from photon_desktop.fit_pool import prepare_fitter
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.parts import costs_of, limits_of, policy_of, sizing_of
from photon_desktop.store.store import Store


class Checking(Protocol):
    """Checks a stretch of time somewhere else than in this thread."""

    def begin(self, store: Path, models: Path, since_ns: int, until_ns: int) -> "Future[StretchCheck]":
        """Begin a check of all that was kept in that time (ns UTC, wall time)."""
        ...

    def close(self) -> None:
        """End what is under way."""
        ...


class SelfCheckProcess:
    """A process for each check, at low priority; models go on being fitted in theirs."""

    def __init__(self, work: Callable[[Path, Path, int, int], StretchCheck] | None = None) -> None:
        self._work = work or check_store
        self._executor: ProcessPoolExecutor | None = None
        self._processes: set[Any] = set()

    def begin(self, store: Path, models: Path, since_ns: int, until_ns: int) -> "Future[StretchCheck]":
        """Begin a check; its process ends with it."""
        self.close()
        context = multiprocessing.get_context("spawn")
        before = set(multiprocessing.active_children())
        self._executor = ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=prepare_fitter)
        future = self._executor.submit(self._work, store, models, since_ns, until_ns)
        self._processes = set(multiprocessing.active_children()) - before
        self._executor.shutdown(wait=False)
        return future

    def close(self) -> None:
        """End a check that is under way at once: it only reads."""
        executor, self._executor = self._executor, None
        if executor is None:
            return
        for process in self._processes & set(multiprocessing.active_children()):
            process.terminate()
        self._processes = set()
        executor.shutdown(wait=True, cancel_futures=True)


def check_store(path: Path, models: Path, since_ns: int, until_ns: int) -> StretchCheck:
    """Check the store in the file `path`; `models` is the folder of the stored models. Raises PhotonError."""
    with closing(Store.open(path)) as store:
        return check_stretch(store, models, since_ns, until_ns, rules_of)


def rules_of(settings: Mapping[str, Any]) -> SessionRules:
    """The rules that decisions and fills went by under these settings, as decisions carry them."""
    choices = Choices.of_told(settings)
    return SessionRules(costs_of(choices), limits_of(choices), sizing_of(choices), policy_of(choices))
