"""Icons: single-colour drawings, coloured by the theme when they are asked for."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from photon_desktop.errors import PhotonError
from photon_desktop.ui.design import Theme

ICON_NAMES = (
    "play", "pause", "stop", "decide", "backtest", "import", "theme", "chart", "search", "settings", "buy", "sell",
    "hold", "follow", "restart", "speed", "log", "kill", "photon", "add", "remove", "alert", "arm",
)  # fmt: skip
CONTROL_DRAWINGS = "photoncontrols"  # the search path by which the stylesheet finds its arrows and ticks
_PIXEL_SIZES = (16, 20, 24, 32, 40, 48)  # 16 and 20 px on screens of one, one and a half, and two pixels a point
_LOGO_SIZES = (64, 128, 256)


class Icons:
    """The drawings in `folder`, one file a name. What was drawn for a theme is kept.

    Making one also tells Qt where the stylesheet's arrows and ticks are: in `controls` below the folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        QDir.setSearchPaths(CONTROL_DRAWINGS, [str(folder / "controls")])
        self._drawings: dict[str, str] = {}
        self._icons: dict[tuple[str, str, str], QIcon] = {}

    def icon(self, name: str, theme: Theme) -> QIcon:
        """The icon `name` in the colours of `theme`, with its disabled look, sharp on dense screens.

        Raises PhotonError when there is no such drawing.
        """
        key = (name, theme.name, theme.market.name)
        if key not in self._icons:
            self._icons[key] = self._draw_icon(name, theme)
        return self._icons[key]

    def pixmap(self, name: str, colour: str, pixels: int) -> QPixmap:
        """The drawing `name` in one colour, `pixels` wide and high on a transparent ground."""
        renderer = QSvgRenderer(QByteArray(self._drawing(name).encode("utf-8")))
        if not renderer.isValid():
            raise PhotonError(f"The icon {name!r} in {self._folder} is not a drawing; install the program again.")
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(colour))
        painter.end()
        return pixmap

    def _draw_icon(self, name: str, theme: Theme) -> QIcon:
        icon = QIcon()
        sizes = _PIXEL_SIZES + _LOGO_SIZES if name == "photon" else _PIXEL_SIZES
        for pixels in sizes:
            icon.addPixmap(self.pixmap(name, colour_of(name, theme), pixels), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, theme.disabled_text, pixels), QIcon.Mode.Disabled)
        return icon

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            try:
                self._drawings[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            except OSError as error:
                raise PhotonError(
                    f"The icon {name!r} is missing from {self._folder}; install the program again."
                ) from error
        return self._drawings[name]


def colour_of(name: str, theme: Theme) -> str:
    """What an icon is drawn in: market colours for buy and sell, the accent for the logo, otherwise the text's."""
    special = {"buy": theme.up, "sell": theme.down, "photon": theme.accent, "kill": theme.danger}
    return special.get(name, theme.secondary_text)
