"""The bar intervals the program knows."""

import re
from difflib import get_close_matches
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError

NANOSECONDS_PER_SECOND = 1_000_000_000
_SECONDS_PER_UNIT = {"m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
_LENGTH = re.compile(r"([0-9]{1,6}) ?([A-Za-z])")
_SECONDS_PER_YEAR = 31_557_600  # 365.25 days


class Interval(StrEnum):
    """The length of a bar; its value is the text used in files, messages and on the command line."""

    MINUTE_1 = "1m"
    MINUTE_3 = "3m"
    MINUTE_5 = "5m"
    MINUTE_15 = "15m"
    MINUTE_30 = "30m"
    HOUR_1 = "1h"
    HOUR_2 = "2h"
    HOUR_4 = "4h"
    HOUR_6 = "6h"
    HOUR_12 = "12h"
    DAY_1 = "1d"
    WEEK_1 = "1w"

    @property
    def seconds(self) -> int:
        """Length in seconds."""
        return int(self.value[:-1]) * _SECONDS_PER_UNIT[self.value[-1]]

    @property
    def nanoseconds(self) -> int:
        """Length in nanoseconds."""
        return self.seconds * NANOSECONDS_PER_SECOND

    @property
    def bars_per_year(self) -> float:
        """Bars in a year of 365.25 days of round-the-clock trading."""
        return _SECONDS_PER_YEAR / self.seconds

    @classmethod
    def parse(cls, text: str) -> "Interval":
        """The interval written as `text` ("1h").

        Raises ValueRefusedError for any other text: with the interval of the same length, or for what is no length the
        nearest one, else with all of them.
        """
        try:
            return cls(text.strip())
        except ValueError:
            near = _meant(text.strip(), [interval.value for interval in cls])
            hint = f"did you mean {near}?" if near else f"use one of {', '.join(cls)}."
            raise ValueRefusedError(f"The interval {text!r} is not known: {hint}") from None


def _meant(text: str, known: list[str]) -> str | None:
    """A length that is not among the known ones (45m, or 1M for a month) is meant as it stands, and like none of
    them."""
    length = _LENGTH.fullmatch(text)
    if length is None:
        return next(iter(get_close_matches(text.lower(), known, n=1, cutoff=0.5)), None)
    unit = length[2] if length[2] == "M" else length[2].lower()  # M is a month, whatever else is in capitals
    seconds = int(length[1]) * _SECONDS_PER_UNIT.get(unit, 0)
    return next((one for one in known if Interval(one).seconds == seconds), None)
