"""The portfolio: the figures that matter, and positions at the last prices."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photon_desktop.trading.account import Account
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.portfolio import PortfolioPanel
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.tables.row_table import Role, Tone
from tests.ui.examples import BEGIN, BTC, HOUR, portfolio


@pytest.fixture
def panel(qtbot: QtBot, instruments: InstrumentBook, theme: Theme) -> PortfolioPanel:
    made = PortfolioPanel(instruments, theme)
    qtbot.addWidget(made)
    made.resize(960, 200)
    made.show()
    return made


def cells(panel: PortfolioPanel, row: int) -> list[str]:
    return [panel.model.index(row, column).data() for column in range(panel.model.columnCount())]


def shown_columns(panel: PortfolioPanel) -> list[int]:
    return [column for column in range(panel.model.columnCount()) if not panel.table.isColumnHidden(column)]


def test_before_an_account_is_known_it_says_how_to_get_one(panel: PortfolioPanel) -> None:
    assert not panel.has_content
    assert "execution agent" in panel.notice


def test_the_figures_that_matter_are_those_of_the_account(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio())
    assert {name: label.text() for name, label in panel.figures.items()} == {
        "Equity": "10,003.03",
        "Profit": "+3.03  +0.03%",
        "Cash": "9,905.42",
        "Exposure": "1,925.21  19%",
    }
    assert panel.figures["Profit"].property("tone") == "up"


def test_positions_have_their_instruments_digits_and_their_profit_a_sign(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio())
    assert cells(panel, 0) == [
        "DEMO-BTC", "▲ long", "0.0104", "96,548.1", "97,250.5", "1,011.41", "+7.31", "93,605.0", "101,325.0",
    ]  # fmt: skip
    assert cells(panel, 1) == ["DEMO-ETH", "▼ short", "0.250", "3,640.00", "3,655.20", "−913.80", "−3.80", "–", "–"]
    assert panel.model.index(1, 6).data(Role.TONE) == Tone.DOWN
    assert panel.model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_new_price_changes_only_the_cells_that_follow_from_it(panel: PortfolioPanel, qtbot: QtBot) -> None:
    panel.show_portfolio(portfolio())
    changes: list[tuple[int, int, int]] = []
    panel.model.dataChanged.connect(
        lambda first, last, _roles: changes.append((first.row(), first.column(), last.column()))
    )
    panel.show_portfolio(portfolio("97300"))
    assert changes == [(0, 4, 6)]
    assert cells(panel, 0)[6] == "+7.82"


def test_an_account_without_positions_says_so_in_their_place(panel: PortfolioPanel) -> None:
    panel.show_portfolio(replace(portfolio(), account=Account(Decimal(10_000))))
    assert panel.table.isHidden()
    assert panel.no_positions.isVisible()
    assert panel.figures["Profit"].text() == "0.00  0.00%"
    panel.show_portfolio(portfolio())
    assert panel.table.isVisible()
    assert panel.no_positions.isHidden()


def test_a_position_without_a_price_has_no_profit_yet(panel: PortfolioPanel) -> None:
    panel.show_portfolio(replace(portfolio(), prices={}))
    assert cells(panel, 0)[4:7] == ["–", "–", "–"]


def test_no_number_is_cut_however_large(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio("98765432.1"))
    metrics = panel.table.fontMetrics()
    for column in shown_columns(panel):
        text = panel.model.index(0, column).data()
        assert panel.table.columnWidth(column) >= metrics.horizontalAdvance(text) + 22


def test_what_came_while_the_table_was_hidden_is_not_cut_either(panel: PortfolioPanel) -> None:
    panel.hide()
    panel.show_portfolio(portfolio("98765432.1"))
    panel.show()
    metrics = panel.table.fontMetrics()
    for column in shown_columns(panel):
        text = panel.model.index(0, column).data()
        assert panel.table.columnWidth(column) >= metrics.horizontalAdvance(text) + 22


def test_where_there_is_too_little_room_the_value_goes_into_the_tooltip_and_comes_back(panel: PortfolioPanel) -> None:
    panel.resize(760, 200)
    panel.show_portfolio(portfolio())
    assert 5 not in shown_columns(panel)
    assert panel.table.told_beside(panel.model.index(0, 0)) == "Value: 1,011.41"
    panel.resize(1_400, 200)
    assert panel.table.isColumnHidden(5) is False


def test_the_equity_curve_is_drawn_in_seconds_and_quote_money(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio())
    times = BEGIN + HOUR * np.arange(3)
    panel.show_equity_curve(times, np.array([10_000.0, 10_020.0, 9_990.0]))
    drawn_times, drawn = panel.plot.curves[0].getData()
    assert drawn_times.tolist() == (times / 1e9).tolist()
    assert drawn.tolist() == [10_000.0, 10_020.0, 9_990.0]


def test_an_empty_equity_curve_is_drawn_without_complaint(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio())
    panel.show_equity_curve(np.array([], dtype=np.int64), np.array([]))
    panel.show_equity_curve(np.array([BEGIN]), np.array([10_000.0]))
    assert not panel.plot.grab().isNull()


def test_the_theme_reaches_the_curve_and_the_table(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio())
    dark = panel.plot.grab().toImage()
    panel.set_theme(LIGHT)
    assert panel.plot.grab().toImage() != dark


def test_a_symbol_not_held_has_no_row(panel: PortfolioPanel) -> None:
    panel.show_portfolio(portfolio())
    assert panel.model.find(BTC) is not None
    assert panel.model.find("DEMO-AAPL") is None


def test_a_position_is_closed_by_button_once_it_is_chosen(panel: PortfolioPanel, qtbot: QtBot) -> None:
    panel.show_portfolio(portfolio())
    close = panel.findChild(QPushButton, "positionClose")
    assert close is not None
    assert not close.isEnabled()
    panel.table.selectRow(1)
    with qtbot.waitSignal(panel.close_requested) as asked:
        close.click()
    assert asked.args[0].position.symbol == "DEMO-ETH"
    protect = panel.findChild(QPushButton, "positionProtect")
    assert protect is not None
    assert (protect.text(), protect.toolTip().endswith("(Alt+S)")) == ("Stop and target…", True)
    with qtbot.waitSignal(panel.protect_requested):
        protect.click()


def test_the_only_position_need_not_be_chosen_first(panel: PortfolioPanel, qtbot: QtBot) -> None:
    whole = portfolio()
    held = {BTC: whole.account.position(BTC)}
    panel.show_portfolio(replace(whole, account=replace(whole.account, positions=held)))
    with qtbot.waitSignal(panel.close_requested) as asked:
        panel.actions_on_position.buttons[1].click()
    assert asked.args[0].position.symbol == BTC
