"""The Market Monitor: follows the feed, keeps every closed bar, and says what state the market is in."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from photon_desktop.agents.agent import Agent, in_words
from photon_desktop.agents.keeping_up import KeepingUp
from photon_desktop.agents.post import Post
from photon_desktop.computing_turns import TURNS
from photon_desktop.errors import MessageError, PhotonError
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.feed import Feed, SimulatedFeed
from photon_desktop.market.feed_state import FeedState
from photon_desktop.market.gaps import gaps_of
from photon_desktop.market.input_gaps import input_quality
from photon_desktop.market.keeping import keep
from photon_desktop.market.real.feed import RealFeed
from photon_desktop.market.real.venue import Loaded
from photon_desktop.market.session import MarketSession, Series, resume_key
from photon_desktop.store.store import Store
from photon_desktop.trading.analysis import analyse
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.indicators import DECISION_BARS, compute_indicators
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND
from photon_desktop.trading.messages import DECISION_MAKER, MARKET_MONITOR, MarketSnapshot, Message, MessageStatus
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick

POLL_MS = 50


class MarketMonitor(Agent):
    """Opens the market it was handed and turns each bar that closes into a stored snapshot.

    A feed that follows the clock is polled on a timer. A paced one, a replay, brings its next event when `advance`
    says that the last one has had its effects, so a replay gives the same messages every time. One that wakes the
    monitor is polled at once. A simulated market that runs too fast for its listeners waits for them, as it can.
    """

    history_loaded = Signal(object)  # Series
    priced = Signal(object)  # PriceTick
    bar_closed = Signal(object)  # BarClosed
    snapshot_made = Signal(object)  # Message
    replay_finished = Signal()
    feeds_changed = Signal(object)  # Mapping[str, FeedState] by symbol
    history_changed = Signal(str, str)  # symbol, and in one sentence what a source now tells differently
    bars_told = Signal(int)  # how many times bars have closed; listeners answer with `hear` when they have come so far
    _woken = Signal()  # from a feed's thread to this one

    def __init__(self, store: Store, post: Post, session: MarketSession) -> None:
        super().__init__(MARKET_MONITOR, store, post)
        self._session = session
        self._feed: Feed | None = None
        self._series: dict[str, Series] = {}
        self._events: deque[MarketEvent] = deque()
        self._polling: QTimer | None = None
        self.keeping_up = KeepingUp()
        self._states: Mapping[str, FeedState] = {}
        self._wake_is_on_its_way = False
        self._woken.connect(self._poll, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def set_session(self, session: MarketSession) -> None:
        """Watch another market; an open one is closed first and the new one opened in its place."""
        was_on = self._is_on
        if was_on:
            self.stop()
        self._session = session
        if was_on:
            self.start()

    @Slot(object)
    def set_watchlist(self, session: MarketSession) -> None:
        """Watch the symbols of `session` on the same market; those that stay run on."""
        if isinstance(self._feed, RealFeed):
            self._session = session
            self._feed.watch(session.symbols)
            self._series = {symbol: self._series[symbol] for symbol in session.symbols if symbol in self._series}
        else:
            self.set_session(session)

    @Slot(object)
    def collect(self, symbols: Sequence[str]) -> None:
        """Read these of a real market from their sources again, now; a simulated one has nothing more to tell."""
        if isinstance(self._feed, RealFeed):
            self._log("INFO", f"{', '.join(symbols)} read again, as asked for.")
            self._feed.collect(symbols)

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Let a simulated market run `speed` times as fast as the clock."""
        if not isinstance(self._feed, SimulatedFeed):
            return
        try:
            self._feed.set_speed(speed)
        except PhotonError as error:
            self._log("WARNING", str(error))

    @Slot()
    @Slot(str)
    def advance(self, _cause: str = "") -> None:
        """Bring the next event of a paced feed; of no meaning to one that follows the clock."""
        if self._feed is None or not self._feed.paced:
            return
        if not self._events:
            self._events.extend(self._feed.poll())
        if self._events:
            self._publish(self._events.popleft())
        elif self._feed.finished:
            self.replay_finished.emit()

    @Slot(str)
    def look_again(self, symbol: str) -> None:
        """Make a snapshot of the last closed bar of `symbol` now."""
        series = self._series.get(symbol)
        if series is None or len(series.bars) == 0:
            self._log("WARNING", f"There are no bars of {symbol} to decide on yet.")
            return
        try:
            snapshot = self._snapshot_of(series)
            self._store.messages.add(snapshot)
        except Exception as error:
            self._degrade(in_words(error))
            return
        self._announce(snapshot)

    def _handle(self, message: Message) -> None:
        raise MessageError(f"Nothing is addressed to the {MARKET_MONITOR}; {message.type} came.")

    def _on_start(self) -> None:
        opened = self._session.open(self._store.settings.get(resume_key(self._session), None))
        self._feed = opened.feed
        self._events.clear()
        for series in opened.series:
            self._take_history(series)
        if isinstance(opened.feed, RealFeed):
            opened.feed.on_news(self._wake)
        if not opened.feed.paced:
            self._polling = QTimer(self)
            self._polling.timeout.connect(self._poll)
            self._polling.start(POLL_MS)

    def _on_stop(self) -> None:
        if self._polling is not None:
            self._polling.stop()
            self._polling.deleteLater()
            self._polling = None
        if self._feed is not None:
            self._feed.close()
            self._feed = None
        self._states = {}

    def _wake(self) -> None:
        """On any thread: have the feed polled; once for many calls."""
        if not self._wake_is_on_its_way:
            self._wake_is_on_its_way = True
            self._woken.emit()

    def _take_loaded(self, loaded: Loaded) -> None:
        if loaded.problem:
            self._log("WARNING", f"{loaded.symbol}: {loaded.problem}")
        if loaded.news:
            self._log("WARNING", loaded.news)
            self.history_changed.emit(loaded.symbol, loaded.news)
        if loaded.series is not None and loaded.symbol in self._session.symbols:
            self._keep_series(loaded.series)

    def _tell_states(self, states: Mapping[str, FeedState]) -> None:
        if {symbol: replace(state, data_age_s=None) for symbol, state in states.items()} != self._states:
            self._states = {symbol: replace(state, data_age_s=None) for symbol, state in states.items()}
            self.feeds_changed.emit(states)

    def _take_history(self, series: Series) -> None:
        kept = (self._store, series.symbol, series.interval, series.kept_as, series.bars)
        if len(series.bars) and (news := keep(*kept, self._post.now_ns())):
            self._log("WARNING", news)
            self.history_changed.emit(series.symbol, news)
        self._keep_series(series)

    def _keep_series(self, series: Series) -> None:
        for reason in series.fallbacks:
            self._log("INFO", reason)
        self._series[series.symbol] = replace(series, bars=series.bars.tail(DECISION_BARS))
        self._log("INFO", f"{len(series.bars)} bars of {series.symbol} {series.interval} from {series.source}.")
        self.history_loaded.emit(series)

    @Slot(str, int)
    def hear(self, name: str, number: int) -> None:
        """A listener has done with all that was told up to this number of `bars_told`."""
        self.keeping_up.hear(name, number)

    @Slot()
    def _poll(self) -> None:
        self._wake_is_on_its_way = False
        if self._feed is None or (isinstance(self._feed, SimulatedFeed) and self.keeping_up.is_behind):
            return
        try:
            if isinstance(self._feed, RealFeed):
                self._follow(self._feed)
            self._events.extend(self._feed.poll())
        except Exception as error:
            self._degrade(f"The feed of {self._session.name}: {in_words(error)}")
        has_closed = any(isinstance(event, BarClosed) for event in self._events)
        while self._events:
            self._publish(self._events.popleft())
        if has_closed:
            self.bars_told.emit(self.keeping_up.tell())

    def _follow(self, feed: RealFeed) -> None:
        for loaded in feed.loaded():
            self._take_loaded(loaded)
        self._tell_states(feed.states())

    def _publish(self, event: MarketEvent) -> None:
        if event.symbol not in self._series:  # no longer watched
            return
        try:
            if isinstance(event, PriceTick):
                self.priced.emit(event)
            else:
                with TURNS.turn():
                    self._close_bar(event)
        except Exception as error:
            self._failed += 1
            self._degrade(in_words(error))
            self.chain_ended.emit("")

    def _close_bar(self, closed: BarClosed) -> None:
        series, fresh = gone_on(self._series[closed.symbol], closed)
        self._series[closed.symbol] = series
        snapshot = self._snapshot_of(series)
        with self._store.transaction():
            self._store.bars.put(closed.symbol, closed.interval, series.kept_as, fresh)
            self._store.messages.add(snapshot)
            self._keep_resume_point()
        self._handled += 1
        self.bar_closed.emit(closed)
        self._announce(snapshot)

    def _keep_resume_point(self) -> None:
        if isinstance(self._feed, SimulatedFeed):
            self._store.settings.put(resume_key(self._session), self._feed.resume_point())

    def _snapshot_of(self, series: Series) -> Message:
        return self._post.first(
            MARKET_MONITOR, DECISION_MAKER, take_snapshot(series, self._market_time_ns(), self._phase_of(series.symbol))
        )

    def _phase_of(self, symbol: str) -> str:
        state = self._states.get(symbol)
        return "" if state is None else state.phase.value

    def _market_time_ns(self) -> int:
        return self._post.now_ns() if self._feed is None else self._feed.market_time_ns()

    def _announce(self, snapshot: Message) -> None:
        self._tell(snapshot, MessageStatus.QUEUED)
        self.snapshot_made.emit(snapshot)


