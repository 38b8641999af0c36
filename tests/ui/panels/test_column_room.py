"""How the columns of a table share the width there is."""

from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.ui.panels.column_room import ColumnNeed, fitted

TIME, NAME, HASH = ColumnNeed(120, 100, 100), ColumnNeed(200, 180, 60), ColumnNeed(80, 70, 70)


def test_with_room_each_column_has_the_width_it_wants() -> None:
    assert fitted((TIME, NAME, HASH), 400) == [120, 200, 80]


def test_a_text_wider_than_what_was_wanted_has_its_width() -> None:
    assert fitted((ColumnNeed(50, 90, 90), HASH), 400) == [90, 80]


def test_with_less_room_the_columns_lose_what_their_texts_do_not_need() -> None:
    assert fitted((TIME, NAME, HASH), 375) == [110, 190, 75]


def test_then_those_that_may_shorten_their_texts_do() -> None:
    assert fitted((TIME, NAME, HASH), 260) == [100, 90, 70]


def test_then_columns_are_left_out_in_the_order_given() -> None:
    assert fitted((TIME, NAME, HASH), 220, let_go=(2, 0)) == [100, 120, 0]
    assert fitted((TIME, NAME, HASH), 130, let_go=(2, 0)) == [0, 130, 0]


def test_what_may_not_be_left_out_keeps_its_text_and_is_scrolled_to() -> None:
    assert fitted((TIME, HASH), 90) == [100, 70]


@given(
    st.lists(st.tuples(st.integers(1, 300), st.integers(1, 300), st.integers(1, 300)), min_size=1, max_size=12),
    st.integers(0, 2_000),
)
def test_widths_never_exceed_the_room_while_the_least_have_it(drawn: list[tuple[int, int, int]], room: int) -> None:
    needs = [ColumnNeed(wanted, needed, min(needed, least)) for wanted, needed, least in drawn]
    widths = fitted(needs, room)
    assert all(width >= need.least for width, need in zip(widths, needs, strict=True))
    if sum(need.least for need in needs) <= room:
        assert sum(widths) <= room
