"""The dialog of the settings in another language than English."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.settings.setting import Group
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog

_WORDS = {"Least confidence": "Наименьшая уверенность", "Costs and account": "Издержки и счёт", "Window": "Окно"}


class _Russian(QTranslator):
    def translate(self, _context: str, text: str, _comment: str | None = None, _count: int = -1) -> str:
        return _WORDS.get(text, "")


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot) -> Iterator[SettingsDialog]:
    translator = _Russian(qapp)
    qapp.installTranslator(translator)
    made = SettingsDialog()
    qtbot.addWidget(made)
    yield made
    qapp.removeTranslator(translator)


def test_labels_and_pages_are_in_the_language(dialog: SettingsDialog) -> None:
    assert dialog.pages.rows["limits.minimum_confidence"].name.text() == "Наименьшая уверенность"
    assert dialog.list.item(list(Group).index(Group.COSTS)).text() == "Издержки и счёт"


@pytest.mark.parametrize("text", ["наименьшая уверен", "least confid"])
def test_a_setting_is_found_by_its_words_and_by_the_english_ones(dialog: SettingsDialog, text: str) -> None:
    dialog.search.setText(text)
    assert [key for key, row in dialog.pages.rows.items() if not row.isHidden()] == ["limits.minimum_confidence"]


def test_a_page_that_was_added_is_turned_to_by_its_english_title(dialog: SettingsDialog) -> None:
    page = QWidget()
    dialog.add_page("Window", page)
    dialog.show_page("Window")
    assert dialog.list.currentItem().text() == "Окно"
    assert dialog.stack.currentWidget() is page
