"""What is taken out of a text before it is written anywhere."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.crash.redaction import HIDDEN, redacted

KEY, SECRET = "Xy7kQ2mNb81LpRt4Zs", "aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0bC3dE6"


@pytest.mark.parametrize(
    "text",
    [
        f"ApiKeys(key='{KEY}', secret='{SECRET}')",
        f'{{"api_key": "{KEY}", "api_secret": "{SECRET}"}}',
        f"X-BAPI-API-KEY: {KEY}, X-BAPI-SIGN: {SECRET}",
        f"GET https://api.example.com/v5/order?api_key={KEY}&sign={SECRET}&category=spot",
        f"Authorization: Bearer {SECRET}",
        f"https://me:{SECRET}@example.com",
        f"the exchange answered {KEY} / {SECRET}",
        "password=hunter2 and token: abc",
        "POST https://api.telegram.org/bot12345678:hunter2_abc-hunter2/sendMessage",
        'secret="hunter2 (abc)"',
        "{'passphrase': 'abc; hunter2'}",
    ],
)
def test_nothing_secret_stays(text: str) -> None:
    shown = redacted(text)
    assert HIDDEN in shown
    assert redacted(shown) == shown  # the log is redacted, and the report that has its lines once more
    for secret in (KEY, SECRET, "hunter2", "abc"):
        assert secret not in shown


def test_what_a_reader_needs_stays() -> None:
    text = (
        "2026-11-28 13:00:00,123 ERROR photon_desktop.broker.bybit.desk.courier [execution] quantity 0.0004 is under"
        " BTCUSDT's step 0.001 in 0198f2a0-7b1c-7c3d-8e4f-5a6b7c8d9e0f, order 0.5 at 96,000.25; ZeroDivisionError"
    )
    assert redacted(text) == text


def test_the_users_folder_and_address_are_not_told() -> None:
    shown = redacted("File /home/ada/photon/logs, from ada@example.com", Path("/home/ada"))
    assert shown == f"File ~/photon/logs, from {HIDDEN}"


@given(st.text(alphabet="abcdefghijkXYZ0123456789", min_size=18, max_size=40).filter(lambda t: not t.isalpha()))
def test_no_long_run_of_letters_and_digits_stays(run: str) -> None:
    if any(letter.isalpha() for letter in run):
        assert run not in redacted(f"answer {run}.")


@given(st.text(max_size=200))
def test_it_takes_any_text_and_a_second_time_changes_nothing(text: str) -> None:
    once = redacted(text)
    assert redacted(once) == once
