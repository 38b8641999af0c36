"""What the user chose about the window itself."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self

from photon_desktop.errors import ValueRefusedError

SCALES = (75, 90, 100, 110, 125, 150, 175, 200)  # percent


@dataclass(frozen=True, slots=True)
class ComfortChoices:
    """`scale` is the interface's size in percent, one of `SCALES`."""

    tells_trades: bool = True
    tells_alerts: bool = True
    tells_halts: bool = True
    keeps_awake: bool = True
    scale: int = 100

    def __post_init__(self) -> None:
        if self.scale not in SCALES:
            raise ValueRefusedError(
                f"The interface's size is {self.scale}%; use one of {', '.join(f'{scale}%' for scale in SCALES)}."
            )

    def to_json(self) -> dict[str, object]:
        """What differs from the defaults, so that a better default still comes in."""
        defaults = asdict(type(self)())
        return {name: value for name, value in asdict(self).items() if value != defaults[name]}

    @classmethod
    def from_json(cls, stored: object) -> Self:
        """What `to_json` wrote; whatever can't be read in it is as by default."""
        defaults = cls()
        if not isinstance(stored, Mapping):
            return defaults
        fitting = {
            name: stored[name]
            for name, value in asdict(defaults).items()
            if type(stored.get(name)) is type(value) and (name != "scale" or stored[name] in SCALES)
        }
        return cls(**fitting)
