"""Backtests that were run."""

from dataclasses import dataclass
from typing import Any

from photon_desktop.errors import DuplicateError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import BacktestRun


@dataclass(frozen=True, slots=True)
class BacktestRecord:
    """One run: `created_at` ns UTC wall time; parameters and results as JSON objects."""

    id: str
    created_at: int
    name: str
    parameters: dict[str, Any]
    results: dict[str, Any]


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

    def recent(self, limit: int = 50) -> list[BacktestRecord]:
        """The newest `limit` runs, newest first."""
        newest = BacktestRun.select().order_by(BacktestRun.sequence.desc()).limit(limit)
        return [_record(row) for row in self._connections.rows(newest)]


def _record(row: Row) -> BacktestRecord:
    return BacktestRecord(row["id"], row["created_at"], row["name"], row["parameters"], row["results"])
