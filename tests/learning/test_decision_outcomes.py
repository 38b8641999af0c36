"""What came of decisions, by the labels that models learn from."""

import numpy as np
import pytest

from photon_desktop.learning.decision_outcomes import PastDecision, groups_of, reliability_of, settle
from photon_desktop.learning.labels import BUY, triple_barrier
from photon_desktop.trading.messages import Action
from tests.store.samples import HOUR, START, hourly_bars

BARS = hourly_bars(200)
PLACE = 100


def made(wanted: Action = Action.BUY, place: int = PLACE, confidence: float = 0.85) -> PastDecision:
    told = (0.05, 0.10, 0.85) if wanted is Action.BUY else (0.85, 0.10, 0.05)
    blocked = ("NO_CASH",)
    at = START + (place + 1) * HOUR
    return PastDecision(f"{wanted}-{place}", "BTCUSDT", at, Action.HOLD, wanted, confidence, 100.0, told, blocked)


def test_a_vetoed_wish_makes_what_its_barrier_or_its_horizon_would_have_brought() -> None:
    labels = triple_barrier(BARS, 0.0)
    place = int(np.flatnonzero(labels.classes == BUY)[-1])
    buy, sell = settle([made(place=place), made(Action.SELL, place)], {"BTCUSDT": BARS}, HOUR)
    gain = float(np.expm1(labels.barriers[place]))
    assert buy.result == pytest.approx(gain)
    assert sell.result == pytest.approx(-gain)
    assert (buy.came_true, sell.came_true) == (True, False)


def test_a_decision_whose_horizon_is_not_over_stays_open() -> None:
    (young,) = settle([made(place=len(BARS) - 2)], {"BTCUSDT": BARS}, HOUR)
    assert (young.outcome, young.result, young.came_true) == (None, None, None)
    assert settle([made()], {}, HOUR)[0].outcome is None


def test_groups_count_every_decision_once_for_each_kind() -> None:
    settled = settle([made(), made(Action.SELL), made(place=len(BARS) - 1)], {"BTCUSDT": BARS}, HOUR)
    groups = groups_of(settled)
    for kind in ("Action", "Confidence", "Outcome"):
        assert sum(group.n for group in groups if group.kind == kind) == 3
    assert [group.name for group in groups if group.kind == "Confidence"] == ["80–90%"]


def test_reliability_leaves_out_what_is_open() -> None:
    settled = settle([made(), made(place=len(BARS) - 1)], {"BTCUSDT": BARS}, HOUR)
    assert sum(each.n for each in reliability_of(settled)) == 1
    assert reliability_of(settled[1:]) == ()
