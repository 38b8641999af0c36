"""The versions of a model and the steps of its learning, as tables."""

from PySide6.QtCore import QObject

from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.models.figures import bounds_words
from photon_desktop.ui.panels.models.views import StepView, VersionView
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_LIMIT = 200
_STATUS_WORDS = {
    "champion": mark("● decides"),
    "retired": mark("retired"),
    "kept": mark("○ kept"),
    "dropped": mark("file dropped"),
    "rejected": mark("✕ turned down"),
}
_KIND_WORDS = {
    "proposed": mark("… proposed"),
    "skipped": mark("– skipped"),
    "fitted": mark("● fitted"),
    "rejected": mark("✕ turned down"),
    "promoted": mark("▲ took over"),
    "rolled_back": mark("▼ rolled back"),
    "failed": mark("▲ failed"),
    "tested": mark("○ tested"),
}
_KIND_TONES = {"promoted": Tone.UP, "rejected": Tone.MUTED, "skipped": Tone.MUTED, "failed": Tone.WARNING}


def version_table(parent: QObject | None = None) -> RowTable[VersionView]:
    """Models, newest first."""
    columns = [
        Column[VersionView](
            tr("Version"), lambda row: row.manifest.version, tooltip=lambda row: row.manifest.model_hash
        ),
        Column[VersionView](tr("Status"), _status, tone=_status_tone),
        Column[VersionView](tr("Trained to"), lambda row: formats.full_time(row.manifest.trained_to)),
        Column[VersionView](tr("Gain, nats"), _gain, is_number=True),
        Column[VersionView](tr("Evidence"), lambda row: tr(row.manifest.evidence)),
    ]
    return RowTable(columns, lambda row: row.manifest.version, _LIMIT, parent)


def step_table(parent: QObject | None = None) -> RowTable[StepView]:
    """Steps, newest first."""
    columns = [
        Column[StepView](tr("Time"), lambda row: formats.short_time(row.time_ns), tooltip=_moment),
        Column[StepView](tr("Step"), lambda row: tr(_KIND_WORDS.get(row.kind, row.kind)), tone=_kind_tone),
        Column[StepView](tr("What came of it"), lambda row: said(row.words), tooltip=lambda row: said(row.words)),
    ]
    return RowTable(columns, lambda row: str(row.number), _LIMIT, parent)


def _status(row: VersionView) -> str:
    return tr(_STATUS_WORDS.get(row.status, row.status))


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
