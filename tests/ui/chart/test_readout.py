"""The figures of a bar."""

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.trading.bars import Bar
from photon_desktop.trading.timestamps import from_iso
from photon_desktop.ui.chart.readout import Readout, bar_fields, bar_time, short_number
from tests.ui.chart.markets import COIN

BAR = Bar(from_iso("2024-12-07T10:00:00Z"), 100.0, 112.0, 99.0, 110.0, 12_345.0)
BEFORE = Bar(from_iso("2024-12-07T09:00:00Z"), 90.0, 101.0, 89.0, 100.0, 1.0)


def test_a_bar_is_told_in_the_instruments_digits() -> None:
    texts = [field.text for field in bar_fields(BAR, BEFORE, COIN, ZoneInfo("UTC"))]
    assert texts == ["Sat 07 Dec 2024 10:00", "100.00", "112.00", "99.00", "110.00", "+10.00%", "12.35K"]


def test_the_first_bar_changes_from_its_own_open() -> None:
    assert bar_fields(BAR, None, COIN, ZoneInfo("UTC"))[5].text == "+10.00%"


def test_times_are_in_the_zone_asked_for() -> None:
    assert bar_time(BAR.open_time, ZoneInfo("America/New_York")) == "Sat 07 Dec 2024 05:00"


def test_large_numbers_are_short() -> None:
    assert [short_number(number) for number in (0.0, 12.5, 4_321.25, 43_210.0, 4.2e6, 1.5e9, 2e12)] == [
        "0.00", "12.50", "4,321.2", "43.21K", "4.20M", "1.50B", "2.00T",
    ]  # fmt: skip


def test_figures_keep_their_place_when_texts_get_shorter(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    readout = Readout(parent)
    readout.show_fields(bar_fields(BAR, BEFORE, COIN, ZoneInfo("UTC")))
    width = readout.sizeHint().width()
    short = Bar(BAR.open_time, 1.0, 2.0, 1.0, 2.0, 1.0)
    readout.show_fields(bar_fields(short, BEFORE, COIN, ZoneInfo("UTC")))
    assert readout.sizeHint().width() == width
    assert "2.00" in readout.accessibleDescription()
    readout.clear()
    assert readout.sizeHint().width() < width
