"""The newest lines of an agent's log."""

from photon_desktop.store.connections import Connections
from photon_desktop.store.pages.whole import rows_in_one
from photon_desktop.trading.agent_status import AgentLogLine

_FIELDS = ("agent", "at", "level", "text", "message_id")


class LogPages:
    """Lines, newest first."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def newest(self, agent: str, limit: int) -> list[AgentLogLine]:
        """The newest `limit` lines of `agent`."""
        source = "FROM agent_log WHERE agent = ? ORDER BY sequence DESC LIMIT ?"
        return [AgentLogLine(*row) for row in rows_in_one(self._connections, _FIELDS, source, (agent, limit))]
