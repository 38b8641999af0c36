from decimal import Decimal

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.setting import Setting, Value
from photon_desktop.settings.table import BY_KEY

D = Decimal
CONFIDENCE, POSITION = BY_KEY["limits.minimum_confidence"], BY_KEY["limits.maximum_position"]
COOLDOWN, CASH = BY_KEY["policy.cooldown_bars"], BY_KEY["account.starting_cash"]
QUANTITY, SCHEDULER = BY_KEY["sizing.quantity"], BY_KEY["backtest.dask_scheduler"]
SHORT, EVIDENCE = BY_KEY["limits.allow_short"], BY_KEY["policy.evidence"]


@pytest.mark.parametrize(
    ("setting", "value", "words", "typed"),
    [
        (CONFIDENCE, D("0.4"), "40%", "40"),
        (BY_KEY["costs.slippage_rate"], D("0.0005"), "0.05%", "0.05"),
        (COOLDOWN, 1_000, "1,000 bars", "1000"),
        (CASH, D("12345.5"), "12,345.5", "12345.5"),
        (QUANTITY, D("1234.5"), "1,234.5 units", "1234.5"),
        (QUANTITY, D(1), "1 unit", "1"),
    ],
)
def test_a_number_is_written_for_people_and_read_back_exactly(
    setting: Setting, value: Value, words: str, typed: str
) -> None:
    assert (setting.words(value), setting.typed(value)) == (words, typed)
    assert setting.of_typed(D(typed)) == value


def test_choices_and_switches_are_written_in_words() -> None:
    assert EVIDENCE.words("only with evidence") == "Only with evidence"
    assert (SHORT.words(True), SHORT.words(False)) == ("on", "off")


@pytest.mark.parametrize("value", ["", "tcp://192.168.1.20:8786", "tls://cluster.example:443", "tcp://[::1]:8786"])
def test_an_address_is_that_of_a_program_one_connects_to_or_empty(value: str) -> None:
    assert SCHEDULER.accepted(value) == value
    assert SCHEDULER.from_json(SCHEDULER.to_json(value)) == value


@pytest.mark.parametrize(
    "value", ["192.168.1.20:8786", "tcp://192.168.1.20", "http://a:1", "tcp://a:1/path", "tcp://a:99999", "tcp://:8786"]
)
def test_an_address_that_is_none_is_refused_with_an_example(value: str) -> None:
    with pytest.raises(ValueRefusedError, match=r"it is an address like tcp://192.168.1.20:8786, or empty\.$"):
        SCHEDULER.accepted(value)


def test_a_number_beyond_its_bound_is_refused_with_the_bound_in_a_sentence() -> None:
    with pytest.raises(ValueRefusedError, match=r"^Least confidence is 120%; it lies between 0% and 100%\.$"):
        CONFIDENCE.of_typed(D(120))
    with pytest.raises(ValueRefusedError, match=r"^Largest position is 0%; it lies above 0% and up to 100%\.$"):
        POSITION.of_typed(D(0))
    with pytest.raises(ValueRefusedError, match=r"^Cooldown is 1,001 bars; it lies between 0 bars and 1,000 bars\.$"):
        COOLDOWN.of_typed(D(1_001))


def test_a_quantity_names_its_unit_where_it_is_refused() -> None:
    assert QUANTITY.bounds == "above 0 to 1,000,000,000"
    with pytest.raises(
        ValueRefusedError, match=r"^Fixed quantity is 0 units; it lies above 0 units and up to 1,000,000,000 units\.$"
    ):
        QUANTITY.of_typed(D(0))
    assert QUANTITY.from_json("0.00012") == D("0.00012")
    assert (QUANTITY.to_json(D("0.00012")), QUANTITY.told_words(0.25)) == ("0.00012", "0.25 units")


def test_a_setting_with_a_condition_counts_while_that_holds_only() -> None:
    assert QUANTITY.applies("fixed_quantity")
    assert not QUANTITY.applies("balanced")
    assert CASH.applies("anything")


def test_half_a_bar_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match=r"^Cooldown is 1\.5; it is a whole number of bars\.$"):
        COOLDOWN.of_typed(D("1.5"))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (CONFIDENCE, 0.4), (CONFIDENCE, "0.4"), (CONFIDENCE, D("NaN")), (CONFIDENCE, D("Infinity")),
        (COOLDOWN, True), (COOLDOWN, 1.0), (SHORT, 1), (EVIDENCE, "never"), (EVIDENCE, None), (CASH, 10_000),
    ],
)  # fmt: skip
def test_a_value_of_another_type_or_no_number_at_all_is_refused(setting: Setting, value: object) -> None:
    with pytest.raises(ValueRefusedError):
        setting.accepted(value)


def test_bounds_are_told_in_short() -> None:
    assert CONFIDENCE.bounds == "0% to 100%"
    assert POSITION.bounds == "above 0% to 100%"
    assert COOLDOWN.bounds == "0 to 1,000 bars"
    assert CASH.bounds == "1 to 1,000,000,000"
    assert (SHORT.bounds, EVIDENCE.bounds) == ("", "")


def test_messages_carry_numbers_and_the_store_keeps_exact_text() -> None:
    assert (CONFIDENCE.told(D("0.35")), CONFIDENCE.to_json(D("0.35"))) == (0.35, "0.35")
    assert (CASH.told(D(20_000)), CASH.to_json(D(20_000))) == (20_000, "20000")
    assert (COOLDOWN.told(3), COOLDOWN.to_json(3)) == (3, 3)


def test_money_is_kept_to_the_smallest_unit_of_the_books() -> None:
    assert CASH.accepted(D("100.0000000049")) == D(100)
