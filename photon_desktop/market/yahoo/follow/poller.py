"""Asks Yahoo by the timetable, on a thread of its own, and tells what it learns."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence

from photon_desktop.errors import UnknownSymbolError
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.market.yahoo.ask.faults import Trouble, YahooError
from photon_desktop.market.yahoo.follow.standing import Standing, Standings
from photon_desktop.market.yahoo.follow.timetable import Pace, Timetable
from photon_desktop.market.yahoo.follow.track import SymbolTrack
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval
from photon_desktop.trading.prices import MarketEvent
from photon_desktop.trading.timestamps import Clock

log = logging.getLogger(__name__)

_Shown = tuple[Standing, tuple[tuple[str, Phase, str], ...]]


class Poller:
    """One thread that asks `source` for one symbol after the other; `deliver` and `announce` are called on it, the
    second after each delivery and each change of phase."""

    def __init__(
        self,
        source: YahooSource,
        interval: Interval,
        tracks: Mapping[str, SymbolTrack],
        clock: Clock,
        is_open: Callable[[str, int], bool],
        next_open: Callable[[str, int], int] | None,
        pace: Pace,
        deliver: Callable[[Sequence[MarketEvent]], None],
        announce: Callable[[], None],
    ) -> None:
        self._source = source
        self._interval = interval
        self._tracks = tracks
        self._clock = clock
        self._is_open = is_open
        self._pace = pace
        self._deliver = deliver
        self._announce = announce
        self._timetable = Timetable(tracks, pace)
        self._standings = Standings(pace, next_open)
        self._stopping = threading.Event()
        self._shown: _Shown = (
            (Phase.CONNECTING, ""),
            (),
        )  # replaced as a whole, as is _refused: other threads read them
        self._refused: Mapping[str, str] = {}
        self._has_answered = False
        self._thread = threading.Thread(target=self._run, name="yahoo-feed", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; returns when it has ended, or after `stop_s` when a request does not return, which then ends
        at its time-out. Nothing is delivered afterwards."""
        self._stopping.set()
        self._source.close()
        if self._thread.ident is not None:
            self._thread.join(self._pace.stop_s)
        self._shown = ((Phase.STOPPED, ""), ())

    @property
    def state(self) -> FeedState:
        """What the user is told, now; from any thread. The age is that of the newest price."""
        (phase, reason), apart = self._shown
        heard_ns = self._newest_ns()
        age_s = None if heard_ns is None else max(0.0, (self._clock.now_ns() - heard_ns) / NANOSECONDS_PER_SECOND)
        return FeedState(phase, reason, age_s, tuple(sorted(self._refused)), apart)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._look()
            except Exception as error:  # the edge of a thread: it must outlive whatever an answer holds
                log.exception("Following Yahoo failed")
                self._timetable.failed(self._clock.now_ns(), None)
                self._show(Phase.OFFLINE, f"Following Yahoo failed ({type(error).__name__}: {error}).")
            self._stopping.wait(self._pace.look_s)

    def _look(self) -> None:
        now_ns = self._clock.now_ns()
        open_symbols = [symbol for symbol in self._tracks if self._is_open(symbol, now_ns)]
        self._timetable.exchanges(open_symbols, now_ns)
        for symbol in self._timetable.due(now_ns):
            if self._stopping.is_set() or not self._ask(self._tracks[symbol]):
                return
            self._has_answered = True
        if self._has_answered and not self._timetable.is_resting(now_ns):
            self._tell(open_symbols)

    def _ask(self, track: SymbolTrack) -> bool:
        """Ask for one symbol and bring what is new; whether Yahoo answered."""
        asked_ns = self._clock.now_ns()
        try:
            reading = self._source.since(track.symbol, self._interval, track.next_open)
        except UnknownSymbolError as error:
            self._refuse(track.symbol, str(error))
            return True
        except YahooError as error:
            self._timetable.failed(self._clock.now_ns(), error.retry_s)
            phase = Phase.STALE if error.trouble is Trouble.RATE else Phase.OFFLINE
            self._show(phase, str(error))
            return False
        events = track.take(reading)
        self._timetable.answered(track.symbol, asked_ns, track.forming_ends_ns)
        if track.split is not None:
            self._refuse(track.symbol, _split_words(track.symbol, track.split.ratio))
        if events and not self._stopping.is_set():
            self._deliver(events)
            self._announce()
        return True

    def _refuse(self, symbol: str, words: str) -> None:
        log.warning("%s", words)
        self._refused = {**self._refused, symbol: words}
        self._timetable.drop(symbol)

    def _tell(self, open_symbols: Sequence[str]) -> None:
        """Show whether prices come, and how late."""
        followed = [symbol for symbol in self._tracks if symbol not in self._refused] or list(self._tracks)
        heard = {symbol: self._heard_ns(symbol) if symbol in open_symbols else None for symbol in followed}
        closed = [symbol for symbol in followed if symbol not in open_symbols]
        now_ns = self._clock.now_ns()
        (phase, reason), apart = self._standings.of(heard, closed, now_ns)
        words = " ".join(self._refused.values()) if phase is Phase.LIVE else reason
        self._show(phase, words, apart)

    def _heard_ns(self, symbol: str) -> int | None:
        """The time of its newest price, at least that of its exchange's opening."""
        moments = (self._tracks[symbol].market_ns, self._timetable.opened_ns(symbol))
        return max((moment for moment in moments if moment is not None), default=None)

    def _newest_ns(self) -> int | None:
        return max((track.market_ns for track in self._tracks.values() if track.market_ns is not None), default=None)

    def _show(self, phase: Phase, reason: str, apart: tuple[tuple[str, Phase, str], ...] = ()) -> None:
        shown = ((phase, reason), apart)
        is_new = self._shown != shown
        self._shown = shown
        if is_new and not self._stopping.is_set():
            self._announce()


def _split_words(symbol: str, ratio: float) -> str:
    return f"{symbol} was split {ratio:g} for 1; open the market again to have its earlier bars in the new shares."
