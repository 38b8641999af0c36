"""The computer stays awake exactly while something at an exchange depends on the program."""

import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from photon_desktop.desks.comfort.sleep import AwakeByBus, AwakeByCaffeinate
from photon_desktop.desks.comfort.sleep_guard import SleepGuard
from photon_desktop.trading.account import Account
from photon_desktop.ui.comfort.choices import ComfortChoices
from tests.ui.examples import portfolio

HELD = replace(portfolio(), mode="live")
NOTHING = replace(HELD, account=Account())


@dataclass
class KeptAwake:
    """Remembers what was asked; answers `works`."""

    works: bool = True
    deeds: list[str] = field(default_factory=list)

    def hold(self, why: str) -> bool:
        self.deeds.append("hold")
        return self.works

    def release(self) -> None:
        self.deeds.append("release")


def test_it_holds_while_something_is_held_at_an_exchange() -> None:
    awake = KeptAwake()
    guard = SleepGuard(awake)
    for one in (NOTHING, HELD, HELD, NOTHING, NOTHING):
        guard.take_portfolio(one)
    assert awake.deeds == ["hold", "release"]


def test_paper_keeps_nothing_awake() -> None:
    awake = KeptAwake()
    SleepGuard(awake).take_portfolio(portfolio())
    assert awake.deeds == []


def test_the_switch_counts_at_once_both_ways_and_the_end_lets_go() -> None:
    awake = KeptAwake()
    guard = SleepGuard(awake)
    guard.take_portfolio(HELD)
    guard.take_choices(ComfortChoices(keeps_awake=False))
    guard.take_choices(ComfortChoices())
    guard.finish()
    assert awake.deeds == ["hold", "release", "hold", "release"]


def test_a_system_without_a_way_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    awake = KeptAwake(works=False)
    guard = SleepGuard(awake)
    for _ in range(3):
        guard.take_portfolio(HELD)
    guard.finish()
    assert awake.deeds == ["hold"]
    assert [record.message for record in caplog.records if "awake" in record.message] == [
        "The computer can't be kept awake here; see that it does not sleep while orders wait."
    ]


def test_without_a_bus_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not AwakeByBus().hold("test")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a command that waits")
def test_a_command_that_is_missing_says_so_and_one_that_runs_is_ended(tmp_path: Path) -> None:
    assert not AwakeByCaffeinate(str(tmp_path / "nowhere")).hold("test")
    command = tmp_path / "caffeinate"
    command.write_text("#!/bin/sh\nexec sleep 60\n")
    command.chmod(0o755)
    awake = AwakeByCaffeinate(str(command))
    assert awake.hold("test")
    running = awake._running
    awake.release()
    assert running is not None
    assert running.poll() is not None


SERVICE = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, who, why):
        print(who, why, flush=True)
        return 7

app = QCoreApplication(sys.argv)
bus = QDBusConnection.sessionBus()
saver = Saver()
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
app.exec()
"""
ASKING = """
from PySide6.QtCore import QCoreApplication
from photon_desktop.desks.comfort.sleep import AwakeByBus
app = QCoreApplication([])
awake = AwakeByBus()
print(awake.hold("the test"))
awake.release()
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_a_desktop_on_a_real_bus_is_asked(tmp_path: Path) -> None:
    (tmp_path / "service.py").write_text(SERVICE)
    (tmp_path / "asking.py").write_text(ASKING)
    script = (
        f"{sys.executable} {tmp_path}/service.py > {tmp_path}/told & pid=$!;"
        f" while ! grep -q ready {tmp_path}/told; do kill -0 $pid || exit 9; done;"
        f" PYTHONPATH={Path.cwd()} {sys.executable} {tmp_path}/asking.py; kill $pid"
    )
    asked = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert asked.stdout.strip() == "True", asked.stderr
    assert "Photon Desktop the test" in (tmp_path / "told").read_text()
