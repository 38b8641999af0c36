"""The program's icon in the forms that systems want, drawn from the one drawing that is shipped."""

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ACCENT = "#4c8dff"
GROUND = "#14171c"
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's names of the sizes, in pixels (Icon Composer's PNG kinds)
MACOS_KINDS: Mapping[bytes, int] = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
_CORNER, _MARGIN = 0.22, 0.14  # of the width


def png(drawing: Path, pixels: int) -> bytes:
    """The drawing on a dark rounded square, `pixels` wide and high."""
    _need_qt()
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(GROUND))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(image.rect(), pixels * _CORNER, pixels * _CORNER)
    inner = image.rect().toRectF().adjusted(*(side * pixels * _MARGIN for side in (1, 1, -1, -1)))
    coloured = drawing.read_text(encoding="utf-8").replace("currentColor", ACCENT)
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, inner)
    painter.end()
    return _as_png(image)


def write_icon(drawing: Path, target: Path) -> None:
    """Write the icon as `target`'s ending says: .png (256 pixels), .ico or .icns."""
    makers = {".png": lambda: png(drawing, 256), ".ico": lambda: _ico(drawing), ".icns": lambda: _icns(drawing)}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(makers[target.suffix]())


def _ico(drawing: Path) -> bytes:
    """Windows' container: a directory of 16 bytes a picture, then the pictures as PNG (since Windows Vista)."""
    pictures = [png(drawing, pixels) for pixels in WINDOWS_SIZES]
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for pixels, picture in zip(WINDOWS_SIZES, pictures, strict=True):
        side = pixels % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures)


def _icns(drawing: Path) -> bytes:
    """Apple's container: for each picture its kind, its length with these eight bytes, and it as PNG."""
    pictures = b""
    for kind, pixels in MACOS_KINDS.items():
        picture = png(drawing, pixels)
        pictures += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(pictures) + 8) + pictures


def _as_png(image: QImage) -> bytes:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(written.data())


def _need_qt() -> None:
    if QGuiApplication.instance() is None:
        globals()["_program"] = QGuiApplication(["icons", "-platform", "offscreen"])
