"""Price alerts in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.trading.alert_book import AlertHit
from photon_desktop.trading.alerts import AlertCondition, PriceAlert, Standing
from photon_desktop.ui.dialogs.price_alert.words import distance_words, hit_words, line_words, rule_words, state_words
from tests.ui.examples import BEGIN, BTC, instrument

ABOVE = PriceAlert("a", BTC, AlertCondition.ABOVE, Decimal(100_000), BEGIN)
MOVE = PriceAlert("b", BTC, AlertCondition.CHANGE_PERCENT, Decimal("2.50"), BEGIN, window_s=900)


@pytest.mark.parametrize(
    ("alert", "words"),
    [
        (ABOVE, "▲ rises to 100,000.0"),
        (replace(ABOVE, condition=AlertCondition.BELOW, level=Decimal("0.00012")), "▼ falls to 0.00012"),
        (replace(ABOVE, condition=AlertCondition.CROSSES), "◆ reaches 100,000.0"),
        (MOVE, "± moves by 2.5% in 15 minutes"),
        (replace(MOVE, window_s=120), "± moves by 2.5% in 2 min 00 s"),
    ],
)
def test_a_rule_has_a_sign_and_the_digits_of_the_instrument(alert: PriceAlert, words: str) -> None:
    assert rule_words(alert, instrument(BTC)) == words


@pytest.mark.parametrize(
    ("alert", "words"),
    [
        (ABOVE, "▲ Alert"),
        (replace(ABOVE, condition=AlertCondition.BELOW, note="Buy back"), "▼ Buy back"),
        (replace(ABOVE, condition=AlertCondition.CROSSES, note="x" * 40), f"◆ {'x' * 31}…"),
        (replace(ABOVE, standing=Standing.SPENT), "↺ Alert"),
    ],
)
def test_a_line_says_from_which_side_it_waits_and_what_was_noted(alert: PriceAlert, words: str) -> None:
    assert line_words(alert) == words


def test_a_state_is_told_by_sign_and_word() -> None:
    done = replace(ABOVE, last_triggered_ns=BEGIN)
    states = (
        state_words(ABOVE, True),
        state_words(ABOVE, False),
        state_words(replace(ABOVE, standing=Standing.SPENT), True),
        state_words(replace(done, repeats=True, standing=Standing.SPENT), True)[:10],
        state_words(replace(done, repeats=True, standing=Standing.UNDER), True)[:14],
        state_words(done, False)[:10],
    )
    assert states == (
        "● on",
        "– not on the watchlist",
        "↺ waits to come back",
        "↺ went off",
        "● on, went off",
        "✓ went off",
    )


def test_what_went_off_is_told_with_symbol_price_rule_time_and_note() -> None:
    title, sentence = hit_words(AlertHit(replace(ABOVE, note="Sell half."), 100_012.5, BEGIN), instrument(BTC))
    assert title == "DEMO-BTC at 100,012.5 USD"
    assert sentence.startswith("Alert: ▲ rises to 100,000.0. Went off at 2024-12-07 ")
    assert sentence.endswith(" Sell half.")


def test_the_way_to_the_level_is_told_and_one_beyond_it_warned_of() -> None:
    assert distance_words(ABOVE, 80_000.0, instrument(BTC)) == "+25.00% from 80,000.0 USD."
    assert "waits until it has come back" in distance_words(ABOVE, 100_000.5, instrument(BTC))
    assert "No price of DEMO-BTC has come yet" in distance_words(ABOVE, None, instrument(BTC))
    assert "2.5% from another one of 15 minutes before" in distance_words(MOVE, None, instrument(BTC))
