"""Numbers as people type them."""

from decimal import Decimal, InvalidOperation

from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.language import tr


def typed_number(text: str) -> Decimal:
    """The number in `text`: spaces, and commas between thousands, are left out.

    Raises ValueRefusedError, saying how to write it, for what is no number or could be meant as another.
    """
    bare = text.strip().replace(",", "").replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if "," in text and "." not in text and len(text.rpartition(",")[2]) != 3:
        raise ValueRefusedError(
            tr("{number!r} is not clear; write decimals behind a point, like 0.5.").format(number=text.strip())
        )
    try:
        return Decimal(bare)
    except InvalidOperation:
        raise ValueRefusedError(
            tr("{number!r} is not a number; write one like 100000 or 0.5.").format(number=text.strip())
        ) from None
