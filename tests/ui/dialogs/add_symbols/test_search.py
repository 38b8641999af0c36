"""The catalogue is asked off the main thread, and only the latest answer counts."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.listing import Listing
from photon_desktop.ui.dialogs.add_symbols.search import Found, SymbolSearch

Make = Callable[[Callable[[str], Sequence[Listing]]], SymbolSearch]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[SymbolSearch] = []

    def build(search: Callable[[str], Sequence[Listing]]) -> SymbolSearch:
        made.append(SymbolSearch(search, debounce_ms=5))
        return made[-1]

    yield build
    assert all(search.finish() for search in made)


def listing(symbol: str) -> Listing:
    return Listing(symbol, f"{symbol} Inc.", InstrumentKind.STOCK, "NASDAQ")


def test_keys_in_quick_succession_ask_once_off_the_main_thread(make: Make, qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []

    def catalogue(text: str) -> Sequence[Listing]:
        asked.append((text, QThread.currentThread() is search.thread()))
        return [listing(text)]

    search = make(catalogue)
    with qtbot.waitSignal(search.found) as found:
        for text in ("a", "aa", " aap "):
            search.look_for(text)
    assert found.args == [Found("aap", (listing("aap"),))]
    assert asked == [("aap", False)]


def test_the_latest_answer_wins_over_one_that_comes_late(make: Make, qtbot: QtBot) -> None:
    may_answer, is_asked = threading.Event(), threading.Event()

    def catalogue(text: str) -> Sequence[Listing]:
        if text == "slow":
            is_asked.set()
            assert may_answer.wait(5)
        return [listing(text)]

    search = make(catalogue)
    told: list[str] = []
    search.found.connect(lambda found: told.append(found.text))
    search.look_for("slow")
    qtbot.waitUntil(is_asked.is_set)
    with qtbot.waitSignal(search.found):
        search.look_for("fast")
        may_answer.set()
    assert told == ["fast"]


def test_questions_nobody_waits_for_are_not_asked(make: Make, qtbot: QtBot) -> None:
    may_answer, is_asked = threading.Event(), threading.Event()
    asked: list[str] = []

    def catalogue(text: str) -> Sequence[Listing]:
        asked.append(text)
        is_asked.set()
        assert may_answer.wait(5)
        return []

    search = make(catalogue)
    search.look_for("one")
    qtbot.waitUntil(is_asked.is_set)
    for text in ("two", "three"):
        with qtbot.waitSignal(search.begun):
            search.look_for(text)
    with qtbot.waitSignal(search.found):
        may_answer.set()
    assert asked == ["one", "three"]


def test_a_catalogue_that_fails_is_told_and_can_be_asked_again(make: Make, qtbot: QtBot) -> None:
    answers = iter([OSError("no network"), [listing("AAPL")]])

    def catalogue(text: str) -> Sequence[Listing]:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    search = make(catalogue)
    with qtbot.waitSignal(search.found) as failed:
        search.look_for("a")
    assert failed.args == [Found("a", problem="no network")]
    with qtbot.waitSignal(search.found) as found:
        search.look_for("aa")
    assert found.args[0].listings == (listing("AAPL"),)


def test_an_empty_text_asks_nothing_and_stops_what_was_asked(make: Make, qtbot: QtBot) -> None:
    search = make(lambda text: [listing(text)])
    with qtbot.assertNotEmitted(search.begun, wait=40):
        search.look_for("a")
        search.look_for("  ")


def test_a_catalogue_that_does_not_answer_holds_the_end_up_no_longer_than_it_may(make: Make, qtbot: QtBot) -> None:
    may_answer, is_asked = threading.Event(), threading.Event()

    def catalogue(_text: str) -> Sequence[Listing]:
        is_asked.set()
        assert may_answer.wait(5)
        return [listing("AAPL")]

    search = make(catalogue)
    search.look_for("a")
    qtbot.waitUntil(is_asked.is_set)
    with qtbot.assertNotEmitted(search.found, wait=40):
        assert not search.finish(patience_ms=10)
        may_answer.set()
        assert search.finish()
        search.look_for("b")


def test_the_program_ends_in_order_while_the_catalogue_keeps_silent() -> None:
    program = (
        "import threading\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from photon_desktop.ui.dialogs.add_symbols.search import SymbolSearch\n"
        "app = QCoreApplication([])\n"
        "asked = threading.Event()\n"
        "search = SymbolSearch(lambda text: (asked.set(), threading.Event().wait(60))[:0], debounce_ms=0)\n"
        "search.look_for('a')\n"
        "while not asked.is_set():\n"
        "    app.processEvents()\n"
        "assert not search.finish(patience_ms=10)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], timeout=30, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
