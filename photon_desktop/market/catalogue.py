"""Chooses the source that serves a symbol's bars, and remembers why the others did not."""

from collections.abc import Sequence
from dataclasses import dataclass

from photon_desktop.errors import DataError, PhotonError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.cache import CACHE_SOURCE, CacheSource
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.demo import DEMO_SOURCE
from photon_desktop.market.demo.listings import DEMO_SYMBOLS, demo_instrument
from photon_desktop.market.source import BarSource, StaleBarsError
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval

MOST_BARS = 1_000_000
_ORDER = (CsvSource.name, CACHE_SOURCE, "bybit", "yahoo")


@dataclass(frozen=True, slots=True)
class Served:
    """`bars` and the name of the source they came from, what the symbol is traded in, and one sentence for each
    source that was asked before and could not serve.

    `stored_as` as in Series: whose bars they are in the store, when that is not `source`.
    """

    bars: Bars
    source: str
    instrument: Instrument
    fallbacks: tuple[str, ...] = ()
    stored_as: str = ""


def choose(
    symbol: str,
    interval: Interval,
    sources: Sequence[BarSource],
    count: int = MOST_BARS,
    end_ns: int | None = None,
) -> Served:
    """The newest `count` closed bars that open before `end_ns`, from the first source that has any.

    Asked in the order CSV files, cache, exchange, vendor, whatever the order of `sources`; sources of other names come
    last. A source whose bars are old (StaleBarsError) is passed over, and serves after all when no other one can. A
    DEMO- symbol is never asked for in a cache or on a network: its bars are a file's that the user named, else the
    simulated market's, else a file's in the data folders. Nothing but a DEMO- symbol comes from the simulated market.

    Raises UnknownSymbolError when no source knows the symbol, and DataError when one knows it but can't serve; both
    say what was tried and what to do.
    """
    check_symbol(symbol)
    if count < 1:
        raise ValueRefusedError(f"The number of bars asked for is {count}; ask for 1 or more.")
    failures: list[tuple[BarSource, PhotonError]] = []
    for source in _in_order(symbol, interval, sources):
        try:
            bars, stored_as = _ask(source, symbol, interval, count, end_ns)
            instrument = demo_instrument(symbol) if symbol in DEMO_SYMBOLS else source.instrument(symbol)
        except PhotonError as error:
            failures.append((source, error))
            continue
        return Served(bars, source.name, instrument, _in_words(failures), stored_as)
    for source, failure in failures:
        if isinstance(failure, StaleBarsError):
            instrument = source.instrument(symbol)
            return Served(failure.bars, source.name, instrument, _in_words(failures), failure.stored_as)
    raise _nothing_found(symbol, interval, failures)


def _ask(source: BarSource, symbol: str, interval: Interval, count: int, end_ns: int | None) -> tuple[Bars, str]:
    """The bars, and whose series they are in the store when it is not this source's."""
    if isinstance(source, CacheSource):
        return source.serve(symbol, interval, count, end_ns)
    return source.history(symbol, interval, count, end_ns), ""


def _in_words(failures: Sequence[tuple[BarSource, PhotonError]]) -> tuple[str, ...]:
    return tuple(f"{source.name}: {error}" for source, error in failures)


def _in_order(symbol: str, interval: Interval, sources: Sequence[BarSource]) -> list[BarSource]:
    if kind_of(symbol) is InstrumentKind.DEMO:
        fitting = [source for source in sources if source.name in (CsvSource.name, DEMO_SOURCE)]
        return sorted(fitting, key=lambda source: _demo_rank(source, symbol, interval))
    fitting = [source for source in sources if source.name != DEMO_SOURCE]
    return sorted(fitting, key=lambda source: _ORDER.index(source.name) if source.name in _ORDER else len(_ORDER))


def _demo_rank(source: BarSource, symbol: str, interval: Interval) -> int:
    """The shipped files end where the first session starts, so the running market itself goes before them."""
    if isinstance(source, CsvSource) and source.was_given(symbol, interval):
        return 0
    return 1 if source.name == DEMO_SOURCE else 2


def _nothing_found(symbol: str, interval: Interval, failures: Sequence[tuple[BarSource, PhotonError]]) -> DataError:
    tried = " ".join(_in_words(failures)) or "There was no source to ask."
    sentence = f"No {interval} bars of {symbol} were found. {tried} Give a file with --csv FILE, or use DEMO-BTC."
    unknown = all(isinstance(error, UnknownSymbolError) for _, error in failures)
    return UnknownSymbolError(sentence) if unknown else DataError(sentence)
