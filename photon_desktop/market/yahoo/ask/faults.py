"""What can go wrong with Yahoo, and what the user is told of it."""

from enum import StrEnum

from photon_desktop.errors import DataError


class Trouble(StrEnum):
    """What kept Yahoo from answering."""

    RATE = "rate"
    NETWORK = "network"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    CLOSED = "closed"


_SENTENCES = {
    Trouble.RATE: "Yahoo was asked too often; it is asked again in {detail}.",
    Trouble.NETWORK: "Yahoo can't be reached ({detail}); check the connection and try again.",
    Trouble.UNREADABLE: "Yahoo's answer can't be read ({detail}); try again later.",
    Trouble.REFUSED: "Yahoo refused ({detail}); try again later.",
    Trouble.CLOSED: "Yahoo can't be asked ({detail}); open the market again.",
}
_WORTH_REPEATING = (Trouble.NETWORK, Trouble.UNREADABLE)


class YahooError(DataError):
    """Yahoo did not answer as it should. `retry_s`: seconds until it is asked again, None when that is up to others."""

    def __init__(self, trouble: Trouble, detail: str, retry_s: float | None = None) -> None:
        super().__init__(_SENTENCES[trouble].format(detail=detail))
        self.trouble = trouble
        self.retry_s = retry_s

    @property
    def may_pass(self) -> bool:
        """Whether the same question, asked again at once, may be answered."""
        return self.trouble in _WORTH_REPEATING


def rate_limited(seconds: float) -> YahooError:
    """The error while Yahoo is left alone for `seconds` more."""
    whole = max(1, round(seconds))
    words = f"{whole} s" if whole < 120 else f"{round(whole / 60)} minutes"
    return YahooError(Trouble.RATE, words, seconds)
