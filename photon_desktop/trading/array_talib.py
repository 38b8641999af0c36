"""TA-Lib for arrays. By itself it loads pandas, half a second long, only to take series of its kind as well."""

import sys
from importlib import import_module
from types import ModuleType

_OTHERS = ("pandas", "polars")


def _without_others() -> ModuleType:
    """TA-Lib as it is where neither pandas nor polars is installed; what is loaded already stays as it is."""
    absent = [name for name in _OTHERS if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment] # so Python says that there is no such module
    try:
        return import_module("talib")
    finally:
        for name in absent:
            del sys.modules[name]


talib = _without_others()
