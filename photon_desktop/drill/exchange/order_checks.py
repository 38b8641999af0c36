"""Why the local exchange refuses an order."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from re import fullmatch
from typing import Any

from photon_desktop.drill.exchange.http import Reply
from photon_desktop.drill.exchange.market import Listed
from photon_desktop.drill.exchange.matching import BybitMatching

_LEVERAGE = 10
_WORDS_OF_TIME = {"GTC", "IOC", "FOK", "PostOnly"}


def refused_form(asked: Mapping[str, Any]) -> Reply | None:
    """10001 for an order that is not written as it must be."""
    is_right = (
        asked.get("side") in ("Buy", "Sell")
        and asked.get("orderType") in ("Market", "Limit")
        and asked.get("timeInForce", "GTC") in _WORDS_OF_TIME
        and fullmatch(r"[A-Za-z0-9_-]{0,36}", str(asked.get("orderLinkId", ""))) is not None
        and (asked.get("orderType") == "Market" or is_number(asked.get("price")))
        and is_number(asked.get("qty"))
    )
    return None if is_right else Reply(code=10001, words="params error")


def refused_numbers(category: str, listed: Listed, quantity: Decimal, price: Decimal) -> Reply | None:
    """Off the step or the tick, or too small."""
    description: Any = listed.spot() if category == "spot" else listed.linear()
    lots, step_name = description["lotSizeFilter"], "basePrecision" if category == "spot" else "qtyStep"
    if quantity % Decimal(lots[step_name]) or quantity <= 0:
        return Reply(code=170137 if category == "spot" else 10001, words="Qty invalid")
    if price % Decimal(description["priceFilter"]["tickSize"]):
        return Reply(code=170134 if category == "spot" else 10001, words="Price invalid")
    return None


def refused_size(category: str, listed: Listed, value: Decimal) -> Reply | None:
    """Under the least value."""
    description: Any = listed.spot() if category == "spot" else listed.linear()
    lots = description["lotSizeFilter"]
    least = Decimal(lots["minOrderAmt"] if category == "spot" else lots["minNotionalValue"])
    if value < least:
        code = 170140 if category == "spot" else 110094
        return Reply(code=code, words=f"Order does not meet minimum order value {least}USDT")
    return None


def refused_funds(
    matching: BybitMatching, category: str, listed: Listed, asked: Mapping[str, Any], quantity: Decimal, value: Decimal
) -> Reply | None:
    """More than the wallet covers, or nothing to reduce."""
    wallet, side = matching.wallet, asked["side"]
    if category == "spot":
        has_enough = (
            wallet.coins.get("USDT", 0) >= value if side == "Buy" else wallet.coins.get(listed.base, 0) >= quantity
        )
        return None if has_enough else Reply(code=170131, words="Insufficient balance.")
    held = wallet.position(listed.symbol).quantity
    if asked.get("reduceOnly"):
        is_reducing = held > 0 if side == "Sell" else held < 0
        return None if is_reducing else Reply(code=110017, words="current position is zero, cannot fix reduce-only")
    is_covered = wallet.coins.get("USDT", Decimal(0)) * _LEVERAGE >= value
    return None if is_covered else Reply(code=110007, words="ab not enough for new order")


def is_number(text: object) -> bool:
    """Whether `text` is decimal text without an exponent, above zero."""
    try:
        return isinstance(text, str) and "e" not in text.lower() and Decimal(text) > 0
    except InvalidOperation:
        return False
