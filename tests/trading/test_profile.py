from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.profile import AccountMode, Profile

PROFILE = Profile("Savings", "paper-2", AccountMode.PAPER, "real", Decimal(500))


@pytest.mark.parametrize("name", ["", " Savings", "Savings ", "x" * 41, "two\nlines"])
def test_a_name_that_could_not_be_typed_is_refused(name: str) -> None:
    with pytest.raises(ValueRefusedError, match="1 to 40 characters"):
        replace(PROFILE, name=name)


@pytest.mark.parametrize("cash", [Decimal(0), Decimal("1000000000.01")])
def test_starting_cash_out_of_bounds_is_refused_with_the_bounds(cash: Decimal) -> None:
    with pytest.raises(ValueRefusedError, match="between 1 and 1,000,000,000"):
        replace(PROFILE, starting_cash=cash)


def test_an_account_without_books_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="has no books"):
        replace(PROFILE, account="")


def test_only_the_live_mode_moves_real_money_and_only_paper_stays_here() -> None:
    assert [mode.is_real_money for mode in AccountMode] == [False, False, False, True]
    assert [mode.is_exchange for mode in AccountMode] == [False, True, True, True]


def test_books_of_a_later_round_have_the_key_of_the_first_in_theirs() -> None:
    assert replace(PROFILE, account="paper-2#14").key == PROFILE.key == "paper-2"
