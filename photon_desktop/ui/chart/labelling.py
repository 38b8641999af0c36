"""The labels of the axes for one frame."""

from collections.abc import Sequence

import numpy as np

from photon_desktop.trading.instrument import Instrument
from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.drawings.drawing import Tool
from photon_desktop.ui.chart.items.axes import AxisLabel, AxisTag
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.price_lines import PriceLine
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.chart.scale.price_ticks import nice_step, price_ticks
from photon_desktop.ui.chart.scale.time_labels import TimeLabel, time_labels
from photon_desktop.ui.design import Theme

_PRICE_SPACING = 44.0  # px
_MACD_REACH = 0.75  # of the half pane: labels nearer to its edge would be cut
_TIME_SPACING = 76.0
_LOW_PANE_SPACING = 26.0
_RSI_TICKS = [30.0, 50.0, 70.0]


def pane_ticks(
    name: PaneName, shown: PriceRange, height: float, instrument: Instrument, base: float | None = None
) -> list[float]:
    """Where a pane's price axis has labels; with `base` at round percents of it."""
    if name is PaneName.RSI:
        return _RSI_TICKS
    if name is PaneName.MACD:
        reach = nice_step(-shown.bottom / 2, 1)
        return [0.0] if reach > _MACD_REACH * -shown.bottom else [-reach, 0.0, reach]
    if name is PaneName.ATR:
        return price_ticks(shown, height, _LOW_PANE_SPACING, 0.0)
    if base:
        percents = PriceRange(_percent(shown.bottom, base), _percent(shown.top, base))
        return [base * (1 + tick / 100) for tick in price_ticks(percents, height, _PRICE_SPACING, 0.0)]
    return price_ticks(shown, height, _PRICE_SPACING, float(instrument.tick_size))


def pane_text(name: PaneName, value: float, instrument: Instrument, base: float | None = None) -> str:
    """A value as a pane's axis writes it; with `base` a price's change on it."""
    if name is PaneName.RSI:
        return formats.fixed(value, 1)
    if name is PaneName.PRICE and base:
        return formats.signed_percent(value / base - 1)
    return formats.fixed(value, instrument.price_decimals)


def price_labels(
    name: PaneName, frame: Frame, ticks: list[float], instrument: Instrument, base: float | None = None
) -> list[AxisLabel]:
    """The labels at `ticks`; whole figures on the RSI's axis."""
    if name is PaneName.RSI:
        return [AxisLabel(frame.shown.place(tick), formats.fixed(tick, 0)) for tick in ticks]
    return [AxisLabel(frame.shown.place(tick), pane_text(name, tick, instrument, base)) for tick in ticks]


def price_tags(content: Content, lines: Sequence[PriceLine], shown: PriceRange, theme: Theme) -> list[AxisTag]:
    """Tags for the prices that have a line, in its colour, the weightiest first."""
    base, instrument = content.percent_base, content.instrument
    return [
        AxisTag(
            shown.place(line.price),
            pane_text(PaneName.PRICE, line.price, instrument, base) if base else formats.price(line.price, instrument),
            line.colour,
            theme.on_market,
        )
        for line in lines
    ]


def level_tags(content: Content, shown: PriceRange, theme: Theme) -> list[AxisTag]:
    """Tags for the horizontal lines the user drew, in their colour."""
    prices = (drawing.anchors[0].price for drawing in content.drawings.drawings if drawing.tool is Tool.LEVEL)
    texts = ((price, pane_text(PaneName.PRICE, price, content.instrument, content.percent_base)) for price in prices)
    return [AxisTag(shown.place(price), text, theme.accent, theme.on_accent) for price, text in texts]


def _percent(price: float, base: float) -> float:
    return 100 * (price / base - 1)


def bar_labels(content: Content, window: BarWindow) -> list[TimeLabel]:
    """The labels of the time axis, read off one bar a candle."""
    series = content.series
    level = series.pyramid.level_for(window.pixels_per_bar)
    first, stop = window.visible
    numbers = np.arange(max((first >> level) - 1, 0) << level, stop, 1 << level, dtype=np.int64)
    clock = content.local_time.clock(series.times[numbers])
    return time_labels(numbers, clock, window.pixels_per_bar, _TIME_SPACING)
