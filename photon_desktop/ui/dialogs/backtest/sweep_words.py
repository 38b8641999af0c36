"""What a sweep is worth, in plain sentences: first what could have been known at the time, then what could not."""

from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.sweep import BLOCKS
from photon_desktop.backtest.sweep_process import SweepOutcome
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.backtest.sweep_grid import combination_words

LIKELY = 0.5  # from here on the best of one half says nothing of the other


def honest_lines(outcome: SweepOutcome) -> tuple[str, ...]:
    """Four sentences, in the order they are to be read."""
    done = outcome.sweep
    best, tried = done.best, len(done.trials)
    return (
        f"Choosing by the past alone made {formats.signed_percent(done.out_of_sample_return)} out of sample: in each of"
        f" the last {BLOCKS - 1} of {BLOCKS} stretches of bars the combination was taken that had done best before it.",
        f"The best of all, {combination_words(best.values)}, made {formats.signed_percent(best.total_return)} on all"
        " bars; nobody could have known that beforehand.",
        _overfitting_words(outcome.overfitting, tried),
        f"{'The one combination counts' if tried == 1 else f'All {tried:,} combinations count'} as tried on these bars"
        " from now on: what is shown as worth something has to beat the luck of that many.",
    )


def is_warned(outcome: SweepOutcome) -> bool:
    """Whether the sweep gives no reason to trust its best."""
    overfitting = outcome.overfitting
    return outcome.sweep.out_of_sample_return <= 0 or overfitting is None or overfitting.probability >= LIKELY


def _overfitting_words(found: Overfitting | None, tried: int) -> str:
    if found is None:
        lacking = "two combinations or more" if tried < 2 else "more bars"
        return f"How probable it is that the best was luck can't be told here: that takes {lacking}."
    return (
        f"Probability of overfitting {formats.percent(found.probability)}: in that share of {found.halvings:,} ways to"
        " halve the bars, what was best on one half was no better than the middling one on the other."
    )
