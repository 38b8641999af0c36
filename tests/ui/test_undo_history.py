"""The order in which changes are undone and done anew."""

from pytestqt.qtbot import QtBot

from photon_desktop.ui.undo_history import Change, UndoHistory


class Notes:
    """Changes that write down what was done."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def change(self, name: str, **more: object) -> Change:
        return Change(name, lambda: self._note(f"-{name}"), lambda: self._note(f"+{name}"), **more)  # type: ignore[arg-type]

    def refusing(self, name: str) -> Change:
        return Change(name, lambda: f"{name} can't be.", lambda: "")

    def _note(self, text: str) -> str:
        self.told.append(text)
        return ""


def test_the_last_change_is_undone_first_and_done_anew_last() -> None:
    history, notes = UndoHistory(), Notes()
    for name in "abc":
        history.add(notes.change(name))
    assert all((history.undo(), history.undo(), history.redo(), history.undo(), history.undo()))
    assert notes.told == ["-c", "-b", "+b", "-b", "-a"]
    assert not history.undo()
    assert history.next is not None
    assert history.next.words == "a"


def test_a_new_change_ends_what_could_be_done_anew() -> None:
    history, notes = UndoHistory(), Notes()
    history.add(notes.change("a"))
    history.undo()
    history.add(notes.change("b"))
    assert history.next is None
    assert not history.redo()


def test_what_can_not_be_undone_is_said_and_is_not_in_the_way(qtbot: QtBot) -> None:
    history, notes = UndoHistory(), Notes()
    history.add(notes.change("a"))
    history.add(notes.refusing("b"))
    with qtbot.waitSignal(history.refused) as said:
        assert not history.undo()
    assert said.args == ["b can't be."]
    assert history.next is None
    assert history.undo()
    assert notes.told == ["-a"]


def test_what_an_undo_changes_is_no_change_of_its_own() -> None:
    history = UndoHistory()

    def back() -> str:
        assert not history.add(Change("echo", lambda: "", lambda: ""))
        return ""

    history.add(Change("a", back, lambda: ""))
    history.undo()
    assert history.last is None


def test_changes_of_one_run_are_undone_as_one() -> None:
    history, notes = UndoHistory(), Notes()
    for name, run in (("a", "r"), ("b", "r"), ("c", "s"), ("d", ""), ("e", "")):
        history.add(notes.change(name, run=run))
    while history.undo():
        pass
    assert notes.told == ["-e", "-d", "-c", "-a"]
    history.redo()
    assert notes.told[-1] == "+b"


def test_a_hundred_changes_are_kept() -> None:
    history, notes = UndoHistory(), Notes()
    for number in range(130):
        history.add(notes.change(str(number)))
    while history.undo():
        pass
    assert (len(notes.told), notes.told[-1]) == (100, "-30")


def test_changes_of_a_market_go_with_it_and_the_others_stay() -> None:
    history, notes = UndoHistory(), Notes()
    history.add(notes.change("look"))
    history.add(notes.change("line", symbol="BTCUSDT"))
    history.add(notes.change("list", is_of_market=True))
    history.undo()
    history.leave_market()
    assert history.next is None
    assert history.last is not None
    assert history.last.words == "look"


def test_the_symbol_is_asked_for_before_its_change_is_undone() -> None:
    history, notes = UndoHistory(), Notes()
    history.symbol_wanted.connect(notes.told.append)
    history.add(notes.change("line", symbol="BTCUSDT"))
    history.undo()
    assert notes.told == ["BTCUSDT", "-line"]
