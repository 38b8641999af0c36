import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.policy import DecisionPolicy, DriftPolicy, EvidencePolicy, LastClose


def test_the_model_is_followed_unless_the_market_drifts() -> None:
    policy = DecisionPolicy()
    assert policy.evidence is EvidencePolicy.FOLLOW_MODEL
    assert policy.drift is DriftPolicy.HOLD


@pytest.mark.parametrize("name", ["cooldown_bars", "cooldown_after_loss"])
@pytest.mark.parametrize("bars", [-1, 1_001])
def test_a_cooldown_has_bounds(name: str, bars: int) -> None:
    with pytest.raises(ValueRefusedError, match=rf"{name} is {bars}; it lies between 0 and 1,000 bars"):
        DecisionPolicy(**{name: bars})


@pytest.mark.parametrize(
    ("bars_ago", "was_loss", "left"),
    [(0, False, 2), (1, False, 1), (2, False, 0), (0, True, 5), (4, True, 1), (9, True, 0)],
)
def test_a_loss_cools_longer(bars_ago: int, was_loss: bool, left: int) -> None:
    policy = DecisionPolicy(cooldown_bars=2, cooldown_after_loss=5)
    assert LastClose(bars_ago, was_loss).still_cools(policy) == left


def test_the_longer_wait_counts_after_a_loss() -> None:
    assert LastClose(0, True).still_cools(DecisionPolicy(cooldown_bars=4, cooldown_after_loss=1)) == 4
