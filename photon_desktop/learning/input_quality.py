"""Whether the bars that a decision is made on are all there, and of now.

What must not happen is that a hole or a dead stream reads as a move: most of the model's inputs look back over exactly
20 bars from the last one, so that with a hole among these they would measure something else than in training. What is
older counts in averages that forget it, and a few holes of an hour's trading halt are no reason to stop for a week.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from photon_desktop.learning.wishes import Obstacle

BARS_MISSING = "BARS_MISSING"
FEED_STALE = "FEED_STALE"
EXACT_BARS = 21  # the averages, the range and the close of 20 bars ago: the last bar and the 20 before it
MOST_MISSING = 10  # of the 200 bars that the features need in all
_STILL = frozenset({"stale", "reconnecting", "offline"})


@dataclass(frozen=True, slots=True)
class InputQuality:
    """`missing_lately`: bars missing, while the market was open, among the last 21; `missing`: among the last 200;
    `feed`: how the symbol's feed stood when the last bar came, empty where bars come from no feed."""

    missing_lately: int = 0
    missing: int = 0
    feed: str = ""

    @classmethod
    def told_by(cls, data_quality: Mapping[str, float | int | str]) -> Self:
        """What a snapshot says of its bars; one of an earlier program says nothing."""
        missing_lately, missing = (int(data_quality.get(name, 0)) for name in ("missing_lately", "missing"))
        return cls(missing_lately, missing, str(data_quality.get("feed", "")))

    def told(self) -> dict[str, int | str]:
        """What `told_by` reads."""
        return {"missing_lately": self.missing_lately, "missing": self.missing, "feed": self.feed}

    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stands in the way of opening a position on such bars."""
        found = []
        if self.missing_lately > 0:
            found.append(Obstacle(BARS_MISSING, f"{_bars(self.missing_lately)} missing among the last {EXACT_BARS}"))
        elif self.missing > MOST_MISSING:
            words = f"{_bars(self.missing)} missing among those it needs, and more than {MOST_MISSING} are too many"
            found.append(Obstacle(BARS_MISSING, words))
        if self.feed in _STILL:
            found.append(Obstacle(FEED_STALE, f"the feed was {self.feed} when the bar came and prices may be old"))
        return tuple(found)


def _bars(count: int) -> str:
    return "1 bar is" if count == 1 else f"{count:,} bars are"
