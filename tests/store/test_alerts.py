"""Alerts survive a restart with how far they have come."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.store import Store
from photon_desktop.trading.alert_book import AlertBook
from photon_desktop.trading.alerts import AlertCondition, PriceAlert, Standing

LEVEL = PriceAlert("a", "BTCUSDT", AlertCondition.ABOVE, Decimal("100000.5"), created_at_ns=1_733_565_600_123_456_789)
MOVE = PriceAlert(
    "b", "AAPL", AlertCondition.CHANGE_PERCENT, Decimal(5), 1, window_s=900, note="σ", repeats=True,
    standing=Standing.SPENT, last_triggered_ns=1_733_565_600_999_999_999,
)  # fmt: skip


def test_alerts_come_back_as_they_were(store: Store) -> None:
    assert store.alerts.read().alerts == ()
    store.alerts.keep([LEVEL, MOVE])
    kept = store.alerts.read()
    assert kept.alerts == (LEVEL, MOVE)
    assert kept.faults == ()
    store.alerts.keep([replace(LEVEL, standing=Standing.UNDER)])
    assert [alert.standing for alert in store.alerts.read().alerts] == [Standing.UNDER]


@pytest.mark.parametrize(
    "damage",
    [
        {"level": "-5"}, {"level": 5}, {"condition": "near"}, {"standing": None}, {"id": ""}, {"created_at_ns": "soon"},
        {"window_s": True}, {"last_triggered_ns": 1.5}, {"level": "many"},
    ],
)  # fmt: skip
def test_one_that_can_not_be_read_is_told_and_the_others_stay(store: Store, damage: dict[str, object]) -> None:
    store.alerts.keep([LEVEL, MOVE])
    entries = store.settings.get("alerts.price")
    store.settings.put("alerts.price", [entries[0] | damage, entries[1]])
    kept = store.alerts.read()
    assert kept.alerts == (MOVE,)
    assert len(kept.faults) == 1
    assert kept.faults[0].startswith("Price alert 1 in the store can't be read")


@pytest.mark.parametrize("stored", ["text", {"a": 1}, [None], [["id"]], [{"id": "a"}]])
def test_a_setting_that_holds_no_alerts_is_told(store: Store, stored: object) -> None:
    store.settings.put("alerts.price", stored)
    kept = store.alerts.read()
    assert kept.alerts == ()
    assert len(kept.faults) == 1


def test_what_can_not_be_read_is_set_aside_once_before_the_others_are_kept(store: Store) -> None:
    store.alerts.keep([LEVEL, MOVE])
    damaged = store.settings.get("alerts.price")[0] | {"level": "many"}
    store.settings.put("alerts.price", [damaged, store.settings.get("alerts.price")[1]])
    store.alerts.read()
    store.alerts.keep(store.alerts.read().alerts)
    assert store.alerts.unreadable() == [damaged]
    assert store.alerts.read().faults == ()
    store.settings.put("alerts.price", "gone")
    assert "set aside" in store.alerts.read().faults[0]
    assert store.alerts.unreadable() == [damaged, "gone"]


def test_alerts_survive_a_restart_with_what_they_did(store: Store, store_path: Path) -> None:
    book = AlertBook([LEVEL, MOVE])
    store.alerts.keep(book.all())
    store.close()
    again = Store.open(store_path)
    assert again.alerts.read().alerts == (MOVE, LEVEL)
    again.close()


@pytest.mark.parametrize("text", ["", "[{", '[{"id": "a"', "no JSON"])
def test_a_setting_that_is_no_json_is_set_aside_as_its_text(store: Store, text: str) -> None:
    store.settings.put("alerts.price", [])
    with store.transaction():
        store.connections.raw().execute("UPDATE settings SET value = ? WHERE key = 'alerts.price'", (text,))
    kept = store.alerts.read()
    assert kept.alerts == ()
    assert "a str, not a list; they were set aside" in kept.faults[0]
    assert store.alerts.unreadable() == [text]
    store.alerts.keep([LEVEL])
    assert store.alerts.read().alerts == (LEVEL,)
