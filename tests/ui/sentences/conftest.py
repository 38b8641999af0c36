"""A language to see which sentences are recognised."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from photon_desktop.ui.sentences.said import PATTERNS


class Quoting(QTranslator):
    """A language in which every known text stands in quotation marks."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _count: int = -1) -> str:
        return f"«{text}»" if text in PATTERNS else text


@pytest.fixture
def quoted(qapp: QApplication) -> Iterator[None]:
    translator = Quoting(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
