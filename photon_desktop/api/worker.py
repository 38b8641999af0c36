"""The threads on which the API reads the store, so that the loop's thread never waits for the disk.

One for each kind of work, and not several: they would only wait for Python's lock in each other's and the agents' way.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from photon_desktop.api.faults import conflict, too_often
from photon_desktop.computing_turns import TURNS

P = ParamSpec("P")
T = TypeVar("T")
_MOST_WAITING = 400


class Worker:
    """The thread keeps its connection to the store open, until the store closes it."""

    def __init__(self, name: str = "api-reader") -> None:
        self._pool = ThreadPoolExecutor(1, name)
        self._under_way, self._is_closed = 0, False

    async def run(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """What `work` returns or raises, done on its thread. Raises ApiError (429) when too much waits already."""
        if self._is_closed:
            raise conflict("The program ends, and answers nothing more.")
        if self._under_way >= _MOST_WAITING:
            raise too_often("Too much is being asked at once; ask again in a second.", 1)
        self._under_way += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, partial(self._done, work, *arguments, **named))
        finally:
            self._under_way -= 1

    @staticmethod
    def _done(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """On the thread."""
        with TURNS.ahead():
            return work(*arguments, **named)

    def close(self) -> None:
        """Let what is under way end, and do nothing more."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
