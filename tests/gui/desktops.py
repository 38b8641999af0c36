"""Running a scenario over the whole program offscreen."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.prompt_loop import PromptEventLoop

PATIENCE_S = 30
FIT_S = 120  # for a model of a year of hours on a machine that has much else to do
Scenario = Callable[[Desktop], Coroutine[Any, Any, None]]


def run_shown(qapp: QApplication, make: Callable[[], Desktop], scenario: Scenario) -> None:
    """Make a desktop, show and start it, run `scenario` with it, and close it."""
    with PromptEventLoop(qapp, already_running=False) as loop:
        loop.run_until_complete(_shown(make, scenario))


async def _shown(make: Callable[[], Desktop], scenario: Scenario) -> None:
    desktop = make()
    try:
        desktop.show()
        await desktop.start()
        await scenario(desktop)
    finally:
        assert desktop.close() == ()
        desktop.window.close()
        desktop.window.deleteLater()


async def until(
    is_so: Callable[[], object], otherwise: Callable[[], object] = str, patience_s: float = PATIENCE_S
) -> None:
    """Wait for it to become so, looking a few times a second; what `otherwise` gives is said when it does not."""
    try:
        async with asyncio.timeout(patience_s):
            while not is_so():
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"It did not become so within {patience_s} s. {otherwise()}") from None
