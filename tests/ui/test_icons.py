"""Icons: drawn from files, coloured by the theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from photon_desktop.errors import PhotonError
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.icons import CONTROL_DRAWINGS, ICON_NAMES, Icons, colour_of
from photon_desktop.ui.stylesheet import drawn_controls

FOLDER = Path(__file__).parents[2] / "resources" / "icons"


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(FOLDER)


def colours_in(image: QImage) -> set[str]:
    """Colours of the pixels that are wholly covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", ICON_NAMES)
def test_each_icon_is_drawn_in_the_colour_of_the_theme(icons: Icons, name: str) -> None:
    for theme in (DARK, LIGHT):
        image = icons.icon(name, theme).pixmap(QSize(40, 40)).toImage()
        assert colours_in(image) == {colour_of(name, theme)}


@pytest.mark.parametrize("name", ICON_NAMES)
def test_each_icon_has_a_disabled_look(icons: Icons, name: str) -> None:
    image = icons.icon(name, DARK).pixmap(QSize(40, 40), QIcon.Mode.Disabled).toImage()
    assert colours_in(image) == {DARK.disabled_text}


@pytest.mark.parametrize("name", ICON_NAMES)
def test_each_icon_keeps_off_the_edge_at_every_size(icons: Icons, name: str) -> None:
    for pixels in (16, 20, 32):
        image = icons.pixmap(name, "#ffffff", pixels).toImage()
        corners = [(0, 0), (pixels - 1, 0), (0, pixels - 1), (pixels - 1, pixels - 1)]
        assert all(image.pixelColor(x, y).alpha() == 0 for x, y in corners)


def test_dense_screens_get_more_pixels(icons: Icons) -> None:
    dense = icons.icon("chart", DARK).pixmap(QSize(20, 20), 2.0)
    assert dense.size() == QSize(40, 40)
    assert dense.devicePixelRatio() == 2.0


def test_an_icon_is_drawn_once_for_a_theme(icons: Icons) -> None:
    assert icons.icon("play", DARK).cacheKey() == icons.icon("play", DARK).cacheKey()
    assert icons.icon("play", DARK).cacheKey() != icons.icon("play", LIGHT).cacheKey()


def test_a_missing_drawing_is_named(icons: Icons) -> None:
    with pytest.raises(PhotonError, match="nonesuch"):
        icons.icon("nonesuch", DARK)


def test_a_file_that_is_no_drawing_is_named(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "play.svg").write_text("", encoding="utf-8")
    with pytest.raises(PhotonError, match="not a drawing"):
        Icons(tmp_path).icon("play", DARK)


def test_every_drawing_the_stylesheet_names_is_there(icons: Icons) -> None:
    for theme in (DARK, LIGHT):
        named = set(re.findall(rf"url\(({CONTROL_DRAWINGS}:[a-z_]+\.svg)\)", drawn_controls(theme)))
        assert len(named) == 5, named
        assert all(not QImage(name).isNull() for name in named)


def test_every_file_has_a_name_in_the_list() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(ICON_NAMES)
    assert all("currentColor" in path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg"))
