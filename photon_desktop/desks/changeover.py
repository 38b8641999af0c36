"""Going over to another market or account: the agents stop, one change is made, and they begin with what is then."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from photon_desktop.agents.wiring import AgentTeam
from photon_desktop.desks.agent_stops import AgentStops
from photon_desktop.errors import PhotonError
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.words import agent_words
from photon_desktop.ui.sentences.said import said

STAYS_SAFE = mark("Nothing was traded because of it. Start it again from the Agents panel; its log there says more.")
_STAYS_AS_IT_WAS = mark("Everything goes on as it was before. Try again; the Agents panel's log may say more.")


class Changeover:
    """Lives on the main thread, one at a time. What fails is said, and everything goes on as it was."""

    def __init__(
        self,
        team: AgentTeam,
        window: MainWindow,
        is_closed: Callable[[], bool],
        begin: Callable[[], Coroutine[Any, Any, None]],
    ) -> None:
        """`begin` shows what is chosen now and starts the agents."""
        self._team, self._window, self._is_closed, self._begin = team, window, is_closed, begin
        self._under_way: asyncio.Task[Any] | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether one is being made."""
        return self._under_way is not None and not self._under_way.done()

    def go(self, change: Coroutine[Any, Any, Any]) -> None:
        """Have a change made in its own time; nobody asks for another one meanwhile."""
        self._under_way = asyncio.ensure_future(change)

    async def make(self, change: Callable[[], object], not_done: str) -> bool:
        """Make `change` in a worker thread while no agent runs; False where it was not made, which is said under the
        title `not_done`."""
        late = await AgentStops(self._team).stop_all()
        if late or self._is_closed():
            self._tell_late(late, not_done)
            return False
        is_made = await self._made(change, not_done)
        if self._is_closed():
            return False
        await self._begin()
        return is_made

    async def _made(self, change: Callable[[], object], not_done: str) -> bool:
        try:
            await asyncio.to_thread(change)
        except PhotonError as error:
            self._window.show_problem(not_done, said(str(error)), tr(_STAYS_AS_IT_WAS))
            return False
        return True

    def _tell_late(self, late: tuple[str, ...], not_done: str) -> None:
        if late:
            names = ", ".join(agent_words(name) for name in late)
            sentence = tr("{agents} did not stop in time.").format(agents=names)
            self._window.show_problem(not_done, sentence, tr(STAYS_SAFE))
