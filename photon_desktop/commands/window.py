"""`photon-desktop`: the window."""

import argparse
import asyncio
import os
import sys

import qasync
from PySide6.QtWidgets import QApplication

from photon_desktop import __version__
from photon_desktop.desktop import Desktop
from photon_desktop.display import require_display
from photon_desktop.event_loop import Interruption
from photon_desktop.paths import user_data_folder

HANGING = 70
# Painting takes Python's lock many times over, and waits this long for it each time while another thread computes.
_SWITCH_S = 0.001


def run(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; `HANGING` when an agent had to be left behind."""
    require_display()
    data_folder = user_data_folder(options.data_dir)
    program = window_program()
    with qasync.QEventLoop(program) as loop:
        late = loop.run_until_complete(_until_closed(Desktop(data_folder)))
    if late:
        print(f"photon-desktop: {', '.join(late)} did not stop in time and was ended.", file=sys.stderr)
        os._exit(HANGING)
    return 0


def window_program() -> QApplication:
    """The process's Qt application with windows, made when there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(_SWITCH_S)
    program = QApplication([sys.argv[0]])
    program.setApplicationName("photon-desktop")
    program.setApplicationDisplayName("Photon Desktop")
    program.setDesktopFileName("photon-desktop")
    program.setApplicationVersion(__version__)
    program.setQuitOnLastWindowClosed(False)
    return program


async def _until_closed(desktop: Desktop) -> tuple[str, ...]:
    """Show the window, start the agents, and wait until the user closes the one or interrupts the other."""
    closed = asyncio.Event()
    interruption = Interruption()
    desktop.closed.connect(closed.set)
    interruption.asked.connect(desktop.close)
    try:
        desktop.show()
        await desktop.start()
        await closed.wait()
    finally:
        interruption.end()
        late = desktop.close()
    return late
