"""Candles as pixels."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.items.candle_item import CandleItem, body_pixels
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.design import DARK, LIGHT, Theme, theme_named
from tests.ui.chart.markets import START, walk

UP = Bar(START, 20.0, 90.0, 10.0, 60.0, 1.0)
DOWN = Bar(START + 10**9, 80.0, 95.0, 5.0, 30.0, 1.0)


def paint(bars: Bars, theme: Theme, pixels_per_bar: float, size: int = 100) -> QImage:
    """The bars on a square image, prices 0 to 100, bar 0 in the middle of the first column."""
    window = BarWindow(len(bars), size, pixels_per_bar, right=size / pixels_per_bar - 0.5)
    item = CandleItem()
    item.show_frame(Frame(ChartSeries(bars), window, PriceRange(0.0, 100.0), theme))
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.canvas)
    painter = QPainter(image)
    painter.setTransform(QTransform(pixels_per_bar, 0, 0, -size / 100, pixels_per_bar / 2, size))
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image


@pytest.mark.parametrize("theme", [DARK, LIGHT, theme_named("dark", "blue_orange")])
def test_a_rising_candle_is_hollow_and_a_falling_one_filled(qapp: QApplication, theme: Theme) -> None:
    image = paint(Bars.from_bars([UP, DOWN]), theme, 21.0)
    up_x, down_x = 10, 31

    def colour(x: int, price: float) -> str:
        return image.pixelColor(x, int(100 - price)).name()

    assert colour(up_x, 80) == theme.up  # the wick above
    assert colour(up_x, 15) == theme.up  # the wick below
    assert colour(up_x, 40) == theme.canvas  # nothing inside
    assert colour(up_x - 7, 40) == theme.up  # the edge
    assert colour(down_x, 90) == theme.down
    assert colour(down_x, 50) == theme.down
    assert colour(down_x - 7, 50) == theme.down
    assert colour(down_x - 8, 50) == theme.canvas
    assert colour(down_x, 98) == theme.canvas


def test_no_pixel_is_blurred(qapp: QApplication) -> None:
    for zoom in (3.0, 4.7, 8.0, 13.3):
        image = paint(Bars.from_bars([UP, DOWN]), DARK, zoom)
        seen = {image.pixelColor(x, y).name() for x in range(100) for y in range(100)}
        assert seen <= {DARK.canvas, DARK.up, DARK.down}


def test_a_bar_that_stood_still_is_a_line(qapp: QApplication) -> None:
    image = paint(Bars.from_bars([Bar(START, 50.0, 50.0, 50.0, 50.0, 0.0)]), DARK, 20.0)
    painted = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).name() == DARK.up]
    assert {y for _, y in painted} == {50}
    assert len(painted) == body_pixels(20.0)


@pytest.mark.parametrize("spacing", [3.0, 3.5, 4.0, 5.0, 8.0, 17.0, 80.0])
def test_bodies_are_odd_and_leave_room_between(spacing: float) -> None:
    pixels = body_pixels(spacing)
    assert pixels % 2 == 1
    assert 1 <= pixels <= spacing - 1


def test_nothing_is_painted_before_the_first_frame(qapp: QApplication) -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(DARK.canvas)
    painter = QPainter(image)
    CandleItem().paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    assert image.pixelColor(5, 5).name() == DARK.canvas


def test_another_theme_paints_in_its_colours(qapp: QApplication) -> None:
    item = CandleItem()
    frame = Frame(ChartSeries(walk(3)), BarWindow(3, 100, 20.0, 4.5), PriceRange(0.0, 1e5), DARK)
    item.show_frame(frame)
    assert item.boundingRect() == frame.rect
    item.show_frame(replace(frame, theme=LIGHT))
    image = paint(Bars.from_bars([DOWN]), LIGHT, 20.0)
    assert image.pixelColor(10, 50).name() == LIGHT.down
