"""The values of a parameter as they are typed: "5 to 25 step 5", or "5, 10, 20"."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from photon_desktop.backtest.sweep import MOST_TRIALS
from photon_desktop.errors import ValueRefusedError

USUAL: Mapping[str, str] = MappingProxyType(
    {
        "fast": "5 to 25 step 5",
        "slow": "20 to 100 step 20",
        "period": "6 to 30 step 4",
        "oversold": "20 to 40 step 5",
        "overbought": "60 to 80 step 5",
        "chance": "0.01 to 0.05 step 0.01",
        "seed": "1 to 10 step 1",
        "minimum_confidence": "0.35 to 0.6 step 0.05",
        "stop_loss": "1 to 5 step 1",
        "take_profit": "1 to 5 step 1",
        "size": "share:0.25, share:0.5, all",
    }
)  # what a sweep begins with
_RANGE = re.compile(r"(\S+)\s+to\s+(\S+?)(?:\s+step\s+(\S+))?", re.IGNORECASE)


def values_of(name: str, text: str) -> tuple[float | str, ...]:
    """The values of the parameter `name`, in their order and each once; sizes stay as they are written.

    Raises ValueRefusedError for what is no number, no range, or more than 10,000 values.
    """
    typed = text.strip()
    if not typed:
        raise ValueRefusedError(f"{name} has no values; write a range (5 to 25 step 5) or a list (5, 10, 20).")
    if name == "size":
        return tuple(dict.fromkeys(each.strip() for each in typed.split(",") if each.strip()))
    if (found := _RANGE.fullmatch(typed)) is not None:
        first, last, step = (_number(name, each or "1") for each in found.groups())
        return _between(name, first, last, step)
    return tuple(dict.fromkeys(float(_number(name, each.strip())) for each in typed.split(",")))


def _between(name: str, first: Decimal, last: Decimal, step: Decimal) -> tuple[float, ...]:
    """In exact decimals, so that the last one is met."""
    if step <= 0 or last < first:
        raise ValueRefusedError(f"{name} goes from {first} to {last} in steps of {step}; it goes up, in steps above 0.")
    count = int((last - first) / step) + 1
    if count > MOST_TRIALS:
        raise ValueRefusedError(f"{name} has {count:,} values; it may have up to {MOST_TRIALS:,}: take larger steps.")
    return tuple(float(first + place * step) for place in range(count))


def _number(name: str, text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueRefusedError(
            f"{text!r} is no number that {name} can have; write a range (5 to 25 step 5) or a list (5, 10, 20)."
        )
    return number
