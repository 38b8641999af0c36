"""Whether those that hear of closed bars keep up with them: a simulated market waits for whoever is behind."""

MOST_AHEAD = 3  # times that bars have closed


class KeepingUp:
    """Counts the times that bars closed, and how far each listener has come. On one thread."""

    def __init__(self) -> None:
        self._told = 0
        self._heard: dict[str, int] = {}

    def expect(self, name: str) -> None:
        """Wait for this listener from now on."""
        self._heard[name] = self._told

    def tell(self) -> int:
        """Bars have closed: the number that listeners are to say when they have come so far."""
        self._told += 1
        return self._told

    def hear(self, name: str, number: int) -> None:
        """A listener has done with all that came before this number."""
        self._heard[name] = number

    @property
    def is_behind(self) -> bool:
        """Whether a listener is so far behind that nothing more should come before it has caught up."""
        return self._told - min(self._heard.values(), default=self._told) >= MOST_AHEAD
