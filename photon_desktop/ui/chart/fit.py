"""Has the panes' ranges fit what is in view, clear of the words that lie over them."""

from collections.abc import Callable

from photon_desktop.ui.chart.data.study import LINES, Line, StudyKind
from photon_desktop.ui.chart.items.column_item import VOLUME_SHARE
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.look import Look
from photon_desktop.ui.chart.panes import Pane
from photon_desktop.ui.chart.scale.fitting import fit_line, fit_macd, fit_prices
from photon_desktop.ui.chart.scale.price_range import MARGIN
from photon_desktop.ui.chart.stack import PaneStack

_TITLE_HEIGHT = 16.0  # px, of a lower pane
_MOST_FREE = 0.25  # of a pane's height


def fit_panes(stack: PaneStack, frame_of: Callable[[Pane], Frame], look: Look, words_height: float) -> None:
    """Set the ranges of the panes in view but of one set by hand; `words_height` is how many pixels readout and legend
    take from the top of the prices."""
    price = stack.price
    floor = VOLUME_SHARE if look.shows(StudyKind.VOLUME) else MARGIN
    ceiling = max(MARGIN, _free_share(price, words_height))
    price.shown = fit_prices(price.shown, frame_of(price), _lines_in_range(look), floor, ceiling)
    if stack.macd.is_visible:
        frame = frame_of(stack.macd)
        stack.macd.shown = fit_macd(frame.series, frame.window, _free_share(stack.macd, _TITLE_HEIGHT))
    if stack.atr.is_visible:
        stack.atr.shown = fit_line(frame_of(stack.atr), Line.ATR, _free_share(stack.atr, _TITLE_HEIGHT))


def _lines_in_range(look: Look) -> tuple[Line, ...]:
    """Curves that the prices' range makes room for: bands reach far, averages stay near the bars."""
    return LINES[StudyKind.BOLLINGER] if look.shows(StudyKind.BOLLINGER) else ()


def _free_share(pane: Pane, pixels: float) -> float:
    return min(pixels / max(pane.rect.height(), 1.0), _MOST_FREE)
