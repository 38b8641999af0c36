"""Waiting for the agents to stop, without holding anything up."""

import asyncio
from contextlib import suppress

from PySide6.QtCore import QObject, Slot

from photon_desktop.agents.wiring import AgentTeam

PATIENCE_S = 5.0


class AgentStops(QObject):
    """Stops every agent of a team that runs; their threads stay for the next start."""

    def __init__(self, team: AgentTeam) -> None:
        super().__init__()
        self._team = team
        self._running: set[str] = set()
        self._all_stopped: asyncio.Future[None] | None = None

    async def stop_all(self) -> tuple[str, ...]:
        """Names the agents that did not stop in time."""
        self._all_stopped = asyncio.get_running_loop().create_future()
        self._running = {agent.name for agent in self._team.agents if self._team.thread_of(agent.name).is_running}
        for agent in self._team.agents:
            agent.stopped.connect(self._note)
        try:
            for name in tuple(self._running):
                self._team.thread_of(name).stop()
            if self._running:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._all_stopped, PATIENCE_S)
        finally:
            for agent in self._team.agents:
                agent.stopped.disconnect(self._note)
        return tuple(self._running)

    @Slot(str)
    def _note(self, name: str) -> None:
        self._running.discard(name)
        if not self._running and self._all_stopped is not None and not self._all_stopped.done():
            self._all_stopped.set_result(None)
