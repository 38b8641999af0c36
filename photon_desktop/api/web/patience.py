"""How long a slow client is waited for, in each part of its question and of the answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. `head_s`: from connecting, or from the last answer, until a question's whole head has come; `body_s`:
    until its body has; `answer_s`: until the client has taken the answer; `event_s`: until it takes one event of a
    stream; `full_s`: how long one that is turned away may take to ask."""

    head_s: float = 30.0
    body_s: float = 10.0
    answer_s: float = 30.0
    event_s: float = 10.0
    full_s: float = 1.0


PATIENCE = Patience()
