"""The desktop is told of the kinds that are chosen for it, and of many at once in one notification."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.alerts.alert import AlertKind, Severity
from photon_desktop.desks.desktop_alerts import DesktopAlerts
from photon_desktop.desks.notifications import Notifications
from tests.alerts.samples import alert


class TellingTray:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def show(self) -> None:
        """Nothing stands anywhere."""

    def hide(self) -> None:
        """Nothing stood there."""

    def tell(self, title: str, sentence: str) -> None:
        self.told.append((title, sentence))


@pytest.fixture
def tray() -> TellingTray:
    return TellingTray()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desktop(window: QWidget, tray: TellingTray) -> DesktopAlerts:
    made = DesktopAlerts(window, Notifications(window, lambda: tray), pause_ms=20)
    made.kinds = frozenset({AlertKind.DECISION, AlertKind.TROUBLE})
    return made


def test_only_kinds_that_are_chosen_are_told(desktop: DesktopAlerts, tray: TellingTray) -> None:
    desktop.take_alert(alert(1, AlertKind.SUMMARY))
    assert tray.told == []
    desktop.take_alert(alert(2, AlertKind.TROUBLE))
    assert tray.told == [("BUY BTCUSDT 2", "0.5 at 97,000.")]


def test_many_at_once_are_two_notifications(desktop: DesktopAlerts, tray: TellingTray, qtbot: QtBot) -> None:
    for number in range(40):
        desktop.take_alert(alert(number, AlertKind.DECISION))
    qtbot.waitUntil(lambda: len(tray.told) == 2)
    assert [title for title, _ in tray.told] == ["BUY BTCUSDT 0", "39 alerts: 39 decisions"]


def test_while_the_window_is_in_front_only_what_is_urgent_is_told(
    desktop: DesktopAlerts, tray: TellingTray, window: QWidget, qtbot: QtBot
) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desktop.take_alert(alert(1, AlertKind.DECISION))
    desktop.take_alert(alert(2, AlertKind.TROUBLE, Severity.URGENT))
    assert [title for title, _ in tray.told] == ["BUY BTCUSDT 2"]


def test_nothing_is_told_after_the_end(desktop: DesktopAlerts, tray: TellingTray) -> None:
    desktop.take_alert(alert(1, AlertKind.DECISION))
    desktop.take_alert(alert(2, AlertKind.DECISION))
    desktop.finish()
    assert len(tray.told) == 1
