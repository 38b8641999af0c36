"""The agents' log: the newest lines, never more than a fixed number."""

from dataclasses import asdict

from photon_desktop.store.connections import Connections
from photon_desktop.store.models import AgentLog
from photon_desktop.trading.agent_status import AgentLogLine

KEPT_LINES = 20_000
_TRIM_EVERY = 500


class AgentLogRepository:
    """Lines by age; every 500th one takes the oldest with it, so that at most 20,000 are kept."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, line: AgentLogLine) -> None:
        """Store `line`."""
        with self._connections.transaction():
            sequence = self._connections.insert(AgentLog, asdict(line))
            if sequence % _TRIM_EVERY == 0:
                oldest_kept = sequence - KEPT_LINES + _TRIM_EVERY
                self._connections.write(AgentLog.delete().where(AgentLog.sequence <= oldest_kept))

    def recent(self, limit: int = 200, agent: str | None = None) -> list[AgentLogLine]:
        """The newest `limit` lines, newest first, of one agent or of all."""
        lines = AgentLog.select().order_by(AgentLog.sequence.desc()).limit(limit)
        if agent is not None:
            lines = lines.where(AgentLog.agent == agent)
        return [
            AgentLogLine(row["agent"], row["at"], row["level"], row["text"], row["message_id"])
            for row in self._connections.rows(lines)
        ]
