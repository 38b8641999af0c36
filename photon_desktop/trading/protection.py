"""Where the stop and the target of an open position may stand."""

from decimal import Decimal

from photon_desktop.trading.account import Position
from photon_desktop.trading.money import plain


def protection_fault(
    position: Position, last: Decimal | None, stop_loss: Decimal | None, take_profit: Decimal | None
) -> str:
    """Why these can't protect `position` while its price is `last`, in one sentence; empty when they can.

    A long position's stop lies under the price and its target over it, a short one's the other way round.
    """
    if not position.is_open:
        return f"Nothing of {position.symbol} is held; there is no stop or target to move."
    for name, price in (("stop", stop_loss), ("target", take_profit)):
        if price is not None and not (price.is_finite() and price > 0):
            return f"The {name} of {position.symbol} is {price}; it must be above zero."
    if last is None:
        return f"No price of {position.symbol} is known yet; wait for the first one."
    is_long = position.quantity > 0
    if stop_loss is not None and (stop_loss >= last if is_long else stop_loss <= last):
        return _wrong_side(position, "stop", stop_loss, last, "under" if is_long else "over")
    if take_profit is not None and (take_profit <= last if is_long else take_profit >= last):
        return _wrong_side(position, "target", take_profit, last, "over" if is_long else "under")
    return ""


def _wrong_side(position: Position, name: str, price: Decimal, last: Decimal, side: str) -> str:
    kind = "long" if position.quantity > 0 else "short"
    return (
        f"The {name} of a {kind} position lies {side} the price; {plain(price)} does not lie {side} {plain(last)},"
        f" the price of {position.symbol}."
    )
