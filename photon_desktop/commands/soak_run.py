"""One long run of the agents, watched from outside them."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.application import Application
from photon_desktop.commands.latencies import Latencies
from photon_desktop.commands.output import progress_on
from photon_desktop.errors import PhotonError
from photon_desktop.event_loop import Interruption, core_application
from photon_desktop.process_size import resident_mb, thread_count
from photon_desktop.store.messages import StoredMessage
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.messages import Action, ExecutionReport, Json, TradeDecision
from photon_desktop.trading.prices import BarClosed

_TICK_MS = 1_000
_NS_PER_MS = 1e6
_MOST_CHAINS = 1_000  # whose order may still wait for its report


@dataclass(frozen=True, slots=True)
class _Size:
    resident_mb: float
    threads: int

    @classmethod
    def now(cls) -> "_Size":
        return cls(resident_mb(), thread_count())


class SoakRun(QObject):
    """Counts what the agents tell for so many seconds.

    The process is measured first when each symbol's first model is there or known to be lacking, because libraries are
    being loaded until then. Times are the agents' own: each says of a message when it had stored it.
    """

    _advance_asked = Signal()

    def __init__(self, application: Application, seconds: float) -> None:
        super().__init__()
        self._application, self._seconds = application, seconds
        self._bars = self._decisions = self._reports = 0
        self._failures: dict[str, int] = {}
        self._to_decision, self._to_report = Latencies(), Latencies()
        self._undecided: dict[str, int] = {}
        self._unreported: dict[str, int] = {}
        self._without_model = set(application.session.symbols)
        self._failure = ""
        self.was_played_out = False
        self._first = self._last = _Size.now()
        self._begun = self._ended = 0.0
        self._show = progress_on()
        self._interruption = Interruption(self)
        self._connect()

    def run(self) -> None:
        """Run until the time is over, the bars are played out or the user has enough. Raises PhotonError when an agent
        can't go on."""
        ending, ticking = QTimer(self), QTimer(self)
        ending.setSingleShot(True)
        ending.setTimerType(Qt.TimerType.PreciseTimer)  # any other may be 5% early
        ending.timeout.connect(self._end)
        ticking.timeout.connect(self._tick)
        self._begun = time.monotonic()
        self._application.start()
        ending.start(round(self._seconds * 1_000))
        ticking.start(_TICK_MS)
        core_application().exec()
        ending.stop()
        ticking.stop()
        self._interruption.end()
        self._ended, self._last = time.monotonic(), _Size.now()
        if self._failure:
            raise PhotonError(self._failure)

    def figures(self) -> Json:
        """What `--json` prints. Times are from a bar's close: `p50_ms` and `p99_ms` until its decision was stored, and
        `report_p50_ms` and `report_p99_ms` until that of its order was, the wait for the next price included."""
        return {
            "seconds": round(self._ended - self._begun, 3),
            "symbols": list(self._application.session.symbols),
            "bars": self._bars,
            "decisions": self._decisions,
            "reports": self._reports,
            "failed": sum(self._failures.values()),
            "p50_ms": self._to_decision.percentile(0.5),
            "p99_ms": self._to_decision.percentile(0.99),
            "report_p50_ms": self._to_report.percentile(0.5),
            "report_p99_ms": self._to_report.percentile(0.99),
            "rss_start_mb": round(self._first.resident_mb, 1),
            "rss_end_mb": round(self._last.resident_mb, 1),
            "threads_start": self._first.threads,
            "threads_end": self._last.threads,
        }

    def _connect(self) -> None:
        team = self._application.team
        self._advance_asked.connect(team.monitor.advance)
        team.monitor.bar_closed.connect(self._take_bar)
        team.monitor.message_changed.connect(self._take_snapshot)
        team.maker.model_changed.connect(self._take_model)
        team.maker.message_changed.connect(self._take_decision)
        team.executor.message_changed.connect(self._take_report)
        team.executor.all_settled.connect(self._end_played_out)
        self._interruption.asked.connect(self._end)
        for agent in team.agents:
            agent.status_changed.connect(self._take_status)

    @Slot(object)
    def _take_model(self, news: ModelNews) -> None:
        """Once all have a first model, or will have none: measure the process, and let a replay begin."""
        if news.is_pending or not self._without_model:
            return
        self._without_model.discard(news.symbol)
        if not self._without_model:
            self._first = _Size.now()
            self._advance_asked.emit()

    @Slot(object)
    def _take_bar(self, _closed: BarClosed) -> None:
        self._bars += 1

    @Slot(object)
    def _take_snapshot(self, stored: StoredMessage) -> None:
        message = stored.message
        _remember(self._undecided, message.trace_id, message.created_at)

    @Slot(object)
    def _take_decision(self, stored: StoredMessage) -> None:
        decision, trace_id = stored.message.payload, stored.message.trace_id
        if not isinstance(decision, TradeDecision):
            return  # its snapshot was settled
        self._decisions += 1
        closed_at = self._undecided.pop(trace_id, None)
        if closed_at is None:
            return
        self._to_decision.add((stored.settled_at - closed_at) / _NS_PER_MS)
        if decision.action is not Action.HOLD:
            _remember(self._unreported, trace_id, closed_at)

    @Slot(object)
    def _take_report(self, stored: StoredMessage) -> None:
        if not isinstance(stored.message.payload, ExecutionReport):
            return  # its decision was settled
        self._reports += 1
        closed_at = self._unreported.pop(stored.message.trace_id, None)
        if closed_at is not None:
            self._to_report.add((stored.settled_at - closed_at) / _NS_PER_MS)

    @Slot(object)
    def _take_status(self, status: AgentStatus) -> None:
        self._failures[status.name] = status.failed
        if status.state is AgentState.FAILED and not self._failure:
            self._failure = f"The {status.name} could not go on: {status.note}"
            self._end()

    @Slot()
    def _tick(self) -> None:
        done = min(int(time.monotonic() - self._begun), int(self._seconds))
        self._show("Seconds", done, int(self._seconds))

    @Slot()
    def _end_played_out(self) -> None:
        self.was_played_out = True
        self._end()

    @Slot()
    def _end(self) -> None:
        core_application().quit()


def _remember(chains: dict[str, int], trace_id: str, closed_at: int) -> None:
    """Keep when the bar of a chain closed; the oldest that nothing came of is forgotten."""
    chains[trace_id] = closed_at
    if len(chains) > _MOST_CHAINS:
        del chains[next(iter(chains))]
