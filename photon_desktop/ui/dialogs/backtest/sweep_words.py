"""What a sweep is worth, in plain sentences: first what could have been known at the time, then what could not."""

from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.sweep import BLOCKS
from photon_desktop.backtest.sweep_process import SweepOutcome
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.backtest.sweep_grid import combination_words
from photon_desktop.ui.language import tr, tr_many

LIKELY = 0.5  # from here on the best of one half says nothing of the other


def honest_lines(outcome: SweepOutcome) -> tuple[str, ...]:
    """Four sentences, in the order they are to be read."""
    done = outcome.sweep
    best, tried = done.best, len(done.trials)
    return (
        tr(
            "Choosing by the past alone made {change} out of sample: in each of the last {taken} of {blocks} stretches"
            " of bars the combination was taken that had done best before it."
        ).format(change=formats.signed_percent(done.out_of_sample_return), taken=BLOCKS - 1, blocks=BLOCKS),
        tr(
            "The best of all, {combination}, made {change} on all bars; nobody could have known that beforehand."
        ).format(combination=combination_words(best.values), change=formats.signed_percent(best.total_return)),
        _overfitting_words(outcome.overfitting, tried),
        tr_many(
            "All {count} combinations count as tried on these bars from now on: what is shown as worth something has to"
            " beat the luck of that many.",
            "The one combination counts as tried on these bars from now on: what is shown as worth something has to"
            " beat the luck of that many.",
            tried,
        ).format(count=f"{tried:,}"),
    )


def is_warned(outcome: SweepOutcome) -> bool:
    """Whether the sweep gives no reason to trust its best."""
    overfitting = outcome.overfitting
    return outcome.sweep.out_of_sample_return <= 0 or overfitting is None or overfitting.probability >= LIKELY


def _overfitting_words(found: Overfitting | None, tried: int) -> str:
    if found is None:
        if tried < 2:
            return tr(
                "How probable it is that the best was luck can't be told here: that takes two combinations or more."
            )
        return tr("How probable it is that the best was luck can't be told here: that takes more bars.")
    return tr(
        "Probability of overfitting {probability}: in that share of {halvings:,} ways to halve the bars, what was best"
        " on one half was no better than the middling one on the other."
    ).format(probability=formats.percent(found.probability), halvings=found.halvings)
