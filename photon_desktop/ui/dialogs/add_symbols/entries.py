"""Reads symbols out of whatever was typed, pasted or dropped, and says of each what will become of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.errors import UnknownSymbolError
from photon_desktop.market.symbol_names import check_symbol, did_you_mean
from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

MOST_AT_ONCE = 500
_SEPARATORS = re.compile(r"[\s,;|\"'`“”„\[\](){}\ufeff]+")
_HEADINGS = frozenset({"SYMBOL", "SYMBOLS", "TICKER", "TICKERS"})
_DASHED_QUOTES = ("-USDT", "-USDC", "_USDT", "_USDC")


class Fate(StrEnum):
    """What becomes of an entry."""

    NEW = "new"
    WATCHED = "watched"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Entry:
    """One symbol as it was understood. `chosen_kind` is the user's, None for what the name suggests; `note` says why it
    is not added, or what was probably meant."""

    symbol: str
    fate: Fate
    chosen_kind: InstrumentKind | None = None
    note: str = ""

    @property
    def kind(self) -> InstrumentKind:
        """The kind it will be watched as."""
        return self.chosen_kind or kind_of(self.symbol)


def read_entries(
    text: str,
    watched: Collection[str],
    known: Collection[str] = (),
    kinds: Mapping[str, InstrumentKind] | None = None,
) -> tuple[Entry, ...]:
    """The symbols in `text`, each once, in their order; separated by white space, commas and the like.

    `watched` are on the list already; `known` are symbols that a catalogue has, for suggestions where one is not among
    them (empty: no suggestions); `kinds` are the user's own. At most 500 are taken at once.
    """
    names = dict.fromkeys(name for word in _SEPARATORS.split(text) if (name := normal_symbol(word)))
    if len(names) > 1:
        names = {name: None for name in names if name not in _HEADINGS}
    entries = []
    room = MOST_AT_ONCE
    for name in names:
        entry = _entry(name, watched, known, (kinds or {}).get(name))
        if entry.fate is Fate.NEW and room == 0:
            entry = Entry(
                name,
                Fate.REFUSED,
                note=tr("More than {most} at once; add it with the next ones.").format(most=MOST_AT_ONCE),
            )
        room -= entry.fate is Fate.NEW
        entries.append(entry)
    return tuple(entries)


def normal_symbol(word: str) -> str:
    """The symbol that a word means: "eth/usdt" is ETHUSDT, "NASDAQ:AAPL" and "$aapl" are AAPL."""
    symbol = word.strip().strip("$#.").rpartition(":")[2].upper().replace("/", "")
    for ending in _DASHED_QUOTES:
        if symbol.endswith(ending):
            return symbol[: -len(ending)] + ending[1:]
    return symbol


def last_word(text: str) -> str:
    """The word that is being typed at the end of `text`; empty after a separator."""
    return _SEPARATORS.split(text)[-1]


def with_last_word(text: str, symbols: Collection[str]) -> str:
    """`text` with the word being typed replaced by `symbols`, ready for the next one."""
    kept = text[: len(text) - len(last_word(text))]
    return f"{kept}{', '.join(symbols)}, "


def _entry(name: str, watched: Collection[str], known: Collection[str], kind: InstrumentKind | None) -> Entry:
    try:
        check_symbol(name)
    except UnknownSymbolError as error:
        return Entry(name, Fate.REFUSED, note=said(str(error)))
    if kind_of(name) is InstrumentKind.DEMO:
        return Entry(name, Fate.REFUSED, note=tr("It belongs to the simulated market, which has its own list."))
    if name in watched:
        return Entry(name, Fate.WATCHED, note=tr("It is on the list already."))
    if known and name not in known:
        return Entry(
            name,
            Fate.NEW,
            kind,
            tr("Not in the catalogue{similar}; it is tried as it is.").format(similar=did_you_mean(name, known)),
        )
    return Entry(name, Fate.NEW, kind)
