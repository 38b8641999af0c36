"""Which series of bars there are: a symbol's at an interval from one source, never of two."""

from dataclasses import dataclass

from photon_desktop.store.connections import Connections
from photon_desktop.store.models import Symbol
from photon_desktop.trading.instrument import kind_of
from photon_desktop.trading.interval import Interval

FIND_SERIES = """SELECT bar_series.id FROM bar_series JOIN symbols ON symbols.id = bar_series.symbol_id
    WHERE symbols.name = ? AND bar_series.interval = ? AND bar_series.source = ?"""
_MAKE_SERIES = """INSERT INTO bar_series (symbol_id, interval, source)
    SELECT id, ?, ? FROM symbols WHERE name = ?"""


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """Names one series of bars."""

    symbol: str
    interval: Interval
    source: str

    def __str__(self) -> str:
        return f"{self.symbol} {self.interval} from {self.source}"


def find_series(connections: Connections, key: SeriesKey) -> int | None:
    """The series' number in the store, None when there is none."""
    rows = connections.tuples(FIND_SERIES, _words(key))
    return int(rows[0][0]) if rows else None


def ensure_series(connections: Connections, key: SeriesKey) -> int:
    """The series' number, made with its symbol when missing. Within a transaction of the caller's."""
    number = find_series(connections, key)
    if number is not None:
        return number
    connections.write(Symbol.insert(name=key.symbol, kind=kind_of(key.symbol).value).on_conflict_ignore())
    connections.tuples(_MAKE_SERIES, (key.interval.value, key.source, key.symbol))
    return int(connections.tuples(FIND_SERIES, _words(key))[0][0])


def _words(key: SeriesKey) -> tuple[str, str, str]:
    return (key.symbol, key.interval.value, key.source)
