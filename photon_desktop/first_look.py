"""The window as its user left it, on screen before what works behind it is even loaded."""

import json
import time
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from photon_desktop.errors import StoreError
from photon_desktop.paths import resources_folder
from photon_desktop.store.texts_in_file import texts_in_file
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.design import THEME_NAMES, Theme, theme_named
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.stylesheet import apply_theme

LAYOUT, THEME = "window.layout", "window.theme"
_PATIENCE_S, _LOOK_AGAIN_S = 0.5, 0.001


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The window, not shown yet, and what it is drawn with."""

    window: MainWindow
    icons: Icons
    theme: Theme

    @classmethod
    def of(cls, store_path: Path, clock: Clock) -> Self:
        """The window in the theme and the layout that the store's file keeps; the file is only read."""
        kept = _kept(store_path)
        icons, theme = Icons(resources_folder() / "icons"), _theme(kept.get(THEME))
        apply_to_program(theme)
        QGuiApplication.setWindowIcon(icons.icon("photon", theme))
        window = MainWindow(icons, theme, clock)
        if layout := _layout(kept.get(LAYOUT)):
            window.restore_layout(layout)
        return cls(window, icons, theme)

    def show(self) -> None:
        """Show the window and have it painted. What the user does meanwhile waits until there is someone to hear it."""
        self.window.show()
        tried_until = time.monotonic() + _PATIENCE_S
        while not self.window.windowHandle().isExposed() and time.monotonic() < tried_until:
            _paint()
            time.sleep(_LOOK_AGAIN_S)
        _paint()


def apply_to_program(theme: Theme) -> None:
    """Give the whole program a theme."""
    program = QApplication.instance()
    if isinstance(program, QApplication):
        apply_theme(program, theme)


def _paint() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _theme(kept: object) -> Theme:
    """The theme the user chose, or else the system's."""
    dark = QGuiApplication.styleHints().colorScheme() is not Qt.ColorScheme.Light
    return theme_named(kept if isinstance(kept, str) and kept in THEME_NAMES else "dark" if dark else "light")


def _layout(kept: object) -> bytes:
    """The layout of the run before; empty where there is none that can be read."""
    try:
        return b64decode(kept) if isinstance(kept, str) else b""
    except ValueError:
        return b""


def _kept(store_path: Path) -> dict[str, Any]:
    """What is kept about the window, by key; nothing where it can't be read: whoever opens the store will say so."""
    try:
        return {key: json.loads(text) for key, text in texts_in_file(store_path, "window.").items()}
    except (StoreError, ValueError):
        return {}
