"""The tokens, and what is made of them."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.design import (
    DARK,
    GRID,
    LEAST_CONTRAST,
    LIGHT,
    MARKET_NAMES,
    THEME_NAMES,
    TYPE_NORMAL,
    Theme,
    contrast,
    mixed,
    theme_named,
)
from photon_desktop.ui.stylesheet import apply_theme, interface_font, palette, stylesheet, system_theme_name

ALL_THEMES = [theme_named(name, market) for name, market in product(THEME_NAMES, MARKET_NAMES)]


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: f"{theme.name}-{theme.market.name}")
def test_every_text_can_be_read_on_every_background_it_is_put_on(theme: Theme) -> None:
    too_faint = {
        what: contrast(one, two) for what, one, two in theme.text_pairs() if contrast(one, two) < LEAST_CONTRAST
    }
    assert too_faint == {}


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: f"{theme.name}-{theme.market.name}")
def test_text_can_be_read_on_a_selected_row(theme: Theme) -> None:
    selected = palette(theme).color(QPalette.ColorRole.Highlight).name()
    assert contrast(theme.text, selected) >= LEAST_CONTRAST
    assert contrast(theme.up, selected) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1.0)


def test_the_neutral_steps_go_one_way_from_canvas_to_text() -> None:
    for theme in (DARK, LIGHT):
        distances = [contrast(step, theme.canvas) for step in theme.neutrals]
        assert distances == sorted(distances)
        assert len(set(theme.neutrals)) == 9


def test_a_theme_is_found_by_its_name_and_an_unknown_one_is_refused_with_the_known_ones() -> None:
    assert theme_named("dark") == DARK
    assert theme_named("light") == LIGHT
    with pytest.raises(ValueRefusedError, match="dark, light"):
        theme_named("sepia")
    with pytest.raises(ValueRefusedError, match="blue_orange"):
        theme_named("dark", "pink")


def test_the_colour_blind_pair_replaces_both_market_colours_and_nothing_else() -> None:
    other = theme_named("dark", "blue_orange")
    assert other.neutrals == DARK.neutrals
    assert {other.up, other.down}.isdisjoint({DARK.up, DARK.down})
    assert other.by_sign(1) == other.up
    assert other.by_sign(-1) == other.down
    assert other.by_sign(0) == other.text


def test_a_mixed_colour_lies_between_its_two() -> None:
    assert mixed("#000000", "#ffffff", 0) == "#000000"
    assert mixed("#000000", "#ffffff", 1) == "#ffffff"
    assert mixed("#000000", "#64c832", 0.5) == "#326419"


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: f"{theme.name}-{theme.market.name}")
def test_the_stylesheet_uses_no_colour_that_is_not_a_token(theme: Theme) -> None:
    text = stylesheet(theme)
    assert "{" in text
    assert "gradient" not in text
    made = {palette(theme).color(QPalette.ColorRole.Highlight).name(), mixed(theme.accent, theme.text, 0.2)}
    tokens = {*theme.neutrals, theme.accent, theme.on_accent, theme.up, theme.down, theme.warning, theme.danger}
    assert set(re.findall(r"#[0-9a-f]{6}\b", text)) <= tokens | made | {theme.on_danger}


def test_a_theme_reaches_widgets_that_are_already_there(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    label, combo = QLabel("88,457.70"), QComboBox()
    layout.addWidget(label)
    layout.addWidget(combo)
    qtbot.addWidget(widget)
    try:
        for theme in (DARK, LIGHT):
            apply_theme(qapp, theme)
            widget.show()
            assert label.palette().color(QPalette.ColorRole.WindowText).name() == theme.text
            assert label.font().pixelSize() == TYPE_NORMAL
            assert widget.grab().toImage().pixelColor(2, 2).name() == theme.surface
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(QPalette())
        qapp.setFont(QFont())


def test_all_figures_have_one_width(qapp: QApplication) -> None:
    font = interface_font(TYPE_NORMAL)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    metrics = QFontMetricsF(font)
    assert len({round(metrics.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1


def test_the_systems_look_is_one_of_the_themes(qapp: QApplication) -> None:
    assert system_theme_name() in THEME_NAMES


def test_type_and_space_stand_on_the_grid() -> None:
    assert GRID == 4
    assert TYPE_NORMAL == 13
