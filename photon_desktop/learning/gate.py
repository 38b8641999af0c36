"""Whether a challenger may replace the model in use: not by being new, only by not being worse."""

from dataclasses import dataclass

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.bootstrap import FEWEST_BLOCKS, Estimate, estimate
from photon_desktop.learning.labels import HORIZON
from photon_desktop.trading.bars import FloatArray

LEAST_BOUND = -0.002  # nats
# Labels overlap for a horizon, so the bootstrap draws blocks of one. Of fewer than five it draws much the same mean
# each time: on 24 rows its bound is the mean itself, and a twin that differs by noise alone passes half the time (0.49
# of 400 such twins; 0.36 on 120 rows and still 0.37 on 960).
LEAST_COMPARED = FEWEST_BLOCKS * HORIZON


@dataclass(frozen=True, slots=True)
class GateVerdict:
    """`gained`: champion's loss less challenger's, in nats, with bounds; `is_promoted` when the 20% bound holds."""

    gained: Estimate
    is_promoted: bool


def worth_fitting(new_labels: int) -> bool:
    """Whether enough labels were settled since the champion was trained for a challenger to know anything new."""
    return new_labels >= HORIZON


def gate(champion_losses: FloatArray, challenger_losses: FloatArray, seed: int) -> GateVerdict:
    """Compare -ln p(what came) of both on the same rows, in the order of time, that neither was trained on.

    The challenger is promoted when the 20% block-bootstrap bound of what it gained is at least -0.002 nats. Raises
    ValueRefusedError for no rows, or not the same.
    """
    if champion_losses.shape != challenger_losses.shape or len(champion_losses) == 0:
        raise ValueRefusedError(
            f"The champion has {len(champion_losses)} losses and the challenger {len(challenger_losses)}; compare both"
            " on the same rows, one at least."
        )
    difference = champion_losses - challenger_losses
    gained = estimate(difference, difference * 0 + 1, seed)
    return GateVerdict(gained, gained.likely_low >= LEAST_BOUND)
