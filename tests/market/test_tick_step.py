from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.tick_step import Step, step_to
from photon_desktop.trading.bars import Bar

SEEN = Bar(60, 100, 110, 90, 105, 2.5)


def test_of_a_bar_seen_before_only_new_extremes_and_more_volume_are_new() -> None:
    assert step_to(replace(SEEN, high=112, close=104, volume=2.75), SEEN, False) == Step(104, 112, 104, 0.25)
    assert step_to(replace(SEEN, low=89, close=91), SEEN, False) == Step(91, 91, 89, 0.0)


def test_a_bar_after_another_is_new_as_a_whole() -> None:
    later = replace(SEEN, open_time=120)
    assert step_to(later, SEEN, False) == step_to(later, None, False) == Step(100, 110, 90, 2.5)


def test_of_a_bar_that_began_unseen_only_the_last_price_is_known() -> None:
    assert step_to(SEEN, None, True) == Step(105, 105, 105, 0.0)


def test_a_volume_that_was_corrected_downwards_is_no_trade() -> None:
    assert step_to(replace(SEEN, volume=2.0), SEEN, False).volume == 0.0


@given(st.lists(st.decimals("0", "1000", places=3), min_size=2, max_size=30).map(sorted))
def test_volumes_seen_one_after_the_other_add_up_without_dust(volumes: list[object]) -> None:
    looks = [replace(SEEN, volume=float(volume)) for volume in volumes]  # type: ignore[arg-type]
    steps = [step_to(now, before, False).volume for before, now in pairwise(looks)]
    assert all(round(volume, 3) == volume for volume in steps)
    assert sum(steps) == pytest.approx(float(volumes[-1]) - float(volumes[0]))  # type: ignore[arg-type]
