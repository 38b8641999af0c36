"""Trades and halts are told to the desktop, each unless it is switched off, and not more often than one can read."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.desks.comfort.news import DesktopNews
from photon_desktop.desks.notifications import News, Notifications
from photon_desktop.trading.halt import Halt, TradingHalt
from photon_desktop.trading.messages import Message, ReportStatus
from photon_desktop.ui.comfort.choices import ComfortChoices
from tests.desks.test_notifications import KeptTray
from tests.ui.examples import chain, decision, report


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tray() -> KeptTray:
    return KeptTray()


@pytest.fixture
def news(window: QWidget, tray: KeptTray) -> DesktopNews:
    return DesktopNews(window, Notifications(window, lambda: tray), TradingHalt(Halt("It was pressed.", True)), 20)


def trade(number: int, status: ReportStatus = ReportStatus.EXECUTED) -> Message:
    return chain(number, decision(), replace(report(), status=status))[-1].message


def test_a_trade_is_told_at_once_and_those_that_follow_together(
    news: DesktopNews, tray: KeptTray, qtbot: QtBot
) -> None:
    for number in range(3):
        news.take_report(trade(number))
    assert len(tray.deeds) == 2  # the icon, and the first
    assert tray.deeds[1].startswith("PAPER: ")
    qtbot.waitUntil(lambda: len(tray.deeds) == 3)
    assert tray.deeds[2].endswith("And 1 more since.")
    news.finish()


def test_only_what_was_carried_out_is_told(news: DesktopNews, tray: KeptTray) -> None:
    news.take_report(trade(1, ReportStatus.CANCELLED))
    assert tray.deeds == []


def test_what_the_user_sees_is_not_told(
    news: DesktopNews, tray: KeptTray, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    news.take_report(trade(1))
    assert tray.deeds == []


def test_a_halt_says_why(news: DesktopNews, tray: KeptTray) -> None:
    news.tell_press(closes_all=False)
    news.tell_press(closes_all=True)
    assert tray.deeds == ["show", "Trading is halted: It was pressed."]


@pytest.mark.parametrize("switch", ["tells_trades", "tells_halts", "tells_alerts"])
def test_each_kind_is_switched_off_alone(news: DesktopNews, tray: KeptTray, window: QWidget, switch: str) -> None:
    notifications = Notifications(window, lambda: tray)
    told = DesktopNews(window, notifications, TradingHalt(None))
    told.take_choices(replace(ComfortChoices(), **{switch: False}))
    assert len(notifications.muted) == 1
    for kind in News:
        assert notifications.tell("x", "y", kind) is (kind not in notifications.muted)
    assert News.SAFETY not in notifications.muted
