"""How long each stage of a run took."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

STAGES = ("load", "features", "fit", "simulate", "metrics")


class Stopwatch:
    """Adds up seconds by stage; a stage that never ran has zero."""

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        self._now = now
        self._seconds = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time spent inside towards `name`."""
        began = self._now()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + self._now() - began

    def seconds(self) -> dict[str, float]:
        """Seconds by stage, rounded to milliseconds."""
        return {name: round(spent, 3) for name, spent in self._seconds.items()}
