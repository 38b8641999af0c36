"""Stores the bars of a file: all of them with what is known of them, or nothing."""

import time
from collections.abc import Callable

from photon_desktop.errors import DataError
from photon_desktop.market.csv_files import CsvSource, spacing_of
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.naming import in_words
from photon_desktop.market.importer.reading import Reading
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.keeping import keep
from photon_desktop.market.passport import Provenance
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import UNKNOWN_ADJUSTMENTS


def store_bars(
    store: Store,
    symbol: str,
    interval: Interval,
    reading: Reading,
    source_file: str,
    format_: Format,
    tell_changed: Callable[[str], object] | None = None,
    kind: InstrumentKind | None = None,
) -> int:
    """Store the bars of `reading` as those of `symbol` from a file, with their passport, in one transaction.

    Bars of the same open times are replaced, others stay. Returns how many bars were stored; `tell_changed` is called
    with a sentence when bars that were stored have other prices now. With `kind` the symbol is of it from now on,
    whatever its spelling says. Raises UnknownSymbolError for what can't be a symbol, DataError when there are no bars
    or they are too close for `interval`, and StoreError as the store does; then nothing was changed.
    """
    check_symbol(symbol)
    bars = reading.bars
    if len(bars) == 0:
        raise DataError(f"There are no bars in {shown(source_file)}; nothing was stored.")
    _check_spacing(bars, interval, source_file)
    provenance = Provenance(shown(source_file), format_.zone, UNKNOWN_ADJUSTMENTS, reading.report.duplicates)
    with store.transaction():
        if kind is not None:
            store.kinds.give(symbol, kind)
        news = keep(store, symbol, interval, CsvSource.name, bars, time.time_ns(), provenance)
    if news and tell_changed is not None:
        tell_changed(news)
    return len(bars)


def _check_spacing(bars: Bars, interval: Interval, source_file: str) -> None:
    spacing = spacing_of(bars)
    if spacing is not None and spacing < interval.nanoseconds:
        raise DataError(
            f"The bars of {shown(source_file)} are {in_words(spacing)} apart, too close for {interval}; choose their"
            " own interval."
        )
