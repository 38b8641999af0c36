"""TA-Lib for arrays. By itself it loads pandas, half a second long, only to take series of its kind as well."""

import sys
from importlib import import_module
from importlib.abc import MetaPathFinder
from threading import get_ident
from types import ModuleType
from typing import Any

_OTHERS = ("pandas", "polars")


class _DoWithout(MetaPathFinder):
    """Tells the thread that loads TA-Lib that there are no others; what other threads import meanwhile, they get."""

    def __init__(self) -> None:
        self.thread: int | None = get_ident()

    def find_spec(self, fullname: str, *_: Any) -> None:
        if fullname in _OTHERS and get_ident() == self.thread:
            raise ModuleNotFoundError(f"TA-Lib is to do without {fullname}", name=fullname)


def _without_others() -> ModuleType:
    """TA-Lib as it is where neither pandas nor polars is installed; what is loaded already stays as it is."""
    finder = _DoWithout()
    sys.meta_path.insert(0, finder)  # and not removed: a thread that goes through the list might pass one over
    try:
        return import_module("talib")
    finally:
        finder.thread = None


talib = _without_others()
