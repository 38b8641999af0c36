import json
from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.errors import MessageError
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    Action,
    ExecutionReport,
    MarketSnapshot,
    Message,
    MessageType,
    ReportStatus,
    TradeDecision,
    payload_from_json,
)
from photon_desktop.trading.timestamps import from_iso

D = Decimal
CLOSE = from_iso("2024-12-07T10:00:00Z")
SNAPSHOT = MarketSnapshot(
    "BTCUSDT",
    Interval.HOUR_1,
    "bybit",
    CLOSE,
    Bar(from_iso("2024-12-07T09:00:00Z"), 88457.72, 89000.0, 88000.0, 88500.0, 1234567.0),
    {"sma10": 88000.0, "rsi14": 55.5},
    "bull",
    0.75,
    "neutral",
    1,
    {"bars": 720, "gaps": 0, "age_seconds": 2.1},
)
DECISION = TradeDecision(
    Action.HOLD,
    "BTCUSDT",
    Interval.HOUR_1,
    0.85,
    D("0.05"),
    D("88500.1"),
    0.3,
    "Why.",
    "random_forest",
    "v1",
    {"SELL": 0.05, "HOLD": 0.1, "BUY": 0.85},
    CLOSE,
    (("rsi14", 0.21), ("trend", -0.12)),
    ("POSITION_OPEN",),
    Action.BUY,
    D("86000"),
    D("93000.5"),
)
REPORT = ExecutionReport(
    ReportStatus.EXECUTED,
    "p1",
    "BTCUSDT",
    Action.BUY,
    D("0.1"),
    D("88500.1"),
    D("88544.3"),
    D("8.85443000"),
    D("4.42"),
    CLOSE,
    "Done.",
    "paper",
)


@pytest.mark.parametrize(
    "payload",
    [
        SNAPSHOT,
        replace(SNAPSHOT, source="cache", stored_as="csv"),
        DECISION,
        replace(DECISION, settings={"limits.minimum_confidence": 0.3, "limits.allow_short": True}),
        REPORT,
        replace(REPORT, executed_price=None, model_hash="0123abcd", account="paper#2"),
    ],
)
def test_a_payload_survives_its_json_form_exactly(payload: MarketSnapshot | TradeDecision | ExecutionReport) -> None:
    message = Message("m", "t", "a", "b", 5, payload)
    text = json.dumps(payload.to_json(), allow_nan=False)
    assert payload_from_json(message.type, json.loads(text)) == payload


def test_the_snapshot_has_the_fields_others_rely_on() -> None:
    payload = SNAPSHOT.to_json()
    assert payload["timestamp"] == "2024-12-07T10:00:00Z"
    assert set(payload) == {
        "timestamp",
        "ticker",
        "interval",
        "source",
        "ohlcv",
        "indicators",
        "analysis",
        "data_quality",
    }
    assert payload["analysis"] == {
        "trend": "bull",
        "strength": 0.75,
        "signals": {"rsi_state": "neutral", "sma_cross": 1},
    }


def test_the_decision_keeps_what_the_model_wanted_and_what_stood_in_the_way() -> None:
    payload = DECISION.to_json()
    assert (payload["action"], payload["wanted"], payload["blocked_by"]) == ("HOLD", "BUY", ["POSITION_OPEN"])
    assert "wanted" not in replace(DECISION, wanted=None).to_json()


def test_quantities_and_prices_are_json_numbers() -> None:
    payload = REPORT.to_json()
    assert (payload["quantity"], payload["executed_price"], payload["status"]) == (0.1, 88544.3, "executed")


@pytest.mark.parametrize(
    "change",
    [{"confidence": 1.2}, {"confidence": float("nan")}, {"risk_score": -0.1}, {"price": D(0)}, {"quantity": D(-1)}],
)
def test_a_decision_with_an_impossible_number_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(MessageError):
        replace(DECISION, **change)


@pytest.mark.parametrize("change", [{"trend": "up"}, {"strength": 2.0}, {"indicators": {"sma10": float("inf")}}])
def test_a_snapshot_with_an_impossible_value_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(MessageError):
        replace(SNAPSHOT, **change)


def test_a_stored_payload_without_a_field_is_named() -> None:
    payload = REPORT.to_json()
    del payload["status"]
    with pytest.raises(MessageError, match="status"):
        payload_from_json(MessageType.EXECUTION_REPORT, payload)


def test_an_envelope_without_an_id_is_refused() -> None:
    with pytest.raises(MessageError, match="id"):
        Message("", "t", "a", "b", 0, REPORT)


def test_the_envelope_tells_its_type_and_time() -> None:
    assert Message("m", "t", "a", "b", CLOSE, DECISION).to_json() | {"payload": None} == {
        "id": "m",
        "trace_id": "t",
        "type": "TRADE_DECISION",
        "sender": "a",
        "recipient": "b",
        "created_at": "2024-12-07T10:00:00Z",
        "payload": None,
    }
