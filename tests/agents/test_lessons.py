from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.agents.finished_trades import TradeReckoning
from photon_desktop.agents.lessons import new_labels, trade_results
from photon_desktop.learning.labels import triple_barrier
from photon_desktop.learning.samples import TradeResult
from photon_desktop.store.fills import StoredFill
from photon_desktop.trading.orders import Fill, OrderPurpose, Side
from tests.agents.conftest import SYMBOL
from tests.agents.test_market_monitor import walk

BARS = walk(400)
LABELS = triple_barrier(BARS, 0.003)
SIGNAL = OrderPurpose.SIGNAL


def fill(trace: str, side: Side, quantity: str, price: str, purpose: OrderPurpose = SIGNAL) -> StoredFill:
    booked = Fill("f", "o", SYMBOL, side, Decimal(quantity), Decimal(price), Decimal("0.5"), Decimal(0), 1)
    return StoredFill(booked, trace, purpose, "paper")


def results_of(fills: list[StoredFill], kept: int = 10) -> tuple[TradeResult, ...]:
    """The chain called entry was decided on bar 300."""
    reckoning = TradeReckoning(kept)
    reckoning.take(fills)
    return trade_results(reckoning.finished, {"entry": int(BARS.times[300])}, BARS, LABELS)


def test_a_finished_trade_counts_net_of_commissions_in_barriers_of_its_bar() -> None:
    fills = [
        fill("entry", Side.BUY, "2", "100"),
        fill("stop", Side.SELL, "1", "110", OrderPurpose.STOP),
        fill("exit", Side.SELL, "1", "105"),
        fill("open still", Side.BUY, "1", "105"),
    ]
    (result,) = results_of(fills)
    assert result.decided_on == int(BARS.times[300])
    assert result.profit == pytest.approx((15 - 1.5) / 200 / LABELS.barriers[300])


@pytest.mark.parametrize(
    "fills",
    [
        [fill("entry", Side.BUY, "1", "100"), fill("exit", Side.SELL, "2", "90"), fill("exit", Side.BUY, "1", "95")],
        [fill("unknown", Side.BUY, "1", "100"), fill("exit", Side.SELL, "1", "90")],
    ],
)
def test_a_position_turned_round_or_of_an_unknown_decision_teaches_nothing(fills: list[StoredFill]) -> None:
    assert results_of(fills) == ()


@pytest.mark.parametrize("since", [0, 10, 30])
def test_new_labels_are_those_that_were_not_finished_in_training(since: int) -> None:
    seen = 400 - since
    before = triple_barrier(BARS.part(0, seen), 0.003)
    fresh = int(np.isfinite(LABELS.classes).sum() - np.isfinite(before.classes).sum())
    assert new_labels(BARS, LABELS, int(BARS.times[seen - 1])) == fresh
