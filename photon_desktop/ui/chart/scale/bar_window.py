"""Which bars are in view. The x axis counts bars, so there are no gaps; bar i is drawn around x = i."""

from dataclasses import dataclass, replace
from typing import Self

LIVE_PLACE = 0.88  # where on the width the last bar stands while it is followed
DEFAULT_PIXELS_PER_BAR = 8.0
MOST_PIXELS_PER_BAR = 80.0
_LEAST_BARS_LEFT = 5.0  # bars that stay in view however far one pans


@dataclass(frozen=True, slots=True)
class BarWindow:
    """`right` is the bar number at the right edge, `width` the plot's width in pixels, `count` how many bars there are.

    While `is_following`, the last bar keeps its place as bars arrive. Every method gives the next window.
    """

    count: int = 0
    width: float = 800.0
    pixels_per_bar: float = DEFAULT_PIXELS_PER_BAR
    right: float = 0.0
    is_following: bool = True

    @property
    def span(self) -> float:
        """Bars that fit into the width."""
        return self.width / self.pixels_per_bar

    @property
    def left(self) -> float:
        """The bar number at the left edge."""
        return self.right - self.span

    @property
    def last(self) -> int:
        """The number of the last bar."""
        return self.count - 1

    @property
    def visible(self) -> tuple[int, int]:
        """The first bar in view and the one after the last in view."""
        first = max(0, int(self.left - 0.5))
        return first, max(first, min(self.count, int(self.right + 1.5)))

    @property
    def is_near_start(self) -> bool:
        """Whether there is less than half a width of bars before the left edge."""
        return self.left < self.span / 2

    def followed(self) -> Self:
        """The last bar at its live place, and kept there."""
        return replace(self, is_following=True, right=self.last + (1 - LIVE_PLACE) * self.span)

    def with_count(self, count: int) -> Self:
        """The same view over `count` bars; one that follows moves on to the new last bar."""
        grown = replace(self, count=count)
        if not self.is_following:
            return grown
        return replace(grown, right=self.right + count - self.count)

    def with_older(self, bars: int) -> Self:
        """The same view when `bars` were added before the first; taken away when negative."""
        return replace(self, count=self.count + bars, right=self.right + bars)

    def with_width(self, width: float) -> Self:
        """The view on another width: the zoom stays, and so does the last bar's place or else the right edge."""
        wider = replace(self, width=max(width, 1.0))
        return wider.followed() if self.is_following else wider

    def panned(self, bars: float) -> Self:
        """The view `bars` later, earlier when negative. Going earlier ends following."""
        moved = replace(self, right=self.right + bars, is_following=self.is_following and bars >= 0)
        return moved._held()

    def zoomed(self, factor: float, place: float) -> Self:
        """Bars `factor` times as wide, what stands at `place` (share of the width) staying there.

        Following goes on while the last bar stays in view.
        """
        anchor = self.left + place * self.span
        least = min(self.width / max(self.count * 1.25, 60.0), DEFAULT_PIXELS_PER_BAR)
        zoom = min(max(self.pixels_per_bar * factor, least), MOST_PIXELS_PER_BAR)
        span = self.width / zoom
        most = max(self.right, self.last + (1 - LIVE_PLACE) * span)  # zooming out adds no emptiness after the last bar
        zoomed = replace(self, pixels_per_bar=zoom, right=min(anchor + (1 - place) * span, most))._held()
        return replace(zoomed, is_following=self.is_following and self.last <= zoomed.right)

    def from_start(self) -> Self:
        """The oldest bars, not following, unless all fit in anyway."""
        start = replace(self, right=self.span - 1.0, is_following=False)
        return self.followed() if start.right >= self.last else start

    def centred_on(self, index: int) -> Self:
        """Bar `index` in the middle, not following."""
        return replace(self, right=index + self.span / 2, is_following=False)._held()

    def x_of(self, index: float) -> float:
        """The pixel from the left edge where bar `index` has its middle."""
        return (index - self.left) * self.pixels_per_bar

    def index_of(self, x: float) -> float:
        """The bar number at `x` pixels from the left edge."""
        return self.left + x / self.pixels_per_bar

    def _held(self) -> Self:
        """The window moved back so far that some bars are in view."""
        least = min(_LEAST_BARS_LEFT, max(self.count, 1)) - 1.0
        most = max(self.last + 0.75 * self.span, least)
        return replace(self, right=min(max(self.right, least), most))
