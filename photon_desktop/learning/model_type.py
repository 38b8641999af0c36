"""The kinds of model there are."""

from enum import StrEnum

from photon_desktop.errors import ValueRefusedError


class ModelType(StrEnum):
    """What learns; its value is the text used in messages, files and on the command line."""

    RANDOM_FOREST = "random_forest"
    GRADIENT_BOOSTING = "gradient_boosting"

    @property
    def short(self) -> str:
        """The beginning of a version's name."""
        return "rf" if self is ModelType.RANDOM_FOREST else "gb"

    @classmethod
    def parse(cls, text: str) -> "ModelType":
        """The model type written as `text`; ValueRefusedError for any other text."""
        try:
            return cls(text)
        except ValueError:
            known = ", ".join(member.value for member in cls)
            raise ValueRefusedError(f"The model type {text!r} is not known; use one of {known}.") from None
