"""The passports of the series."""

from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import BarSeries, SeriesPassport, Symbol
from photon_desktop.store.series import SeriesKey, ensure_series, find_series
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import Passport


class PassportRepository:
    """One passport for each series, as it was when the series was last fetched."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, passport: Passport) -> None:
        """Store `passport` in place of the one its series had."""
        with self._connections.transaction():
            key = SeriesKey(passport.symbol, passport.interval, passport.source)
            row = _row_of(passport) | {"series": ensure_series(self._connections, key)}
            self._connections.write(SeriesPassport.insert(row).on_conflict_replace())

    def get(self, symbol: str, interval: Interval, source: str) -> Passport | None:
        """The passport of that series, None when it has none."""
        number = find_series(self._connections, SeriesKey(symbol, interval, source))
        row = self._connections.row(_PASSPORTS.where(SeriesPassport.series == number))
        return None if row is None else _passport(row)

    def all(self) -> tuple[Passport, ...]:
        """All passports, by symbol, interval (the shortest first) and source."""
        passports = [_passport(row) for row in self._connections.rows(_PASSPORTS)]
        return tuple(sorted(passports, key=lambda one: (one.symbol, one.interval.seconds, one.source)))


_PASSPORTS = (
    SeriesPassport.select(SeriesPassport, Symbol.name.alias("symbol"), BarSeries.interval, BarSeries.source)
    .join(BarSeries)
    .join(Symbol)
)


def _row_of(passport: Passport) -> Row:
    return {
        "fetched_at": passport.fetched_at_ns,
        "first_time": passport.first_ns,
        "last_time": passport.last_ns,
        "bars": passport.bars,
        "gaps": passport.gaps,
        "missing_bars": passport.missing_bars,
        "duplicates": passport.duplicates,
        "zone": passport.zone,
        "adjustments": passport.adjustments,
        "origin": passport.origin,
        "content_hash": passport.content_hash,
        "changed": passport.changed,
    }


def _passport(row: Row) -> Passport:
    return Passport(
        symbol=row["symbol"],
        interval=Interval(row["interval"]),
        source=row["source"],
        fetched_at_ns=row["fetched_at"],
        first_ns=row["first_time"],
        last_ns=row["last_time"],
        **{name: row[name] for name in _SAME_NAMES},
    )


_SAME_NAMES = (
    "bars",
    "gaps",
    "missing_bars",
    "duplicates",
    "zone",
    "adjustments",
    "origin",
    "content_hash",
    "changed",
)
