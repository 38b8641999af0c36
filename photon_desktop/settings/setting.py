"""One setting: what it is called, what it may be, and how its values are written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from urllib.parse import urlsplit

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.money import ZERO, exact, plain, to_money

Value = Decimal | int | bool | str


class Group(StrEnum):
    """The page a setting stands on."""

    MODEL = "Model"
    ORDERS = "Risk: orders"
    LOSSES = "Risk: account"
    COSTS = "Costs and account"
    FILLS = "Paper orders"
    SIZING = "Sizing"
    POLICY = "Policy"
    BACKTESTS = "Backtests"
    API = "Local API"


class Kind(StrEnum):
    """What a setting's values are. A share of 1 is written in percent; money is in the account's own; a quantity is in
    units of what is traded. An address is that of a program one connects to, empty for none."""

    SHARE = "share"
    MONEY = "money"
    QUANTITY = "quantity"
    WHOLE = "whole"
    CHOICE = "choice"
    SWITCH = "switch"
    ADDRESS = "address"


_TYPES: dict[Kind, type] = {
    Kind.SHARE: Decimal, Kind.MONEY: Decimal, Kind.QUANTITY: Decimal, Kind.WHOLE: int, Kind.CHOICE: str,
    Kind.SWITCH: bool, Kind.ADDRESS: str,
}  # fmt: skip
_SCHEMES = ("tcp", "tls")
_AMOUNTS = (Kind.MONEY, Kind.QUANTITY)


@dataclass(frozen=True, slots=True)
class Condition:
    """When a setting counts: while the choice `key` is one of `values`."""

    key: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """`key` is "part.field", the field being one of the dataclass that the rules are handed in.

    Numbers lie from `least`, above it where `is_above`, to `most`; a choice is one of `choices`, words by value. One
    with a `condition` counts only while that holds.
    """

    key: str
    group: Group
    label: str
    kind: Kind
    default: Value
    description: str
    least: Decimal = ZERO
    most: Decimal = Decimal(1)
    is_above: bool = False
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    condition: Condition | None = None

    def accepted(self, value: object) -> Value:
        """`value` if it is one of this setting's; ValueRefusedError says what it may be."""
        if type(value) is not _TYPES[self.kind]:
            raise ValueRefusedError(f"{self.label} is {value!r}; {self.bounds_sentence}")
        if self.kind is Kind.CHOICE and value not in self.choices:
            raise ValueRefusedError(f"{self.label} is {value!r}; {self.bounds_sentence}")
        if self.kind is Kind.ADDRESS and value and not _is_address(str(value)):
            raise ValueRefusedError(f"{self.label} is {value!r}; {self.bounds_sentence}")
        if self.kind is Kind.SWITCH or isinstance(value, str):
            return value  # type: ignore[return-value]
        assert isinstance(value, Decimal | int)
        number = exact(value)
        if not self.least <= number <= self.most or (self.is_above and number == self.least):
            raise ValueRefusedError(f"{self.label} is {self.words(value)}; {self.bounds_sentence}")
        return to_money(number) if self.kind in _AMOUNTS else value

    def to_json(self, value: Value) -> int | bool | str:
        """`value` as the store keeps it: exact decimals as text."""
        return plain(value) if isinstance(value, Decimal) else value

    def from_json(self, stored: object) -> Value:
        """The value that `to_json` wrote; ValueRefusedError when it is none."""
        if _TYPES[self.kind] is Decimal and isinstance(stored, str):
            return self.accepted(exact(stored))
        return self.accepted(stored)

    def told(self, value: Value) -> float | int | bool | str:
        """`value` as messages carry it: numbers as numbers."""
        if not isinstance(value, Decimal):
            return value
        return int(value) if value == value.to_integral_value() else float(value)

    def of_told(self, told: float | int | bool | str) -> Value:
        """The value that `told` wrote; ValueRefusedError when it is none."""
        is_number = _TYPES[self.kind] is Decimal and isinstance(told, float | int) and not isinstance(told, bool)
        return self.accepted(exact(told) if is_number else told)

    def words(self, value: Value) -> str:
        """`value` for people: "40%", "3 bars", "10,000", "0.5 units", "only with evidence", "on"."""
        match self.kind:
            case Kind.SWITCH:
                return "on" if value else "off"
            case Kind.CHOICE:
                return self.choices.get(str(value), str(value))
            case Kind.ADDRESS:
                return str(value) or "none"
            case Kind.SHARE:
                return f"{self.typed(value)}%"
            case Kind.MONEY:
                return _grouped(exact(value))
        return f"{_grouped(exact(value))} {self.unit.removesuffix('s') if value == 1 else self.unit}".rstrip()

    def told_words(self, told: float | int | bool | str) -> str:
        """What a message carries, for people."""
        if self.kind in (Kind.SHARE, *_AMOUNTS) and not isinstance(told, str):
            return self.words(exact(told))
        return self.words(told) if type(told) is _TYPES[self.kind] else str(told)  # type: ignore[arg-type]

    def typed(self, value: Value) -> str:
        """A number as a person types it, a share in percent."""
        number = exact(value)
        return plain(number * 100 if self.kind is Kind.SHARE else number)

    def of_typed(self, number: Decimal) -> Value:
        """The value that a person means by `number`; ValueRefusedError when it is none of this setting's."""
        number = exact(number)
        if self.kind is Kind.SHARE:
            return self.accepted(number / 100)
        if self.kind in _AMOUNTS:
            return self.accepted(number)
        if number != number.to_integral_value():
            raise ValueRefusedError(f"{self.label} is {plain(number)}; it is a whole number of {self.unit}.")
        return self.accepted(int(number))

    @property
    def bounds(self) -> str:
        """Within what it lies: "above 0% to 100%", "0 to 1,000 bars"; empty where it is chosen from a few."""
        if self.kind in (Kind.CHOICE, Kind.SWITCH, Kind.ADDRESS):
            return ""
        least, most = (self._bound(bound) for bound in (self.least, self.most))
        if self.kind is Kind.WHOLE:
            least = f"{int(self.least):,}"
        if self.kind is Kind.QUANTITY:
            least, most = _grouped(self.least), _grouped(self.most)
        return f"{'above ' if self.is_above else ''}{least} to {most}"

    @property
    def bounds_sentence(self) -> str:
        """The end of a sentence that says what it may be."""
        if self.kind is Kind.SWITCH:
            return "it is on or off."
        if self.kind is Kind.CHOICE:
            return f"it is one of: {', '.join(self.choices)}."
        if self.kind is Kind.ADDRESS:
            return "it is an address like tcp://192.168.1.20:8786, or empty."
        least, most = (self._bound(bound) for bound in (self.least, self.most))
        return f"it lies above {least} and up to {most}." if self.is_above else f"it lies between {least} and {most}."

    def applies(self, chosen: Value) -> bool:
        """Whether it counts while the choice that its condition goes by is `chosen`."""
        return self.condition is None or chosen in self.condition.values

    def _bound(self, bound: Decimal) -> str:
        return self.words(int(bound) if self.kind is Kind.WHOLE else bound)


def _grouped(amount: Decimal) -> str:
    whole, point, rest = plain(amount).partition(".")
    return f"{int(whole):,}{point}{rest}"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port is not None and not parts.path
    except ValueError:  # a port that is none
        return False
