"""Exact money: Decimal in, Decimal out, rounding only where it is said."""

from decimal import ROUND_HALF_EVEN, Decimal

from photon_desktop.errors import ValueRefusedError

MONEY_QUANTUM = Decimal("0.00000001")
ZERO = Decimal(0)


def exact(number: float | int | str | Decimal) -> Decimal:
    """The Decimal that `number` shows: a float by its shortest text, so 0.1 is one tenth.

    Raises ValueRefusedError for what is no finite number.
    """
    try:
        value = number if isinstance(number, Decimal) else Decimal(str(number))
    except ArithmeticError:
        raise ValueRefusedError(f"{number!r} is not a number.") from None
    if not value.is_finite():
        raise ValueRefusedError(f"{number!r} is not a finite number.")
    return value


def to_money(amount: Decimal) -> Decimal:
    """`amount` rounded half to even to a hundred-millionth, the smallest unit the books keep."""
    return amount.quantize(MONEY_QUANTUM, rounding=ROUND_HALF_EVEN)


def plain(value: Decimal) -> str:
    """Decimal text without exponent and without trailing zeros: what the store keeps."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
