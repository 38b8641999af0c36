"""What each of a model's inputs is worth, and how far it has moved since the model was trained, as a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from photon_desktop.learning.drift import PSI_LIMIT
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.trading.features import FEATURE_NAMES
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.words import feature_words
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_WORTH_TIP = mark(
    "How much worse its log loss gets, in nats, on bars it had not seen, when this input is mixed up among them."
    " Around 0 or below, the input told it nothing. Inputs that say the same stand in for each other."
)
_PSI_TIP = mark(
    "Population stability index: how far the input's values have moved since the training. Above {limit} they have"
    " drifted; three such inputs propose a challenger. Known from 200 new bars on."
)


@dataclass(frozen=True, slots=True)
class InputRow:
    """An input: what it is worth to the model that decides and to the one beside it (nats), and its drift (PSI); None
    where that is not known."""

    name: str
    champion: float | None
    other: float | None
    psi: float | None


def input_rows(champion: ModelManifest | None, other: ModelManifest | None, psi: Mapping[str, float]) -> list[InputRow]:
    """One row an input, in the order of its worth to the model that decides."""
    mine = {} if champion is None else dict(champion.importance)
    theirs = {} if other is None else dict(other.importance)
    names = list(mine or theirs) or list(FEATURE_NAMES)
    return [InputRow(name, mine.get(name), theirs.get(name), psi.get(name)) for name in names]


def input_table(parent: QObject | None = None) -> RowTable[InputRow]:
    """The inputs, one a row."""
    columns = [
        Column[InputRow](tr("Input"), lambda row: feature_words(row.name)),
        Column[InputRow](tr("Worth"), lambda row: formats.signed(row.champion, 4), is_number=True, tooltip=_worth_tip),
        Column[InputRow](tr("Chosen"), lambda row: formats.signed(row.other, 4), is_number=True, tooltip=_worth_tip),
        Column[InputRow](tr("Drift (PSI)"), _drift, is_number=True, tooltip=_psi_tip, tone=_drift_tone),
    ]
    return RowTable(columns, lambda row: row.name, len(FEATURE_NAMES), parent)


def _worth_tip(_row: InputRow) -> str:
    return tr(_WORTH_TIP)


def _psi_tip(_row: InputRow) -> str:
    return tr(_PSI_TIP).format(limit=PSI_LIMIT)


def _drift(row: InputRow) -> str:
    sign = "▲ " if _has_drifted(row) else ""
    return f"{sign}{formats.fixed(row.psi, 2)}"


def _drift_tone(row: InputRow) -> Tone:
    return Tone.WARNING if _has_drifted(row) else Tone.PLAIN


def _has_drifted(row: InputRow) -> bool:
    return row.psi is not None and row.psi > PSI_LIMIT
