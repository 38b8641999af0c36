"""The banner: what went wrong, calmly, one problem at a time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from photon_desktop.ui.panels.frame.banner import Problem, ProblemBanner

FEED = Problem("The feed stopped", "No price has come for 30 s. Check the connection.", "timeout after 30 s")
DISK = Problem("The disk is full", "Nothing more can be stored. Make room and go on.")


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[ProblemBanner]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = ProblemBanner(window)
    window.addToolBar(made)
    window.resize(800, 200)
    window.show()
    made.settle()
    yield made  # the window lives as long as the test


def button(banner: ProblemBanner, text: str) -> QToolButton:
    return next(found for found in banner.findChildren(QToolButton) if found.text() == text)


def test_without_a_problem_there_is_no_banner(banner: ProblemBanner) -> None:
    assert banner.isHidden()


def test_details_are_folded_until_asked_for(banner: ProblemBanner, qtbot: QtBot) -> None:
    banner.show_problem(FEED)
    details = banner.findChild(QPlainTextEdit)
    assert banner.isVisible()
    assert not details.isVisible()
    qtbot.mouseClick(button(banner, "Details"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert details.toPlainText() == "timeout after 30 s"


def test_a_problem_without_details_offers_none(banner: ProblemBanner) -> None:
    banner.show_problem(DISK)
    assert button(banner, "Details").isHidden()


def test_dismissing_the_newest_shows_the_one_before(banner: ProblemBanner, qtbot: QtBot) -> None:
    for problem in (FEED, DISK, FEED):
        banner.show_problem(problem)
    assert banner.problems == (DISK, FEED)
    qtbot.mouseClick(button(banner, "Dismiss"), Qt.MouseButton.LeftButton)
    assert banner.problems == (DISK,)
    qtbot.mouseClick(button(banner, "Dismiss"), Qt.MouseButton.LeftButton)
    assert banner.isHidden()
