"""How many bars are missing among those that a decision's inputs come from.

It stands apart from `gaps.py`, which must not bring the model and its libraries with it.
"""

from photon_desktop.learning.input_quality import EXACT_BARS, InputQuality
from photon_desktop.market.gaps import Gaps
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.indicators import WARM_UP_BARS


def input_quality(times: TimeArray, gaps: Gaps, feed: str = "") -> InputQuality:
    """What a decision on bars that open at `times`, at least one of them, must know of their `gaps`; `feed` as in
    InputQuality."""
    lately, all_ = (gaps.missing_since(int(times[-count:][0])) for count in (EXACT_BARS, WARM_UP_BARS))
    return InputQuality(lately, all_, feed)
