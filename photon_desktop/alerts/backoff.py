"""How patient a channel is: how long it gathers, how fast it writes, and how often it tries again."""

from dataclasses import dataclass

LONGEST_WISH_S = 3_600.0


@dataclass(frozen=True, slots=True)
class Pace:
    """All in seconds but `attempts` and `most_waiting`.

    What happens within `gather_s` of the first alert goes out with it, and what happens within `pause_s` of a letter
    goes into the next one: a burst is a digest. `patience_s` is how long one attempt may take, `first_wait_s` and
    `longest_wait_s` bound how long the next one waits, `look_s` is how often the clock is looked at in quiet hours.
    """

    gather_s: float = 1.0
    pause_s: float = 15.0
    patience_s: float = 20.0
    attempts: int = 10
    first_wait_s: float = 5.0
    longest_wait_s: float = 900.0
    look_s: float = 30.0
    most_waiting: int = 10_000

    def wait_s(self, failures: int, chance: float, wish_s: float = 0.0) -> float:
        """How long to wait after so many failures in a row, for a `chance` between 0 and 1: exponential, at least half
        of it and the rest by chance ("equal jitter": AWS Architecture Blog, Exponential Backoff And Jitter, 2015), and
        not under what the other side wished, up to an hour."""
        full: float = min(self.longest_wait_s, self.first_wait_s * 2.0 ** min(failures - 1, 30))
        return max(full / 2 + chance * full / 2, min(wish_s, LONGEST_WISH_S))
