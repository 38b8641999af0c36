"""Where the market stands survives JSON exactly, and nothing else is taken for it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import DataError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DEMO_EPOCH, FILM_END, FILM_START, STEP_NS
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.trading.timestamps import from_iso

GOOD = Checkpoint.opening().to_mapping()


@given(
    st.integers(FILM_START // STEP_NS, FILM_END // STEP_NS),
    st.lists(st.integers(-(2**45), 2**45), min_size=3, max_size=3),
)
def test_a_checkpoint_comes_back_from_json_exactly(step: int, log_prices: list[int]) -> None:
    checkpoint = Checkpoint(step * STEP_NS, dict(zip(DEMO_SYMBOLS, log_prices, strict=True)))
    assert Checkpoint.from_json(checkpoint.to_json()) == checkpoint
    assert Checkpoint.from_mapping(checkpoint.to_mapping()) == checkpoint


def test_the_first_session_opens_with_the_year() -> None:
    opening = Checkpoint.opening()
    assert opening.time_ns == DEMO_EPOCH == from_iso("2025-01-01T00:00:00Z")
    assert [round(opening.price(symbol), 2) for symbol in DEMO_SYMBOLS] == [60_214.3, 3_018.46, 191.27]


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", "3", '"x"', "{}", '{"time_ns": 0}', '{"time_ns":1,"log_prices":7}']
)
def test_text_that_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="can't be read; let it start again"):
        Checkpoint.from_json(text)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"time_ns": DEMO_EPOCH + 1}, "none of its steps"),
        ({"time_ns": FILM_START - STEP_NS}, "none of its steps"),
        ({"time_ns": FILM_END + STEP_NS}, "none of its steps"),
        ({"time_ns": float(DEMO_EPOCH)}, "not in whole numbers"),
        ({"time_ns": True}, "not in whole numbers"),
        ({"log_prices": {**GOOD["log_prices"], "DEMO-BTC": None}}, "not in whole numbers"),
        ({"log_prices": {**GOOD["log_prices"], "DEMO-BTC": 2**62}}, "beyond all bounds"),
        ({"log_prices": {"DEMO-BTC": 1}}, "not those of DEMO-BTC, DEMO-ETH, DEMO-AAPL"),
        ({"log_prices": {**GOOD["log_prices"], "BTCUSDT": 1}}, "not those of DEMO-BTC"),
    ],
)
def test_a_senseless_state_is_refused(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DataError, match=rf"{sentence}.*let it start again"):
        Checkpoint.from_json(json.dumps({**GOOD, **change}))
