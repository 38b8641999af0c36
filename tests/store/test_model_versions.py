from dataclasses import replace

import pytest

from photon_desktop.errors import DuplicateError
from photon_desktop.store import Store
from photon_desktop.store.model_versions import ModelRecord
from photon_desktop.trading.interval import Interval
from tests.store.samples import START

FIRST = ModelRecord(
    version="rf-1",
    model_type="random_forest",
    symbol="BTCUSDT",
    interval=Interval.HOUR_1,
    created_at=START,
    path="models/rf-1.skops",
    manifest={"seed": 7, "oos": {"log_loss": 0.1 + 0.2}},
    status="champion",
)


def test_a_model_comes_back_exactly_and_the_newest_first(store: Store) -> None:
    second = replace(FIRST, version="rf-2")
    store.models.add(FIRST)
    store.models.add(second)
    store.models.add(replace(FIRST, version="rf-3", interval=Interval.DAY_1))
    assert store.models.all("BTCUSDT", Interval.HOUR_1) == [second, FIRST]
    assert store.models.latest("BTCUSDT", Interval.HOUR_1) == second
    assert store.models.latest("ETHUSDT", Interval.HOUR_1) is None


def test_a_version_is_stored_once(store: Store) -> None:
    store.models.add(FIRST)
    with pytest.raises(DuplicateError, match="rf-1 is stored already"):
        store.models.add(FIRST)


def test_a_status_changes(store: Store) -> None:
    store.models.add(FIRST)
    assert store.models.set_status("rf-1", "retired")
    assert not store.models.set_status("rf-9", "retired")
    assert store.models.all("BTCUSDT", Interval.HOUR_1) == [replace(FIRST, status="retired")]


def test_the_next_champion_retires_the_one_before_and_no_other(store: Store) -> None:
    other = replace(FIRST, version="gb-1", model_type="gradient_boosting")
    for record in (FIRST, other, replace(FIRST, version="rf-2")):
        store.models.promote(record)
    status = {record.version: record.status for record in store.models.all("BTCUSDT", Interval.HOUR_1)}
    assert status == {"rf-1": "retired", "gb-1": "champion", "rf-2": "champion"}
    champion = store.models.champion("BTCUSDT", Interval.HOUR_1, "random_forest")
    assert champion is not None and champion.version == "rf-2"
    assert store.models.champion("BTCUSDT", Interval.DAY_1, "random_forest") is None


def test_a_retired_model_is_made_champion_again_as_it_was_stored(store: Store) -> None:
    store.models.promote(FIRST)
    store.models.promote(replace(FIRST, version="rf-2"))
    store.models.promote(replace(FIRST, manifest={}))
    assert store.models.champion("BTCUSDT", Interval.HOUR_1, "random_forest") == FIRST
    assert store.models.find("rf-2") == replace(FIRST, version="rf-2", status="retired")
    assert store.models.find("rf-9") is None


def test_what_is_known_of_a_model_changes_and_its_status_stays(store: Store) -> None:
    store.models.promote(FIRST)
    assert store.models.set_manifest("rf-1", {"evidence": "edge"})
    assert store.models.find("rf-1") == replace(FIRST, manifest={"evidence": "edge"})
    assert not store.models.set_manifest("rf-9", {})
