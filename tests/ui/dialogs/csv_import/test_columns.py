"""Which column holds what."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.importer.vocabulary import PRICE_ROLES, Role
from photon_desktop.ui.dialogs.csv_import.form.columns import OFFERED, ColumnPlan, role_words
from tests.ui.dialogs.csv_import.made_files import GUESS

PLAN = ColumnPlan.of(GUESS)


def test_a_format_and_its_plan_say_the_same() -> None:
    assert PLAN.applied_to(replace(GUESS, open_column=9, volume_column=None)) == GUESS
    assert [PLAN.roles_of(column) for column in (0, 4, 6)] == [(Role.TIME,), (Role.CLOSE,), ()]


def test_a_role_given_to_a_column_leaves_the_one_that_had_it() -> None:
    changed = PLAN.with_roles(6, (Role.VOLUME,))
    assert changed.roles_of(6) == (Role.VOLUME,)
    assert changed.roles_of(5) == ()
    assert changed.applied_to(GUESS).volume_column == 6


def test_a_needed_role_without_a_column_is_missing_until_one_holds_it() -> None:
    without_close = PLAN.with_roles(4, ())
    assert without_close.missing == (Role.CLOSE,)
    with pytest.raises(ValueError, match="close"):
        without_close.applied_to(GUESS)
    assert without_close.with_roles(6, (Role.CLOSE,)).missing == ()


def test_one_column_can_be_every_price() -> None:
    plan = PLAN.with_roles(2, PRICE_ROLES)
    assert plan.applied_to(GUESS).price_columns == (2, 2, 2, 2)
    assert role_words(plan.roles_of(2)) == "price"


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(OFFERED)), max_size=12))
def test_after_any_changes_no_role_is_held_twice(changes: list[tuple[int, tuple[Role, ...]]]) -> None:
    plan = PLAN
    for column, roles in changes:
        plan = plan.with_roles(column, roles)
        assert plan.roles_of(column) == roles
    placed = [role for role, _ in plan.places]
    assert len(placed) == len(set(placed))
    assert bool(plan.missing) == any(role not in placed for role in (Role.TIME, *PRICE_ROLES))
