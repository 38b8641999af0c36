import pytest

from photon_desktop.backtest.rules import Rules
from photon_desktop.errors import ValueRefusedError


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
