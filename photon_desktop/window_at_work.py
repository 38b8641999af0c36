"""What works behind a window that is shown, until it is closed."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from photon_desktop.crash.watch import CrashWatch
from photon_desktop.desktop import Desktop
from photon_desktop.event_loop import Interruption
from photon_desktop.first_look import FirstLook
from photon_desktop.first_window import FirstWindow
from photon_desktop.prompt_loop import PromptEventLoop


def work_behind(
    look: FirstLook,
    data_folder: Path,
    watch: CrashWatch,
    first: FirstWindow,
    interruption: Interruption,
    file: Path | None,
) -> tuple[str, ...]:
    """Run the agents and the desks behind the window of `look`, with the import of `file` open if there is one, until
    it is closed or interrupted. Names agents that hang."""
    with PromptEventLoop(QCoreApplication.instance()) as loop:
        watch.watch_loop(loop)
        desktop = Desktop(data_folder, crash=watch, look=look)
        late: tuple[str, ...] = loop.run_until_complete(_until_closed(desktop, first, interruption, file))
    return late


async def _until_closed(
    desktop: Desktop, first: FirstWindow, interruption: Interruption, file: Path | None
) -> tuple[str, ...]:
    """Show the window, start the agents, and wait until the user closes the one or interrupts the other."""
    closed = asyncio.Event()
    desktop.closed.connect(closed.set)
    interruption.asked.connect(desktop.close)
    first.asked.connect(desktop.comfort.bring_to_front)
    try:
        desktop.show()
        if interruption.was_asked:  # when there was nobody yet to hear it
            closed.set()
        else:
            await desktop.start()
        if not closed.is_set():  # who asks it to end while it starts has closed the store
            desktop.comfort.tour_desk.begin_once()
            if file is not None:
                desktop.window.file_dropped.emit(file)
        await closed.wait()
    finally:
        late = desktop.close()
        await desktop.api.ended()
    return late
