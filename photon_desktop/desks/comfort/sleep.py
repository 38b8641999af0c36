"""Keeps the computer from going to sleep by itself, by the means that each system has for it."""

import ctypes
import os
import subprocess
import sys
from typing import Protocol

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_PROGRAM = "Photon Desktop"
_BUS = "photon-desktop-awake"
# (service, path, interface) of the desktops' own: the first keeps the computer awake alone, the second the screen too
_SERVICES = (
    ("org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
     "org.freedesktop.PowerManagement.Inhibit"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
)  # fmt: skip
_PATIENCE_MS = 200
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # of SetThreadExecutionState


class Awake(Protocol):
    """One way to keep the computer awake."""

    def hold(self, why: str) -> bool:
        """Keep it awake from now on; False where the system has no such service, or refuses."""

    def release(self) -> None:
        """Let it sleep again."""


class AwakeByBus:
    """Asks the desktop over D-Bus. What is asked lasts as long as the connection, so that a crash lets go, too."""

    def hold(self, why: str) -> bool:
        """Keep it awake from now on."""
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
        if bus.isConnected():
            for service, path, interface in _SERVICES:
                asked = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
                asked.setArguments([_PROGRAM, why])
                answer = bus.call(asked, QDBus.CallMode.Block, _PATIENCE_MS)
                if answer.type() is QDBusMessage.MessageType.ReplyMessage:
                    return True
        self.release()
        return False

    def release(self) -> None:
        """Let it sleep again."""
        QDBusConnection.disconnectFromBus(_BUS)


class AwakeByWindows:
    """Tells Windows that the system is required; its end ends with the thread that asked."""

    def hold(self, why: str) -> bool:  # noqa: ARG002 - Windows takes no reason here
        """Keep it awake from now on."""
        return self._set(_CONTINUOUS | _SYSTEM_REQUIRED)

    def release(self) -> None:
        """Let it sleep again."""
        self._set(_CONTINUOUS)

    def _set(self, state: int) -> bool:
        return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))  # type: ignore[attr-defined]


class AwakeByCaffeinate:
    """Runs what macOS has for it; it ends by itself when this program does."""

    def __init__(self, command: str = "/usr/bin/caffeinate") -> None:
        self._command = command
        self._running: subprocess.Popen[bytes] | None = None

    def hold(self, why: str) -> bool:  # noqa: ARG002 - caffeinate takes no reason
        """Keep it awake from now on."""
        try:
            self._running = subprocess.Popen([self._command, "-i", "-w", str(os.getpid())])
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Let it sleep again."""
        if self._running is not None:
            self._running.terminate()
            self._running.wait()
            self._running = None


def awake_here() -> Awake:
    """The way of the system this runs on."""
    if sys.platform == "win32":
        return AwakeByWindows()
    return AwakeByCaffeinate() if sys.platform == "darwin" else AwakeByBus()
