"""Finds symbols by a part of their spelling or name, in what Bybit lists and what Yahoo knows."""

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from photon_desktop.errors import PhotonError
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.listing import Listing

MOST_FOUND = 20
Lookup = Callable[[str], Sequence[Listing]]


class SymbolSearch:
    """Asks every catalogue in `lookups`, crypto's before stocks'; one that can't be asked leaves the others' answers.

    Raises PhotonError when none could be asked. Called on one thread at a time, never the window's.
    """

    def __init__(self, lookups: Sequence[Lookup]) -> None:
        self._lookups = lookups

    def __call__(self, text: str) -> tuple[Listing, ...]:
        found: list[Listing] = []
        problems: list[PhotonError] = []
        for lookup in self._lookups:
            try:
                found += lookup(text)[:MOST_FOUND]
            except PhotonError as error:
                problems.append(error)
        if len(problems) == len(self._lookups) and problems:
            raise problems[0]
        return tuple(found)


class ListedContracts:
    """What an exchange lists, asked for once and searched here; the shortest symbols that begin with the text first."""

    def __init__(self, listings: Callable[[], Sequence[Any]], exchange: str) -> None:
        self._listings = listings
        self._exchange = exchange
        self._known: tuple[Listing, ...] | None = None
        self._lock = threading.Lock()

    def __call__(self, text: str) -> tuple[Listing, ...]:
        wanted = "".join(sign for sign in text.upper() if sign.isalnum())
        if not wanted:
            return ()
        fitting = [one for one in self._all() if wanted in one.symbol or wanted in one.name.upper()]
        fitting.sort(key=lambda one: (not one.symbol.startswith(wanted), len(one.symbol), one.symbol))
        return tuple(fitting[:MOST_FOUND])

    def _all(self) -> tuple[Listing, ...]:
        with self._lock:
            if self._known is None:
                rows = (row for row in self._listings() if isinstance(row, dict))
                self._known = tuple(_listing(row, self._exchange) for row in rows if isinstance(row.get("symbol"), str))
            return self._known


def _listing(row: Mapping[str, Any], exchange: str) -> Listing:
    name = f"{row.get('baseCoin', '')} / {row.get('quoteCoin', '')}"
    return Listing(row["symbol"], name, InstrumentKind.CRYPTO, exchange)
