"""What the user chose about the window itself."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self

from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.translators import LANGUAGES, SYSTEM

SCALES = (75, 90, 100, 110, 125, 150, 175, 200)  # percent
_TONGUES = (SYSTEM, *LANGUAGES)
_CHOICES: dict[str, tuple[object, ...]] = {"scale": SCALES, "language": _TONGUES}


@dataclass(frozen=True, slots=True)
class ComfortChoices:
    """`scale` is the interface's size in percent, one of `SCALES`; `language` one of `LANGUAGES`, or the computer's."""

    tells_trades: bool = True
    tells_alerts: bool = True
    tells_halts: bool = True
    keeps_awake: bool = True
    scale: int = 100
    language: str = SYSTEM

    def __post_init__(self) -> None:
        if self.scale not in SCALES:
            raise ValueRefusedError(
                f"The interface's size is {self.scale}%; use one of {', '.join(f'{scale}%' for scale in SCALES)}."
            )
        if self.language not in _TONGUES:
            raise ValueRefusedError(f"The language is {self.language!r}; use one of {', '.join(_TONGUES)}.")

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
            if type(stored.get(name)) is type(value) and stored[name] in _CHOICES.get(name, (stored[name],))
        }
        return cls(**fitting)
