"""The halt of trading, kept so that a restart does not release it."""

from photon_desktop.errors import StoreError
from photon_desktop.store.settings import SettingRepository
from photon_desktop.trading.halt import Halt

_KEY = "trading.halt"


class HaltRepository:
    """One halt for the whole program."""

    def __init__(self, settings: SettingRepository) -> None:
        self._settings = settings

    def keep(self, halt: Halt) -> None:
        """Keep `halt` until it is released."""
        self._settings.put(_KEY, {"why": halt.why, "by_user": halt.by_user})

    def release(self) -> None:
        """Keep none."""
        self._settings.put(_KEY, None)

    def now(self) -> Halt | None:
        """The halt that was not released yet, or None. One that can't be read halts, and says so."""
        try:
            kept = self._settings.get(_KEY, None)
            return None if kept is None else Halt(str(kept["why"]), bool(kept["by_user"]))
        except (StoreError, KeyError, TypeError, ValueError):
            return Halt("Why trading was halted can't be read; release it when all is well.")
