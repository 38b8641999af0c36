import dataclasses
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.learning.challenge import LoggedPredictions, challenge_and_save, losses_on_common_bars
from photon_desktop.learning.files import load_model
from photon_desktop.learning.training import train_with_forecasts
from tests.learning.conftest import request_for
from tests.learning.markets import HOUR, fair_bars

BARS = fair_bars(1_200)
REQUEST = dataclasses.replace(request_for("gradient_boosting"), parent="gb-DEMO-BTC-1h-old", trials=3)


def logged(count: int, told: tuple[float, float, float]) -> LoggedPredictions:
    times = np.arange(1_000, 1_000 + count, dtype=np.int64) * HOUR
    return LoggedPredictions(times, np.tile(told, (count, 1)))


def test_a_champion_that_was_surely_wrong_is_replaced(tmp_path: Path) -> None:
    report = challenge_and_save(BARS, REQUEST, logged(150, (0.98, 0.01, 0.01)), tmp_path)
    assert report.verdict is not None and report.verdict.is_promoted
    manifest = load_model(Path(report.path)).manifest
    assert (manifest.version, manifest.parent, manifest.trials) == (report.version, "gb-DEMO-BTC-1h-old", 3)
    assert report.compared == 150
    assert "takes over" in report.words


def test_a_champion_that_knew_what_came_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    _, forecasts = train_with_forecasts(BARS, REQUEST)
    known = LoggedPredictions(forecasts.times, np.eye(3)[forecasts.classes] * 0.94 + 0.02)
    report = challenge_and_save(BARS, REQUEST, known, tmp_path)
    assert (report.path, list(tmp_path.iterdir())) == ("", [])
    assert "turned down" in report.words


@pytest.mark.parametrize("count", [0, 119])
def test_too_few_outcomes_compare_nothing(count: int, tmp_path: Path) -> None:
    report = challenge_and_save(BARS, REQUEST, logged(count, (0.3, 0.4, 0.3)), tmp_path)
    assert (report.path, report.verdict, report.compared) == ("", None, count)
    assert "120 are needed" in report.words


def test_only_bars_that_both_predicted_and_that_were_settled_count() -> None:
    _, forecasts = train_with_forecasts(BARS, REQUEST)
    champion, challenger = losses_on_common_bars(logged(200, (0.2, 0.5, 0.3)), forecasts)
    assert len(champion) == len(challenger) == 1_200 - 24 - 1_000
    came = forecasts.classes[-len(champion) :]
    assert champion == pytest.approx(-np.log(np.array([0.2, 0.5, 0.3]))[came])
