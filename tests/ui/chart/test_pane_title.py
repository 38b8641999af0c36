"""The titles of the lower panes."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from photon_desktop.ui.chart.pane_title import ColouredWord, PaneTitle
from photon_desktop.ui.design import DARK


@pytest.fixture
def title(qtbot: QtBot) -> PaneTitle:
    title = PaneTitle(None, "RSI values")
    qtbot.addWidget(title)
    return title


def _words(value: str) -> tuple[ColouredWord, ...]:
    return ColouredWord("RSI 14", DARK.muted_text), ColouredWord(value, DARK.lines[1])


def _is_near(one: QColor, other: QColor) -> bool:
    """But for the smoothing of letters."""
    pairs = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return all(abs(mine - others) < 12 for mine, others in pairs)


def test_it_writes_a_name_and_its_values_in_their_colours(title: PaneTitle) -> None:
    title.show_words(_words("61.3"))
    title.show()
    painted = title.grab().toImage()
    pixels = [painted.pixelColor(x, y) for x in range(painted.width()) for y in range(painted.height())]
    assert title.text == title.accessibleDescription() == "RSI 14 61.3"
    for colour in (DARK.muted_text, DARK.lines[1]):
        assert any(_is_near(pixel, QColor(colour)) for pixel in pixels)


def test_it_is_as_wide_as_its_words(title: PaneTitle) -> None:
    title.show_words(_words("61.3"))
    short = title.width()
    title.show_words(_words("161.3"))
    assert title.width() > short


def test_the_same_words_again_change_nothing(title: PaneTitle, qtbot: QtBot) -> None:
    title.show_words(_words("61.3"))
    title.show()
    qtbot.waitExposed(title)
    title.resize(500, 20)
    title.show_words(_words("61.3"))
    assert title.width() == 500
