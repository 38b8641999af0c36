"""The icon in every system's form."""

import struct
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from release.icons import MACOS_KINDS, WINDOWS_SIZES, png, write_icon
from release.names import DRAWING


def test_the_drawing_is_painted_on_its_ground(qapp: QApplication) -> None:
    image = QImage.fromData(png(DRAWING, 64))
    assert (image.width(), image.height()) == (64, 64)
    assert image.pixelColor(0, 0).alpha() == 0  # round corners
    colours = {image.pixelColor(x, y).name() for x in range(64) for y in range(64)}
    assert {"#14171c", "#4c8dff"} <= colours


def test_windows_finds_each_size(qapp: QApplication, tmp_path: Path) -> None:
    icon = tmp_path / "photon.ico"
    write_icon(DRAWING, icon)
    data = icon.read_bytes()
    assert struct.unpack("<HHH", data[:6]) == (0, 1, len(WINDOWS_SIZES))
    for number, pixels in enumerate(WINDOWS_SIZES):
        length, offset = struct.unpack("<II", data[6 + 16 * number + 8 : 6 + 16 * number + 16])
        assert QImage.fromData(data[offset : offset + length]).width() == pixels


def test_macos_finds_each_size(qapp: QApplication, tmp_path: Path) -> None:
    icon = tmp_path / "photon.icns"
    write_icon(DRAWING, icon)
    data, offset, found = icon.read_bytes(), 8, {}
    assert (data[:4], struct.unpack(">I", data[4:8])[0]) == (b"icns", len(data))
    while offset < len(data):
        kind, length = data[offset : offset + 4], struct.unpack(">I", data[offset + 4 : offset + 8])[0]
        found[kind] = QImage.fromData(data[offset + 8 : offset + length]).width()
        offset += length
    assert found == dict(MACOS_KINDS)
