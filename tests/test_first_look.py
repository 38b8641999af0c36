"""The window is on screen before what works behind it is loaded."""

import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from photon_desktop.clock import SystemClock
from photon_desktop.first_look import LAYOUT, THEME, FirstLook
from photon_desktop.paths import STORE_NAME, languages_folder
from photon_desktop.store.store import Store
from photon_desktop.ui.translators import ENGLISH, LANGUAGES, speak

Looks = Callable[[Path], FirstLook]


class Paints(QObject):
    """Counts the paints of what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


@pytest.fixture
def look_of(qapp: QApplication) -> Iterator[Looks]:
    made = []

    def look_of(folder: Path) -> FirstLook:
        made.append(FirstLook.of(folder / STORE_NAME, SystemClock()))
        return made[-1]

    yield look_of
    for look in made:
        look.window.close()
        look.window.deleteLater()


def keep(folder: Path, key: str, value: object) -> None:
    store = Store.open(folder / STORE_NAME)
    store.settings.put(key, value)
    store.close()


def test_the_window_is_painted_when_it_was_shown(look_of: Looks, tmp_path: Path) -> None:
    look, paints = look_of(tmp_path), Paints()
    look.window.chart.plot.view.viewport().installEventFilter(paints)
    look.show()
    assert paints.count > 0


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_in_the_theme_that_is_kept(look_of: Looks, tmp_path: Path, name: str) -> None:
    keep(tmp_path, THEME, name)
    assert look_of(tmp_path).theme.name == name


def test_it_has_the_layout_that_is_kept(look_of: Looks, tmp_path: Path) -> None:
    before = look_of(tmp_path).window
    before.docks["trades"].setFloating(True)
    keep(tmp_path, LAYOUT, b64encode(before.layout_state()).decode("ascii"))
    assert look_of(tmp_path).window.docks["trades"].isFloating()


@pytest.mark.parametrize("kept", [[1], "no such theme", "%%%", "abc", None])
def test_what_cannot_be_read_is_as_at_first(look_of: Looks, tmp_path: Path, kept: object) -> None:
    keep(tmp_path, LAYOUT, kept)
    keep(tmp_path, THEME, kept)
    look = look_of(tmp_path)
    assert look.theme.name in ("dark", "light")
    assert not look.window.docks["trades"].isFloating()


def test_a_store_that_is_none_of_ours_is_left_for_the_program_to_refuse(look_of: Looks, tmp_path: Path) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"no database" * 100)
    assert not look_of(tmp_path).window.isVisible()


def test_nothing_is_written_for_it(look_of: Looks, tmp_path: Path) -> None:
    look_of(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", ["Start", "Stop"])
def test_what_is_traded_in_is_seen_in_every_language_in_a_small_window(
    qapp: QApplication, look_of: Looks, tmp_path: Path, language: str, action: str
) -> None:
    speak(qapp, language, languages_folder())
    try:
        look = look_of(tmp_path)
        look.window.resize(1_280, 800)
        look.window.set_monitoring(action == "Stop")
        look.show()
        assert not look.window.toolbar.mode.visibleRegion().isEmpty()
    finally:
        speak(qapp, ENGLISH, languages_folder())


ASKED_TO_END_WHILE_LOADING = """
import os, signal, sys
from photon_desktop.first_look import FirstLook
show = FirstLook.show
def show_and_be_asked(look):
    show(look)
    os.kill(os.getpid(), signal.SIGTERM)
FirstLook.show = show_and_be_asked
from photon_desktop.cli import main
sys.exit(main(["--data-dir", sys.argv[1]]))
"""


def test_who_is_asked_to_end_before_anything_works_behind_the_window_ends_in_order(tmp_path: Path) -> None:
    words = [sys.executable, "-c", ASKED_TO_END_WHILE_LOADING, str(tmp_path)]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    store = Store.open(tmp_path / STORE_NAME)
    assert store.messages.last_sequence() == 0
    store.close()
