"""From what a person does in the window to the execution agent, and back."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desks.position_desk import PositionDesk
from photon_desktop.desktop import Desktop
from photon_desktop.trading.orders import Order, Side
from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from tests.gui.desktops import run_shown, until
from tests.ui.examples import BEGIN, BTC, ICON_FOLDER, FixedClock, portfolio


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_position_is_closed_only_after_the_question(window: MainWindow, qtbot: QtBot) -> None:
    desk = PositionDesk(window)
    window.portfolio.show_portfolio(portfolio())
    dialog = desk.ask_to_close(window.portfolio.model.row(0))
    with qtbot.assertNotEmitted(desk.close_position):
        dialog.reject()
    dialog = desk.ask_to_close(window.portfolio.model.row(0))
    with qtbot.waitSignal(desk.close_position) as asked:
        dialog.act.click()
    assert asked.args == [BTC]


def test_a_typed_stop_and_a_dragged_one_ask_for_the_same(window: MainWindow, qtbot: QtBot) -> None:
    desk = PositionDesk(window)
    window.portfolio.show_portfolio(portfolio())
    dialog = desk.ask_to_protect(window.portfolio.model.row(0))
    dialog.stop.setText("95000")
    with qtbot.waitSignal(desk.move_protection) as typed:
        dialog.apply.click()
    with qtbot.waitSignal(desk.move_protection) as dragged:
        window.chart.plot.level_drag.moved.emit(*typed.args)
    assert dragged.args == typed.args == [BTC, Decimal("95000.0"), Decimal(101_325)]


def test_waiting_orders_are_shown_with_the_account_and_cancelled_by_their_id(window: MainWindow, qtbot: QtBot) -> None:
    desk = PositionDesk(window)
    order = Order("p1", "t", "d", BTC, Side.SELL, Decimal("0.5"), Decimal(96_500), BEGIN, "paper")
    desk.take_portfolio(replace(portfolio(), orders=(order,)))
    with qtbot.waitSignal(desk.cancel_order) as asked:
        window.trades.waiting.cancel.click()
    assert asked.args == ["p1"]


def test_what_the_agent_refuses_is_told_in_the_window(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.position_desk.close_position.emit("DEMO-NONE")
        desktop.position_desk.cancel_order.emit("p-none")
        desktop.position_desk.move_protection.emit("DEMO-NONE", Decimal(1), None)
        problems = desktop.window.banner
        await until(lambda: len(problems.problems) >= 3)
        said = [problem.sentence for problem in problems.problems]
        assert any("there is nothing to close" in sentence for sentence in said)
        assert any("nothing was cancelled" in sentence for sentence in said)
        assert any("no stop or target to move" in sentence for sentence in said)

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)
