"""Which column of a file holds what, as a person sees and changes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.vocabulary import PRICE_ROLES, Role
from photon_desktop.ui.language import tr

Roles = tuple[Role, ...]
NEEDED = (Role.TIME, *PRICE_ROLES)
_NAMES = {
    Role.TIME: "time_column", Role.CLOCK: "clock_column", Role.OPEN: "open_column", Role.HIGH: "high_column",
    Role.LOW: "low_column", Role.CLOSE: "close_column", Role.VOLUME: "volume_column", Role.SYMBOL: "symbol_column",
}  # fmt: skip
# one column of prices makes bars without a range
OFFERED: tuple[Roles, ...] = ((), *((role,) for role in Role), PRICE_ROLES)


def role_words(roles: Roles) -> str:
    """What a column holds, in words: "ignore", "close", "price", "time + time of day"."""
    if not roles:
        return tr("ignore")
    return tr("price") if roles == PRICE_ROLES else " + ".join(_said(role) for role in roles)


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """The column of each role that has one. A needed role may be without: then the plan does not fit any format."""

    places: tuple[tuple[Role, int], ...]

    @classmethod
    def of(cls, format_: Format) -> "ColumnPlan":
        """The columns as `format_` has them."""
        return cls._made({role: getattr(format_, name) for role, name in _NAMES.items()})

    @classmethod
    def _made(cls, places: Mapping[Role, int | None]) -> "ColumnPlan":
        return cls(tuple((role, column) for role in Role if (column := places.get(role)) is not None))

    def roles_of(self, column: int) -> Roles:
        """What `column` holds, in the order of `Role`; nothing when it is ignored."""
        return tuple(role for role, place in self.places if place == column)

    @property
    def missing(self) -> Roles:
        """The needed roles that no column has."""
        placed = {role for role, _ in self.places}
        return tuple(role for role in NEEDED if role not in placed)

    def with_roles(self, column: int, roles: Iterable[Role]) -> "ColumnPlan":
        """Have `column` hold exactly `roles`, which other columns then no longer hold."""
        kept = {role: place for role, place in self.places if place != column}
        return self._made(kept | dict.fromkeys(roles, column))

    def applied_to(self, format_: Format) -> Format:
        """`format_` with these columns. Raises ValueError while a needed role is missing."""
        if self.missing:
            raise ValueError(f"no column holds {self.missing[0]}")
        places = dict(self.places)
        columns: dict[str, Any] = {name: places.get(role) for role, name in _NAMES.items()}
        return replace(format_, **columns)


def missing_sentence(plan: ColumnPlan) -> str:
    """What to do about a needed role that no column has."""
    return tr("Choose which column holds the {role}.").format(role=_said(plan.missing[0]))


def _said(role: Role) -> str:
    said = {
        Role.TIME: tr("time", "column"), Role.CLOCK: tr("time of day", "column"), Role.OPEN: tr("open", "price"),
        Role.HIGH: tr("high", "price"), Role.LOW: tr("low", "price"), Role.CLOSE: tr("close", "price"),
        Role.VOLUME: tr("volume", "column"), Role.SYMBOL: tr("symbol", "column"),
    }  # fmt: skip
    return said[role]
