"""Round prices for the labels of a price axis."""

from math import ceil, floor, log10

from photon_desktop.ui.chart.scale.price_range import PriceRange

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LINEAR_UP_TO = 2.5  # top over bottom; above it a logarithmic axis takes round figures of each decade
_DECADE_SETS = ((1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0), (1.0, 2.0, 3.0, 5.0), (1.0, 3.0), (1.0,))


def nice_step(span: float, most: int, least: float = 0.0) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten, not under `least`, that cuts `span` into `most` or fewer."""
    wanted = max(span / max(most, 1), least, 1e-12)
    power = 10.0 ** floor(log10(wanted))
    step = next(step * power for step in _STEPS if step * power >= wanted * (1 - 1e-9))
    is_off_tick = least > 0 and abs(step / least - round(step / least)) > 1e-6
    return 2 * step if is_off_tick else step


def price_ticks(shown: PriceRange, height: float, spacing: float, tick_size: float) -> list[float]:
    """Round prices in view, at least about `spacing` pixels apart on a pane `height` pixels high."""
    most = max(int(height / spacing), 1)
    low, high = shown.price(shown.bottom), shown.price(shown.top)
    if not shown.is_log or high < low * _LINEAR_UP_TO:
        return _multiples(low, high, nice_step(high - low, most, tick_size))
    for figures in _DECADE_SETS:
        ticks = _decade_ticks(low, high, figures)
        if len(ticks) <= most:
            return ticks
    return ticks[:: ceil(len(ticks) / most)]


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [number * step for number in range(ceil(low / step), floor(high / step) + 1)]


def _decade_ticks(low: float, high: float, figures: tuple[float, ...]) -> list[float]:
    decades = range(floor(log10(low)), floor(log10(high)) + 1)
    candidates = (figure * 10.0**decade for decade in decades for figure in figures)
    return [price for price in candidates if low <= price <= high]
