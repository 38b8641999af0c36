"""What can be said in a question: one table entry reads a value, refuses a wrong one, and describes itself."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from photon_desktop.api.faults import bad_request
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import from_iso

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_EARLIEST, _LATEST = -(2**63), 2**63 - 1


class FieldKind(StrEnum):
    """Printable text, a whole number, a time in ISO 8601, or one of a few words."""

    TEXT = "text"
    WHOLE = "whole"
    TIME = "time"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A value by its name, in the query or in the body. Whole numbers lie from `least` to `most`; text has 1 to
    `longest` characters; times come out as ns UTC."""

    name: str
    kind: FieldKind
    description: str
    is_required: bool = False
    default: Any = None
    least: int = 0
    most: int = 2**53
    longest: int = 64
    choices: tuple[str, ...] = ()

    def of_text(self, text: str) -> Any:
        """The value that a query says. Raises ApiError (400)."""
        if self.kind is not FieldKind.WHOLE:
            return self.of_json(text)
        if not _WHOLE.fullmatch(text):
            raise bad_request(f"{self.name} is {text[:40]!a}; it is a whole number.")
        return self.of_json(int(text))

    def of_json(self, value: object) -> Any:
        """The value that a body says. Raises ApiError (400)."""
        if self.kind is FieldKind.WHOLE:
            return self._whole(value)
        if not isinstance(value, str):
            raise bad_request(f"{self.name} is no text.")
        if not 1 <= len(value) <= self.longest or not value.isprintable():
            raise bad_request(f"{self.name} has to be 1 to {self.longest} printable characters.")
        if self.kind is FieldKind.TIME:
            return _time(self.name, value)
        if self.kind is FieldKind.CHOICE and value not in self.choices:
            raise bad_request(f"{self.name} is {value!a}; it is one of {', '.join(self.choices)}.")
        return value

    def schema(self) -> Json:
        """This field as JSON Schema."""
        match self.kind:
            case FieldKind.WHOLE:
                shape: Json = {"type": "integer", "minimum": self.least, "maximum": self.most}
            case FieldKind.TIME:
                shape = {"type": "string", "format": "date-time"}
            case FieldKind.CHOICE:
                shape = {"type": "string", "enum": list(self.choices)}
            case FieldKind.TEXT:
                shape = {"type": "string", "minLength": 1, "maxLength": self.longest}
        if self.default is not None:
            shape["default"] = self.default
        return shape

    def _whole(self, value: object) -> int:
        if type(value) is not int:
            raise bad_request(f"{self.name} is no whole number.")
        if not self.least <= value <= self.most:
            raise bad_request(f"{self.name} is {value}; it lies between {self.least} and {self.most}.")
        return value


def _time(name: str, text: str) -> int:
    try:
        return min(max(from_iso(text), _EARLIEST), _LATEST)
    except (ValueRefusedError, OverflowError):
        raise bad_request(f"{name} is {text!a}; write a time like 2024-12-07T10:00:00Z.") from None
