"""A backtest's bars through real agents over a store of their own, one bar for each call."""

import tempfile
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.application import Application, Fits
from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.trial import Trial
from photon_desktop.desks.replay_rules import rules_of
from photon_desktop.errors import PhotonError
from photon_desktop.market.catalogue import Served
from photon_desktop.market.stepped_replay import SteppedSession
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.words import agent_words
from photon_desktop.ui.sentences.said import said

_PATIENCE_S = 20.0  # the agents' own three times five seconds, and what the folder takes
_Folder = tempfile.TemporaryDirectory[str]


def session_of(bars: Bars, trial: Trial, source: str, on_idle: Callable[[], None]) -> SteppedSession:
    """The bars that a backtest of `trial` decides on, after those its first model learns from. Raises
    NotEnoughDataError when there are too few."""
    schedule = Schedule()
    schedule.blocks(len(bars))
    served = Served(bars, source, trial.rules.instrument or assumed_instrument(trial.symbol))
    return SteppedSession(trial.symbol, trial.interval, served, len(bars) - schedule.first_prediction, on_idle)


class ReplayRun(QObject):
    """Lives on the main thread. Nothing of it touches the user's data folder: its own is temporary, and deleted by
    `close`, once the agents have ended in order. `fits` trains its models, in a process unless told otherwise."""

    loaded = Signal(object)  # Series: the bars before the first that is decided on
    ready = Signal(str)  # a model decides, or it is known why none does
    bar_closed = Signal(object)  # BarClosed
    message_changed = Signal(object)  # StoredMessage
    portfolio_changed = Signal(object)  # Portfolio
    bar_done = Signal()  # the last bar had all its effects
    played_out = Signal()
    failed = Signal(str)
    ended = Signal()  # agents and folder are gone
    _advance_asked = Signal()
    _prepared = Signal(str)  # why there is no store, empty where there is one; from the thread that makes it

    def __init__(
        self, bars: Bars, trial: Trial, source: str, fits: Fits | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session_of(bars, trial, source, self.bar_done.emit)
        self._trial, self._fits = trial, fits
        self._application: Application | None = None
        self._folder: _Folder | None = None
        self._preparing: threading.Thread | None = None
        self._ending: threading.Thread | None = None
        self._is_ready = self._is_closed = False
        self._prepared.connect(self._start_agents)

    @property
    def bars_in_all(self) -> int:
        """How many bars come one by one."""
        return self.session.bars_played

    @property
    def application(self) -> Application | None:
        """The agents and their store, once there are."""
        return self._application

    @property
    def folder(self) -> Path | None:
        """Where the store is, while there is one."""
        return None if self._folder is None else Path(self._folder.name)

    def begin(self) -> None:
        """Make the store, start the agents and have the model trained; `ready` tells when bars may come."""
        self._folder = tempfile.TemporaryDirectory(prefix="photon-replay-")
        work = partial(_prepare, Path(self._folder.name), self._prepared.emit)
        self._preparing = threading.Thread(target=work, name="replay-store")
        self._preparing.start()

    @Slot()
    def allow_bar(self) -> None:
        """Let the next bar come; to be called when it is ready, and then once after each `bar_done`."""
        if not self._is_closed and self._is_ready:
            self.session.allow()
            self._advance_asked.emit()

    @Slot()
    def close(self) -> None:
        """Stop everything in order on a thread of its own; `ended` tells when it is done."""
        if self._is_closed:
            return
        self._is_closed = True
        work = partial(_end, self._preparing, self._application, self._folder, self.ended.emit)
        self._ending = threading.Thread(target=work, name="replay-end")
        self._ending.start()

    def finish(self) -> None:
        """Close, and wait for it: the program ends."""
        self.close()
        if self._ending is not None:
            self._ending.join(_PATIENCE_S)

    @Slot(str)
    def _start_agents(self, problem: str) -> None:
        folder = self.folder
        if self._is_closed or folder is None:
            return
        if problem:
            self.failed.emit(problem)
            return
        profile = Profile("Replay", "replay", AccountMode.PAPER, self.session.name)
        try:
            application = Application(folder, self.session, rules_of(self._trial), profile, self._fits, is_guest=True)
        except PhotonError as error:
            self.failed.emit(said(str(error)))
            return
        self._application = application
        self._connect(application)
        application.start()

    def _connect(self, application: Application) -> None:
        monitor, maker, executor = application.team.agents
        self._advance_asked.connect(monitor.advance)
        monitor.history_loaded.connect(self.loaded)
        monitor.bar_closed.connect(self.bar_closed)
        maker.model_changed.connect(self._take_model)
        executor.portfolio_changed.connect(self.portfolio_changed)
        executor.equity_marked.connect(self.portfolio_changed)
        executor.all_settled.connect(self.played_out)
        for agent in application.team.agents:
            agent.message_changed.connect(self.message_changed)
            agent.status_changed.connect(self._take_status)

    @Slot(object)
    def _take_model(self, news: ModelNews) -> None:
        if not news.is_pending and not self._is_closed:
            self._is_ready = True
            self.ready.emit(news.note)

    @Slot(object)
    def _take_status(self, status: AgentStatus) -> None:
        if status.state in (AgentState.FAILED, AgentState.DEGRADED) and not self._is_closed:
            sentence = tr("The {agent} could not go on: {why}").format(agent=agent_words(status.name), why=status.note)
            self.failed.emit(sentence)


def _prepare(folder: Path, tell: Callable[[str], None]) -> None:
    """On a thread: make the empty store, whose tables take time."""
    try:
        Store.open(folder / STORE_NAME).close()
    except PhotonError as error:
        tell(said(str(error)))
    else:
        tell("")


def _end(
    preparing: threading.Thread | None,
    application: Application | None,
    folder: _Folder | None,
    tell: Callable[[], None],
) -> None:
    """On the ending thread: agents, then files."""
    if preparing is not None:
        preparing.join(_PATIENCE_S)
    if application is not None:
        application.close()
    if folder is not None:
        folder.cleanup()
    tell()
