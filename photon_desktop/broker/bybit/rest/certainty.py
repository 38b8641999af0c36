"""Sorts the exchange's refusals by the one question that matters to an order: is it certain that nothing happened?"""

from photon_desktop.broker.errors import (
    AmbiguousError,
    BadKeyError,
    BrokerError,
    ClockSkewError,
    IdUsedError,
    OrderGoneError,
    RateLimitedError,
    RefusedError,
)
from photon_desktop.market.bybit.faults import ExchangeError, Meaning

_KINDS: dict[Meaning, type[BrokerError]] = {
    Meaning.RATE: RateLimitedError,
    Meaning.CLOCK: ClockSkewError,
    Meaning.CREDENTIALS: BadKeyError,
    Meaning.ORDER_GONE: OrderGoneError,
    Meaning.ID_USED: IdUsedError,
    Meaning.PARAMETER: RefusedError,
    Meaning.BALANCE: RefusedError,
    Meaning.TOO_SMALL: RefusedError,
    Meaning.BLOCKED: RefusedError,
    Meaning.CLOSED: RefusedError,
}
# Codes of the order systems themselves (linear, spot): they looked at the order and did not take it.
_ORDER_SYSTEMS = (range(110_000, 120_000), range(170_000, 180_000))
# Theirs, too, but of what went wrong inside: internal error, network, time-out of a cancel, create and cancel failed.
_UNSURE = frozenset({170_001, 170_032, 170_147, 170_149, 170_150, 170_234})


def broker_error(error: ExchangeError) -> BrokerError:
    """`error` as an order must see it. What is not known to be certain is ambiguous: a timeout, an HTTP error, an
    unreadable answer, and a code that is neither described nor one of the order systems' own."""
    kind = _KINDS.get(error.meaning, AmbiguousError)
    if error.meaning is Meaning.OTHER and _is_of_order_system(error.code):
        kind = RefusedError
    return kind(_sentence(error), error.code)


def not_sent(error: ExchangeError) -> RefusedError:
    """What stopped a request before it left: whatever it was, nothing happened."""
    return RefusedError(f"Nothing was sent to Bybit: {error}", error.code)


def _is_of_order_system(code: int | None) -> bool:
    return code not in _UNSURE and any(code in codes for codes in _ORDER_SYSTEMS)


def _sentence(error: ExchangeError) -> str:
    if error.meaning is Meaning.PARAMETER:
        return f"Bybit does not accept this request ({error.detail}); check its symbol, quantity and prices."
    return str(error)
