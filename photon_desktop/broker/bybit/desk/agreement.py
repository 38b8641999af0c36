"""Whether the books and the exchange agree, and what stands between an order and the exchange when they do not."""

from photon_desktop.broker.bybit.stream.link import Link, LinkState
from photon_desktop.broker.bybit.stream.private_stream import LARGEST_AGE_S
from photon_desktop.broker.obstacles import NOT_RECONCILED, STREAM_DOWN
from photon_desktop.trading.risk import Refusal

DOUBT_PAUSES_S = (0.5, 1.0, 2.0, 4.0, 8.0)  # an order whose fate is unknown is found nowhere for certain after 15 s
AGAIN_S = 30.0
STOCK_AGAIN_S = 300.0  # stock is taken so often, whatever is heard
_SOME = 3  # failures in a row that are worth telling: one is over before it is read
_COMPARING = "The account is being compared with Bybit; wait a moment."


class Agreement:
    """Of one connection of the stream after another: each has to be agreed on anew. A difference is first doubted, for
    an execution may come between two answers, and named when it stays."""

    def __init__(self) -> None:
        self._agreed = 0
        self._doubts = 0
        self._looks = 0
        self._sentences: tuple[str, ...] = ()
        self._failure = ""

    def agree(self, generation: int, *, is_exact: bool) -> float:
        """The books are as the exchange says, heard by this connection; in how many seconds to look again. Soon while
        the cash is not exact: it may be rounded there, or a small payment missing that the list shows late. What comes
        from now on is heard, so a few times are enough."""
        self._looks = 0 if is_exact or generation != self._agreed else self._looks
        self._agreed, self._doubts, self._sentences, self._failure = generation, 0, (), ""
        if is_exact or self._looks == len(DOUBT_PAUSES_S):
            return STOCK_AGAIN_S
        self._looks += 1
        return DOUBT_PAUSES_S[self._looks - 1]

    def suspect(self) -> float:
        """Something heard is unexplained; in how many seconds to look. It is looking that counts: what was asked for
        while it happened shows a part of it, and a difference named after that would be another a moment later."""
        self._agreed = 0
        return DOUBT_PAUSES_S[min(self._doubts, len(DOUBT_PAUSES_S) - 1)]

    def doubt(self, sentences: tuple[str, ...]) -> float:
        """What was looked at is unexplained; in how many seconds to look again."""
        self._agreed, self._failure = 0, ""
        self._doubts += 1
        if self._doubts > len(DOUBT_PAUSES_S):
            self._sentences = sentences
            return AGAIN_S
        return DOUBT_PAUSES_S[self._doubts - 1]

    def fail(self, sentence: str) -> float:
        """The exchange could not be asked; in how many seconds to try again."""
        self._failure = sentence
        self._doubts += 1
        return DOUBT_PAUSES_S[min(self._doubts, len(DOUBT_PAUSES_S)) - 1] if self._doubts < 10 else AGAIN_S

    @property
    def is_different(self) -> bool:
        """Whether something stayed unexplained, and was named."""
        return bool(self._sentences)

    def trouble(self, state: LinkState) -> str:
        """What a person has to look at."""
        if state.link is Link.REFUSED or state.failures >= _SOME:
            return state.reason
        return " ".join(self._sentences) or (self._failure if self._doubts >= _SOME else "")

    def obstacle(self, state: LinkState, age_s: float | None) -> Refusal | None:
        """Why nothing may be opened, given how the stream stands and how long it has been silent."""
        if self._sentences:
            return Refusal(NOT_RECONCILED, " ".join(self._sentences))
        if not state.is_live:
            return Refusal(STREAM_DOWN, state.reason or "Bybit's stream of the account is not open yet.")
        if age_s is None or age_s > LARGEST_AGE_S:
            return Refusal(
                STREAM_DOWN, f"Bybit's stream of the account has been silent for over {LARGEST_AGE_S:.0f} s."
            )
        if self._agreed != state.generation:
            return Refusal(NOT_RECONCILED, self._failure or _COMPARING)
        return None
