"""The page about the window tells each change at once; what is kept comes back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.comfort.choices import ComfortChoices
from photon_desktop.ui.comfort.window_page import WindowPage


@pytest.fixture
def page(qtbot: QtBot) -> WindowPage:
    made = WindowPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("name", ["tells_trades", "tells_alerts", "tells_halts", "keeps_awake"])
def test_a_switch_is_told_by_key_at_once(page: WindowPage, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(page.switches[name], Qt.Key.Key_Space)
    assert told.args == [ComfortChoices(**{name: False})]


def test_the_size_is_told_by_key(page: WindowPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(page.scale, Qt.Key.Key_Down)
    assert told.args == [ComfortChoices(scale=110)]


def test_showing_what_holds_tells_nothing(page: WindowPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.changed):
        page.show_choices(ComfortChoices(tells_trades=False, scale=150))
    assert not page.switches["tells_trades"].isChecked()
    assert page.scale.currentText() == "150%"


def test_the_tour_is_asked_for(page: WindowPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.tour_requested):
        qtbot.keyClick(page.tour, Qt.Key.Key_Space)


def test_choices_come_back_and_what_is_damaged_is_as_by_default() -> None:
    chosen = ComfortChoices(tells_halts=False, scale=125)
    assert ComfortChoices.from_json(chosen.to_json()) == chosen
    assert ComfortChoices().to_json() == {}
    for damaged in (None, 5, {"scale": 101}, {"scale": True}, {"tells_trades": "yes"}):
        assert ComfortChoices.from_json(damaged) == ComfortChoices()


def test_a_size_that_is_none_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="101%"):
        ComfortChoices(scale=101)
