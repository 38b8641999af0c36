"""An armed window looks and reads otherwise, and real money otherwise than play money."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from photon_desktop.trading.profile import AccountMode
from photon_desktop.ui.design import DARK, LIGHT, Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.armed_frame import WIDTH, ArmingState
from photon_desktop.ui.stylesheet import apply_theme
from tests.ui.examples import ICON_FOLDER, FixedClock

LIVE = ArmingState("Main", AccountMode.LIVE, is_armed=True)
DEMO = ArmingState("Trying", AccountMode.DEMO, is_armed=True)
PAPER = ArmingState("Paper", AccountMode.PAPER)


@pytest.fixture(params=[DARK, LIGHT], ids=["dark", "light"])
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, theme: Theme) -> MainWindow:
    apply_theme(qapp, theme)
    made = MainWindow(Icons(ICON_FOLDER), theme, FixedClock())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def edge_colours(window: MainWindow) -> set[str]:
    """What is seen along the window's outermost line at the left."""
    image = window.grab().toImage()
    return {image.pixelColor(1, y).name() for y in range(WIDTH, window.height() - WIDTH)}


def test_live_has_a_solid_frame_of_danger_and_says_so_everywhere(window: MainWindow, theme: Theme) -> None:
    assert theme.danger not in edge_colours(window)
    window.show_arming(LIVE, "")
    assert edge_colours(window) == {theme.danger}
    assert window.toolbar.mode.text() == "LIVE  ▲ ARMED"
    assert window.toolbar.mode.property("tone") == "danger"
    assert window.windowTitle() == "LIVE ARMED: Main · Photon Desktop"
    assert window.armed_frame.accessibleName() == "LIVE: Main is armed. Orders go to the exchange with real money."


def test_play_money_has_another_frame_and_its_own_word(window: MainWindow, theme: Theme) -> None:
    window.show_arming(DEMO, "")
    colours = edge_colours(window)
    assert theme.danger not in colours
    assert theme.accent in colours
    assert len(colours) > 1  # dashes
    assert window.toolbar.mode.text() == "DEMO  ▲ ARMED"
    assert window.toolbar.mode.property("tone") == "accent"
    assert window.windowTitle().startswith("DEMO ARMED")


def test_the_frame_lies_over_nothing_and_leaves_with_the_arming(window: MainWindow) -> None:
    window.show_arming(LIVE, "")
    inside = window.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
    docks = [window.docks[name] for name in ("watchlist", "whyPanel", "portfolio")]
    for part in (window.menuBar(), window.toolbar, window.statusBar(), *docks):
        for corner in (part.rect().topLeft(), part.rect().bottomRight()):
            assert inside.contains(part.mapTo(window, corner)), part.objectName()
    window.resize(1000, 700)
    assert window.armed_frame.size() == window.size()
    window.show_arming(ArmingState("Main", AccountMode.LIVE), "")
    assert not window.armed_frame.isVisible()
    assert window.contentsMargins().left() == 0
    assert window.toolbar.mode.text() == "LIVE  ○ NOT ARMED"
    assert window.windowTitle() == "Photon Desktop"


def test_the_theme_changes_the_frame_too(window: MainWindow, theme: Theme, qapp: QApplication) -> None:
    window.show_arming(LIVE, "")
    other = LIGHT if theme is DARK else DARK
    apply_theme(qapp, other)
    window.set_theme(other)
    assert edge_colours(window) == {other.danger}


def test_the_action_offers_what_can_be_done_and_says_why_it_can_not(window: MainWindow) -> None:
    action = window.actions_by_name["actionArm"]
    window.show_arming(PAPER, "A paper account needs no arming.")
    assert not action.isEnabled()
    assert action.toolTip().startswith("A paper account needs no arming.")
    assert window.toolbar.widgetForAction(action) is None
    window.show_arming(ArmingState("Main & more", AccountMode.LIVE), "")
    assert action.isEnabled()
    assert action.text() == "A&rm Main && more…"
    assert window.toolbar.widgetForAction(action) is not None
    window.show_arming(LIVE, "")
    assert action.text() == "Disa&rm"
    button = window.toolbar.widgetForAction(action)
    assert isinstance(button, QToolButton)
    assert button.accessibleName() == "Disarm"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_halt_is_said_beside_it(window: MainWindow) -> None:
    window.show_arming(LIVE, "")
    window.show_halt("The kill switch was pressed.")
    assert window.toolbar.mode.text() == "LIVE  ▲ ARMED  ■ HALTED"
    assert "LIVE: Main is armed" in window.toolbar.mode.toolTip()


def test_nothing_is_cut_at_the_smallest_usual_size_whatever_the_badge_says(window: MainWindow) -> None:
    window.show_market("real")
    for mode in (AccountMode.LIVE, AccountMode.TESTNET):
        for is_armed in (True, False):
            window.show_arming(ArmingState("A name that is as long as names may ever be", mode, is_armed), "")
            assert window.toolbar.sizeHint().width() <= 1280
    window.show_halt("The kill switch was pressed.")
    assert window.toolbar.sizeHint().width() <= 1280
