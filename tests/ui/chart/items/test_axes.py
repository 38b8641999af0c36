"""Tags and labels of the axes."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from photon_desktop.ui.chart.items.axes import LEAST_AXIS_WIDTH, label_width, spread


@given(st.lists(st.floats(0, 100), min_size=1, max_size=2))
def test_two_tags_never_cover_each_other_and_the_first_stays(centres: list[float]) -> None:
    placed = spread(centres, 18.0)
    assert placed[0] == centres[0]
    assert all(abs(one - other) >= 18.0 - 1e-9 for one, other in combinations(placed, 2))


def test_tags_apart_already_stay_where_they_are() -> None:
    assert spread([10.0, 60.0, 110.0], 18.0) == [10.0, 60.0, 110.0]


def test_three_tags_on_one_price_stand_side_by_side() -> None:
    placed = spread([50.0, 50.0, 50.0, 50.5], 18.0)
    assert all(abs(one - other) >= 18.0 - 1e-9 for one, other in combinations(placed, 2))


def test_the_axis_is_wide_enough_for_its_widest_text(qapp: QApplication) -> None:
    assert label_width([]) == LEAST_AXIS_WIDTH
    assert label_width(["1.00", "1,234,567.00"]) > label_width(["1.00"])
