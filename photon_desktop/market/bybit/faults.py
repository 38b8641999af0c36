"""What the exchange's refusals mean, and what the user is told of them."""

from enum import StrEnum

from photon_desktop.errors import DataError


class Meaning(StrEnum):
    """What a refusal calls for."""

    PARAMETER = "parameter"
    CLOCK = "clock"
    CREDENTIALS = "credentials"
    RATE = "rate"
    UNKNOWN = "unknown"
    BLOCKED = "blocked"
    ORDER_GONE = "order_gone"
    BALANCE = "balance"
    TOO_SMALL = "too_small"
    ID_USED = "id_used"
    UNREADABLE = "unreadable"
    CLOSED = "closed"
    OTHER = "other"


_CODES = {
    Meaning.PARAMETER: (10001,),
    Meaning.CLOCK: (10002,),
    Meaning.CREDENTIALS: (10003, 10004, 10005, 10010),
    Meaning.RATE: (10006,),
    Meaning.UNKNOWN: (10000, 10016, 170007, 170146),
    Meaning.BLOCKED: (10009, 10024),
    Meaning.ORDER_GONE: (110001, 170213),
    Meaning.BALANCE: (110004, 110007, 110012, 170131),
    Meaning.TOO_SMALL: (110017, 110094, 170136, 170140),
    Meaning.ID_USED: (110072, 170141),
}
_MEANING = {code: meaning for meaning, codes in _CODES.items() for code in codes}
_SENTENCES = {
    Meaning.PARAMETER: "Bybit does not accept what it was asked ({detail}); check the symbol and the interval.",
    Meaning.CLOCK: "This computer's clock and Bybit's do not agree ({detail}); set the clock by the network.",
    Meaning.CREDENTIALS: "Bybit refuses the key ({detail}); check the key, its permissions and its addresses.",
    Meaning.RATE: "Bybit was asked too often ({detail}); wait a minute and try again.",
    Meaning.UNKNOWN: "Bybit gave no usable answer ({detail}); check the connection and try again.",
    Meaning.BLOCKED: "Bybit refuses this address or country ({detail}); it is left alone for ten minutes.",
    Meaning.ORDER_GONE: "Bybit no longer has this order ({detail}); compare the open orders with it.",
    Meaning.BALANCE: "The balance at Bybit does not cover this order ({detail}); lower the quantity.",
    Meaning.TOO_SMALL: "The order is under Bybit's minimum ({detail}); raise the quantity.",
    Meaning.ID_USED: "Bybit has an order with this id already ({detail}); look it up instead of sending it again.",
    Meaning.UNREADABLE: "Bybit's answer can't be read ({detail}); try again later.",
    Meaning.CLOSED: "Bybit can't be asked ({detail}); open the market again.",
    Meaning.OTHER: "Bybit refused ({detail}); see what it says and try again.",
}


class ExchangeError(DataError):
    """The exchange refused, or could not be asked. `meaning` says what is to be done, `detail` in its own words why,
    `code` is its retCode if it gave one, `reset_ms` when its rate limit is lifted (ms of its time) if it said so."""

    def __init__(self, meaning: Meaning, detail: str, *, code: int | None = None, reset_ms: int | None = None) -> None:
        super().__init__(_SENTENCES[meaning].format(detail=detail))
        self.meaning = meaning
        self.detail = detail
        self.code = code
        self.reset_ms = reset_ms


def refusal(code: int, words: str, reset_ms: int | None = None) -> ExchangeError:
    """The error for the retCode `code` that came with the exchange's `words`."""
    detail = f"{code}: {words}" if words else str(code)
    return ExchangeError(_MEANING.get(code, Meaning.OTHER), detail, code=code, reset_ms=reset_ms)


def http_failure(status: int) -> ExchangeError:
    """The error for an answer with the HTTP status `status` instead of 200."""
    meaning = Meaning.BLOCKED if status == 403 else Meaning.RATE if status == 429 else Meaning.UNKNOWN
    return ExchangeError(meaning, f"HTTP {status}")


def unreachable(reason: str) -> ExchangeError:
    """The error when no answer came: whether the request was carried out is not known."""
    return ExchangeError(Meaning.UNKNOWN, reason)


def unreadable(reason: str) -> ExchangeError:
    """The error for an answer that is not what the exchange describes."""
    return ExchangeError(Meaning.UNREADABLE, reason)
