"""The thread an agent lives on, and the only way to reach it from another one: queued signals."""

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from photon_desktop.agents.agent import Agent
from photon_desktop.priority import let_the_window_go_first


class AgentThread(QObject):
    """Owns one agent and its QThread. Lives on the main thread; every request is queued to the agent's."""

    start_asked = Signal()
    stop_asked = Signal()
    finish_asked = Signal()

    def __init__(self, agent: Agent) -> None:
        super().__init__()
        self.agent = agent
        self._thread = QThread()
        self._thread.setObjectName(agent.name)
        self._thread.started.connect(let_the_window_go_first, Qt.ConnectionType.DirectConnection)
        agent.moveToThread(self._thread)
        self.start_asked.connect(agent.start)
        self.stop_asked.connect(agent.stop)
        self.finish_asked.connect(agent.finish)

    @property
    def is_running(self) -> bool:
        """Whether the thread runs; the agent on it may still be stopped."""
        return self._thread.isRunning()

    @Slot()
    def start(self) -> None:
        """Start the agent, and its thread when it does not run yet."""
        if not self._thread.isRunning():
            self._thread.start()
        self.start_asked.emit()

    @Slot()
    def stop(self) -> None:
        """Ask the agent to stop; its thread stays for the next start."""
        self.stop_asked.emit()

    @Slot()
    def restart(self) -> None:
        """Stop and start, in this order."""
        self.stop()
        self.start()

    def finish(self, patience_ms: int) -> bool:
        """Stop the agent and end its thread for good; False when that took longer than `patience_ms`."""
        if not self._thread.isRunning():
            return True
        self.finish_asked.emit()
        return self._thread.wait(patience_ms)
