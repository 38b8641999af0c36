"""When a replay asks for its next bar."""

from pytestqt.qtbot import QtBot

from photon_desktop.ui.dialogs.backtest.replay.pace import FASTEST, SPEEDS, Pace


class Hand:
    """A clock that stands until it is moved (s)."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def counted(pace: Pace) -> list[None]:
    asked: list[None] = []
    pace.bar_asked.connect(lambda: asked.append(None))
    return asked


def test_the_next_bar_waits_for_the_last_one_and_for_its_time(qtbot: QtBot) -> None:
    hand = Hand()
    pace = Pace(now=hand)
    asked = counted(pace)
    pace.set_speed(0.1)
    pace.toggle()
    assert asked == []  # there is no model yet
    with qtbot.waitSignal(pace.bar_asked):
        pace.bar_done()
    hand.seconds += 4
    pace.bar_done()
    assert 5_900 <= pace._wait.remainingTime() <= 6_000
    pace.set_speed(FASTEST)
    qtbot.waitUntil(lambda: len(asked) == 2)
    pace.set_speed(1.0)  # while a bar is under way
    assert not pace._wait.isActive()
    hand.seconds += 30  # the agents were slower than the speed
    with qtbot.waitSignal(pace.bar_asked):
        pace.bar_done()
    pace.pause()


def test_a_step_while_a_bar_is_under_way_asks_for_one_more_and_no_third(qtbot: QtBot) -> None:
    pace = Pace()
    asked = counted(pace)
    pace.bar_done()
    pace.step()
    pace.step()
    pace.step()
    assert len(asked) == 1
    pace.bar_done()
    assert len(asked) == 2
    pace.bar_done()
    assert len(asked) == 2
    assert not pace.is_playing


def test_nothing_is_asked_once_the_bars_are_over(qtbot: QtBot) -> None:
    pace = Pace()
    asked = counted(pace)
    pace.bar_done()
    pace.end()
    pace.toggle()
    pace.step()
    pace.bar_done()
    assert asked == []
    assert SPEEDS[0] == 0.1
