"""Loads a symbol for watching: what is kept of it, and what its venue has since."""

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from photon_desktop.errors import PhotonError, UnknownSymbolError
from photon_desktop.market.catalogue import choose
from photon_desktop.market.real.venue import HeldSource, Loaded, Venue
from photon_desktop.market.session import HISTORY_BARS, Series
from photon_desktop.market.source import BarSource
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock

OVERLAP_BARS = 200  # fetched again, so that a source that changed its history is noticed
MOST_BEHIND = 5_000  # bars; what is kept from longer ago is fetched anew instead of filled up


class Archive(Protocol):
    """The bars kept of each source."""

    def span(self, symbol: str, interval: Interval, source: str) -> tuple[int, int, int] | None:
        """Open times of the first and the last bar kept, and how many there are; None without any."""
        ...

    def newest(self, symbol: str, interval: Interval, source: str, count: int) -> Bars:
        """The newest `count` bars kept."""
        ...

    def keep(self, symbol: str, interval: Interval, source: str, bars: Bars) -> str:
        """Keep what a source gave; one sentence when it differs from what it gave before, else nothing."""
        ...

    def close_thread(self) -> None:
        """Let go of what this thread holds."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """What to load at which interval: `kind_of` says where a symbol is traded, `learn` is told in what."""

    interval: Interval
    kind_of: Callable[[str], InstrumentKind]
    learn: Callable[[Instrument], None]
    history_bars: int = HISTORY_BARS


class SeriesLoader:
    """Asks the venue of a symbol's kind, and shows what `others` have while it can't be reached.

    Bars of different sources are never joined: a file or an import is shown, and not followed. Usable from many
    threads at once.
    """

    def __init__(
        self,
        venues: Mapping[InstrumentKind, Venue],
        others: Sequence[BarSource],
        archive: Archive,
        request: Request,
        clock: Clock,
    ) -> None:
        self._venues = venues
        self._others = others
        self._archive = archive
        self._request = request
        self._clock = clock
        self._sources: dict[str, HeldSource] = {}
        self._lock = threading.Lock()

    def load(self, symbol: str) -> Loaded:
        """The newest bars of `symbol`, and who goes on from them. Takes as long as the network does."""
        try:
            return self._from_venue(symbol)
        except PhotonError as error:
            return self._from_others(symbol, error)
        finally:
            self._archive.close_thread()

    def close(self) -> None:
        """Let the venues' connections go; loads that still wait for an answer fail."""
        with self._lock:
            sources, self._sources = list(self._sources.values()), {}
        for source in sources:
            source.close()

    def _from_venue(self, symbol: str) -> Loaded:
        kind = self._request.kind_of(symbol)
        venue = self._venues.get(kind)
        if venue is None:
            raise UnknownSymbolError(f"Nobody here follows {symbol}, a {kind.value} symbol; choose another.")
        source = self._source_of(venue)
        news = self._fetch(source, symbol)
        instrument = source.instrument(symbol)
        self._request.learn(instrument)
        bars = self._archive.newest(symbol, self._request.interval, source.name, self._request.history_bars)
        series = Series(symbol, self._request.interval, bars, source.name, instrument)
        return Loaded(symbol, series, venue, news=news)

    def _fetch(self, source: BarSource, symbol: str) -> str:
        """Bring what is kept up to now; what is to be told of it."""
        interval, wanted = self._request.interval, self._request.history_bars
        kept = self._archive.span(symbol, interval, source.name)
        count = wanted if kept is None else self._bars_to_fetch(kept[1], kept[2])
        news = self._archive.keep(symbol, interval, source.name, source.history(symbol, interval, count))
        if news and count < wanted:  # what lies before the overlap may have changed as well
            self._archive.keep(symbol, interval, source.name, source.history(symbol, interval, wanted))
        return news

    def _bars_to_fetch(self, last_ns: int, kept: int) -> int:
        wanted = self._request.history_bars
        behind = max(0, (self._clock.now_ns() - last_ns) // self._request.interval.nanoseconds)
        return min(wanted, behind + OVERLAP_BARS) if kept >= wanted and behind <= MOST_BEHIND else wanted

    def _from_others(self, symbol: str, error: PhotonError) -> Loaded:
        """What can be shown meanwhile, and why it is not followed."""
        is_final = isinstance(error, UnknownSymbolError)
        series: Series | None = None
        with suppress(PhotonError):
            served = choose(symbol, self._request.interval, self._others, self._request.history_bars)
            self._request.learn(served.instrument)
            reasons = (*served.fallbacks, str(error))
            series = Series(
                symbol,
                self._request.interval,
                served.bars,
                served.source,
                served.instrument,
                reasons,
                served.stored_as,
            )
        return Loaded(symbol, series, problem=str(error), is_final=is_final)

    def _source_of(self, venue: Venue) -> HeldSource:
        with self._lock:
            if venue.name not in self._sources:
                self._sources[venue.name] = venue.open_source()
            return self._sources[venue.name]
