"""The values of a sweep as they are typed, and its combinations as backtests of their own."""

import pytest

from photon_desktop.backtest.sweep_axis import USUAL, values_of
from photon_desktop.backtest.sweep_trial import possible, trial_with
from photon_desktop.backtest.trial import Trial
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.interval import Interval


def trial(strategy: str) -> Trial:
    return Trial("DEMO-BTC", Interval.HOUR_1, strategy)


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("fast", "5 to 25 step 5", (5, 10, 15, 20, 25)),
        ("fast", "3 to 6", (3, 4, 5, 6)),
        ("fast", "5, 10, 5", (5, 10)),
        ("fast", " 7 ", (7,)),
        ("chance", "0.1 to 0.3 step 0.1", (0.1, 0.2, 0.3)),
        ("stop_loss", "1 to 2 step 0.75", (1, 1.75)),
        ("size", "share:0.5, all", ("share:0.5", "all")),
    ],
)
def test_a_range_meets_its_end_and_a_list_has_each_value_once(
    name: str, text: str, values: tuple[float | str, ...]
) -> None:
    assert values_of(name, text) == values


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "fast has no values"),
        ("5, x", "'x' is no number that fast can have"),
        ("nan", "'nan' is no number"),
        ("5 to", "is no number"),
        ("9 to 5", "it goes up"),
        ("1 to 5 step 0", "in steps above 0"),
        ("1 to 2 step 0.00001", "may have up to 10,000"),
    ],
)
def test_what_is_no_range_and_no_list_is_refused_with_what_to_write(text: str, sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        values_of("fast", text)


def test_what_a_sweep_begins_with_can_be_run() -> None:
    for name, strategy in (("oversold", "rsi"), ("chance", "random"), ("seed", "random"), ("size", "rsi")):
        choices = [{name: value} for value in values_of(name, USUAL[name])]
        assert possible(trial(strategy), choices) == choices


def test_a_combination_becomes_a_backtest_of_its_own() -> None:
    made = trial_with(trial("sma_cross"), {"fast": 5.0, "slow": 40.0, "stop_loss": 2.0, "size": "share:0.5"})
    assert (made.knobs.fast, made.knobs.slow, made.rules.stop_loss) == (5, 40, 0.02)
    assert made.rules.sizing.text == "share:0.5"
    assert trial_with(trial("random_forest"), {"minimum_confidence": 0.5}).minimum_confidence == 0.5
    assert trial_with(trial("random"), {"seed": 7.0, "chance": 0.1}).seed == 7


def test_combinations_the_strategy_cannot_have_are_left_out_and_none_is_an_error() -> None:
    choices = [{"fast": fast, "slow": 20.0} for fast in (5.0, 20.0, 30.0)]
    assert possible(trial("sma_cross"), choices) == choices[:1]
    with pytest.raises(ValueRefusedError, match="shorter than the slow one"):
        possible(trial("sma_cross"), choices[1:])
