"""Backtests that were run."""

from dataclasses import dataclass
from typing import Any

from peewee import fn

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
        """What came of every run on the bars of this hash, oldest first; runs that kept no digest are left out."""
        found = {name: _result(name) for name in ("digest", "sharpe", "periods_per_year")}
        found |= {name: _result(f"rules.{name}") for name in ("commission", "slippage")}
        query = (
            BacktestRun.select(*(column.alias(name) for name, column in found.items()))
            .where(_result("data_hash") == data_hash, _result("digest").is_null(False))
            .order_by(BacktestRun.sequence)
        )
        return [TriedRun(**row) for row in self._connections.rows(query)]

    def recent(self, limit: int = 50) -> list[BacktestRecord]:
        """The newest `limit` runs, newest first."""
        newest = BacktestRun.select().order_by(BacktestRun.sequence.desc()).limit(limit)
        return [_record(row) for row in self._connections.rows(newest)]


def _result(name: str) -> Any:
    """The value of this name in the results (rules.commission is one inside another), as SQLite reads their JSON."""
    return fn.json_extract(BacktestRun.results, f"$.{name}").coerce(False)


def _record(row: Row) -> BacktestRecord:
    return BacktestRecord(row["id"], row["created_at"], row["name"], row["parameters"], row["results"])
