"""Makes out the passport of a series of bars."""

from dataclasses import dataclass

from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import gaps_of
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.passport import (
    NOT_ADJUSTED,
    SPLIT_ADJUSTED,
    UNKNOWN_ADJUSTMENTS,
    UTC_ZONE,
    Passport,
    data_hash,
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """How bars came here: a file's name or a word for the place, the zone their times were written in, what prices are
    adjusted for (one of `trading.passport.ADJUSTMENTS`), and how many rows of one time were left out."""

    origin: str
    zone: str = UTC_ZONE
    adjustments: str = UNKNOWN_ADJUSTMENTS
    duplicates: int = 0


_USUAL = {
    "bybit": Provenance("Bybit's public history", adjustments=NOT_ADJUSTED),
    "yahoo": Provenance("Yahoo Finance's public history", adjustments=SPLIT_ADJUSTED),
    "csv": Provenance("a CSV file"),
    "demo": Provenance("the simulated market", adjustments=NOT_ADJUSTED),
}


def usual_provenance(source: str) -> Provenance:
    """What is known of all bars of a source of this name, while nothing is known of the ones at hand."""
    return _USUAL.get(source, Provenance(source))


def passport_of(
    key: SeriesKey,
    bars: Bars,
    kind: InstrumentKind,
    provenance: Provenance,
    fetched_at_ns: int,
    changed: str = "",
) -> Passport:
    """The passport of a series that consists of `bars`, of which there is at least one, fetched at that wall time (ns
    UTC). `changed` as in Passport. For stocks as slow, the first time, as the calendar that it needs."""
    gaps = gaps_of(bars.times, key.interval, hours_of(key.symbol, kind))
    return Passport(
        symbol=key.symbol,
        interval=key.interval,
        source=key.source,
        fetched_at_ns=fetched_at_ns,
        first_ns=int(bars.times[0]),
        last_ns=int(bars.times[-1]),
        bars=len(bars),
        gaps=len(gaps),
        missing_bars=gaps.missing_bars,
        duplicates=provenance.duplicates,
        zone=provenance.zone,
        adjustments=provenance.adjustments,
        origin=provenance.origin,
        content_hash=data_hash(bars),
        changed=changed,
    )
