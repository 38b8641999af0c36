"""The three states of evidence, and the test that leads from one to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

UNTESTED, NO_EVIDENCE, EDGE = "untested", "no evidence", "edge"


@dataclass(frozen=True, slots=True)
class EvidenceTest:
    """`gain`: log-loss gain in nats of models of `trees` trees on the real market; `gain_to_beat`: the 95th percentile
    of the same on `permutations` permuted ones; `p_value`: (1 + those at least as good) / (1 + all); `direction_low`:
    the 5% bound of the model's own direction gain, None when nothing moved."""

    gain: float
    gain_to_beat: float
    p_value: float
    direction_low: float | None
    permutations: int
    trees: int

    @property
    def verdict(self) -> str:
        """`edge` when the gain beats the permuted markets' and the direction gain is surely above 0."""
        tells_direction = self.direction_low is not None and self.direction_low > 0
        return EDGE if self.gain > self.gain_to_beat and tells_direction else NO_EVIDENCE

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """The test that `asdict` made a JSON object of."""
        return cls(**{name: content[name] for name in cls.__slots__})
