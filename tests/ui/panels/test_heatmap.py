"""The heatmap with real widgets."""

from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from pytestqt.qtbot import QtBot

from photon_desktop.ui.design import DARK, LEAST_CONTRAST, LIGHT, Theme, contrast
from photon_desktop.ui.panels.heatmap.map import HeatMap
from photon_desktop.ui.panels.heatmap.panel import HeatmapPanel
from photon_desktop.ui.panels.heatmap.treemap import squarified
from photon_desktop.ui.panels.heatmap.views import HeatTile, SizeBy

TILES = (
    HeatTile("BTC", 0.012, 600.0, 0.0, "USD"),
    HeatTile("ETH", -0.03, 300.0, 50.0, "USD"),
    HeatTile("SOL", 0.0, 100.0, 150.0, "USD"),
)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> HeatmapPanel:
    shown = HeatmapPanel(theme)
    qtbot.addWidget(shown)
    shown.resize(600, 240)
    shown.show()
    return shown


def middle(heat_map: HeatMap, symbol: str) -> QPoint:
    return heat_map.room_of(symbol).center().toPoint()


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=40))
def test_tiles_fill_the_room_in_proportion_and_do_not_overlap(sizes: list[float]) -> None:
    sizes = sorted(sizes, reverse=True)
    room = QRectF(0, 0, 800, 300)
    tiles = squarified(sizes, room)
    areas = [tile.width() * tile.height() for tile in tiles]
    assert areas == pytest.approx([size / sum(sizes) * 240_000 for size in sizes], rel=1e-6, abs=1e-3)
    for place, tile in enumerate(tiles):
        inner = tile.adjusted(0.001, 0.001, -0.001, -0.001)
        assert not any(inner.intersects(other) for other in tiles[place + 1 :] if not inner.isEmpty())


def test_before_anything_is_watched_it_says_what_will_stand_there(panel: HeatmapPanel) -> None:
    assert not panel.has_content
    assert "tiles" in panel.notice


def test_a_click_opens_the_symbol(panel: HeatmapPanel, qtbot: QtBot) -> None:
    panel.show_tiles(TILES)
    with qtbot.waitSignal(panel.symbol_chosen) as chosen:
        qtbot.mouseClick(panel.map, Qt.MouseButton.LeftButton, pos=middle(panel.map, "ETH"))
    assert chosen.args == ["ETH"]


def test_the_keys_reach_every_tile_and_enter_opens_it(panel: HeatmapPanel, qtbot: QtBot) -> None:
    panel.show_tiles(TILES)
    panel.map.setFocus()
    assert panel.map.current == "BTC"
    qtbot.keyClick(panel.map, Qt.Key.Key_Right)
    assert panel.map.current == "ETH"
    assert "ETH: −3.00%" in panel.map.accessibleDescription()
    qtbot.keyClick(panel.map, Qt.Key.Key_End)
    with qtbot.waitSignal(panel.symbol_chosen) as chosen:
        qtbot.keyClick(panel.map, Qt.Key.Key_Return)
    assert chosen.args == ["SOL"]


def test_sized_by_what_is_held_only_that_is_shown(panel: HeatmapPanel) -> None:
    panel.show_tiles(TILES)
    panel.size_by.setCurrentText(SizeBy.POSITION.value)
    assert [tile.symbol for tile in panel.map.tiles] == ["SOL", "ETH"]
    panel.show_tiles([replace(tile, held=0.0) for tile in TILES])
    assert panel.map.tiles == ()
    assert "Nothing is held" in panel.words.text()


def test_a_change_is_told_by_sign_and_shape_too() -> None:
    assert [tile.change_words for tile in TILES] == ["▲ +1.20%", "▼ −3.00%", "■ 0.00%"]
    assert replace(TILES[0], change=nan).change_words == "–"


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("change", [-0.5, -0.02, 0.0, 0.001, 0.5, nan])
def test_text_on_every_tile_has_its_contrast(qtbot: QtBot, theme: Theme, change: float) -> None:
    heat_map = HeatMap(theme)
    qtbot.addWidget(heat_map)
    assert contrast(theme.text, heat_map.fill_of(replace(TILES[0], change=change))) >= LEAST_CONTRAST
