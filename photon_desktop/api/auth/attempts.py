"""How often one may try to log in: wrong passwords make the next try wait, and many of them lock."""

from collections import OrderedDict
from dataclasses import dataclass

from photon_desktop.api.faults import too_often
from photon_desktop.trading.timestamps import Clock

FREE_TRIES, TRIES_UNTIL_LOCKED = 3, 10
LOCKED_S = 900
_NS = 1_000_000_000
_MOST_NAMES = 1_000


@dataclass(slots=True)
class _Wrong:
    tries: int = 0
    may_try_at: int = 0  # ns UTC


class Attempts:
    """Wrong tries by address, of users and of nobody alike. Three are free; then each doubles the wait, one second at
    first; the tenth locks for a quarter of an hour. A right one forgets them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, _Wrong] = OrderedDict()

    def check(self, name: str) -> None:
        """Raises ApiError (429) while `name` has to wait."""
        wrong = self._wrong.get(name)
        left_ns = 0 if wrong is None else wrong.may_try_at - self._clock.now_ns()
        if left_ns > 0:
            seconds = -(-left_ns // _NS)
            raise too_often(f"Too many wrong passwords for {name}; try again in {seconds} seconds.", seconds)

    def begin(self, name: str) -> None:
        """Count a try as wrong before it is known, so that many at once do not pass as one."""
        wrong = self._wrong.setdefault(name, _Wrong())
        self._wrong.move_to_end(name)
        wrong.tries += 1
        wrong.may_try_at = self._clock.now_ns() + _wait_s(wrong.tries) * _NS
        if len(self._wrong) > _MOST_NAMES:
            self._wrong.popitem(last=False)

    def succeed(self, name: str) -> None:
        """Forget what was wrong before."""
        self._wrong.pop(name, None)


def _wait_s(tries: int) -> int:
    if tries >= TRIES_UNTIL_LOCKED:
        return LOCKED_S
    return 0 if tries <= FREE_TRIES else int(2 ** (tries - FREE_TRIES - 1))
