import pytest

from photon_desktop.errors import DuplicateError
from photon_desktop.store import Store
from photon_desktop.store.backtests import BacktestRecord
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
