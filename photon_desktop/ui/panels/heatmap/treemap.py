"""A squarified treemap: areas in proportion to sizes, tiles as near to squares as they come.

Source: Bruls, Huizing and van Wijk, *Squarified Treemaps*, 2000.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF


def squarified(sizes: Sequence[float], room: QRectF) -> list[QRectF]:
    """A tile of `room` for each of `sizes` (above zero, falling), in their order; none for no room."""
    total = sum(sizes)
    if total <= 0 or room.isEmpty():
        return []
    areas = [size / total * room.width() * room.height() for size in sizes]
    tiles: list[QRectF] = []
    left = QRectF(room)
    while len(tiles) < len(areas):
        row = _row(areas[len(tiles) :], min(left.width(), left.height()))
        left = _lay(row, left, tiles)
    return tiles


def _row(areas: Sequence[float], side: float) -> Sequence[float]:
    """As many of the first areas as make the best row along `side`."""
    count = 1
    while count < len(areas) and _worst(areas[: count + 1], side) <= _worst(areas[:count], side):
        count += 1
    return areas[:count]


def _worst(areas: Sequence[float], side: float) -> float:
    """The highest ratio of length to width in a row."""
    whole = sum(areas)
    if whole <= 0 or side <= 0:
        return float("inf")
    return max(side**2 * max(areas) / whole**2, whole**2 / (side**2 * min(areas)))


def _lay(row: Sequence[float], room: QRectF, tiles: list[QRectF]) -> QRectF:
    """Put a row along the shorter side, and return the room that is left."""
    whole = sum(row)
    if room.width() >= room.height():
        width = whole / room.height()
        top = room.top()
        for area in row:
            tiles.append(QRectF(room.left(), top, width, area / width))
            top += area / width
        return QRectF(room.left() + width, room.top(), max(0.0, room.width() - width), room.height())
    height = whole / room.width()
    left = room.left()
    for area in row:
        tiles.append(QRectF(left, room.top(), area / height, height))
        left += area / height
    return QRectF(room.left(), room.top() + height, room.width(), max(0.0, room.height() - height))
