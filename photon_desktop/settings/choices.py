"""What the user chose: a value for every setting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.setting import Value
from photon_desktop.settings.table import (
    API_IS_ON,
    API_IS_OPEN,
    API_IS_OPEN_HERE,
    API_PORT,
    BY_KEY,
    SCHEDULER,
    SETTINGS,
)

Told = float | int | bool | str


@dataclass(frozen=True, slots=True)
class Choices:
    """`own`: only what differs from the defaults, by key; made with `of`, which checks it."""

    own: Mapping[str, Value]

    @classmethod
    def of(cls, values: Mapping[str, Value]) -> Self:
        """Defaults but for `values`. Raises ValueRefusedError for an unknown setting or one beyond its bounds."""
        if unknown := [key for key in values if key not in BY_KEY]:
            raise ValueRefusedError(f"There is no setting {unknown[0]!r}; use one of {', '.join(BY_KEY)}.")
        checked = {key: BY_KEY[key].accepted(value) for key, value in values.items()}
        return cls({key: value for key, value in checked.items() if value != BY_KEY[key].default})

    @classmethod
    def of_told(cls, told: Mapping[str, Told]) -> Self:
        """Those that `told` wrote. Raises ValueRefusedError as `of` does."""
        return cls.of({key: BY_KEY[key].of_told(value) if key in BY_KEY else str(value) for key, value in told.items()})

    def __getitem__(self, key: str) -> Value:
        return self.own.get(key, BY_KEY[key].default)

    def told(self, without: tuple[str, ...] = ()) -> dict[str, Told]:
        """What a decision may depend on and differs from the defaults, in the order of the table, as messages carry
        it."""
        left_out = (*without, SCHEDULER, API_IS_ON, API_PORT, API_IS_OPEN_HERE, API_IS_OPEN)
        named = (setting for setting in SETTINGS if setting.key in self.own and setting.key not in left_out)
        return {setting.key: setting.told(self.own[setting.key]) for setting in named}


DEFAULTS = Choices({})
