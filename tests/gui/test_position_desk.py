"""From what a person does in the window to the execution agent, and back."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desks.position_desk import PositionDesk
from photon_desktop.desktop import Desktop
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from tests.gui.desktops import run_shown, until
from tests.ui.examples import BEGIN, BTC, ETH, ICON_FOLDER, FixedClock, portfolio, watch_items


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


Levels = tuple[Decimal | None, Decimal | None]
HELD = (Decimal(93_605), Decimal(101_325))
MOVED = (Decimal(95_000), Decimal(101_325))
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def with_levels(levels: Levels, price: str = "97250.5", **more: object) -> Portfolio:
    """The account with this stop and target on its position."""
    shown = portfolio(price)
    position = replace(shown.account.position(BTC), stop_loss=levels[0], take_profit=levels[1], **more)
    return replace(shown, account=replace(shown.account, positions={**shown.account.positions, BTC: position}))


@pytest.fixture
def asked(window: MainWindow, qtbot: QtBot) -> list[Levels]:
    """What is asked of the agent, which does it at once, after the stop was dragged."""
    desk = PositionDesk(window)
    window.show_watchlist(watch_items(BTC, ETH))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    heard: list[Levels] = []

    def obey(_symbol: str, stop: Decimal | None, target: Decimal | None) -> None:
        heard.append((stop, target))
        desk.take_portfolio(with_levels((stop, target)))

    desk.move_protection.connect(obey)
    desk.take_portfolio(with_levels(HELD))
    window.chart.plot.level_drag.moved.emit(BTC, *MOVED)
    assert heard == [MOVED]
    return heard


def desk_of(window: MainWindow) -> PositionDesk:
    desk = window.findChild(PositionDesk)
    assert isinstance(desk, PositionDesk)
    return desk


def told(window: MainWindow) -> list[str]:
    return [problem.sentence for problem in window.banner.problems]


def test_a_dragged_stop_goes_back_and_there_again_by_the_keys(
    window: MainWindow, asked: list[Levels], qtbot: QtBot
) -> None:
    assert window.actions_by_name["actionUndo"].text() == f"&Undo: stop and target of {BTC}"
    window.show_symbol(ETH)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert (asked, window.desk.symbol) == ([MOVED, HELD], BTC)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert asked == [MOVED, HELD, MOVED]
    assert [problem.sign for problem in window.banner.problems] == ["●", "●"]
    assert told(window) == [f"{BTC}: stop {stop}, target 101,325.0." for stop in ("93,605.0", "95,000.0")]


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (with_levels(MOVED, opened_at=BEGIN + 1), "is closed; nothing was moved"),
        (with_levels((None, None), quantity=Decimal(0), cost=Decimal(0)), "is closed; nothing was moved"),
        (with_levels(MOVED, quantity=Decimal("-0.01")), "is closed; nothing was moved"),
        (with_levels((Decimal(96_000), Decimal(101_325))), "do not stand where they were moved to"),
        (with_levels(HELD), "do not stand where they were moved to"),
        (with_levels(MOVED, "93000"), "93605 does not lie under 93000"),
    ],
)
def test_a_stop_is_not_moved_back_where_it_would_mean_something_else_and_that_is_said(
    window: MainWindow, asked: list[Levels], now: Portfolio, why: str
) -> None:
    desk_of(window).take_portfolio(now)
    window.actions_by_name["actionUndo"].trigger()
    assert asked == [MOVED]
    (sentence,) = told(window)
    assert why in sentence
    assert not window.actions_by_name["actionUndo"].isEnabled()


def test_the_moves_of_another_account_are_forgotten(window: MainWindow, asked: list[Levels]) -> None:
    window.begin_market("real")
    window.actions_by_name["actionUndo"].trigger()
    assert asked == [MOVED]


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
