"""Drawing on the chart by mouse and keys: a new shape, or one chosen, moved and deleted."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from photon_desktop.ui.chart.drawings.book import DrawingBook
from photon_desktop.ui.chart.drawings.drawing import Drawing, Tool, anchors_needed
from photon_desktop.ui.chart.drawings.ground import Ground
from photon_desktop.ui.chart.drawings.placed import PlacedDrawing, place_drawing

_CLICK_PIXELS = 4.0
Grabbed = tuple[QPointF, PlacedDrawing, int | None]  # where, what as it was, and the anchor if it was one


class DrawingDesk(QObject):
    """A press begins a shape and a release ends it; after a click without a drag the next click does.

    `ground` gives what is shown now, None for an empty chart. While nothing is armed, a drawing is grabbed to move it.
    """

    changed = Signal()  # what is drawn
    book_changed = Signal()  # what is to be kept
    armed_changed = Signal(str)  # the tool's text, empty for none

    def __init__(self, ground: Callable[[], Ground | None], parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self.book = DrawingBook()
        self.armed: Tool | None = None
        self.selected: int | None = None
        self._draft: Drawing | None = None
        self._is_waiting = False  # for the click that ends the draft
        self._pressed: QPointF | None = None
        self._grabbed: Grabbed | None = None
        self._shifted: Drawing | None = None  # what is held, where it is now

    def set_book(self, book: DrawingBook) -> None:
        """Draw in this one."""
        if book is not self.book:
            self.book = book
            self.cancel()

    def arm(self, tool: Tool | None) -> None:
        """Let the next press begin a shape of `tool`; None lets it move the chart again."""
        self._draft, self._is_waiting, self._grabbed = None, False, None
        self.armed = tool
        self.selected = None
        self.armed_changed.emit("" if tool is None else tool.value)
        self.changed.emit()

    def placed(self) -> list[PlacedDrawing]:
        """All drawings as they stand now, the one that is being drawn last."""
        ground = self._ground()
        if ground is None:
            return []
        drawings = list(self.book.drawings)
        if self._shifted is not None and self.selected is not None:
            drawings[self.selected] = self._shifted
        placed = [place_drawing(drawing, ground, place == self.selected) for place, drawing in enumerate(drawings)]
        return placed if self._draft is None else [*placed, place_drawing(self._draft, ground, True)]

    def shape_over(self, here: QPointF) -> Qt.CursorShape | None:
        """The cursor over what can be grabbed at this pixel; None when there is nothing."""
        if self.armed is not None or self._at(here) is None:
            return None
        return Qt.CursorShape.PointingHandCursor

    def grab(self, here: QPointF) -> bool:
        """Begin or end a shape, or take hold of one; False when there is neither."""
        ground = self._ground()
        if ground is None or not ground.rect.contains(here):
            return False
        self._pressed = here
        if self.armed is not None:
            if self._draft is None:
                self._begin(here, ground)
            self.drag(here)
            return True
        return self._take_hold(here)

    def drag(self, here: QPointF) -> None:
        """Have the shape follow."""
        ground = self._ground()
        if ground is None:
            return
        if self._draft is not None:
            self._draft = self._draft.with_anchor(-1, ground.anchor(_within(here, ground)))
        elif self._grabbed is not None and self.selected is not None:
            self._shifted = _moved(self._grabbed, here, ground)
        self.changed.emit()

    def follow(self, here: QPointF) -> None:
        """Have a shape that waits for its end follow the mouse."""
        if self._is_waiting:
            self.drag(here)

    def drop(self) -> None:
        """Leave the shape as it is, unless it was only clicked and waits for its other end."""
        ground = self._ground()
        if self._draft is not None and ground is not None and self._pressed is not None:
            is_one = anchors_needed(self._draft.tool) == 1
            away = ground.point(self._draft.anchors[-1]) - ground.point(self._draft.anchors[0])
            is_drawn = max(abs(away.x()), abs(away.y())) >= _CLICK_PIXELS
            if is_one or is_drawn:
                self._finish()
            else:
                self._is_waiting = True
        if self._shifted is not None and self.selected is not None:
            self._keep_shifted(self.selected, self._shifted)
        self._grabbed = self._shifted = None
        self.changed.emit()

    def give_back(self) -> None:
        """Let what is held or being drawn go back to where it was."""
        self.cancel()

    def cancel(self) -> None:
        """Hold nothing, draw nothing, choose nothing."""
        self._grabbed = self._shifted = None
        self.arm(None)

    def select_next(self) -> None:
        """Choose the drawing after the one that is chosen, the first after the last."""
        count = len(self.book.drawings)
        self.selected = None if count == 0 else 0 if self.selected is None else (self.selected + 1) % count
        self.changed.emit()

    def delete(self) -> bool:
        """Delete the drawing that is chosen; False when none is."""
        if self.selected is None:
            return False
        self.book.delete(self.selected)
        self.selected = None
        self._tell_book()
        return True

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        return self._tell_other(self.book.undo())

    def redo(self) -> bool:
        """Do anew what was taken back last; False when there is nothing."""
        return self._tell_other(self.book.redo())

    def shift(self, right: float, down: float) -> bool:
        """Move the drawing that is chosen by so many pixels; False when none is."""
        ground = self._ground()
        if self.selected is None or ground is None:
            return False
        placed = place_drawing(self.book.drawings[self.selected], ground)
        grabbed = (QPointF(0, 0), placed, None)
        self._keep_shifted(self.selected, _moved(grabbed, QPointF(right, down), ground))
        self.changed.emit()
        return True

    def _begin(self, here: QPointF, ground: Ground) -> None:
        if self.armed is not None:
            self._draft = Drawing(self.armed, (ground.anchor(here),) * anchors_needed(self.armed))

    def _finish(self) -> None:
        draft, self._draft, self._is_waiting = self._draft, None, False
        if draft is None:
            return
        self.book.add(draft)
        self.arm(None)
        self.selected = len(self.book.drawings) - 1
        self._tell_book()

    def _take_hold(self, here: QPointF) -> bool:
        place = self._at(here)
        if place != self.selected:
            self.selected = place
            self.changed.emit()
        if place is None:
            return False
        held = self.placed()[place]
        self._grabbed = (here, held, held.anchor_at(here))
        return True

    def _at(self, here: QPointF) -> int | None:
        hits = [place for place, one in enumerate(self.placed()) if one.anchor_at(here) is not None or one.is_hit(here)]
        return hits[-1] if hits else None

    def _keep_shifted(self, place: int, drawing: Drawing) -> None:
        if drawing != self.book.drawings[place]:
            self.book.replace(place, drawing)
            self.book_changed.emit()

    def _tell_other(self, is_other: bool) -> bool:
        if is_other:
            self.selected = None
            self._tell_book()
        return is_other

    def _tell_book(self) -> None:
        self.book_changed.emit()
        self.changed.emit()


def _moved(grabbed: Grabbed, here: QPointF, ground: Ground) -> Drawing:
    """What was grabbed with its anchor, or all of it, moved as far as the mouse."""
    start, placed, anchor = grabbed
    if anchor is not None:
        return placed.drawing.with_anchor(anchor, ground.anchor(_within(here, ground)))
    moved = tuple(ground.anchor(point + here - start) for point in placed.points)
    if placed.drawing.tool is Tool.LEVEL:
        moved = (replace(placed.drawing.anchors[0], price=moved[0].price),)
    return replace(placed.drawing, anchors=moved)


def _within(here: QPointF, ground: Ground) -> QPointF:
    rect = ground.rect
    return QPointF(here.x(), min(max(here.y(), rect.top()), rect.bottom()))
