"""The markets the window can watch, the simulated and the real one, and what the user chose for each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from photon_desktop.errors import DataError, PhotonError, UnknownSymbolError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.demo_session import SIMULATED_MARKET, DemoSession, usual_speed
from photon_desktop.market.real.instruments import KnownInstruments
from photon_desktop.market.real.loading import Archive, Request, SeriesLoader
from photon_desktop.market.real.session import REAL_MARKET, RealSession
from photon_desktop.market.real.venue import HeldSource, Venue
from photon_desktop.market.session import MarketSession
from photon_desktop.market.source import BarSource
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import DEMO_PREFIX, InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.profile import Profile
from photon_desktop.trading.timestamps import Clock

FIRST_SYMBOLS = ("BTCUSDT", "ETHUSDT", "SOLUSDT", "AAPL", "MSFT", "SPY")
_MARKETS = (SIMULATED_MARKET, REAL_MARKET)
_MARKET, _SPEED, _LISTED = "market", "demo.speed", "real.listed"

Venues = Mapping[InstrumentKind, Venue]


class SimulatedSource(DemoSource):
    """The simulated market's past, which holds no connections."""

    def close(self) -> None:
        """There is nothing to let go of."""


class Choices(Protocol):
    """What was chosen, JSON values by key; one that was put is got at once, whenever it is written."""

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, or `default`."""

    def put(self, key: str, value: Any) -> None:
        """Keep `value` under `key`."""


class Markets:
    """Which market is watched, at what interval and pace, which real symbols, and which account trades: remembered in
    the store.

    Each market has accounts of its own, for their times have nothing to do with one another.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        archive: Archive,
        others: Sequence[BarSource],
        venues: Callable[[], Venues],
        choices: Choices | None = None,
    ) -> None:
        """Interval and pace go to `choices`, which may write them later; the rest is in the store before anything is
        traded on it."""
        self._store = store
        self._clock = clock
        self._archive = archive
        self._others = others
        self._open_venues = venues
        self._venues: Venues | None = None
        self._choices = choices or store.settings
        self._instruments = KnownInstruments(store.settings)
        chosen = store.settings.get(_MARKET, SIMULATED_MARKET)
        self.name = chosen if chosen in _MARKETS else SIMULATED_MARKET

    @property
    def profile(self) -> Profile:
        """The account that trades."""
        return self.profile_of(self.name)

    def profile_of(self, market: str) -> Profile:
        """The account that trades while `market` is watched: the one chosen last, its first before any was."""
        profiles = self._store.profiles.of_market(market)
        chosen = self._store.settings.get(_account_key(market), "")
        return next((profile for profile in profiles if profile.key == chosen), profiles[0])

    @property
    def is_real(self) -> bool:
        """Whether the real market is watched."""
        return self.name == REAL_MARKET

    @property
    def interval(self) -> Interval:
        """The interval that is decided on."""
        try:
            return Interval.parse(self._choices.get(_interval_key(self.name), Interval.HOUR_1.value))
        except PhotonError:
            return Interval.HOUR_1

    @property
    def speed(self) -> float:
        """Seconds of simulated time in a second."""
        return float(self._choices.get(_SPEED, usual_speed(self.interval)))

    def session(self) -> MarketSession:
        """What to watch now, and how to open it."""
        if self.is_real:
            return RealSession(self.real_symbols(), self.interval, self._clock, self._open_loader, self._instruments.of)
        return DemoSession(self.interval, self.speed)

    def choose(self, name: str) -> None:
        """Watch the other market from now on."""
        if name not in _MARKETS:
            raise DataError(f"There is no market called {name!a}; choose {' or '.join(_MARKETS)}.")
        self._store.settings.put(_MARKET, name)
        self.name = name

    def choose_profile(self, profile: Profile) -> None:
        """Let this account trade, in its market, which is watched from now on."""
        with self._store.transaction():
            self._store.settings.put(_account_key(profile.market), profile.key)
            self._store.settings.put(_MARKET, profile.market)
        self.name = profile.market

    def choose_interval(self, interval: Interval, market: str = "") -> None:
        """Decide on bars of this length from now on, in this market or another one; a simulated market then runs at the
        pace usual for it."""
        name = market or self.name
        self._choices.put(_interval_key(name), interval.value)
        if name == SIMULATED_MARKET:
            self.choose_speed(usual_speed(interval))

    def choose_speed(self, speed: float) -> None:
        """Let simulated time pass this fast."""
        self._choices.put(_SPEED, speed)

    def real_symbols(self) -> tuple[str, ...]:
        """The real watchlist, in the user's order; a few well-known symbols before the user has chosen any."""
        if not self._store.settings.get(_LISTED, False):
            return FIRST_SYMBOLS
        return tuple(self._store.symbols.watched())

    def watch(self, symbols: Sequence[str]) -> None:
        """Take these, in this order, for the real watchlist."""
        wanted = tuple(dict.fromkeys(symbols))
        with self._store.transaction():
            for symbol in self._store.symbols.watched():
                if symbol not in wanted:
                    self._store.symbols.unwatch(symbol)
            for position, symbol in enumerate(wanted):
                self._store.symbols.watch(symbol, self.kind_of(symbol), position)
            self._store.settings.put(_LISTED, True)

    def kind_of(self, symbol: str) -> InstrumentKind:
        """Where a symbol is traded: as the user said, else as it is spelt."""
        return self._store.kinds.of(symbol)

    def open_source(self, symbol: str) -> HeldSource:
        """Where the bars of `symbol` are fetched from, whichever market is watched. Raises UnknownSymbolError for a
        kind that nobody has."""
        if symbol.startswith(DEMO_PREFIX):
            return SimulatedSource(DemoWorld(), Checkpoint.opening())
        venue = self._opened_venues().get(self.kind_of(symbol))
        if venue is None:
            raise UnknownSymbolError(f"Nobody here has bars of {symbol}; choose another symbol.")
        return venue.open_source()

    def give_kind(self, symbol: str, kind: InstrumentKind | None) -> None:
        """Take `symbol` for this kind whatever its spelling says; None lets its spelling speak again."""
        self._store.kinds.give(symbol, kind)

    def known_symbols(self) -> tuple[str, ...]:
        """Every real symbol that bars are kept of, or that is watched first, to help with typing."""
        kept = (one.key.symbol for one in self._store.bars.series())
        return tuple(sorted({*FIRST_SYMBOLS, *(name for name in kept if kind_of(name) is not InstrumentKind.DEMO)}))

    def _opened_venues(self) -> Venues:
        """Opened once: what they allow themselves to ask counts through every use."""
        if self._venues is None:
            self._venues = self._open_venues()
        return self._venues

    def _open_loader(self) -> SeriesLoader:
        request = Request(self.interval, self.kind_of, self._instruments.learn)
        return SeriesLoader(self._opened_venues(), self._others, self._archive, request, self._clock)


def _interval_key(market: str) -> str:
    return f"{market}.interval"


def _account_key(market: str) -> str:
    return f"{market}.account"
