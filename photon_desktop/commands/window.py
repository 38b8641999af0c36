"""`photon-desktop`: the window."""

import argparse
import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from photon_desktop import __version__
from photon_desktop.allocation import give_memory_back
from photon_desktop.clock import SystemClock
from photon_desktop.computing_turns import TURNS
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.data_folder_lock import DataFolderLock, FolderInUseError
from photon_desktop.desks.comfort.kept_choices import kept_choices
from photon_desktop.display import require_display
from photon_desktop.errors import PhotonError
from photon_desktop.event_loop import Interruption
from photon_desktop.first_look import FirstLook
from photon_desktop.first_window import FirstWindow
from photon_desktop.garbage import uncollected
from photon_desktop.paths import STORE_NAME, languages_folder, logs_folder, user_data_folder
from photon_desktop.ui.translators import language_of, speak

HANGING = 70
# Painting takes Python's lock many times over, and waits this long for it each time while another thread computes.
_SWITCH_S = 0.001
_STARTING_S, _LOOK_AGAIN_S = 3.0, 0.2


def run(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; `HANGING` when an agent had to be left behind. Where the window is
    open already on this data folder, bring it to the front."""
    return stay_open(options.data_dir, None)


def stay_open(chosen_folder: Path | None, file: Path | None) -> int:
    """As `run`, with everything kept in `chosen_folder` if one is, and the import of `file` open if one is."""
    require_display()
    give_memory_back()
    data_folder = user_data_folder(chosen_folder)
    choices = kept_choices(data_folder / STORE_NAME)
    if choices.scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(choices.scale / 100))  # read once, when Qt begins
    speak(window_program(), language_of(choices.language), languages_folder())
    first, watch = FirstWindow(data_folder), CrashWatch(logs_folder(data_folder))
    if first.show_running() or not begin_alone(first, watch, data_folder):
        print("photon-desktop: the window is open already; it was brought to the front.")
        return 0
    try:
        late = _be_the_program(data_folder, watch, first, file)
    except PhotonError:
        watch.end()
        raise
    finally:
        first.end()
    watch.end()
    if late:
        print(f"photon-desktop: {', '.join(late)} did not stop in time and was ended.", file=sys.stderr)
        os._exit(HANGING)
    return 0


def _be_the_program(data_folder: Path, watch: CrashWatch, first: FirstWindow, file: Path | None) -> tuple[str, ...]:
    """Show the window, load what works behind it, and stay until it is closed. Names agents that hang."""
    interruption = Interruption()
    try:
        with uncollected():
            look = FirstLook.of(data_folder / STORE_NAME, SystemClock())
            look.show()
            from photon_desktop.window_at_work import work_behind  # noqa: PLC0415 - what is shown first waits for none of it
        return work_behind(look, data_folder, watch, first, interruption, file)
    finally:
        interruption.end()


def begin_alone(first: FirstWindow, watch: CrashWatch, data_folder: Path) -> bool:
    """Begin to watch for faults and to hear later starts, if nobody else uses the folder; False when another window
    that was still starting has come to the front instead. Raises PhotonError when it is another program that uses
    it."""
    lock = DataFolderLock(data_folder)
    tried_until = time.monotonic() + _STARTING_S
    while True:
        try:
            lock.take()
            break
        except FolderInUseError:
            if first.show_running():
                return False
            if time.monotonic() > tried_until:
                raise
        time.sleep(_LOOK_AGAIN_S)
    try:
        if first.show_running():  # it let the folder go for its application, which has yet to take it
            return False
        watch.begin()
        first.listen()
    finally:
        lock.release()  # the application takes it in a moment
    return True


def window_program() -> QApplication:
    """The process's Qt application with windows, made when there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(_SWITCH_S)
    TURNS.begin()
    program = QApplication([sys.argv[0]])
    program.setApplicationName("photon-desktop")
    program.setApplicationDisplayName("Photon Desktop")
    program.setDesktopFileName("photon-desktop")
    program.setApplicationVersion(__version__)
    program.setQuitOnLastWindowClosed(False)
    return program
