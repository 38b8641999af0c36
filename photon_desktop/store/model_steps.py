"""What happened to each series' model, step by step: proposed, fitted, promoted, turned down, gone back to."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import ModelStep as ModelStepRow
from photon_desktop.trading.interval import Interval


class StepKind(StrEnum):
    """What a step was. A proposal is followed by one of rejected, promoted and failed, unless the program ended."""

    PROPOSED = "proposed"
    SKIPPED = "skipped"
    FITTED = "fitted"
    REJECTED = "rejected"
    PROMOTED = "promoted"
    ROLLED_BACK = "rolled_back"
    FAILED = "failed"
    TESTED = "tested"


@dataclass(frozen=True, slots=True)
class ModelStep:
    """One step, at `time` (ns UTC, wall time): the versions of the `champion` then and of the `challenger`, empty where
    there is none; `figures` as a JSON object; and a sentence for people."""

    time: int
    symbol: str
    interval: Interval
    kind: StepKind
    champion: str
    challenger: str
    words: str
    figures: dict[str, Any] = field(default_factory=dict)


class ModelStepRepository:
    """The steps of each symbol and interval, in the order they were taken."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, step: ModelStep) -> None:
        """Store `step` as the newest."""
        self._connections.write(
            ModelStepRow.insert(
                time=step.time,
                symbol=step.symbol,
                interval=step.interval.value,
                kind=step.kind.value,
                champion=step.champion,
                challenger=step.challenger,
                figures=step.figures,
                words=step.words,
            )
        )

    def recent(self, symbol: str, interval: Interval, limit: int = 200) -> list[ModelStep]:
        """The newest `limit` steps of this symbol and interval, newest first."""
        is_of = (ModelStepRow.symbol == symbol) & (ModelStepRow.interval == interval.value)
        chosen = ModelStepRow.select().where(is_of).order_by(ModelStepRow.sequence.desc()).limit(limit)
        return [_step(row) for row in self._connections.rows(chosen)]


def _step(row: Row) -> ModelStep:
    return ModelStep(
        time=row["time"],
        symbol=row["symbol"],
        interval=Interval.parse(row["interval"]),
        kind=StepKind(row["kind"]),
        champion=row["champion"],
        challenger=row["challenger"],
        words=row["words"],
        figures=row["figures"],
    )
