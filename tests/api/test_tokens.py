"""Tokens that were read before are judged as if they were not."""

import pytest

from photon_desktop.api.auth.tokens import ACCESS_S, Tokens, TokenUse
from photon_desktop.api.faults import ApiError
from tests.api.clients import HandClock

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def tokens(clock: HandClock) -> Tokens:
    return Tokens(KEY, clock)


def test_a_token_is_good_until_its_end_however_often_it_is_read(tokens: Tokens, clock: HandClock) -> None:
    token = tokens.make(7, TokenUse.ACCESS)
    assert [tokens.read(token, TokenUse.ACCESS)[0] for _ in range(3)] == [7, 7, 7]
    clock.now_s += ACCESS_S
    with pytest.raises(ApiError, match="expired"):
        tokens.read(token, TokenUse.ACCESS)


def test_a_known_token_is_good_for_nothing_else(tokens: Tokens) -> None:
    token = tokens.make(7, TokenUse.ACCESS)
    tokens.read(token, TokenUse.ACCESS)
    with pytest.raises(ApiError, match="no refresh token"):
        tokens.read(token, TokenUse.REFRESH)


def test_no_token_of_the_old_key_is_good_after_a_new_one(tokens: Tokens) -> None:
    token = tokens.make(7, TokenUse.ACCESS)
    tokens.read(token, TokenUse.ACCESS)
    tokens.sign_with(OTHER_KEY)
    with pytest.raises(ApiError, match="log in again"):
        tokens.read(token, TokenUse.ACCESS)


def test_a_token_that_was_changed_is_not_taken_for_the_known_one(tokens: Tokens) -> None:
    token = tokens.make(7, TokenUse.ACCESS)
    tokens.read(token, TokenUse.ACCESS)
    head, claims, signature = token.split(".")
    other = Tokens(OTHER_KEY, HandClock()).make(8, TokenUse.ACCESS).split(".")[1]
    for changed in (f"{head}.{other}.{signature}", f"{head}.{claims}.{signature[:-2]}", f"{token}x"):
        with pytest.raises(ApiError, match="log in again"):
            tokens.read(changed, TokenUse.ACCESS)


def test_of_very_many_tokens_all_are_read_right(tokens: Tokens) -> None:
    made = {number: tokens.make(number, TokenUse.ACCESS) for number in range(200)}
    for _ in range(2):
        assert [tokens.read(token, TokenUse.ACCESS)[0] for token in made.values()] == list(made)
