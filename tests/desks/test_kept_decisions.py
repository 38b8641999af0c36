"""The decisions that analytics keep are the newest, each as it was."""

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.desks.analytics.kept_decisions import KeptDecisions
from photon_desktop.learning.decision_outcomes import PastDecision
from photon_desktop.trading.messages import Action

FLOATS = st.floats(allow_nan=False)
DECISIONS = st.builds(
    PastDecision,
    id=st.text(max_size=40),
    symbol=st.sampled_from(("BTCUSDT", "ETHUSDT", "DEMO-AAPL")),
    decided_at=st.integers(0, 300),
    action=st.sampled_from(Action),
    wanted=st.sampled_from(Action),
    confidence=FLOATS,
    price=FLOATS,
    probabilities=st.none() | st.tuples(FLOATS, FLOATS, FLOATS),
    blocked_by=st.sampled_from(((), ("MIN_CONFIDENCE",), ("HALTED", "NO_CASH"))),
)


def decision(at: int) -> PastDecision:
    return PastDecision(f"id-{at}", "BTCUSDT", at, Action.BUY, Action.BUY, 0.5, 100.0, (0.1, 0.2, 0.7))


@given(st.lists(DECISIONS, max_size=200), st.integers(1, 90), st.integers(0, 300))
def test_they_are_those_that_a_bounded_list_would_have_kept(made: list[PastDecision], most: int, start: int) -> None:
    kept, expected = KeptDecisions(most), deque[PastDecision](made, maxlen=most)
    for each in made:
        kept.add(each)
    assert len(kept) == len(expected)
    assert kept.since(start) == [each for each in expected if each.decided_at >= start]
    assert kept.last_at == (made[-1].decided_at if made else None)


def test_the_room_they_take_is_bounded() -> None:
    kept = KeptDecisions(1_000)
    for at in range(20_000):
        kept.add(decision(at))
    assert kept._rows.nbytes < 1_200 * 64
    assert [each.decided_at for each in kept.since(19_998)] == [19_998, 19_999]
