"""A drawing: a tool's shape held by anchors in time and price."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import Any, Self

from photon_desktop.ui.language import mark

_LATEST_NS = 2**62  # the year 2116


class Tool(StrEnum):
    """What can be drawn."""

    TREND = "trend"
    LEVEL = "level"
    RECTANGLE = "rectangle"
    MEASURE = "measure"


TOOL_WORDS = {
    Tool.TREND: mark("Trend line"),
    Tool.LEVEL: mark("Horizontal line"),
    Tool.RECTANGLE: mark("Rectangle"),
    Tool.MEASURE: mark("Measure"),
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment (ns UTC) and a price."""

    time_ns: int
    price: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A horizontal line has one anchor, everything else two."""

    tool: Tool
    anchors: tuple[Anchor, ...]

    def with_anchor(self, place: int, anchor: Anchor) -> Self:
        """The same drawing with one anchor elsewhere."""
        anchors = list(self.anchors)
        anchors[place] = anchor
        return replace(self, anchors=tuple(anchors))

    def to_json(self) -> dict[str, Any]:
        """What JSON can hold, for `read_drawings`."""
        return {"tool": self.tool.value, "anchors": [[anchor.time_ns, anchor.price] for anchor in self.anchors]}


def anchors_needed(tool: Tool) -> int:
    """How many anchors a tool's drawing has."""
    return 1 if tool is Tool.LEVEL else 2


def read_drawings(kept: Any) -> tuple[Drawing, ...]:
    """Drawings out of a list of what `to_json` gave; those that can't be read are left out."""
    read = (_read(entry) for entry in kept) if isinstance(kept, list) else ()
    return tuple(drawing for drawing in read if drawing is not None)


def written(drawings: Iterable[Drawing]) -> list[dict[str, Any]]:
    """A list for `read_drawings`."""
    return [drawing.to_json() for drawing in drawings]


def _read(entry: Any) -> Drawing | None:
    try:
        tool = Tool(entry["tool"])
        anchors = tuple(Anchor(int(time_ns), float(price)) for time_ns, price in entry["anchors"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    is_sound = all(isfinite(anchor.price) and 0 <= anchor.time_ns <= _LATEST_NS for anchor in anchors)
    return Drawing(tool, anchors) if is_sound and len(anchors) == anchors_needed(tool) else None
