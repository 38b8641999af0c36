"""What the palette finds when the window speaks another language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from photon_desktop.ui.action_words import say
from photon_desktop.ui.comfort.commands import Command, commands_of, matching


class Backwards(QTranslator):
    def translate(self, _context: str, text: str, _comment: str | None = None, _count: int = -1) -> str:
        return text[::-1]


@pytest.fixture
def backwards(qapp: QApplication) -> Iterator[None]:
    translator = Backwards(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def found(commands: list[Command], typed: str) -> list[str]:
    return [command.text for command in matching(commands, typed, ())]


def test_an_action_is_found_by_the_words_shown_and_by_the_english_ones(backwards: None) -> None:
    action = QAction()
    say(action, "&Undo drawing")
    commands = commands_of([action])
    assert [command.text for command in commands] == ["gniward odnU"]
    assert found(commands, "gniw") == found(commands, "undo draw") == ["gniward odnU"]
    assert found(commands, "market") == []


def test_an_action_of_the_window_is_found_by_the_words_of_its_plan() -> None:
    action = QAction("Обзор окна")
    action.setObjectName("actionTour")
    assert found(commands_of([action]), "tour") == ["Обзор окна"]


def test_what_is_no_action_is_found_by_its_key_too() -> None:
    page = Command("settings:Sizing", "Настройки: Размер позиции", lambda: None)
    assert found([page], "settings siz") == found([page], "размер") == [page.text]
