"""What can go wrong on an order's way to an exchange, sorted by whether it is certain that nothing happened."""

from photon_desktop.errors import PhotonError


class BrokerError(PhotonError):
    """A request to the exchange did not succeed; `code` is the exchange's own number for it, if it gave one."""

    def __init__(self, words: str, code: int | None = None) -> None:
        super().__init__(words)
        self.code = code


class RefusedError(BrokerError):
    """Certain: the exchange did not do what it was asked, or was never asked."""


class RateLimitedError(RefusedError):
    """Certain, because the exchange was asked too often; the same request may be sent again after the pause."""


class ClockSkewError(RefusedError):
    """Certain, because the request's time was outside the exchange's window; it may be sent again with a better one."""


class BadKeyError(RefusedError):
    """Certain, because of the key, its permissions or its addresses; nothing will succeed until the user acts."""


class OrderGoneError(RefusedError):
    """Certain: there is no open order to change; it was filled or cancelled meanwhile, which must be asked."""


class AmbiguousError(BrokerError):
    """Not known: the request may have been carried out. Only asking tells, sending again could do it twice."""


class IdUsedError(AmbiguousError):
    """The exchange has an order with this id already: it was placed, and what became of it must be asked."""
