"""A bar as the command line prints it."""

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import to_iso


def bar_json(bars: Bars, index: int) -> Json:
    """The bar at `index` with its time as ISO 8601, as a row of a file of bars has it."""
    bar = bars.bar(index)
    return {
        "timestamp": to_iso(bar.open_time),
        "open": bar.open,
        "high": bar.high,
        "low": bar.low,
        "close": bar.close,
        "volume": bar.volume,
    }