def gone_on(series: Series, closed: BarClosed) -> tuple[Series, Bars]:
    """`series` with the bar that closed, cut to its tail, and what of it the store does not have yet.

    Bars of two sources never share a series in the store. Where one goes on from another's end, as a stream may from a
    file's, the tail of both begins a series of its own, named after both.
    """
    bar = Bars.from_bars([closed.bar])
    tail = series.bars.followed_by(bar).tail(DECISION_BARS)
    if closed.source == series.source:
        return replace(series, bars=tail), bar
    if closed.source == series.kept_as:
        return replace(series, bars=tail, source=closed.source, stored_as=""), bar
    joined = f"{series.kept_as}+{closed.source}"
    return replace(series, bars=tail, source=closed.source, stored_as=joined), tail


def take_snapshot(series: Series, market_time_ns: int, feed: str = "") -> MarketSnapshot:
    """The state of the market at the close of the last bar of `series`; `feed`: how its feed stands, if it has one."""
    bars, interval = series.bars, series.interval
    indicators = compute_indicators(bars)
    analysis = analyse(bars, indicators)
    close_time = int(bars.times[-1]) + interval.nanoseconds
    gaps = gaps_of(bars.times, interval, hours_of(series.symbol, series.instrument.kind))
    return MarketSnapshot(
        ticker=series.symbol,
        interval=interval,
        source=series.source,
        close_time=close_time,
        bar=bars.bar(-1),
        indicators=indicators.at(-1),
        trend=analysis.trend,
        strength=analysis.strength,
        rsi_state=analysis.rsi_state,
        sma_cross=analysis.sma_cross,
        data_quality={
            "bars": len(bars),
            "gaps": len(gaps),
            **input_quality(bars.times, gaps, feed).told(),
            "age_seconds": max(0.0, (market_time_ns - close_time) / NANOSECONDS_PER_SECOND),
        },
        stored_as=series.stored_as,
    )
