"""The same work on many tasks, on all cores or on a cluster, by joblib; the results come in the tasks' order.

joblib's generator can't be interrupted while it waits, so a thread reads it: whoever asked for the work is told ten
times a second that it still goes on, and by raising an exception there ends it, processes and all.
"""

import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from photon_desktop.backtest.worker_end import end_workers_without_pgrep
from photon_desktop.errors import PhotonError
from photon_desktop.priority import let_others_go_first

Task = TypeVar("Task")
Result = TypeVar("Result")
Watch = Callable[[], None]

_LOOK_SECONDS = 0.1
_PARENT_SECONDS = 1.0
_SHARED_FROM = 100_000  # bytes: larger arrays are mapped into all processes, smaller ones are sent


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works: `processes` of this machine, 1 being this one itself, or the Dask cluster whose scheduler is at the
    address `scheduler` (tcp://...). Polite ones let everything else on this machine go first: a window stays quick."""

    processes: int = 1
    scheduler: str | None = None
    is_polite: bool = False

    @property
    def is_here(self) -> bool:
        """Whether all is done in this process, one after the other. On Windows a frozen program's always is: joblib
        starts its processes there in a way that only an interpreter understands (elsewhere see `frozen_workers`)."""
        is_alone = self.processes == 1 or (sys.platform == "win32" and getattr(sys, "frozen", False))
        return self.scheduler is None and is_alone


def spread(work: Callable[[Task], Result], tasks: Sequence[Task], crew: Crew, watch: Watch) -> Iterator[Result]:
    """`work` of each of `tasks`, in their order. What it raises is raised here.

    `watch` is called ten times a second while others work, and may raise to end it all: no process of ours is left
    then. Large arrays in tasks are shared by all processes. Raises PhotonError where the cluster can't be reached.
    """
    if crew.is_here:
        yield from map(work, tasks)
        return
    relay = _Relay(work, tasks, crew)
    relay.start()
    try:
        while (told := relay.next(watch)) is not _END:
            yield told
    except BaseException:
        relay.stop()
        raise
    finally:
        relay.end()


_END: Any = object()


@dataclass(frozen=True, slots=True)
class _Raised:
    error: BaseException


class _Relay(threading.Thread):
    """Reads joblib's generator into a queue."""

    def __init__(self, work: Callable[[Any], Any], tasks: Sequence[Any], crew: Crew) -> None:
        super().__init__(name="spread", daemon=True)
        self._work, self._tasks, self._crew = work, tasks, crew
        self._told: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._is_given_up = threading.Event()

    def run(self) -> None:
        """Work until all is done, something fails, or it is stopped."""
        try:
            with _joblib(self._crew) as parallel:
                from joblib import delayed  # noqa: PLC0415 - for those who spread work only

                for result in parallel(delayed(self._work)(task) for task in self._wanted()):
                    self._told.put(result)
        except BaseException as error:
            self._told.put(_Raised(error))
        self._told.put(_END)

    def _wanted(self) -> Iterator[Any]:
        return (task for task in self._tasks if not self._is_given_up.is_set())

    def next(self, watch: Watch) -> Any:
        """The next result, or _END."""
        while True:
            try:
                told = self._told.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                watch()
                continue
            if isinstance(told, _Raised):
                raise told.error
            return told

    def stop(self) -> None:
        """Give up what is not done yet."""
        self._is_given_up.set()
        while self.is_alive():
            _end_processes(self._crew)
            self.join(_LOOK_SECONDS)

    def end(self) -> None:
        """Wait until nothing runs any more."""
        self.join()
        _end_processes(self._crew)


def _joblib(crew: Crew) -> Any:
    """A context whose value spreads calls by joblib and generates what they return."""
    from joblib import Parallel  # noqa: PLC0415 - for those who spread work only

    if crew.scheduler is not None:
        return _ClusterContext(crew.scheduler)
    end_workers_without_pgrep()
    return Parallel(
        n_jobs=crew.processes,
        backend="loky",
        return_as="generator",
        max_nbytes=_SHARED_FROM,
        initializer=_prepare,
        initargs=(os.getpid(), crew.is_polite),
    )


class _ClusterContext:
    """joblib on a Dask cluster; distributed is the optional dependency `cluster`."""

    def __init__(self, scheduler: str) -> None:
        self._scheduler = scheduler

    def __enter__(self) -> Any:
        from joblib import Parallel, parallel_config  # noqa: PLC0415 - for those who spread work only

        try:
            from distributed import Client  # noqa: PLC0415 - optional
        except ImportError:
            raise PhotonError(
                "Dask is not installed here; install it with: pip install 'photon-desktop[cluster]'."
            ) from None
        try:
            self._client = Client(self._scheduler, timeout=10, set_as_default=False)
        except (OSError, ValueError) as error:
            raise PhotonError(
                f"There is no Dask scheduler at {self._scheduler} ({error}); start one, or have this computer do it."
            ) from error
        self._config = parallel_config(backend="dask", client=self._client)
        self._config.__enter__()
        return Parallel(return_as="generator", n_jobs=-1)

    def __exit__(self, *raised: Any) -> None:
        self._config.__exit__(*raised)
        self._client.close()


def _prepare(parent: int, is_polite: bool) -> None:
    """What a process that works for the process `parent` is started with. Ctrl-C reaches every process of a terminal:
    what becomes of the work then is for the parent to say."""
    if is_polite:
        let_others_go_first()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), name="end with parent", daemon=True).start()


def _end_with(parent: int) -> None:
    """A killed parent can't tell its workers; whoever is left without theirs is given to another one. (On Windows they
    find what they read from closed.)"""
    while os.getppid() == parent:
        time.sleep(_PARENT_SECONDS)
    os._exit(1)


def _end_processes(crew: Crew) -> None:
    """End the processes that joblib keeps for the next call: nothing of a run is left behind it.

    They hold nothing but what they were told, and are killed: to be let go one by one takes them half a second.
    """
    if crew.scheduler is not None:
        return
    from joblib.externals.loky import get_reusable_executor  # noqa: PLC0415 - for those who spread work only

    executor = get_reusable_executor(reuse=True)
    end = getattr(executor, "terminate", executor.shutdown)  # joblib's own deletes what it shared with the processes
    end(kill_workers=True)
