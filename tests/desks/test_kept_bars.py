"""The bars that analytics keep are the newest, in order, each once."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.desks.analytics.kept_bars import KeptBars
from photon_desktop.trading.bars import Bar, Bars


def bar(time: int, close: float = 1.0) -> Bar:
    return Bar(time, 1.0, max(1.0, close), min(1.0, close), close, 5.0)


@given(st.lists(st.integers(0, 300), max_size=400), st.integers(1, 90))
def test_they_are_those_that_a_dictionary_would_have_kept(times: list[int], most: int) -> None:
    kept, expected = KeptBars(most), {}
    for number, time in enumerate(times):
        one = bar(time, 1.0 + number / 1_000)
        kept.add(one)
        expected[time] = one
        if len(expected) > most:
            del expected[min(expected)]
    wanted = Bars.from_bars(expected[time] for time in sorted(expected))
    assert len(kept) == len(expected)
    for column, same in zip(kept.bars().columns(), wanted.columns(), strict=True):
        np.testing.assert_array_equal(column, same)


def test_what_was_handed_out_stays_as_it_was() -> None:
    kept = KeptBars(10)
    kept.add(bar(1, 2.0))
    before = kept.bars()
    kept.add(bar(1, 3.0))
    assert before.close.tolist() == [2.0]


def test_the_room_they_take_is_bounded() -> None:
    kept = KeptBars(1_000)
    times = list(range(20_000))
    random.Random(5).shuffle(times[:100])
    for time in times:
        kept.add(bar(time))
    assert kept._rows.nbytes < 1_200 * 48
