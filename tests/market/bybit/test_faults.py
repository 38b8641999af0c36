"""What refusals mean and what the user is told."""

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.bybit.faults import ExchangeError, Meaning, http_failure, refusal

TABLE = {
    Meaning.PARAMETER: [10001],
    Meaning.CLOCK: [10002],
    Meaning.CREDENTIALS: [10003, 10004, 10005, 10010],
    Meaning.RATE: [10006],
    Meaning.UNKNOWN: [10000, 10016, 170007, 170146],
    Meaning.BLOCKED: [10009, 10024],
    Meaning.ORDER_GONE: [110001, 170213],
    Meaning.BALANCE: [110004, 110007, 110012, 170131],
    Meaning.TOO_SMALL: [110017, 110094, 170136, 170140],
    Meaning.ID_USED: [110072, 170141],
    Meaning.OTHER: [999_999],
}


@pytest.mark.parametrize(("meaning", "code"), [(meaning, code) for meaning, codes in TABLE.items() for code in codes])
def test_each_code_has_its_meaning_and_one_sentence_that_names_it(meaning: Meaning, code: int) -> None:
    error = refusal(code, "their words")
    assert error.meaning is meaning
    assert error.code == code
    assert isinstance(error, DataError)
    assert f"{code}: their words" in str(error)
    assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("status", "meaning"),
    [(403, Meaning.BLOCKED), (429, Meaning.RATE), (500, Meaning.UNKNOWN), (503, Meaning.UNKNOWN)],
)
def test_http_errors_mean_what_their_status_says(status: int, meaning: Meaning) -> None:
    assert http_failure(status).meaning is meaning


def test_every_meaning_has_a_sentence() -> None:
    for meaning in Meaning:
        assert "detail" in str(ExchangeError(meaning, "detail"))
