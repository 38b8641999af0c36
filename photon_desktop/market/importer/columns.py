"""Which column holds what: by the columns' names, then by what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photon_desktop.errors import DataError
from photon_desktop.market.importer.layout import Layout
from photon_desktop.market.importer.price_columns import PriceColumns, prices_among
from photon_desktop.market.importer.refusals import listed, shown
from photon_desktop.market.importer.samples import Samples, nearly_all
from photon_desktop.market.importer.time_columns import TimeColumns
from photon_desktop.market.importer.vocabulary import (
    PRICE_ROLES,
    SIDES,
    STRONG,
    WEAK,
    Role,
    is_known,
    is_of_something_else,
    plain,
    rank,
    role_of_volume,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each role, what is unsure about them, and what should be said about them."""

    prices: PriceColumns
    volume: int | None
    symbol: int | None
    unsure: str = ""  # a sentence that asks
    warnings: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    side_taken: bool = False  # what stands beside each other are sides of one market, not several instruments


class ColumnFinder:
    """Finds the columns of one file, those of one ticker where several stand beside each other."""

    def __init__(self, layout: Layout, samples: Samples, times: TimeColumns, name: str, ticker: str | None,
                 symbol: str | None) -> None:  # fmt: skip
        self._layout = layout
        self._samples = samples
        self._times = times
        self._name = shown(name)
        self._taken = {times.time, times.clock}
        self._ticker = ticker
        self._symbol_hint = symbol

    def find(self) -> Columns:
        """The columns. Raises DataError, naming what is missing, when no columns can be the prices."""
        places = {role: self._places(role) for role in PRICE_ROLES}
        if not any(places.values()):
            return self._without_names()
        if list(filter(places.get, PRICE_ROLES)) == [Role.CLOSE]:
            return self._single_price(places[Role.CLOSE][0])
        for role in PRICE_ROLES:
            places[role] = places[role] or self._by_content(role, places)
        missing = [role.value for role in PRICE_ROLES if not places[role]]
        if missing:
            raise DataError(self._missing(" and ".join(missing)))
        open_, high, low, close = (places[role][0] for role in PRICE_ROLES)
        prices = PriceColumns(open_, high, low, close)
        doubled = next((role for role in PRICE_ROLES if len(places[role]) > 1), None)
        asked = "" if doubled is None else self._which(doubled, places[doubled])
        choices = () if doubled is None else tuple(self._called(place) for place in places[doubled])
        warnings = self._warnings(prices)
        is_side = self._side() is not None
        return Columns(prices, self._volume(prices), self._symbol(), asked, warnings, choices, is_side)

    def _own(self) -> list[int]:
        """The columns that may be of the bars to read."""
        side = self._side()
        wanted = side if side is not None else self._ticker
        tickers = self._layout.tickers
        return [
            place
            for place in range(self._layout.width)
            if place not in self._taken and (not tickers or wanted is None or tickers[place] in {wanted, ""})
        ]

    def _side(self) -> str | None:
        known = {plain(ticker): ticker for ticker in self._layout.tickers if ticker}
        return next((known[side] for side in SIDES if side in known), None)

    def _places(self, role: Role) -> list[int]:
        """The columns named for a role, only those named the most surely."""
        ranks = {place: self._rank(place, role) for place in self._own()}
        best = max(ranks.values(), default=0)
        return [place for place, found in ranks.items() if found == best > 0]

    def _rank(self, place: int, role: Role) -> int:
        found = rank(self._layout.names[place], role) if self._layout.names else 0
        return found if found and self._samples.is_numeric(place) else 0

    def _by_content(self, role: Role, places: dict[Role, list[int]]) -> list[int]:
        """For the one price whose name is not known: the column that lies between low and high."""
        if sum(1 for other in PRICE_ROLES if not places[other]) != 1 or role in {Role.HIGH, Role.LOW}:
            return []
        high, low = (self._samples.values(places[bound][0]) for bound in (Role.HIGH, Role.LOW))
        unnamed = [place for place in self._unknown() if self._samples.is_numeric(place)]
        values = {place: self._samples.values(place) for place in unnamed}
        return [place for place, found in values.items() if nearly_all((found >= low) & (found <= high))][:1]

    def _unknown(self) -> list[int]:
        """Columns whose names say nothing that is known."""
        names = self._layout.names
        return [
            place
            for place in self._own()
            if not names or not (is_known(names[place]) or is_of_something_else(names[place]))
        ]

    def _without_names(self) -> Columns:
        found = prices_among(self._unknown(), self._samples, newest_first=self._times.newest_first)
        if found is None:
            if self._layout.names:
                raise DataError(self._missing("OHLCV prices"))
            raise DataError(
                f"The order of the columns in {self._name} can't be told: no four of them are like a bar's open, high,"
                " low and close; give the file a header."
            )
        asked = ""
        if found.unsure:
            asked = (
                f"The column order is unknown: of {self._called(found.open)} and {self._called(found.close)} either"
                " may be the open; say which columns are open and close."
            )
        choices = (self._called(found.open), self._called(found.close)) if asked else ()
        return Columns(found, self._volume(found), self._symbol(), asked, (), choices)

    def _single_price(self, place: int) -> Columns:
        prices = PriceColumns(place, place, place, place)
        asked = (
            f"There is one column of prices, {self._called(place)}, and none for open, high and low; say whether it"
            " shall be all four."
        )
        return Columns(prices, self._volume(prices), self._symbol(), asked, (), (self._called(place),))

    def _volume(self, prices: PriceColumns) -> int | None:
        """The volume in units rather than in money, and one that is not zero throughout rather than one that is."""
        used = {prices.open, prices.high, prices.low, prices.close}
        named = {place: self._volume_rank(place) for place in self._own() if place not in used}
        best = [place for place, found in sorted(named.items(), key=lambda one: -one[1]) if found > 0]
        if best:
            return next((place for place in best if not self._samples.is_zero(place)), best[0])
        if self._layout.names and any(map(is_known, self._layout.names)):
            return None
        return self._volume_by_content(prices, used)

    def _volume_rank(self, place: int) -> int:
        if not self._layout.names or not self._could_be_volume(place):
            return 0
        column = self._symbol()
        tickers = () if column is None else self._samples.distinct(column)
        return role_of_volume(self._layout.names[place], tickers[0] if len(tickers) == 1 else self._symbol_hint)

    def _could_be_volume(self, place: int) -> bool:
        """A volume is of numbers, or not told at all."""
        return self._samples.is_numeric(place) or not any(self._samples.distinct(place)[1:])

    def _volume_by_content(self, prices: PriceColumns, used: set[int]) -> int | None:
        """The first column of numbers after the prices that is not an average price."""
        last = max(used)
        after = [place for place in self._own() if place > last] + [place for place in self._own() if place < last]
        high, low = self._samples.values(prices.high), self._samples.values(prices.low)
        for place in after:
            if place in used or not self._samples.is_numeric(place):
                continue
            values = self._samples.values(place)
            is_average = nearly_all((values >= low) & (values <= high) | ~np.isfinite(values))
            if not is_average and not np.any(values < 0):
                return place
        return None

    def _symbol(self) -> int | None:
        names = self._layout.names
        named = [place for place in self._own() if names and rank(names[place], Role.SYMBOL) == STRONG]
        if named or any(map(is_known, names)):
            return named[0] if named else None
        return next((place for place in self._own() if self._samples.looks_like_tickers(place)), None)

    def _warnings(self, prices: PriceColumns) -> tuple[str, ...]:
        side = self._side()
        said = [f"The file has prices of several sides; those of the {plain(side)} are taken."] if side else []
        names = self._layout.names
        if rank(names[prices.close], Role.CLOSE) == WEAK and "adj" in plain(names[prices.close]):
            said.append("The closes are adjusted for splits and dividends, the other prices may not be.")
        return tuple(said)

    def _which(self, role: Role, places: Sequence[int]) -> str:
        called = " and ".join(self._called(place) for place in places)
        return f"There are duplicate columns for the {role.value}: {called}; choose which one is meant."

    def _called(self, place: int) -> str:
        name = self._layout.names[place] if self._layout.names else ""
        return f"column {place + 1} ({shown(name)})" if name else f"column {place + 1}"

    def _missing(self, what: str) -> str:
        names = tuple(name for name in self._layout.names if name)
        found = f"its columns are {listed(names, 12)}" if names else "it has no header"
        return f"There is no column for {what} in {self._name} ({found}); choose a file with open, high, low and close."
