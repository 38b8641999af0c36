"""The nightly self-check in the window: due once a day, shown, told when it finds something, switched off."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from photon_desktop.agents.post import Post
from photon_desktop.backtest.self_check.stretch import StretchCheck
from photon_desktop.desks.checked_days import midnight_before
from photon_desktop.desks.notifications import Notifications
from photon_desktop.desks.self_check_desk import SelfCheckDesk
from photon_desktop.paths import resources_folder
from photon_desktop.self_check import SelfCheckProcess, check_store
from photon_desktop.store.store import Store
from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from tests.agents.conftest import StandingClock, counted_bytes
from tests.agents.played import Played
from tests.agents.test_self_check import RULES

_HOUR = 3_600 * 10**9
_DAY = 24 * _HOUR


@dataclass
class SetClock:
    time_ns: int

    def now_ns(self) -> int:
        return self.time_ns


@dataclass
class AtOnce:
    """Checks in this process, and notes what it was asked."""

    asked: list[tuple[int, int]] = field(default_factory=list)
    is_broken: bool = False

    def begin(self, store: Path, models: Path, since_ns: int, until_ns: int) -> "Future[StretchCheck]":
        self.asked.append((since_ns, until_ns))
        future: Future[StretchCheck] = Future()
        if self.is_broken:
            future.set_exception(RuntimeError("killed"))
        else:
            future.set_result(check_store(store, models, since_ns, until_ns))
        return future

    def close(self) -> None:
        pass


@dataclass
class Tray:
    told: list[str] = field(default_factory=list)

    def show(self) -> None:
        pass

    def hide(self) -> None:
        pass

    def tell(self, title: str, sentence: str) -> None:
        self.told.append(title)


@dataclass
class Room:
    """A window with the desk, over a store in which agents traded yesterday."""

    window: MainWindow
    store: Store
    clock: SetClock
    tray: Tray
    checking: AtOnce
    desk: SelfCheckDesk

    def plant(self) -> None:
        with closing(sqlite3.connect(self.store.path)) as connection, connection:
            connection.execute(
                "UPDATE messages SET payload = json_set(payload, '$.confidence', 0.123) WHERE sequence ="
                " (SELECT max(sequence) FROM messages WHERE type = 'TRADE_DECISION')"
            )


@pytest.fixture
def room(qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path) -> Iterator[Room]:
    store, post = Store.open(tmp_path / "photon.sqlite3"), Post(StandingClock(), counted_bytes())
    played = Played(store, post, tmp_path / "models", RULES)
    played.play(6)
    played.stop()
    newest = store.inputs.newest_before(2**62)
    assert newest is not None
    clock, tray, checking = SetClock(midnight_before(newest, 1) + _HOUR), Tray(), AtOnce()
    window = MainWindow(Icons(resources_folder() / "icons"), DARK, clock)
    qtbot.addWidget(window)
    notifications = Notifications(window, lambda: tray)
    desk = SelfCheckDesk(window, store, tmp_path / "models", clock, notifications, DARK, checking)
    yield Room(window, store, clock, tray, checking, desk)
    desk.finish()
    store.close()


def test_the_last_day_is_checked_once_in_the_night_and_its_score_is_shown_after_a_restart(
    room: Room, qtbot: QtBot
) -> None:
    room.window.show()
    room.desk.begin()
    assert not room.window.status.parity.isVisible()
    room.desk.look()
    qtbot.waitUntil(lambda: not room.desk.is_busy)
    assert room.window.status.parity.text() == "Parity 100% · last night"
    assert room.tray.told == []
    room.desk.look()
    room.clock.time_ns += 2 * _DAY
    room.desk.look()
    assert len(room.checking.asked) == 1
    room.desk.begin()
    assert room.window.status.parity.text().startswith("Parity 100% · ")
    assert "last night" not in room.window.status.parity.text()


def test_a_planted_difference_is_told_and_listed(room: Room, qtbot: QtBot) -> None:
    room.plant()
    room.window.show()
    room.desk.begin()
    room.desk.look()
    qtbot.waitUntil(lambda: not room.desk.is_busy)
    assert room.tray.told == ["The self-check found a difference"]
    assert room.window.status.parity.text().startswith("▲ Parity 9")
    room.window.status.parity.click()
    dialog = room.window.findChild(object, "selfCheckDialog")
    assert dialog is not None
    assert dialog.isVisible()
    table = dialog.differences  # type: ignore[attr-defined]
    texts = [table.index(0, column).data() for column in range(table.columnCount())]
    assert table.rowCount() == 1
    assert texts[1:5] == ["paper", "decision", "confidence", "0.123"]
    dialog.close()


def test_it_can_be_switched_off_and_made_at_any_time(room: Room, qtbot: QtBot) -> None:
    room.desk.begin()
    dialog = room.desk.open()
    dialog.is_wanted.click()
    room.desk.look()
    assert room.checking.asked == []
    room.window.actions_by_name["actionSelfCheckNow"].trigger()
    qtbot.waitUntil(lambda: not room.desk.is_busy)
    assert len(room.checking.asked) == 1
    assert dialog.title.text() == "Parity 100%"
    assert "12 of 12 decisions equal to the bit" in dialog.sentence.text()
    dialog.is_wanted.click()
    room.desk.look()  # what was checked by hand is not the night's
    assert len(room.checking.asked) == 2
    dialog.close()


def test_a_check_that_fails_is_told_once_and_not_tried_each_minute(room: Room, qtbot: QtBot) -> None:
    room.checking.is_broken = True
    room.desk.begin()
    room.desk.look()
    qtbot.waitUntil(lambda: not room.desk.is_busy)
    room.desk.look()
    assert len(room.checking.asked) == 1
    assert room.window.banner.isVisibleTo(room.window)


def test_with_nothing_kept_nothing_is_begun(room: Room) -> None:
    with closing(sqlite3.connect(room.store.path)) as connection, connection:
        connection.execute("DELETE FROM inputs")
    room.desk.look()
    room.desk.check_now()
    assert room.checking.asked == []


@pytest.mark.slow
def test_its_own_process_checks_the_store_and_ends(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    process = SelfCheckProcess()
    future = process.begin(room.store.path, tmp_path / "models", 0, 2**62)
    assert future.result(60).score.share == 1.0
    process.begin(room.store.path, tmp_path / "models", 0, 2**62)
    process.close()
