"""How often one may try to log in: wrong passwords make the next try wait, and many of them lock."""

from collections.abc import Mapping
from dataclasses import dataclass

from photon_desktop.api.faults import too_often
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import Clock

FREE_TRIES, TRIES_UNTIL_LOCKED = 3, 10
LOCKED_S, FORGOTTEN_S = 900, 86_400
MOST_NAMES = 300
_NS = 1_000_000_000
_MOST_TRIES = 1_000_000


@dataclass(slots=True)
class _Wrong:
    tries: int = 0
    at: int = 0  # of the last one, ns UTC

    @property
    def free_at(self) -> int:
        """When the next try may come (ns UTC)."""
        return self.at + _wait_s(self.tries) * _NS


class Attempts:
    """Wrong tries by address, of users and of nobody alike. Three are free; then each doubles the wait, one second at
    first; the tenth locks for a quarter of an hour. A right one forgets them, and so does a day without a try. A clock
    that is set back makes a wait begin anew, and neither endless nor shorter."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: dict[str, _Wrong] = {}

    def check(self, name: str) -> None:
        """Raises ApiError (429) while `name` has to wait."""
        wrong, now_ns = self._wrong.get(name), self._clock.now_ns()
        if wrong is None:
            return
        wrong.at = min(wrong.at, now_ns)
        left_ns = wrong.free_at - now_ns
        if left_ns > 0:
            seconds = -(-left_ns // _NS)
            raise too_often(f"Too many wrong passwords for {name}; try again in {seconds} seconds.", seconds)

    def begin(self, name: str) -> None:
        """Count a try as wrong before it is known, so that many at once do not pass as one."""
        self._forget_old()
        wrong = self._wrong.setdefault(name, _Wrong())
        wrong.tries, wrong.at = wrong.tries + 1, self._clock.now_ns()
        if len(self._wrong) > MOST_NAMES:  # whoever waits longest stays: many names do not push out one that is locked
            others = [each for each in self._wrong if each != name]
            del self._wrong[min(others, key=lambda each: self._wrong[each].free_at)]

    def succeed(self, name: str) -> None:
        """Forget what was wrong before."""
        self._wrong.pop(name, None)

    def to_json(self) -> Json:
        """What is kept for the next start: of each address the tries and when the last one was (ns UTC)."""
        return {name: [wrong.tries, wrong.at] for name, wrong in self._wrong.items()}

    def take(self, kept: object) -> None:
        """Go on from what `to_json` told; what can't be read in it, and what is known better here, is left out."""
        for name, told in kept.items() if isinstance(kept, Mapping) else ():
            match told:
                case [int(tries), int(at)] if 0 < tries <= _MOST_TRIES and len(self._wrong) < MOST_NAMES:
                    self._wrong.setdefault(str(name), _Wrong(tries, at))
        self._forget_old()

    def _forget_old(self) -> None:
        now_ns = self._clock.now_ns()
        for wrong in self._wrong.values():
            wrong.at = min(wrong.at, now_ns)
        old = [name for name, wrong in self._wrong.items() if now_ns - wrong.at >= FORGOTTEN_S * _NS]
        for name in old:
            del self._wrong[name]


def _wait_s(tries: int) -> int:
    if tries >= TRIES_UNTIL_LOCKED:
        return LOCKED_S
    return 0 if tries <= FREE_TRIES else int(2 ** (tries - FREE_TRIES - 1))
