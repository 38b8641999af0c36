"""The PySide6 release that drops references to None and True must never be installed on the Python it breaks."""

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


class Counter(QObject):
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.told.connect(self.take)

    @Slot(object)
    def take(self, _value: object) -> None:
        self.count += 1


class Painted(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.count += 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.drawLine(0, 0, 10, 10)
        painter.end()


def test_signals_and_repaints_do_not_use_up_references_to_none_and_true(qtbot: QtBot) -> None:
    counter, widget = Counter(), Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(5_000):
        counter.told.emit(None)
    for _ in range(1_000):
        widget.repaint()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert (counter.count, widget.count >= 1_000) == (5_000, True)
    # an immortal object's count does not move; a dropped reference an emit or repaint would cost 1,000 at least
    assert after[0] > before[0] - 500
    assert after[1] > before[1] - 500


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("release", ["6.11.3", "6.12.0"])
def test_the_project_never_asks_for_the_broken_pair(python: str, release: str) -> None:
    requirements = map(Requirement, tomllib.loads(PROJECT.read_text())["project"]["dependencies"])
    pins = [pin for pin in requirements if pin.name == "PySide6-Essentials"]
    allowed = [
        pin.specifier.contains(Version(release))
        for pin in pins
        if pin.marker is None or pin.marker.evaluate({"python_version": python})
    ]
    is_broken = python == "3.11" and release == "6.12.0"
    assert allowed == [not is_broken]


def test_the_installed_pair_is_a_good_one() -> None:
    is_broken = sys.version_info < (3, 12) and Version(version("PySide6-Essentials")) >= Version("6.12")
    assert not is_broken
