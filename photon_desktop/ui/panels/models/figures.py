"""A model's figures in words, and two models' side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_HASH_SHOWN = 12
_TIPS = {
    "Evidence": mark("Edge: its gain beats 19 of 20 markets whose bars were permuted, and its direction gain is surely"
    " above 0."),
    "Gain": mark("Log loss of knowing only how often each outcome comes, less the model's, in nats; above 0 it knows"
    " more. In 9 of 10 resampled histories it lies between the two figures."),
    "Direction gain": mark("The same for up or down alone, on the bars that went either way."),
    "Accuracy": mark("How often its likeliest outcome came, on bars it had not seen."),
    "Likeliest class": mark("How often the most frequent outcome came: what one gets without a model."),
    "Balanced accuracy": mark("The mean over the outcomes of how often each was told; chance gives 33%."),
    "Log loss": mark("The mean of −ln p of what came, in nats; less is better."),
    "Base rates alone": mark("The log loss of knowing only how often each outcome comes."),
    "Rows": mark("Labelled bars it was trained on, and how many they are worth: neighbours share their future."),
    "Compared": mark("How many models were tried to choose this one; the more, the likelier its figures are luck."),
    "Drift limit": mark("A bar farther than this from all training bars is unlike anything it learnt from: it holds."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the model that decides, and of the one beside it."""

    name: str
    champion: str
    other: str


def figure_rows(champion: ModelManifest | None, other: ModelManifest | None) -> list[FigureRow]:
    """The figures of both, `–` where there is no model."""
    mine = {} if champion is None else _figures(champion)
    theirs = {} if other is None else _figures(other)
    names = mine or theirs
    return [FigureRow(name, mine.get(name, formats.NO_VALUE), theirs.get(name, formats.NO_VALUE)) for name in names]


def figure_table(parent: QObject | None = None) -> RowTable[FigureRow]:
    """The figures, one a row."""
    columns = [
        Column[FigureRow](tr("Out of sample"), lambda row: tr(row.name), tooltip=_tip, tone=lambda _: Tone.MUTED),
        Column[FigureRow](tr("Decides"), lambda row: row.champion, is_number=True, tooltip=_tip),
        Column[FigureRow](tr("Chosen below"), lambda row: row.other, is_number=True, tooltip=_tip),
    ]
    return RowTable(columns, lambda row: row.name, 32, parent)


def bounds_words(estimate: Estimate | None) -> str:
    """A mean and its 5% and 95% bounds, in nats."""
    if estimate is None:
        return formats.NO_VALUE
    return tr("{value} ({low} to {high})").format(
        value=formats.signed(estimate.value, 4),
        low=formats.signed(estimate.low, 4),
        high=formats.signed(estimate.high, 4),
    )


def _figures(manifest: ModelManifest) -> dict[str, str]:
    score, gains = manifest.out_of_sample, manifest.gains
    rows = tr("{rows}, worth {worth}").format(rows=f"{manifest.rows:,}", worth=f"{manifest.effective_samples:,.0f}")
    return {
        mark("Evidence"): tr(manifest.evidence),
        mark("Gain"): bounds_words(None if gains is None else gains.total),
        mark("Direction gain"): bounds_words(None if gains is None else gains.direction),
        mark("Accuracy"): formats.percent(score.accuracy, 1),
        mark("Likeliest class"): formats.percent(score.majority_accuracy, 1),
        mark("Balanced accuracy"): formats.percent(score.balanced_accuracy, 1),
        mark("Log loss"): formats.fixed(score.log_loss, 4),
        mark("Base rates alone"): formats.fixed(score.prior_log_loss, 4),
        mark("Predictions"): f"{score.n:,}",
        mark("Rows"): rows,
        mark("Trained to"): formats.full_time(manifest.trained_to),
        mark("Drift limit"): formats.fixed(manifest.drift_limit, 2),
        mark("Compared"): f"{manifest.trials:,}",
        mark("Hash"): manifest.model_hash[:_HASH_SHOWN],
    }


def _tip(row: FigureRow) -> str:
    return tr(_TIPS[row.name]) if row.name in _TIPS else ""
