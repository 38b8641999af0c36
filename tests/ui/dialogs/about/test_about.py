"""The About dialog: versions to copy, and a licence for each library."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from photon_desktop import __version__
from photon_desktop.ui.dialogs.about.dialog import AboutDialog
from photon_desktop.ui.dialogs.about.libraries import LIST_NAME, Library, libraries_in

FIRST = Library("alpha", "1.2", "MIT", "Do what you like.")
SECOND = Library("beta", "3", "BSD-3-Clause", "")


@pytest.fixture
def dialog(qtbot: QtBot) -> AboutDialog:
    made = AboutDialog([FIRST, SECOND])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_licence_of_the_library_chosen_is_shown(dialog: AboutDialog) -> None:
    assert dialog.version.text().startswith(f"Version {__version__}, ")
    assert dialog.text.toPlainText() == "alpha: MIT\n\nDo what you like."
    dialog.names.setCurrentRow(1)
    assert dialog.text.toPlainText().startswith("beta: BSD-3-Clause\n\nIts text is not at hand")


def test_all_versions_can_be_copied(dialog: AboutDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert (lines[0], lines[2:]) == (f"Photon Desktop {__version__}", ["alpha 1.2", "beta 3"])


def test_a_built_program_shows_what_it_was_made_of(tmp_path: Path) -> None:
    part = {"name": "alpha", "version": "1.2", "kind": "deb", "licence": "MIT", "text": "Do what you like."}
    (tmp_path / LIST_NAME).write_text(json.dumps([part]))
    assert libraries_in(tmp_path) == (FIRST,)


def test_an_installed_program_shows_what_it_needs_and_that_in_turn(tmp_path: Path) -> None:
    shown = {library.name: library for library in libraries_in(tmp_path, "pytest-qt")}
    assert shown["pytest"].version == version("pytest")
    assert "Permission is hereby granted" in shown["pluggy"].text
    assert list(shown) == sorted(shown, key=str.lower)


def test_a_program_that_is_not_installed_shows_nothing(tmp_path: Path) -> None:
    assert libraries_in(tmp_path, "there-is-no-such-program") == ()
