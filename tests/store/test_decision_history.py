"""What was decided lately, read without the rest of each decision."""

from dataclasses import replace

import pytest

from photon_desktop.store.decision_history import SaidOfBar
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MessageStatus, TradeDecision
from tests.store.samples import HOUR, START, decision, message

BY_RULES = replace(decision(), model_type="rules", model_version="", probabilities={})


def keep(store: Store, *decisions: TradeDecision) -> None:
    for number, each in enumerate(decisions):
        store.messages.add(message(number, each, f"trace-{number}"), MessageStatus.DONE)


def said(number: int, opened_at: int = START - HOUR) -> SaidOfBar:
    return SaidOfBar(f"trace-{number}", opened_at, "rf-1", (0.05, 0.1, 0.85))


def test_the_newest_of_a_series_come_oldest_first(store: Store) -> None:
    later = replace(decision(), decided_at=START + HOUR)
    keep(store, decision(), decision(), decision("ETHUSDT"), later)
    assert store.decisions.lately("BTCUSDT", Interval.HOUR_1, 2) == [said(1), said(3, START)]
    assert store.decisions.lately("ETHUSDT", Interval.HOUR_1, 9) == [said(2)]


def test_another_interval_and_what_is_no_decision_do_not_count(store: Store) -> None:
    keep(store, replace(decision(), interval=Interval.MINUTE_1), decision())
    store.messages.add(message(9))
    assert store.decisions.lately("BTCUSDT", Interval.HOUR_1, 9) == [said(1)]


def test_a_decision_of_rules_has_no_probabilities(store: Store) -> None:
    keep(store, BY_RULES)
    assert store.decisions.lately("BTCUSDT", Interval.HOUR_1, 9) == [SaidOfBar("trace-0", START - HOUR, "", None)]


@pytest.mark.parametrize("payload", ["{", '{"interval": "1h"}', '{"interval": "1h", "timestamp": "noon"}'])
def test_one_that_cannot_be_read_is_left_out(store: Store, payload: str) -> None:
    keep(store, decision(), decision())
    store.connections.change("UPDATE messages SET payload = ? WHERE trace_id = 'trace-0'", (payload,))
    assert store.decisions.lately("BTCUSDT", Interval.HOUR_1, 9) == [said(1)]
