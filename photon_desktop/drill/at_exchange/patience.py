"""How long the drill waits for books and exchange to agree."""

from collections.abc import Callable


class Patience:
    """Is over when nothing has come closer for `patience_s`, by the clock `now_s`."""

    def __init__(self, patience_s: float, now_s: Callable[[], float]) -> None:
        self._patience_s = patience_s
        self._now_s = now_s
        self._least: int | None = None
        self._until_s = 0.0

    def is_over(self, left: int) -> bool:
        """Whether it is, now that so much is `left`. Only less than ever before is closer, so it ends some time."""
        if self._least is None or left < self._least:
            self._least, self._until_s = left, self._now_s() + self._patience_s
        return self._now_s() > self._until_s
