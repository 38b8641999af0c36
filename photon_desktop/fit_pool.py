"""The process in which models are fitted while the window stays quick."""

import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from photon_desktop.learning.challenge import ChallengeReport, LoggedPredictions, challenge_and_save
from photon_desktop.learning.evidence import gain_on_market
from photon_desktop.learning.fitting import fit_and_save, prepare_worker
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.trading.bars import Bars

P = ParamSpec("P")
T = TypeVar("T")


def prepare_fitter() -> None:
    """What the worker is started with. A terminal sends its Ctrl-C to every process: what becomes of a fit then is for
    `FitPool.close` to say, and not for the agent that waits for it to fail at."""
    prepare_worker()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class OwnProcesses(SpawnContext):
    """Spawns processes and remembers them: others of this program are not the pool's to end."""

    def __init__(self) -> None:
        super().__init__()
        self._started: list[SpawnProcess] = []

    def Process(self, *args: Any, **kwargs: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802 - its name
        """A process that `terminate` ends."""
        process = SpawnProcess(*args, **kwargs)
        self._started.append(process)
        return process

    def terminate(self) -> None:
        """End at once what runs of them."""
        for process in self._started:
            if process.is_alive():
                process.terminate()


class FitPool:
    """One worker process, started at the first fit: on two cores a second one would be felt in the window."""

    def __init__(self) -> None:
        self._executor: ProcessPoolExecutor | None = None
        self._processes = OwnProcesses()

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        """Begin a fit; the result is the path of the saved model. A worker that died is replaced by another."""
        return self._begin(fit_and_save, bars, request, folder)

    def challenge(
        self, bars: Bars, request: TrainingRequest, logged: LoggedPredictions, folder: Path
    ) -> "Future[ChallengeReport]":
        """Begin to fit a challenger and to compare it with what the champion said; as `submit`."""
        return self._begin(challenge_and_save, bars, request, logged, folder)

    def gain(self, bars: Bars, request: TrainingRequest, permutation: int | None) -> "Future[float]":
        """Begin to find the walk-forward gain on `bars`, or on their permutation of this number; as `submit`."""
        return self._begin(gain_on_market, bars, request, permutation)

    def executor(self) -> ProcessPoolExecutor:
        """The worker's executor, started when it does not run yet."""
        if self._executor is None:
            self._processes = OwnProcesses()
            self._executor = ProcessPoolExecutor(max_workers=1, mp_context=self._processes, initializer=prepare_fitter)
        return self._executor

    def _begin(self, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        try:
            return self.executor().submit(task, *args, **kwargs)
        except BrokenProcessPool:
            self.close()
            return self.executor().submit(task, *args, **kwargs)

    def close(self) -> None:
        """End the worker at once; fits not done are dropped, and nothing half written is taken for a model."""
        if self._executor is None:
            return
        executor, self._executor = self._executor, None
        executor.shutdown(wait=False, cancel_futures=True)
        self._processes.terminate()
        executor.shutdown(wait=True)
