"""From the chart's times and prices to the pixels of its price pane, and back."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.drawings.drawing import Anchor
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the pane stands (`rect`, in the view's pixels) and what it shows. The content has a bar at least."""

    content: Content
    window: BarWindow
    shown: PriceRange
    rect: QRectF

    def point(self, anchor: Anchor) -> QPointF:
        """An anchor's pixel in the view."""
        x = self.window.x_of(self._place_of(anchor.time_ns))
        return QPointF(self.rect.left() + x, self.rect.top() + self.shown.place(anchor.price) * self.rect.height())

    def anchor(self, point: QPointF) -> Anchor:
        """The bar nearest to a pixel, and the price there on the instrument's ticks; before the first bar and after
        the last one bars are thought on at the interval."""
        index = round(self.window.index_of(point.x() - self.rect.left()))
        price = self.shown.price_at((point.y() - self.rect.top()) / max(self.rect.height(), 1.0))
        return Anchor(self._time_at(index), float(self.content.instrument.round_price(price)))

    def bars_between(self, first: Anchor, second: Anchor) -> int:
        """Bars from one anchor to the other."""
        return round(self._place_of(second.time_ns) - self._place_of(first.time_ns))

    def _time_at(self, index: int) -> int:
        times = self.content.series.times
        inside = min(max(index, 0), len(times) - 1)
        return int(times[inside]) + (index - inside) * self.content.interval.nanoseconds

    def _place_of(self, time_ns: int) -> float:
        times = self.content.series.times
        index = min(max(int(np.searchsorted(times, time_ns, side="right")) - 1, 0), len(times) - 1)
        is_between = 0 <= index < len(times) - 1 and time_ns >= times[0]
        step = int(times[index + 1] - times[index]) if is_between else self.content.interval.nanoseconds
        return index + float(time_ns - int(times[index])) / step
