"""Backtests that were run."""

from dataclasses import dataclass
from typing import Any

from peewee import fn

from photon_desktop.errors import DuplicateError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import BacktestRun

_TRIED = """
    SELECT digest, sharpe, bars_a_year, commission, slippage FROM (
        SELECT sequence, -1 AS place, json_extract(results, '$.digest') AS digest,
            json_extract(results, '$.sharpe') AS sharpe, json_extract(results, '$.periods_per_year') AS bars_a_year,
            json_extract(results, '$.rules.commission') AS commission,
            json_extract(results, '$.rules.slippage') AS slippage
        FROM backtest_runs WHERE json_extract(results, '$.data_hash') = ?
        UNION ALL
        SELECT sequence, trial.key, json_extract(trial.value, '$.digest'), json_extract(trial.value, '$.sharpe'),
            json_extract(results, '$.periods_per_year'), json_extract(results, '$.rules.commission'),
            json_extract(results, '$.rules.slippage')
        FROM backtest_runs, json_each(results, '$.trials') AS trial WHERE json_extract(results, '$.data_hash') = ?
    ) WHERE digest IS NOT NULL ORDER BY sequence, place
"""


@dataclass(frozen=True, slots=True)
class BacktestRecord:
    """One run: `created_at` ns UTC wall time; parameters and results as JSON objects."""

    id: str
    created_at: int
    name: str
    parameters: dict[str, Any]
    results: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TriedRun:
    """A run in brief: the `digest` of its trades, and its annual Sharpe ratio with the bars a year it was made with,
    None where it had none; `commission` and `slippage` as shares of a fill, None where they were not kept."""

    digest: str
    sharpe: float | None
    periods_per_year: float | None
    commission: float | None = None
    slippage: float | None = None


class BacktestRepository:
    """The runs, in the order they were stored."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, record: BacktestRecord) -> None:
        """Store `record`; DuplicateError when its id is taken."""
        try:
            self._connections.write(
                BacktestRun.insert(
                    id=record.id,
                    created_at=record.created_at,
                    name=record.name,
                    parameters=record.parameters,
                    results=record.results,
                )
            )
        except DuplicateError:
            raise DuplicateError(f"The backtest {record.id} is stored already; give this one another id.") from None

    def tried_on(self, data_hash: str) -> list[TriedRun]:
        """What came of every run on the bars of this hash, oldest first, and of every trial of a sweep.

        Runs that kept no digest are left out.
        """
        return [TriedRun(*row) for row in self._connections.tuples(_TRIED, (data_hash, data_hash))]

    def rename(self, run_id: str, name: str) -> None:
        """Call the run something else; one that is gone stays gone."""
        self._connections.write(BacktestRun.update(name=name).where(BacktestRun.id == run_id))

    def remove(self, run_id: str) -> None:
        """Forget the run."""
        self._connections.write(BacktestRun.delete().where(BacktestRun.id == run_id))

    def recent(self, limit: int = 50) -> list[BacktestRecord]:
        """The newest `limit` runs, newest first; a sweep is none, it is kept for what it tried."""
        is_run = fn.json_extract(BacktestRun.results, "$.trials[0]").is_null()
        newest = BacktestRun.select().where(is_run).order_by(BacktestRun.sequence.desc()).limit(limit)
        return [_record(row) for row in self._connections.rows(newest)]


def _record(row: Row) -> BacktestRecord:
    return BacktestRecord(row["id"], row["created_at"], row["name"], row["parameters"], row["results"])
