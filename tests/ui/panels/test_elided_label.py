"""A label that gives way where there is too little room."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photon_desktop.ui.panels.elided_label import ElidedLabel

WORDS = "a sentence that takes more than a hundred pixels"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    made = ElidedLabel(WORDS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_with_room_all_of_it_is_shown(label: ElidedLabel) -> None:
    label.resize(600, 20)
    assert (QLabel.text(label), label.toolTip()) == (WORDS, "")


def test_without_room_its_end_goes_and_the_tooltip_says_it_whole(label: ElidedLabel) -> None:
    label.resize(100, 20)
    assert QLabel.text(label).endswith("…")
    assert (label.text(), label.toolTip(), label.accessibleDescription()) == (WORDS, WORDS, WORDS)
    assert label.minimumSizeHint().width() < 100


def test_a_tooltip_of_its_own_stays(label: ElidedLabel) -> None:
    label.setToolTip("why")
    label.resize(100, 20)
    assert label.toolTip() == "why"
