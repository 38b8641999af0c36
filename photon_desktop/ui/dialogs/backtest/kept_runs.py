"""Does with the kept runs what is asked on their page."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from photon_desktop.ui.dialogs.backtest.in_turn import Answer, InTurn
from photon_desktop.ui.dialogs.backtest.kept_page import KeptPage
from photon_desktop.ui.dialogs.backtest.views import RunShelf
from photon_desktop.ui.tables.row_table import Tone

_ASKED = ("runs", "rename kept", "remove kept")


class KeptRuns(QObject):
    """Lives on the main thread; the shelf is asked in `work`."""

    def __init__(self, page: KeptPage, work: InTurn, shelf: RunShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._work, self._shelf = page, work, shelf
        page.rename_asked.connect(self._rename)
        page.remove_asked.connect(self._remove)
        work.told.connect(self._take_answer)

    def show(self) -> None:
        """Show the newest ones."""
        self._work.ask("runs", self._shelf.recent)

    @Slot(str, str)
    def _rename(self, run_id: str, name: str) -> None:
        self._work.ask(f"rename kept {run_id}", partial(self._shelf.rename, run_id, name))
        self.show()

    @Slot(str)
    def _remove(self, run_id: str) -> None:
        self._work.ask(f"remove kept {run_id}", partial(self._shelf.remove, run_id))
        self.show()

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if not answer.name.startswith(_ASKED):
            return
        if answer.problem:
            self._page.say(f"▲ {answer.problem}", Tone.WARNING)
        elif answer.name == "runs":
            self._page.show_runs(answer.value)
