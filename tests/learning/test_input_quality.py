"""What is told of the bars a decision is made on."""

from photon_desktop.learning.input_quality import InputQuality


def test_it_is_read_from_what_a_snapshot_tells() -> None:
    told = {"bars": 600, "gaps": 3, "missing_lately": 1, "missing": 3, "feed": "stale", "age_seconds": 0.2}
    assert InputQuality.told_by(told) == InputQuality(1, 3, "stale")


def test_a_snapshot_of_an_earlier_program_has_nothing_against_its_bars() -> None:
    assert InputQuality.told_by({"bars": 400, "gaps": 3, "age_seconds": 0.2}).obstacles() == ()


def test_a_hole_lately_and_a_dead_feed_are_both_told() -> None:
    codes = [obstacle.code for obstacle in InputQuality(2, 12, "offline").obstacles()]
    assert codes == ["BARS_MISSING", "FEED_STALE"]
