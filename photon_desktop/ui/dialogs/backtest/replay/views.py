"""What the wizard asks to be replayed, and where it can't be."""

from dataclasses import dataclass

from photon_desktop.backtest.trial import Trial
from photon_desktop.trading.bars import Bars
from photon_desktop.ui.language import mark, tr

REPLAY_IS = mark(
    "Replayed, the agents themselves decide on the bars, in a store of their own: nothing of yours is touched. The"
    " result at once is worked out meanwhile."
)
NO_REPLAY = mark("Not replayed for {strategy}: the agents decide by a model, and by no other rule.")


@dataclass(frozen=True, slots=True, eq=False)
class ReplayAsked:
    """The bars of `trial`, from `source`, through the agents."""

    bars: Bars
    trial: Trial
    source: str


def replay_words(trial: Trial) -> str:
    """What replaying is, or why this trial can't be."""
    return tr(REPLAY_IS) if trial.is_model else tr(NO_REPLAY).format(strategy=trial.strategy_words)
