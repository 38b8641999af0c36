"""A bar in JSON, as the command line and the API say it."""

from photon_desktop.trading.bars import Bar
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import to_iso


def bar_json(bar: Bar) -> Json:
    """The bar with its open time in ISO 8601, as a row of a file of bars has it."""
    return {
        "timestamp": to_iso(bar.open_time),
        "open": bar.open,
        "high": bar.high,
        "low": bar.low,
        "close": bar.close,
        "volume": bar.volume,
    }
