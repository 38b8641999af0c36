"""Keeps what a source gave: bars, their passport, and what is to be told when the past has changed."""

from photon_desktop.errors import StoreDamagedError
from photon_desktop.market.changed_history import Change, compare
from photon_desktop.market.passport import Provenance, passport_of, usual_provenance
from photon_desktop.store.series import SeriesKey
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import Passport


def keep(
    store: Store,
    symbol: str,
    interval: Interval,
    source: str,
    fetched: Bars,
    now_ns: int,
    provenance: Provenance | None = None,
    kind: InstrumentKind | None = None,
) -> str | None:
    """Store closed bars that `source` gave at the wall time `now_ns` (ns UTC), and renew the passport of their series.

    Returns one sentence for the user when bars that were stored have changed, None when they have not. The passport
    keeps the newest such sentence, and what is known of the series' provenance when none is given; without `kind` the
    symbol is what the user said it is, or its spelling. After a new
    adjustment the bars before the fetched ones are forgotten, for they are of another scale; a series that is damaged
    is begun anew with the fetched ones.

    All of it is written, or nothing. Raises DataError for what is no market's bars, StoreError as the store does.
    """
    if len(fetched) == 0:
        return None
    key = SeriesKey(symbol, interval, source)
    with store.transaction():
        before = store.passports.get(symbol, interval, source)
        news = _put(store, key, fetched)
        whole = store.bars.read(symbol, interval, source)
        changed = news or ("" if before is None else before.changed)
        known = provenance or _provenance_of(before, source)
        store.passports.put(passport_of(key, whole, kind or store.kinds.of(symbol), known, now_ns, changed))
    return news


def _put(store: Store, key: SeriesKey, fetched: Bars) -> str | None:
    series = (key.symbol, key.interval, key.source)
    try:
        stored = store.bars.read(*series)
    except StoreDamagedError as error:
        store.bars.remove(*series)
        store.bars.put(*series, fetched)
        return f"{error} The series begins anew with the {len(fetched):,} bars fetched now."
    change = compare(stored, fetched)
    if _is_adjustment(change):
        store.bars.remove(*series)
        fetched = fetched.followed_by(stored)
    store.bars.put(*series, fetched)
    return None if change is None else change.sentence(key)


def _is_adjustment(change: Change | None) -> bool:
    return change is not None and change.ratio is not None


def _provenance_of(passport: Passport | None, source: str) -> Provenance:
    if passport is None:
        return usual_provenance(source)
    return Provenance(passport.origin, passport.zone, passport.adjustments, passport.duplicates)
