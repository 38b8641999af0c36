"""Trained models: which there are, and where their files lie."""

from dataclasses import dataclass, replace
from typing import Any

from peewee import Expression

from photon_desktop.errors import DuplicateError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import ModelVersion
from photon_desktop.trading.interval import Interval

CHAMPION, RETIRED, DROPPED, KEPT = "champion", "retired", "dropped", "kept"


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """One trained model: `created_at` ns UTC wall time; `manifest` as a JSON object.

    `status`: a "champion" decides, one that did is "retired", one that never did is "kept", and of one that is
    "dropped" the file is gone.
    """

    version: str
    model_type: str
    symbol: str
    interval: Interval
    created_at: int
    path: str
    manifest: dict[str, Any]
    status: str


class ModelRepository:
    """The models of each symbol and interval, in the order they were stored."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, record: ModelRecord) -> None:
        """Store `record`; DuplicateError when its version is stored already."""
        try:
            self._connections.write(
                ModelVersion.insert(
                    version=record.version,
                    model_type=record.model_type,
                    symbol=record.symbol,
                    interval=record.interval.value,
                    created_at=record.created_at,
                    path=record.path,
                    manifest=record.manifest,
                    status=record.status,
                )
            )
        except DuplicateError:
            raise DuplicateError(f"The model {record.version} is stored already; it can't be stored again.") from None

    def promote(self, record: ModelRecord) -> None:
        """Make `record`, stored now if it was not, the one champion of its symbol, interval and type.

        The champion before it is retired with the same stroke; what is stored of a known version stays, but its status.
        """
        with self._connections.transaction():
            is_champion = _is_of(record.symbol, record.interval, record.model_type) & (ModelVersion.status == CHAMPION)
            self._connections.write(ModelVersion.update(status=RETIRED).where(is_champion))
            if not self.set_status(record.version, CHAMPION):
                self.add(replace(record, status=CHAMPION))

    def champion(self, symbol: str, interval: Interval, model_type: str) -> ModelRecord | None:
        """The model that decides, or None. Of several, as early stores had them, the one stored last."""
        chosen = ModelVersion.select().where(_is_of(symbol, interval, model_type) & (ModelVersion.status == CHAMPION))
        row = self._connections.row(chosen.order_by(ModelVersion.sequence.desc()).limit(1))
        return None if row is None else _record(row)

    def find(self, version: str) -> ModelRecord | None:
        """The model of this version, or None."""
        row = self._connections.row(ModelVersion.select().where(ModelVersion.version == version))
        return None if row is None else _record(row)

    def set_status(self, version: str, status: str) -> bool:
        """Change a model's status; False when no such model is stored."""
        changed = self._connections.write(ModelVersion.update(status=status).where(ModelVersion.version == version))
        return changed == 1

    def set_manifest(self, version: str, manifest: dict[str, Any]) -> bool:
        """Store what is known of a model now; False when no such model is stored."""
        changed = ModelVersion.update(manifest=manifest).where(ModelVersion.version == version)
        return self._connections.write(changed) == 1

    def latest(self, symbol: str, interval: Interval) -> ModelRecord | None:
        """The model that was stored last, or None."""
        records = self.all(symbol, interval)
        return records[0] if records else None

    def all(self, symbol: str, interval: Interval) -> list[ModelRecord]:
        """All models of this symbol and interval, newest first."""
        chosen = ModelVersion.select().where(
            (ModelVersion.symbol == symbol) & (ModelVersion.interval == interval.value)
        )
        return [_record(row) for row in self._connections.rows(chosen.order_by(ModelVersion.sequence.desc()))]


def _is_of(symbol: str, interval: Interval, model_type: str) -> Expression:
    return (
        (ModelVersion.symbol == symbol)
        & (ModelVersion.interval == interval.value)
        & (ModelVersion.model_type == model_type)
    )


def _record(row: Row) -> ModelRecord:
    return ModelRecord(
        version=row["version"],
        model_type=row["model_type"],
        symbol=row["symbol"],
        interval=Interval.parse(row["interval"]),
        created_at=row["created_at"],
        path=row["path"],
        manifest=row["manifest"],
        status=row["status"],
    )
