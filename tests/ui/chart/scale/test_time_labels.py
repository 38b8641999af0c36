"""Labels of the time axis."""

from itertools import pairwise

import numpy as np
import pytest

from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso
from photon_desktop.ui.chart.scale.time_labels import TimeLabel, time_labels

SPACING = 76.0


def labels_of(
    interval: Interval, count: int, pixels_per_bar: float, start: str = "2023-12-30T22:00"
) -> list[TimeLabel]:
    times = from_iso(start) + np.arange(count, dtype=np.int64) * interval.nanoseconds
    return time_labels(np.arange(count), times.view("datetime64[ns]"), pixels_per_bar, SPACING)


@pytest.mark.parametrize("interval", list(Interval))
@pytest.mark.parametrize("pixels_per_bar", [0.01, 0.3, 2.0, 8.0, 40.0])
def test_labels_never_repeat_side_by_side_and_never_touch(interval: Interval, pixels_per_bar: float) -> None:
    representable = (from_iso("2262-01-01") - from_iso("2023-12-31")) // interval.nanoseconds
    labels = labels_of(interval, min(int(1200 / pixels_per_bar) + 2, representable), pixels_per_bar)
    assert labels
    for one, other in pairwise(labels):
        assert one.text != other.text
        assert (other.index - one.index) * pixels_per_bar >= SPACING


def test_the_date_stands_where_the_day_changes_and_the_time_elsewhere() -> None:
    labels = labels_of(Interval.MINUTE_15, 150, 8.0, "2024-03-10T20:00")
    texts = [label.text for label in labels]
    assert "11 Mar" in texts
    assert "12:00" in texts
    assert next(label for label in labels if label.text == "11 Mar") == TimeLabel(16, "11 Mar", True)
    assert not any(label.is_major for label in labels if ":" in label.text)


def test_months_and_years_stand_on_a_wide_view() -> None:
    texts = [label.text for label in labels_of(Interval.DAY_1, 800, 1.5, "2022-11-15")]
    assert "2023" in texts
    assert "2024" in texts
    assert any(text in texts for text in ("Apr", "May", "Jul"))
    assert not any(":" in text for text in texts)


def test_a_market_that_sleeps_shows_its_days() -> None:
    days = from_iso("2024-03-04T14:30") + np.arange(10, dtype=np.int64) * Interval.DAY_1.nanoseconds
    hours = np.arange(7, dtype=np.int64) * Interval.HOUR_1.nanoseconds
    times: TimeArray = (days[:, None] + hours[None, :]).ravel()
    labels = time_labels(np.arange(70), times.view("datetime64[ns]"), 12.0, SPACING)
    assert [label.index % 7 for label in labels] == [0] * len(labels)
    assert "5 Mar" in [label.text for label in labels]


def test_one_bar_has_no_label() -> None:
    assert labels_of(Interval.HOUR_1, 1, 8.0) == []


def test_every_label_says_what_begins_there() -> None:
    times = from_iso("2024-03-10T00:00") + np.arange(400, dtype=np.int64) * Interval.HOUR_1.nanoseconds
    for label in time_labels(np.arange(400), times.view("datetime64[ns]"), 8.0, SPACING):
        clock = str(np.datetime64(int(times[label.index]), "ns"))
        assert clock[11:16] == (label.text if ":" in label.text else "00:00")
