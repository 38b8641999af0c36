"""How long work will still take."""

from photon_desktop.ui.dialogs.csv_import.time_left import TimeLeft


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_rest_takes_as_long_as_its_share() -> None:
    clock = Seconds()
    left = TimeLeft(clock)
    assert left.seconds("reading", 0.1) is None
    clock.now += 2.0
    assert left.seconds("reading", 0.25) == 6.0
    assert left.seconds("reading", 1.0) == 0.0


def test_nothing_is_said_too_early_or_before_anything_is_done() -> None:
    clock = Seconds()
    left = TimeLeft(clock)
    left.seconds("reading", 0.0)
    clock.now += 0.3
    assert left.seconds("reading", 0.5) is None
    clock.now += 5.0
    assert left.seconds("reading", 0.0) is None


def test_each_kind_of_work_is_counted_from_its_own_beginning() -> None:
    clock = Seconds()
    left = TimeLeft(clock)
    clock.now += 60.0
    assert left.seconds("checking", 0.5) is None
    clock.now += 4.0
    assert left.seconds("checking", 0.8) == 1.0
