"""How an agent is doing, as it tells everyone who watches."""

from dataclasses import dataclass
from enum import StrEnum


class AgentState(StrEnum):
    """Off, on, on but with a failed message since the start, or unable to go on."""

    STOPPED = "stopped"
    RUNNING = "running"
    DEGRADED = "degraded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class AgentStatus:
    """One beat of an agent: `beat_at` ns UTC wall time, messages waiting, handled and failed, the last one's
    handling time in milliseconds, and in a few words what it is doing or what went wrong. `median_ms` and `slowest_ms`
    are the p50 and p99 of the handling times of the newest 500 messages, 0 before the first."""

    name: str
    state: AgentState
    beat_at: int
    queued: int = 0
    handled: int = 0
    failed: int = 0
    latency_ms: float = 0.0
    note: str = ""
    median_ms: float = 0.0
    slowest_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class AgentLogLine:
    """One line of an agent's log: `at` ns UTC wall time, level as in `logging`."""

    agent: str
    at: int
    level: str
    text: str
    message_id: str = ""
