from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.walk_forward import Fitted, walk_forward
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import compute_features, usable_rows
from tests.backtest.markets import generated_bars

SCHEDULE = Schedule(window=300, step=100, least=200, embargo=10)


@dataclass(frozen=True)
class Remembering:
    """Tells by its probabilities which bars it was fitted on: the first and last open time, in hours."""

    bars: Bars

    def __call__(self, features: FloatArray) -> FloatArray:
        first, last = self.bars.times[0] / 3.6e12, self.bars.times[-1] / 3.6e12
        return np.column_stack([np.full(len(features), first), np.full(len(features), last), features[:, 0]])


def fit_remembering(bars: Bars) -> Fitted:
    return Fitted(Remembering(bars), np.array([0.25, 0.5, 0.25]))


def fit_what_starts_early(bars: Bars) -> Fitted | None:
    return fit_remembering(bars) if bars.times[0] == 0 else None


def in_silence(done: int, total: int) -> None:
    pass


def predicted(bars: Bars, processes: int = 1) -> FloatArray:
    features = compute_features(bars)
    blocks = list(SCHEDULE.blocks(len(bars)))
    return walk_forward(bars, features, blocks, fit_remembering, processes, in_silence).probabilities


def test_every_prediction_is_of_a_model_fitted_on_earlier_bars_only() -> None:
    bars = generated_bars(800)
    told = predicted(bars)
    assert np.isnan(told[: SCHEDULE.first_prediction]).all()
    usable = usable_rows(compute_features(bars))
    for index in range(SCHEDULE.first_prediction, 800):
        assert usable[index]
        assert told[index, 1] <= index - SCHEDULE.embargo - 1
        assert told[index, 1] - told[index, 0] + 1 <= SCHEDULE.window


def test_rows_with_a_missing_feature_are_not_predicted() -> None:
    bars = generated_bars(500)
    features = compute_features(bars)
    features[[250, 260], 3] = np.nan
    told = walk_forward(bars, features, list(SCHEDULE.blocks(500)), fit_remembering, 1, in_silence).probabilities
    assert np.isnan(told[[250, 260]]).all()
    assert np.isfinite(told[251]).all()


def test_the_number_of_processes_changes_nothing() -> None:
    bars = generated_bars(800)
    np.testing.assert_array_equal(predicted(bars, processes=1), predicted(bars, processes=2))


def test_cutting_the_future_off_changes_no_earlier_prediction() -> None:
    bars = generated_bars(800)
    whole = predicted(bars)
    for cut in (300, 301, 455, 799):
        np.testing.assert_array_equal(predicted(bars.part(0, cut)), whole[:cut])


def test_progress_counts_every_block() -> None:
    seen: list[tuple[int, int]] = []
    bars = generated_bars(500)
    blocks = list(SCHEDULE.blocks(500))
    walk_forward(bars, compute_features(bars), blocks, fit_remembering, 1, lambda *at: seen.append(at))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_block_whose_bars_teach_nothing_makes_no_forecast() -> None:
    bars = generated_bars(600)
    told = walk_forward(bars, compute_features(bars), list(SCHEDULE.blocks(600)), fit_what_starts_early, 1, in_silence)
    assert np.isfinite(told.probabilities[210:410]).all()
    assert np.isfinite(told.priors[210:410]).all()
    assert np.isnan(told.probabilities[410:]).all()
    assert np.isnan(told.priors[410:]).all()
