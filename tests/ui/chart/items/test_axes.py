"""Tags and labels of the axes."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from photon_desktop.ui.chart.items.axes import LEAST_AXIS_WIDTH, TAG_HEIGHT, AxisTag, PriceAxis, label_width, spread

CENTRES = st.lists(st.floats(0, 200), min_size=1, max_size=10)


@given(CENTRES)
def test_tags_never_cover_each_other_and_the_first_stays(centres: list[float]) -> None:
    placed = spread(centres, 18.0)
    assert placed[0] == pytest.approx(centres[0])
    assert all(abs(one - other) >= 18.0 - 1e-9 for one, other in combinations(placed, 2))


@given(CENTRES)
def test_tags_stand_in_the_order_of_their_prices(centres: list[float]) -> None:
    placed = spread(centres, 18.0)
    pairs = sorted(zip(centres, placed, strict=True))
    assert [place for _, place in pairs] == sorted(placed)


@given(CENTRES)
def test_tags_stay_on_their_axis(centres: list[float]) -> None:
    placed = spread(centres, 18.0, 9.0, 191.0)
    assert min(placed) >= 9.0 - 1e-9
    assert max(placed) <= 191.0 + 1e-9
    assert all(abs(one - other) >= 18.0 - 1e-9 for one, other in combinations(placed, 2))


def test_tags_apart_already_stay_where_they_are() -> None:
    assert spread([10.0, 60.0, 110.0], 18.0) == [10.0, 60.0, 110.0]


def test_three_tags_on_one_price_stand_side_by_side() -> None:
    placed = spread([50.0, 50.0, 50.0, 50.5], 18.0)
    assert all(abs(one - other) >= 18.0 - 1e-9 for one, other in combinations(placed, 2))


def test_the_axis_is_wide_enough_for_its_widest_text(qapp: QApplication) -> None:
    assert label_width([]) == LEAST_AXIS_WIDTH
    assert label_width(["1.00", "1,234,567.00"]) > label_width(["1.00"])


def test_of_more_tags_than_there_is_room_for_the_weightiest_are_shown(qapp: QApplication) -> None:
    axis = PriceAxis()
    axis.show_prices((), [AxisTag(0.5, str(number), "#000000", "#ffffff") for number in range(9)])
    placed = axis._placed_tags(QRectF(0, 0, 60, 4.5 * TAG_HEIGHT))
    assert [tag.text for _, tag in placed] == ["0", "1", "2", "3"]
    assert max(centre for centre, _ in placed) <= 4 * TAG_HEIGHT
