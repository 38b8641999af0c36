"""The About dialog: versions to copy, and a licence for each library."""

import json
import threading
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
    made = AboutDialog(lambda: [FIRST, SECOND])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.names.count() > 0)
    return made


def test_the_libraries_are_read_while_the_window_lives_on(qtbot: QtBot) -> None:
    may_read, threads = threading.Event(), list[int]()

    def read() -> list[Library]:
        threads.append(threading.get_ident())
        may_read.wait(10)
        return [FIRST]

    made = AboutDialog(read)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    assert made.text.placeholderText()
    assert not made.copy.isEnabled()
    may_read.set()
    qtbot.waitUntil(made.copy.isEnabled)
    assert made.names.count() == 1
    assert threads != [threading.get_ident()]


def test_a_list_that_cannot_be_read_leaves_the_rest_of_the_dialog(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def read() -> list[Library]:
        raise OSError("The disk is gone.")

    made = AboutDialog(read)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    qtbot.waitUntil(made.copy.isEnabled)
    assert "The disk is gone." in caplog.text
    assert made.versions().startswith(f"Photon Desktop {__version__}")
    assert not made.text.placeholderText()


def test_a_dialog_that_is_closed_before_the_list_is_there_does_no_harm(qtbot: QtBot) -> None:
    may_read, done = threading.Event(), threading.Event()

    def read() -> list[Library]:
        may_read.wait(10)
        done.set()
        return [FIRST]

    made = AboutDialog(read)
    made.show()
    with qtbot.waitSignal(made.destroyed):
        made.close()
    may_read.set()
    assert done.wait(10)
    qtbot.wait(50)


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
