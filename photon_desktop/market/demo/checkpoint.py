"""Where the simulated market stands, so that a later session goes on from there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from typing import Any, Self

from photon_desktop.errors import DataError
from photon_desktop.market.demo.film_times import DEMO_EPOCH, FILM_END, FILM_START, STEP_NS
from photon_desktop.market.demo.listings import DEMO_SYMBOLS, LISTINGS

LOG_UNIT = 2.0**-40  # about 1e-12: whole units add up exactly, forwards and backwards
_LARGEST_LOG = round(100 / LOG_UNIT)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The natural logarithm of each listed symbol's price at `time_ns`, in whole units of 2^-40.

    Raises DataError for a time outside the film or between its steps, and for missing or senseless prices.
    """

    time_ns: int
    log_prices: Mapping[str, int]

    def __post_init__(self) -> None:
        if not FILM_START <= self.time_ns <= FILM_END or self.time_ns % STEP_NS:
            raise DataError("The simulated market's saved time is none of its steps; let it start again.")
        if set(self.log_prices) != set(DEMO_SYMBOLS):
            raise DataError(
                f"The simulated market's saved prices are not those of {', '.join(DEMO_SYMBOLS)}; let it start again."
            )
        if any(abs(log_price) > _LARGEST_LOG for log_price in self.log_prices.values()):
            raise DataError("The simulated market's saved prices are beyond all bounds; let it start again.")

    @classmethod
    def opening(cls) -> Self:
        """The film's epoch: where the first session starts."""
        return cls(DEMO_EPOCH, {listing.symbol: round(log(listing.price) / LOG_UNIT) for listing in LISTINGS})

    @classmethod
    def from_mapping(cls, saved: Mapping[str, Any]) -> Self:
        """The checkpoint that `to_mapping` gave, perhaps by way of JSON; DataError for anything else."""
        try:
            time_ns, log_prices = saved["time_ns"], dict(saved["log_prices"])
        except (KeyError, TypeError, ValueError):
            raise DataError("The simulated market's saved state can't be read; let it start again.") from None
        if not all(type(number) is int for number in (time_ns, *log_prices.values())):
            raise DataError("The simulated market's saved state is not in whole numbers; let it start again.")
        return cls(time_ns, log_prices)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The checkpoint that `to_json` wrote; DataError for any other text."""
        try:
            saved = json.loads(text)
        except ValueError:
            raise DataError("The simulated market's saved state can't be read; let it start again.") from None
        return cls.from_mapping(saved)

    def to_mapping(self) -> dict[str, Any]:
        """The checkpoint as values that JSON can keep."""
        return {"time_ns": self.time_ns, "log_prices": dict(self.log_prices)}

    def to_json(self) -> str:
        """The checkpoint as JSON text."""
        return json.dumps(self.to_mapping())

    def price(self, symbol: str) -> float:
        """The price of `symbol`, not rounded to its tick."""
        return exp(self.log_prices[symbol] * LOG_UNIT)
