"""What a decision carries of its settings, taken back."""

from decimal import Decimal

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.choices import Choices


def test_choices_come_back_from_what_messages_carry() -> None:
    chosen = Choices.of(
        {
            "limits.minimum_confidence": Decimal("0.3"),
            "limits.maximum_position": Decimal(1),
            "limits.allow_short": True,
            "limits.oldest_price": 7,
            "policy.drift": "warn",
        }
    )
    told = chosen.told()
    assert told["limits.minimum_confidence"] == 0.3
    assert told["limits.maximum_position"] == 1
    assert Choices.of_told(told) == chosen


def test_what_is_no_value_of_a_setting_is_refused() -> None:
    for told in ({"limits.minimum_confidence": True}, {"limits.oldest_price": 1.5}, {"nothing": 1}):
        with pytest.raises(ValueRefusedError):
            Choices.of_told(told)
