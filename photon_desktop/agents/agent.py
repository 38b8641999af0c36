"""What the three agents share: start, stop, heartbeat, and an edge that no exception gets past."""

import time
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterable
from math import ceil

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from photon_desktop.agents.post import Post
from photon_desktop.computing_turns import TURNS
from photon_desktop.errors import PhotonError
from photon_desktop.store.messages import StoredMessage
from photon_desktop.store.store import Store
from photon_desktop.trading.agent_status import AgentLogLine, AgentState, AgentStatus
from photon_desktop.trading.messages import Message, MessageStatus

HEARTBEAT_MS = 1_000
_LATENCIES = 500  # of the newest messages, that p50 and p99 are told of


class Agent(QObject):
    """A worker that lives on a QThread of its own and handles the messages addressed to it, one after another.

    A message is in the store before it arrives here, and is settled there together with what was done because of it.
    So one that arrives twice, or while the agent is off, is neither lost nor handled twice: starting means handling
    what is queued.
    """

    status_changed = Signal(object)  # AgentStatus
    logged = Signal(object)  # AgentLogLine
    message_changed = Signal(object)  # StoredMessage
    chain_ended = Signal(str)  # trace id: nothing more follows from it for now
    caught_up = Signal(str, int)  # this agent's name, and the number it was asked for
    started = Signal(str)
    stopped = Signal(str)

    def __init__(self, name: str, store: Store, post: Post) -> None:
        super().__init__()
        self.name = name
        self._store = store
        self._post = post
        self._state = AgentState.STOPPED
        self._note = ""
        self._handled = 0
        self._failed = 0
        self._latency_ms = 0.0
        self._latencies: deque[float] = deque(maxlen=_LATENCIES)
        self._heartbeat: QTimer | None = None

    @Slot()
    def start(self) -> None:
        """Begin to work, with what is queued first. Does nothing when already at work."""
        if self._is_on:
            return
        self._state, self._note = AgentState.RUNNING, ""
        try:
            self._on_start()
        except Exception as error:
            self._give_up(error)
            return
        self._heartbeat = QTimer(self)
        self._heartbeat.timeout.connect(self._beat)
        self._heartbeat.start(HEARTBEAT_MS)
        self._log("INFO", "Started.")
        self._settle_queued()
        self._beat()
        self.started.emit(self.name)

    @Slot()
    def stop(self) -> None:
        """Stop working. Messages that come meanwhile wait in the store."""
        if self._state is not AgentState.STOPPED:
            self._end(AgentState.STOPPED, "")
            self._log("INFO", "Stopped.")
        self.stopped.emit(self.name)

    @Slot()
    def finish(self) -> None:
        """Stop working for good: close this thread's store connection and end its event loop."""
        self.stop()
        self._store.close_thread()
        QThread.currentThread().quit()

    @Slot(object)
    def receive(self, message: Message) -> None:
        """Handle `message`, or leave it queued while off."""
        if self._is_on:
            self._handle_at_edge(message, self._handle)

    @Slot(int)
    def say_when_here(self, number: int) -> None:
        """Say so: whatever was sent before this has been seen to, or was left alone because the agent is off."""
        self.caught_up.emit(self.name, number)

    @abstractmethod
    def _handle(self, message: Message) -> None:
        """Do what `message` asks, settling it in the transaction that stores the effects."""

    def _handle_left_over(self, message: Message) -> None:
        """Handle a message that an earlier session left queued."""
        self._handle(message)

    def _on_start(self) -> None:
        """Open what the work needs."""

    def _on_stop(self) -> None:
        """Close what `_on_start` opened."""

    @property
    def _is_on(self) -> bool:
        return self._state in (AgentState.RUNNING, AgentState.DEGRADED)

    def _settle_queued(self) -> None:
        for message in self._store.messages.queued(self.name):
            self._handle_at_edge(message, self._handle_left_over)

    def _handle_at_edge(self, message: Message, handle: Callable[[Message], None]) -> None:
        begun = time.perf_counter()
        try:
            with TURNS.turn():
                handle(message)
            self._handled += 1
        except Exception as error:
            self._fail(message, error)
        self._latency_ms = (time.perf_counter() - begun) * 1_000
        self._latencies.append(self._latency_ms)

    def _fail(self, message: Message, error: Exception) -> None:
        self._failed += 1
        sentence = in_words(error)
        self._degrade(sentence, message.id)
        try:
            self._settle(message, MessageStatus.FAILED, sentence)
        except PhotonError as store_error:
            self._degrade(f"{store_error} The message stays queued.", message.id)
        self.chain_ended.emit(message.trace_id)

    def _degrade(self, sentence: str, message_id: str = "") -> None:
        if self._state is AgentState.RUNNING:
            self._state = AgentState.DEGRADED
        self._note = sentence
        self._log("ERROR", sentence, message_id)
        self._beat()

    def _recover(self, sentence: str) -> None:
        """Work as before once what `sentence` said is over; another trouble that came meanwhile stays."""
        if self._state is AgentState.DEGRADED and self._note == sentence:
            self._state, self._note = AgentState.RUNNING, ""
            self._beat()

    def _give_up(self, error: Exception) -> None:
        sentence = in_words(error)
        self._end(AgentState.FAILED, sentence)
        self._log("ERROR", sentence)

    def _end(self, state: AgentState, note: str) -> None:
        self._state, self._note = state, note
        if self._heartbeat is not None:
            self._heartbeat.stop()
            self._heartbeat.deleteLater()
            self._heartbeat = None
        try:
            self._on_stop()
        except Exception as error:
            self._note = f"Stopping: {type(error).__name__}: {error}"
        self._beat()

    def _settle(self, message: Message, status: MessageStatus, note: str = "") -> bool:
        """Settle `message` and tell the watchers; False when it was settled before."""
        settled = self._store.messages.settle(message.id, status, note, self._post.now_ns())
        if settled:
            self._tell(message, status, note)
        return settled

    def _tell(self, message: Message, status: MessageStatus, note: str = "") -> None:
        self.message_changed.emit(StoredMessage(message, status, note, self._post.now_ns()))

    def _log(self, level: str, text: str, message_id: str = "") -> None:
        line = AgentLogLine(self.name, self._post.now_ns(), level, text, message_id)
        try:
            self._store.log.add(line)
        except PhotonError as error:
            line = AgentLogLine(self.name, line.at, "ERROR", f"{text} (not stored: {error})", message_id)
        self.logged.emit(line)

    @Slot()
    def _beat(self) -> None:
        self.status_changed.emit(
            AgentStatus(
                self.name,
                self._state,
                self._post.now_ns(),
                self._queued_count(),
                self._handled,
                self._failed,
                self._latency_ms,
                self._note,
                *percentiles(self._latencies),
            )
        )

    def _queued_count(self) -> int:
        try:
            return self._store.messages.queued_count(self.name)
        except PhotonError:
            return 0


def percentiles(values: Iterable[float]) -> tuple[float, float]:
    """p50 and p99 by the nearest rank (NIST, Engineering Statistics Handbook, 7.2.6.2); zeros without a value."""
    rising = sorted(values)
    if not rising:
        return 0.0, 0.0
    return rising[ceil(0.50 * len(rising)) - 1], rising[ceil(0.99 * len(rising)) - 1]


def in_words(error: Exception) -> str:
    """One sentence for the log and the screen."""
    if isinstance(error, PhotonError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return f"{type(error).__name__}: {error}"
