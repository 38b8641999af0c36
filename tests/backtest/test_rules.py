import pytest

from photon_desktop.backtest.rules import Rules, SizeKind, Sizing
from photon_desktop.errors import ValueRefusedError


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("all", Sizing()),
        ("fixed:2.5", Sizing(SizeKind.FIXED, 2.5)),
        ("share:0.5", Sizing(SizeKind.SHARE, 0.5)),
        (" share:1 ", Sizing(SizeKind.SHARE, 1.0)),
    ],
)
def test_sizes_are_read_as_they_are_written(text: str, size: Sizing) -> None:
    assert Sizing.parse(text) == size


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "use all, fixed:QTY or share:0.5"),
        ("all:1", "use all, fixed:QTY or share:0.5"),
        ("half", "use all, fixed:QTY or share:0.5"),
        ("share:", "use all, fixed:QTY or share:0.5"),
        ("share:1.5", "at most at 1"),
        ("share:0", "above zero"),
        ("fixed:-1", "above zero"),
        ("fixed:nan", "above zero"),
        ("fixed:inf", "above zero"),
    ],
)
def test_other_sizes_are_refused_with_the_bound(text: str, sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        Sizing.parse(text)


def test_a_fixed_size_in_whole_units_is_whole() -> None:
    with pytest.raises(ValueRefusedError, match="not whole"):
        Sizing.parse("fixed:2.5", steps_per_unit=1)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"initial_balance": 0.0}, "initial balance is 0"),
        ({"initial_balance": float("nan")}, "initial balance is nan"),
        ({"stop_loss": 1.0}, "stop loss is 100%"),
        ({"stop_loss": -0.1}, "above 0%"),
        ({"take_profit": 0.0}, "take profit is 0%"),
        ({"take_profit": 1.0, "short_allowed": True}, "under 100%"),
    ],
)
def test_rules_out_of_bounds_are_refused_with_the_bound(values: dict[str, float], sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        Rules(**values)
