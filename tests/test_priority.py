"""Threads that work for the window give way to it; a process that nobody waits for gives way to all."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.application import Application, Rules
from photon_desktop.desks.errands import Errands, Outcome
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.priority import BEHIND_THE_WINDOW, let_the_window_go_first
from photon_desktop.trading.interval import Interval

by_thread = pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts niceness by the thread")


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@by_thread
def test_a_thread_gives_way_alone_and_the_main_one_stays_as_it_was() -> None:
    before, seen = niceness(), []

    def work() -> None:
        let_the_window_go_first()
        seen.append(niceness())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before + BEHIND_THE_WINDOW]
    assert niceness() == before


@by_thread
def test_a_process_is_as_polite_as_it_wants_whichever_thread_starts_it() -> None:
    words = (
        "from photon_desktop.priority import let_others_go_first; import os; let_others_go_first(5); print(os.nice(0))"
    )
    told = []

    def work() -> None:
        let_the_window_go_first()
        told.append(subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True).stdout)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == [f"{niceness() + 5}\n"]


@by_thread
def test_an_errand_gives_way(qtbot: QtBot) -> None:
    heard: list[Outcome] = []
    errands = Errands()
    errands.send("test", lambda _: niceness(), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    errands.finish()
    assert heard == [Outcome(niceness() + BEHIND_THE_WINDOW)]


@by_thread
def test_every_agent_gives_way(tmp_path: Path, qtbot: QtBot) -> None:
    application = Application(tmp_path, DemoSession(Interval.HOUR_1, 3_600.0), Rules())
    seen: dict[str, int] = {}
    for agent in application.team.agents:
        agent.started.connect(lambda name: seen.update({name: niceness()}), Qt.ConnectionType.DirectConnection)
    application.start()
    qtbot.waitUntil(lambda: len(seen) == 3)
    application.close()
    assert set(seen.values()) == {niceness() + BEHIND_THE_WINDOW}
