"""What comes of a drill."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from photon_desktop.drill.sheet import Line


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sheet, how often the program was killed, what went wrong at the exchange by kind, and how much was traded."""

    lines: tuple[Line, ...]
    kills: int
    faults: Mapping[str, int] = field(default_factory=dict)
    orders: int = 0
    executions: int = 0
