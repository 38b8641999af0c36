"""The secret is in no text."""

import copy
import pickle

import pytest

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.errors import ValueRefusedError

KEYS = ApiKeys("abcdefgh", "the-secret")


def test_no_text_of_the_keys_shows_the_secret() -> None:
    texts = [repr(KEYS), str(KEYS), f"{KEYS}", f"{[KEYS]!r}", KEYS.shown]
    assert not [text for text in texts if "secret" in text and "the-secret" in text]
    assert not [text for text in texts if "abcdefgh" in text]
    assert KEYS.reveal_secret() == "the-secret"


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy, copy.deepcopy])
def test_keys_can_not_be_written_or_copied(write: object) -> None:
    with pytest.raises(TypeError, match="never written"):
        write(KEYS)  # type: ignore[operator]


@pytest.mark.parametrize(("key", "secret"), [("", "s"), ("k", ""), ("k k", "s"), ("k", "s\n"), ("k", "sé")])
def test_keys_that_were_copied_badly_are_refused_without_showing_them(key: str, secret: str) -> None:
    with pytest.raises(ValueRefusedError, match="copy it again") as refused:
        ApiKeys(key, secret)
    assert "sé" not in str(refused.value)


def test_keys_are_equal_by_both_parts() -> None:
    assert ApiKeys("abcdefgh", "the-secret") == KEYS
    assert ApiKeys("abcdefgh", "another") != KEYS
    assert hash(ApiKeys("abcdefgh", "the-secret")) == hash(KEYS)
