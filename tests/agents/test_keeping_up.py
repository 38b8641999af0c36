"""A simulated market never runs ahead of those who decide on it."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.agents.keeping_up import MOST_AHEAD, KeepingUp
from photon_desktop.application import Application, Rules
from photon_desktop.learning.decision import decide
from photon_desktop.market.demo.feed import MOST_BARS_A_POLL
from photon_desktop.market.demo.pace import FASTEST
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.trading.interval import Interval


def test_who_is_three_closes_behind_holds_the_market_up_and_one_that_is_not_expected_does_not() -> None:
    keeping_up = KeepingUp()
    for _ in range(10):
        keeping_up.tell()
    assert not keeping_up.is_behind
    keeping_up.expect("maker")
    keeping_up.expect("executor")
    numbers = [keeping_up.tell() for _ in range(MOST_AHEAD)]
    assert keeping_up.is_behind
    keeping_up.hear("executor", numbers[-1])
    assert keeping_up.is_behind
    keeping_up.hear("maker", numbers[0])
    assert not keeping_up.is_behind


@pytest.mark.parametrize("is_off", [False, True])
def test_the_market_waits_for_a_maker_that_thinks_and_not_for_one_that_is_off(
    tmp_path: Path, qtbot: QtBot, is_off: bool
) -> None:
    goes_on, thinks = threading.Event(), threading.Event()

    def think(*told: Any, **named: Any) -> Any:
        thinks.set()
        assert goes_on.wait(30)
        return decide(*told, **named)

    application = Application(tmp_path, DemoSession(Interval.MINUTE_1, FASTEST), Rules(), decide=think)
    closed: list[object] = []
    polls: list[int] = []
    monitor = application.team.monitor
    monitor.bar_closed.connect(closed.append)
    monitor.bars_told.connect(polls.append)
    try:
        application.start()
        if is_off:
            application.team.thread_of(application.team.maker.name).stop()
            goes_on.set()
            qtbot.waitUntil(lambda: len(polls) > 3 * MOST_AHEAD, timeout=20_000)
            return
        qtbot.waitUntil(thinks.is_set, timeout=20_000)
        qtbot.waitUntil(lambda: len(polls) >= MOST_AHEAD, timeout=20_000)
        polled: list[int] = []
        monitor._polling.timeout.connect(lambda: polled.append(len(closed)), Qt.ConnectionType.DirectConnection)
        qtbot.waitUntil(lambda: len(polled) > 5, timeout=20_000)
        most = (MOST_AHEAD + 1) * MOST_BARS_A_POLL * len(application.session.symbols)
        assert polled[-1] == polled[1] <= most
        goes_on.set()
        qtbot.waitUntil(lambda: len(polls) > 2 * MOST_AHEAD, timeout=20_000)
    finally:
        goes_on.set()
        assert application.close() == ()
