"""Who may change what the window shows, and when: what changes within one turn is painted in one stroke, and all of the
window at once is felt as a pause."""

from PySide6.QtCore import QElapsedTimer

GAP_MS = 9  # Qt paints about 5 ms after a change


class Pace:
    """Keeps those that share it a few milliseconds apart. Nobody waits for themselves."""

    def __init__(self, gap_ms: int = GAP_MS) -> None:
        self._gap_ms = gap_ms
        self._last: object = None
        self._since = QElapsedTimer()

    def wait_ms(self, who: object) -> int:
        """How long `who` lets what another has changed be painted first; 0 when there is nothing to wait for."""
        if self._last is None or self._last is who:
            return 0
        return max(0, self._gap_ms - self._since.elapsed())

    def take(self, who: object) -> None:
        """`who` changes something now."""
        self._last = who
        self._since.start()
