"""How wide the columns of a table are where they have too little room."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """A column's widths in pixels: `wanted` where there is room, `needed` by its longest text, and the `least` that it
    may be shortened to, the rest of its text left out."""

    wanted: int
    needed: int
    least: int


def fitted(needs: Sequence[ColumnNeed], room: int, let_go: Sequence[int] = ()) -> list[int]:
    """The width of each column in `room` pixels, 0 for one that is left out.

    First the columns lose what they want beyond their texts, then those that may shorten their texts do, and then the
    columns of `let_go` are left out, one by one in that order. What still has no room is as wide as its texts.
    """
    gone: set[int] = set()
    for left_out in (None, *let_go):
        gone |= set() if left_out is None else {left_out}
        kept = [place for place in range(len(needs)) if place not in gone]
        widths = _widths([needs[place] for place in kept], room)
        if widths is not None:
            break
    else:
        widths = [needs[place].least for place in kept]
    by_place = dict(zip(kept, widths, strict=True))
    return [by_place.get(place, 0) for place in range(len(needs))]


def _widths(needs: Sequence[ColumnNeed], room: int) -> list[int] | None:
    """Widths that have room; None when even the least have not."""
    most = [max(need.wanted, need.needed) for need in needs]
    needed, least = [need.needed for need in needs], [need.least for need in needs]
    if sum(most) <= room:
        return most
    if sum(needed) <= room:
        return _between(needed, most, room)
    return _between(least, needed, room) if sum(least) <= room else None


def _between(low: Sequence[int], high: Sequence[int], room: int) -> list[int]:
    """Widths from `low` to `high` that together have `room`, each the same part of its way."""
    way = sum(high) - sum(low)
    part = (room - sum(low)) / way if way else 0.0
    return [small + int((large - small) * part) for small, large in zip(low, high, strict=True)]
