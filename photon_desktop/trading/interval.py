"""The bar intervals the program knows."""

from difflib import get_close_matches
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError

NANOSECONDS_PER_SECOND = 1_000_000_000
_SECONDS_PER_UNIT = {"m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
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

        Raises ValueRefusedError, with the nearest known interval, for any other text.
        """
        try:
            return cls(text.strip())
        except ValueError:
            known = [interval.value for interval in cls]
            near = get_close_matches(text.strip().lower(), known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(known)}."
            raise ValueRefusedError(f"The interval {text!r} is not known: {hint}") from None
