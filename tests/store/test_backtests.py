from typing import Any

import pytest

from photon_desktop.errors import DuplicateError
from photon_desktop.store import Store
from photon_desktop.store.backtests import BacktestRecord, TriedRun
from tests.store.samples import START


def run(number: int) -> BacktestRecord:
    return BacktestRecord(f"run-{number}", START + number, "sma_cross BTCUSDT 1h", {"fee": 0.001}, {"sharpe": 1 / 3})


def test_runs_come_back_exactly_and_the_newest_first(store: Store) -> None:
    for number in range(3):
        store.backtests.add(run(number))
    assert store.backtests.recent(2) == [run(2), run(1)]


def test_an_id_is_stored_once(store: Store) -> None:
    store.backtests.add(run(1))
    with pytest.raises(DuplicateError, match="run-1 is stored already"):
        store.backtests.add(run(1))


def test_what_was_tried_on_the_same_bars_is_found_by_their_hash(store: Store) -> None:
    def tried(number: int, data_hash: str, sharpe: float | None) -> BacktestRecord:
        results: dict[str, Any] = {
            "data_hash": data_hash,
            "digest": f"d{number}",
            "sharpe": sharpe,
            "periods_per_year": 8760.0,
        }
        results |= {"rules": {"commission": 0.001, "slippage": 0.0005}}
        return BacktestRecord(f"run-{number}", START, "sma_cross", {}, results)

    for record in (tried(1, "same", 1 / 3), tried(2, "other", 2.0), tried(3, "same", None), run(4)):
        store.backtests.add(record)
    assert store.backtests.tried_on("same") == [
        TriedRun("d1", 1 / 3, 8760.0, 0.001, 0.0005),
        TriedRun("d3", None, 8760.0, 0.001, 0.0005),
    ]
    assert store.backtests.tried_on("none such") == []


def test_each_trial_of_a_sweep_was_tried_too_in_its_place_among_the_runs(store: Store) -> None:
    results: dict[str, Any] = {
        "data_hash": "same",
        "periods_per_year": 365.0,
        "rules": {"commission": 0.001, "slippage": 0.0},
        "trials": [{"digest": "a", "sharpe": 0.25}, {"digest": "b", "sharpe": None}],
    }
    store.backtests.add(BacktestRecord("sweep", START, "sweep of sma_cross", {}, results))
    alone: dict[str, Any] = {"data_hash": "same", "digest": "c", "sharpe": 1.5, "periods_per_year": 365.0}
    store.backtests.add(BacktestRecord("later", START, "rsi", {}, alone))
    assert store.backtests.tried_on("same") == [
        TriedRun("a", 0.25, 365.0, 0.001, 0.0),
        TriedRun("b", None, 365.0, 0.001, 0.0),
        TriedRun("c", 1.5, 365.0, None, None),
    ]


def test_a_run_is_called_something_else_and_the_others_are_not(store: Store) -> None:
    for number in range(2):
        store.backtests.add(run(number))
    store.backtests.rename("run-0", "the first")
    assert [record.name for record in store.backtests.recent()] == [run(1).name, "the first"]


def test_a_run_is_forgotten(store: Store) -> None:
    for number in range(2):
        store.backtests.add(run(number))
    store.backtests.remove("run-1")
    assert store.backtests.recent() == [run(0)]


def test_a_sweep_is_no_run(store: Store) -> None:
    store.backtests.add(BacktestRecord("sweep", START, "sma_cross", {}, {"trials": [{"digest": "a", "sharpe": 0.5}]}))
    store.backtests.add(run(1))
    assert store.backtests.recent() == [run(1)]
