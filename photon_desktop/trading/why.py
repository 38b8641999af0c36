"""What a decision may carry to explain itself: past bars like this one, and what would have changed it."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from photon_desktop.trading.timestamps import from_iso, to_iso


@dataclass(frozen=True, slots=True)
class PastCase:
    """A bar of the past that looked like this one, and what followed.

    `time`: its close, ns UTC; `distance` over the mean distance between training rows; `outcome` SELL, HOLD or BUY: the
    barrier touched first; `log_return` from the next open until then, `bars` later.
    """

    time: int
    distance: float
    outcome: str
    log_return: float
    bars: int

    def to_json(self) -> dict[str, Any]:
        """A JSON object with the time as ISO 8601."""
        return {**asdict(self), "time": to_iso(self.time)}

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """The case that `to_json` wrote."""
        return cls(**{**content, "time": from_iso(content["time"])})


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of one input, from `value` to `needed`, after which the model would have decided `action`
    (BUY, SELL or HOLD). `size` in the input's interquartile ranges; `words` say it in raw units."""

    feature: str
    value: float
    needed: float
    size: float
    action: str
    words: str

    def to_json(self) -> dict[str, Any]:
        """A JSON object."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """The flip that `to_json` wrote."""
        return cls(**content)
