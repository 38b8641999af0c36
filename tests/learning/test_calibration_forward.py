import numpy as np
import pytest

from photon_desktop.learning.calibration_forward import Outcomes, calibrate_forward
from tests.learning.test_calibration import PRIOR, drawn, wandering

COUNT, STARTS, EMBARGO = 3_000, [0, 1_000, 2_000], 30
TOLD = wandering(COUNT)
PRIORS = np.tile(PRIOR, (COUNT, 1))


def outcomes(classes: np.ndarray) -> Outcomes:
    rows = np.arange(COUNT)
    touches = rows + 10
    touches[-24:] = -1
    return Outcomes(np.where(touches < 0, -1, classes), rows, touches)


def said(classes: np.ndarray) -> np.ndarray:
    return calibrate_forward(TOLD, PRIORS, outcomes(classes), STARTS, EMBARGO)


def test_the_first_block_says_the_base_rates_and_later_ones_what_they_were_worth() -> None:
    told = said(drawn(TOLD, 1))
    assert told[:1_000] == pytest.approx(PRIORS[:1_000])
    assert np.abs(told[1_000:] - TOLD[1_000:]).mean() < np.abs(PRIORS[1_000:] - TOLD[1_000:]).mean() / 2


@pytest.mark.parametrize(("start", "changed"), [(2_000, 1_960), (1_000, 960)])
def test_what_was_not_settled_an_embargo_before_a_block_changes_nothing_in_it(start: int, changed: int) -> None:
    classes = drawn(TOLD, 1)
    other = classes.copy()
    other[changed + 10 :] = 0
    assert np.array_equal(said(classes)[: start + 1_000], said(other)[: start + 1_000])
    other[changed - 400 :] = 0
    assert not np.array_equal(said(classes)[start : start + 1_000], said(other)[start : start + 1_000])
