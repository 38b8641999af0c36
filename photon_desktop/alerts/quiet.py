"""Quiet hours: when nothing goes out but what can't wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any, Self

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.timestamps import to_datetime

EVERY_DAY = frozenset(range(7))
_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `begins` to `ends`, minutes of the user's day, over midnight where it ends before it begins; the same two
    are a whole day. `days` are those on which they begin, Monday is 0. `lets_urgent`: what is urgent goes out."""

    is_on: bool = False
    begins: int = 22 * 60
    ends: int = 7 * 60
    days: frozenset[int] = EVERY_DAY
    lets_urgent: bool = True

    def __post_init__(self) -> None:
        for name, minute in (("begin", self.begins), ("end", self.ends)):
            if not 0 <= minute < _DAY:
                raise ValueRefusedError(f"Quiet hours {name} at minute {minute}; a day has the minutes 0 to 1439.")
        if not self.days <= EVERY_DAY:
            raise ValueRefusedError(f"Quiet hours are on the days {sorted(self.days)}; use 0, Monday, to 6, Sunday.")

    def is_quiet(self, time_ns: int, zone: tzinfo | None = None) -> bool:
        """Whether it is quiet at a time (ns UTC) in `zone`, None for this computer's. What the user's clock shows
        counts, also when it is put forward or back."""
        if not self.is_on:
            return False
        local = to_datetime(time_ns).astimezone(zone)
        minute = local.hour * 60 + local.minute
        if self.begins < self.ends:
            return self.begins <= minute < self.ends and local.weekday() in self.days
        if minute >= self.begins:
            return local.weekday() in self.days
        return minute < self.ends and _day_before(local) in self.days

    def to_json(self) -> dict[str, Any]:
        """What is kept."""
        return {
            "is_on": self.is_on,
            "begins": self.begins,
            "ends": self.ends,
            "days": sorted(self.days),
            "lets_urgent": self.lets_urgent,
        }

    @classmethod
    def from_json(cls, kept: object) -> Self:
        """What `to_json` wrote; the defaults for anything else."""
        if not isinstance(kept, Mapping):
            return cls()
        try:
            return cls(
                kept["is_on"] is True,
                int(kept["begins"]),
                int(kept["ends"]),
                frozenset(int(day) for day in kept["days"]),
                kept["lets_urgent"] is True,
            )
        except (KeyError, TypeError, ValueError):
            return cls()


def _day_before(local: datetime) -> int:
    return (local.date() - timedelta(days=1)).weekday()
