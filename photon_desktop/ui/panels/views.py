"""What the application hands the window to show, beside the values of the trading floor."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Message


@dataclass(frozen=True, slots=True)
class WatchItem:
    """A symbol of the watchlist and what it is traded in. `chosen_kind` is the kind the user gave it, None when it goes
    by its spelling."""

    symbol: str
    instrument: Instrument
    chosen_kind: InstrumentKind | None = None


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Closed bars of one symbol to show, and the name of the source that served them; the store has them, and older
    ones, under `kept_as`, which is empty where it has none."""

    symbol: str
    interval: Interval
    bars: Bars
    source: str
    instrument: Instrument
    kept_as: str = ""


@dataclass(frozen=True, slots=True)
class StoredView:
    """A message as the store has it: `status` queued, done, failed or expired, and in words why it failed."""

    message: Message
    status: str
    note: str = ""


class Condition(StrEnum):
    """How it stands with what a panel shows. Each looks different, and says in one sentence what to do."""

    EMPTY = "empty"
    LOADING = "loading"
    READY = "ready"
    STALE = "stale"
    OFFLINE = "offline"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class MarketCondition:
    """How it stands with the market's feed, and in one sentence why."""

    condition: Condition
    sentence: str = ""


class InstrumentBook:
    """What each symbol is traded in: what was told, and until then the usual steps of its kind."""

    def __init__(self) -> None:
        self._told: dict[str, Instrument] = {}

    def learn(self, instruments: Iterable[Instrument]) -> None:
        """Take `instruments` for their symbols from now on."""
        self._told.update((instrument.symbol, instrument) for instrument in instruments)

    def of(self, symbol: str) -> Instrument:
        """What `symbol` is traded in."""
        known = self._told.get(symbol)
        return known if known is not None else assumed_instrument(symbol)
