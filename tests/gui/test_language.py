"""The window's words in the user's language: counts, tables made early, and languages there are no words for."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from photon_desktop.ui.language import mark, tr, tr_many


class Shouting(QTranslator):
    """A language in which all is said loudly, and of two things there is a word for a pair."""

    def translate(self, context: str, text: str, comment: str | None = None, count: int = -1) -> str:
        return f"pair of {text.partition(' ')[2]}" if count == 2 else text.upper().replace("%N", "%n")


@pytest.fixture
def shouted(qapp: QApplication):
    translator = Shouting(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_without_a_language_texts_are_as_written_and_counts_agree(qapp):
    said = [tr_many("%n bars", "%n bar", count) for count in (0, 1, 2)]
    assert (tr("Buy"), said) == ("Buy", ["0 bars", "1 bar", "2 bars"])


def test_a_language_says_texts_and_counts_in_its_own_way(shouted):
    assert tr("Buy") == "BUY"
    assert [tr_many("%n bars", "%n bar", count) for count in (1, 2)] == ["1 BARS", "pair of bars"]


def test_a_marked_text_stays_as_it_is_until_it_is_said(shouted):
    table = {"a": mark("Sell")}
    assert (table["a"], tr(table["a"])) == ("Sell", "SELL")
