"""The simulated market as a session: how much past it opens with."""

import pytest

from photon_desktop.market.demo_session import DemoSession, history_bars
from photon_desktop.trading.interval import Interval


@pytest.mark.parametrize(
    ("interval", "bars"),
    [
        (Interval.MINUTE_1, 8_960), (Interval.MINUTE_15, 8_960), (Interval.HOUR_1, 8_960),
        (Interval.HOUR_4, 2_240), (Interval.DAY_1, 2_000),
    ],
)  # fmt: skip
def test_it_has_as_much_past_as_a_real_market_where_that_is_quickly_made(interval: Interval, bars: int) -> None:
    assert history_bars(interval) == bars


def test_it_opens_with_that_past_of_every_symbol_and_no_gap() -> None:
    opened = DemoSession(Interval.MINUTE_1, 1.0).open(None)
    try:
        assert {len(series.bars) for series in opened.series} == {8_960}
        for series in opened.series:
            steps = set((series.bars.times[1:] - series.bars.times[:-1]).tolist())
            assert steps == {Interval.MINUTE_1.nanoseconds}
    finally:
        opened.feed.close()
