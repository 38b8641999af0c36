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
