"""The tour points at real places, goes on and back by keys, and can be skipped."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.comfort.tour import Stop, Tour


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def places(window: QWidget) -> list[QPushButton]:
    corners = ((0, 0), (780, 0), (0, 560), (780, 560))
    made = [QPushButton(f"Place {number}", window) for number in range(4)]
    for place, (x, y) in zip(made, corners, strict=True):
        place.setGeometry(x, y, 120, 40)
        place.show()
    return made


@pytest.fixture
def tour(window: QWidget, places: list[QPushButton]) -> Tour:
    return Tour(window, [Stop(lambda place=place: place, place.text(), "A sentence.") for place in places])


def test_keys_go_on_back_and_to_the_end(tour: Tour, qtbot: QtBot) -> None:
    tour.begin()
    seen = [tour.bubble.title.text()]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(tour.bubble, key)
        seen.append(tour.bubble.title.text())
    assert seen == ["Place 0", "Place 1", "Place 2", "Place 1", "Place 2", "Place 3"]
    assert tour.bubble.on.text() == "&Done"
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour.bubble, Qt.Key.Key_Return)
    assert tour.bubble.isHidden()
    assert tour.mark.isHidden()


def test_escape_skips_it_and_the_window_has_the_focus_again(tour: Tour, window: QWidget, qtbot: QtBot) -> None:
    tour.begin()
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour.bubble.on, Qt.Key.Key_Escape)
    assert window.focusWidget() in (window, None)


def test_the_bubble_lies_in_the_window_and_never_on_its_place(
    tour: Tour, window: QWidget, places: list[QPushButton], qtbot: QtBot
) -> None:
    tour.begin()
    for place in places:
        area = QRect(place.mapTo(window, QPoint(0, 0)), place.size())
        assert tour.place is place
        assert tour.mark.geometry() == area
        assert window.rect().contains(tour.bubble.geometry())
        assert not tour.bubble.geometry().intersects(area)
        tour.go_on()


def test_a_place_that_is_not_there_is_left_out(window: QWidget, places: list[QPushButton]) -> None:
    tour = Tour(window, [Stop(lambda: None, "Gone", ""), Stop(lambda: places[1], "There", "")])
    tour.begin()
    assert tour.bubble.title.text() == "There"
    tour.go_back()
    assert tour.bubble.title.text() == "There"


def test_it_follows_the_size_of_the_window(
    tour: Tour, window: QWidget, places: list[QPushButton], qtbot: QtBot
) -> None:
    tour.begin()
    tour.go_on()
    places[1].move(400, 300)
    window.resize(700, 500)
    qtbot.waitUntil(lambda: tour.mark.geometry().topLeft() == QPoint(400, 300))
