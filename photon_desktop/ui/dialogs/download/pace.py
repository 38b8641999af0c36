"""How fast a download goes, and how long it will take."""

from collections.abc import Callable

from photon_desktop.market.download import Progress
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.csv_import.time_left import TimeLeft
from photon_desktop.ui.language import tr, tr_many

_FIRST_SECONDS = 0.5  # a speed before that would jump


class Pace:
    """Counts from when it is made; `clock` gives seconds that never turn back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()
        self._time_left = TimeLeft(clock)

    def words(self, progress: Progress) -> str:
        """How many bars there are, how many come in a second and how long it will take, as far as that is known."""
        due = max(progress.bars, progress.due_bars)
        done = tr_many("{bars} of about {due} bars", "{bars} of about {due} bars", due)
        parts = [done.format(bars=f"{progress.bars:,}", due=f"{due:,}")]
        elapsed = self._clock() - self._began
        fetched = progress.bars - progress.kept_bars
        if fetched > 0 and elapsed >= _FIRST_SECONDS:
            parts.append(tr("{speed:,.0f} bars a second").format(speed=fetched / elapsed))
        share = progress.pages_done / progress.pages if progress.pages else 1.0
        seconds = self._time_left.seconds("fetching", share)
        if seconds is not None and share < 1:
            parts.append(tr("{time} left").format(time=formats.duration(max(1, round(seconds)))))
        return ", ".join(parts)
