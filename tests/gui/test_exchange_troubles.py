"""What stops an exchange's account is shown at the top of the window."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from tests.gui.desktops import run_shown, until


def test_a_trouble_of_the_account_is_a_problem_of_the_window(qapp: QApplication, tmp_path: Path) -> None:
    async def trouble(desktop: Desktop) -> None:
        executor = desktop.application.team.executor
        executor.trouble_changed.emit("The cash at Bybit is 100 less than the books explain.")
        executor.trouble_changed.emit("")
        await until(lambda: desktop.window.banner.problems)
        (problem,) = desktop.window.banner.problems
        assert problem.title == "Nothing is sent to the exchange"
        assert "100 less" in problem.sentence

    run_shown(qapp, partial(Desktop, tmp_path, venues=dict), trouble)
