"""Where the words of lines at a price stand."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.ui.chart.items.price_lines import WordPlaces


def test_words_far_from_each_other_stand_at_the_right() -> None:
    places = WordPlaces(500.0)
    assert [places.take(y, 40.0, 14.0).right() for y in (20.0, 60.0, 90.0)] == [500.0, 500.0, 500.0]


def test_a_word_too_near_to_another_stands_to_its_left() -> None:
    places = WordPlaces(500.0)
    assert places.take(20.0, 40.0, 14.0).left() == 460.0
    assert places.take(28.0, 50.0, 14.0).right() == 460.0


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(10, 80)), max_size=8))
def test_no_word_lies_on_another(words: list[tuple[float, float]]) -> None:
    places = WordPlaces(500.0)
    boxes = [places.take(y, width, 14.0) for y, width in words]
    shrunk = [box.adjusted(0, 0, -1e-6, -1e-6) for box in boxes]
    assert not any(one.intersects(other) for one, other in combinations(shrunk, 2))
