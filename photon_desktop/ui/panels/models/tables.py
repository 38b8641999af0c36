"""The versions of a model and the steps of its learning, as tables."""

from PySide6.QtCore import QObject

from photon_desktop.ui import formats
from photon_desktop.ui.panels.models.figures import bounds_words
from photon_desktop.ui.panels.models.views import StepView, VersionView
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_LIMIT = 200
_STATUS_WORDS = {
    "champion": "● decides",
    "retired": "retired",
    "kept": "○ kept",
    "dropped": "file dropped",
    "rejected": "✕ turned down",
}
_KIND_WORDS = {
    "proposed": "… proposed",
    "skipped": "– skipped",
    "fitted": "● fitted",
    "rejected": "✕ turned down",
    "promoted": "▲ took over",
    "rolled_back": "▼ rolled back",
    "failed": "▲ failed",
    "tested": "○ tested",
}
_KIND_TONES = {"promoted": Tone.UP, "rejected": Tone.MUTED, "skipped": Tone.MUTED, "failed": Tone.WARNING}


def version_table(parent: QObject | None = None) -> RowTable[VersionView]:
    """Models, newest first."""
    columns = [
        Column[VersionView]("Version", lambda row: row.manifest.version, tooltip=lambda row: row.manifest.model_hash),
        Column[VersionView]("Status", _status, tone=_status_tone),
        Column[VersionView]("Trained to", lambda row: formats.full_time(row.manifest.trained_to)),
        Column[VersionView]("Gain, nats", _gain, is_number=True),
        Column[VersionView]("Evidence", lambda row: row.manifest.evidence),
    ]
    return RowTable(columns, lambda row: row.manifest.version, _LIMIT, parent)


def step_table(parent: QObject | None = None) -> RowTable[StepView]:
    """Steps, newest first."""
    columns = [
        Column[StepView]("Time", lambda row: formats.short_time(row.time_ns), tooltip=_moment),
        Column[StepView]("Step", lambda row: _KIND_WORDS.get(row.kind, row.kind), tone=_kind_tone),
        Column[StepView]("What came of it", lambda row: row.words, tooltip=lambda row: row.words),
    ]
    return RowTable(columns, lambda row: str(row.number), _LIMIT, parent)


def _status(row: VersionView) -> str:
    return _STATUS_WORDS.get(row.status, row.status)


def _status_tone(row: VersionView) -> Tone:
    if row.is_champion:
        return Tone.UP
    return Tone.PLAIN if row.is_there else Tone.MUTED


def _gain(row: VersionView) -> str:
    gains = row.manifest.gains
    return bounds_words(None if gains is None else gains.total)


def _kind_tone(row: StepView) -> Tone:
    return _KIND_TONES.get(row.kind, Tone.PLAIN)


def _moment(row: StepView) -> str:
    return f"{formats.full_time(row.time_ns)} ({formats.utc_time(row.time_ns)})"
