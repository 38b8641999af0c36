"""How well a name fits what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.ui.comfort.fuzzy import fit


def test_the_beginning_goes_before_a_word_before_its_inside_before_letters_apart() -> None:
    names = ["Market", "Real market", "Upmarket", "Make a rocket"]
    fits = [fit("market", name) or 0 for name in names[:3]]
    assert fits == sorted(fits, reverse=True)
    assert len(set(fits)) == 3
    assert 0 < (fit("mrkt", "Real market") or 0) < fits[2]


@pytest.mark.parametrize(("typed", "name"), [("zz", "Market"), ("market zz", "Market"), ("tekram", "Market")])
def test_what_is_not_there_does_not_fit(typed: str, name: str) -> None:
    assert fit(typed, name) is None


def test_letters_too_far_apart_do_not_fit() -> None:
    assert fit("az", f"a{'b' * 40}z") is None


@given(st.text(max_size=40))
def test_every_name_fits_nothing_and_each_of_its_own_words(name: str) -> None:
    assert fit("", name) == 0
    for word in name.split():
        assert fit(word, name) is not None
