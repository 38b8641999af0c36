"""The trades: each report once, filled or refused."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from photon_desktop.trading.messages import ReportStatus
from photon_desktop.trading.orders import Order, Side
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.trades import TradesPanel
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.tables.row_table import Role, Tone
from tests.ui.examples import BEGIN, BTC, SECOND, chain, decision, report


@pytest.fixture
def panel(qtbot: QtBot, instruments: InstrumentBook, theme: Theme) -> TradesPanel:
    made = TradesPanel(instruments, theme)
    qtbot.addWidget(made)
    made.resize(960, 200)
    made.show()
    return made


def take(panel: TradesPanel, number: int, status: ReportStatus = ReportStatus.EXECUTED) -> None:
    view = chain(number, decision(), report(status))[2]
    panel.take_report(view, view.message.payload)


def cells(panel: TradesPanel, row: int) -> list[str]:
    return [panel.model.index(row, column).data() for column in range(panel.model.columnCount())]


def test_before_the_first_report_it_says_what_will_stand_here(panel: TradesPanel) -> None:
    assert not panel.has_content
    assert "Every order's outcome" in panel.notice


def test_a_fill_shows_price_quantity_and_costs(panel: TradesPanel) -> None:
    take(panel, 1)
    moment = formats.short_time(BEGIN + SECOND)
    assert cells(panel, 0) == [
        moment, "DEMO-BTC", "▲ BUY", "0.0104", "96,548.2", "1.00", "+0.50", "✓ executed", "–",
        "Trade executed successfully",
    ]  # fmt: skip
    assert panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("(2024-12-07 10:00:01 UTC)")
    assert panel.model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == "Requested at 96,500.0"


def test_a_trade_names_the_model_behind_it(panel: TradesPanel) -> None:
    view = chain(1, decision(), replace(report(), model_hash="0123456789abcdef" * 4))[2]
    panel.take_report(view, view.message.payload)
    assert cells(panel, 0)[8] == "01234567"
    assert panel.model.index(0, 8).data(Qt.ItemDataRole.ToolTipRole).endswith("0123456789abcdef" * 4)


def test_a_refused_order_shows_its_reason_and_no_price(panel: TradesPanel) -> None:
    take(panel, 1, ReportStatus.REJECTED)
    assert cells(panel, 0)[4:8] == ["–", "–", "–", "✕ rejected"]
    assert "free cash is 12.10" in cells(panel, 0)[9]
    assert panel.model.index(0, 7).data(Role.TONE) == Tone.WARNING


def test_the_newest_stands_on_top_and_one_told_twice_stands_once(panel: TradesPanel) -> None:
    take(panel, 1)
    take(panel, 2, ReportStatus.EXPIRED)
    take(panel, 1)
    assert panel.model.rowCount() == 2
    assert cells(panel, 0)[7] == "✕ expired"


def test_a_click_chooses_a_report(panel: TradesPanel, qtbot: QtBot) -> None:
    take(panel, 1)
    place = panel.table.visualRect(panel.filter.index(0, 1)).center()
    with qtbot.waitSignal(panel.report_chosen) as chosen:
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args[0].report == report()


def shown(panel: TradesPanel) -> list[str]:
    return [row.message_id for row in panel.filter.rows()]


def test_words_and_kinds_choose_what_is_shown(panel: TradesPanel) -> None:
    take(panel, 1)
    take(panel, 2, ReportStatus.REJECTED)
    take(panel, 3, ReportStatus.EXPIRED)
    newest_first = shown(panel)
    assert panel.count.text() == "3"
    panel.kind.setCurrentText("Filled")
    assert (len(shown(panel)), panel.count.text()) == (1, "1 of 3")
    panel.kind.setCurrentText("Not filled")
    panel.words.setText("demo REJECTED")
    assert shown(panel) == [newest_first[1]]
    panel.words.setText("nothing has this")
    assert (shown(panel), panel.export.isEnabled()) == ([], False)
    panel.words.clear()
    take(panel, 4)
    panel.kind.setCurrentText("All reports")
    assert shown(panel)[1:] == newest_first


def test_a_column_sorts_by_its_values_and_a_third_click_puts_the_newest_first_again(
    panel: TradesPanel, qtbot: QtBot
) -> None:
    for number, quantity in ((1, "9"), (2, "10"), (3, "0.5")):
        view = chain(number, decision(), replace(report(), quantity=Decimal(quantity)))[2]
        panel.take_report(view, view.message.payload)
    newest_first = shown(panel)

    def click_quantity() -> list[Decimal]:
        header = panel.table.horizontalHeader()
        place = QPoint(header.sectionViewportPosition(3) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return [row.report.quantity for row in panel.filter.rows()]

    first, second = click_quantity(), click_quantity()
    assert sorted([first, second]) == [[Decimal("0.5"), 9, 10], [10, 9, Decimal("0.5")]]
    click_quantity()
    assert shown(panel) == newest_first


def test_what_is_shown_is_exported_in_its_order(panel: TradesPanel, qtbot: QtBot) -> None:
    take(panel, 1)
    take(panel, 2, ReportStatus.REJECTED)
    with qtbot.waitSignal(panel.export_requested) as asked:
        qtbot.mouseClick(panel.export, Qt.MouseButton.LeftButton)
    assert [one.status for one in asked.args[0]] == [ReportStatus.REJECTED, ReportStatus.EXECUTED]


def waiting(number: int) -> Order:
    return Order(f"p{number}", "t", "d", BTC, Side.BUY, Decimal("0.5"), Decimal(96_500), BEGIN, "paper")


def test_orders_that_wait_are_shown_and_the_one_chosen_can_be_cancelled(panel: TradesPanel, qtbot: QtBot) -> None:
    take(panel, 1)
    assert panel.waiting.sentence.text() == "No order waits for its fill."
    assert panel.waiting.cancel.isHidden()
    panel.show_waiting((waiting(1), waiting(2)))
    panel.waiting.table.selectRow(1)
    panel.show_waiting((waiting(1), waiting(2)))
    with qtbot.waitSignal(panel.waiting.cancel_requested) as asked:
        panel.waiting.cancel.click()
    assert asked.args == ["p2"]
    panel.show_waiting(())
    assert panel.waiting.table.isHidden()


def test_an_order_can_wait_before_there_is_any_trade(panel: TradesPanel) -> None:
    panel.show_waiting((waiting(1),))
    assert panel.has_content
