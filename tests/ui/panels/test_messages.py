"""The trace: chains from snapshot to report, their states and payloads."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.trading.messages import Action
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.messages import MessagesPanel
from photon_desktop.ui.panels.views import StoredView
from photon_desktop.ui.tables.chain_model import CHAIN_LIMIT
from photon_desktop.ui.tables.row_table import Role, RowTable, Tone
from tests.ui.examples import ETH, chain, decision, report


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> MessagesPanel:
    made = MessagesPanel(theme)
    qtbot.addWidget(made)
    made.resize(960, 200)
    made.show()
    return made


def take(panel: MessagesPanel, views: list[StoredView]) -> None:
    for view in views:
        panel.take_message(view)


def column(model: RowTable, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_before_the_first_message_it_says_what_will_stand_here(panel: MessagesPanel) -> None:
    assert not panel.has_content
    assert "messages the agents exchange" in panel.notice


def test_a_chain_is_one_row_with_states_and_times_between(panel: MessagesPanel) -> None:
    take(panel, chain(1, decision(), report()))
    take(panel, chain(2, decision(Action.HOLD, ETH, "3600")))
    assert column(panel.chains, 1) == ["DEMO-ETH", "DEMO-BTC"]
    assert column(panel.chains, 3) == ["bull ✓ →12 ms→ HOLD 85% ✓", "bull ✓ →12 ms→ BUY 85% ✓ →340 ms→ executed ✓"]


def test_messages_that_come_out_of_order_stand_in_the_order_they_were_made(panel: MessagesPanel) -> None:
    take(panel, list(reversed(chain(1, decision(), report()))))
    assert column(panel.chains, 3) == ["bull ✓ →12 ms→ BUY 85% ✓ →340 ms→ executed ✓"]


def test_the_state_that_needs_most_attention_is_the_chains(panel: MessagesPanel) -> None:
    views = chain(1, decision())
    take(panel, [views[0], replace(views[1], status="queued")])
    assert column(panel.chains, 2) == ["○ queued"]
    take(panel, [replace(views[1], status="failed", note="No cash.")])
    assert column(panel.chains, 2) == ["✕ failed"]
    assert panel.chains.index(0, 2).data(Role.TONE) == Tone.WARNING


def test_choosing_a_chain_shows_its_messages_and_the_payload_as_stored(panel: MessagesPanel) -> None:
    views = chain(1, decision(), report())
    take(panel, views)
    panel.select_chain(views[0].message.trace_id)
    assert column(panel.steps, 0) == ["snapshot", "decision", "report"]
    assert column(panel.steps, 1) == ["0 ms", "12 ms", "352 ms"]
    assert column(panel.steps, 3)[1] == "Decision Maker → Execution Agent"
    assert column(panel.steps, 4) == [view.message.id for view in views]
    assert json.loads(panel.payload.toPlainText()) == views[0].message.payload.to_json()
    panel.step_view.selectRow(2)
    assert json.loads(panel.payload.toPlainText()) == views[2].message.payload.to_json()
    assert panel.payload.isReadOnly()


def test_a_report_that_comes_while_its_chain_is_read_keeps_the_message_being_read(panel: MessagesPanel) -> None:
    views = chain(1, decision(), report())
    take(panel, views[:2])
    panel.select_chain(views[0].message.trace_id)
    panel.step_view.selectRow(1)
    take(panel, views[2:])
    assert column(panel.steps, 0) == ["snapshot", "decision", "report"]
    assert json.loads(panel.payload.toPlainText()) == views[1].message.payload.to_json()


def test_it_keeps_a_bounded_number_of_chains(panel: MessagesPanel) -> None:
    for number in range(CHAIN_LIMIT + 3):
        take(panel, chain(number, decision()))
    assert panel.chains.rowCount() == CHAIN_LIMIT


def test_the_theme_reaches_its_tables(panel: MessagesPanel) -> None:
    take(panel, chain(1, decision(), report(), status="failed"))
    dark = panel.chain_view.viewport().grab().toImage()
    panel.set_theme(LIGHT)
    assert panel.chain_view.viewport().grab().toImage() != dark


def test_the_chain_is_drawn_with_the_times_between_and_a_click_shows_a_payload(
    panel: MessagesPanel, qtbot: QtBot
) -> None:
    take(panel, chain(1, decision(), report()))
    panel.select_chain(panel.chains.row(0).trace_id)
    assert panel.drawing.accessibleDescription() == (
        "snapshot bull ✓, after 12 ms decision BUY 85% ✓, after 340 ms report executed ✓"
    )
    qtbot.mouseClick(panel.drawing, Qt.MouseButton.LeftButton, pos=panel.drawing.box_of(2).center().toPoint())
    assert '"order_id": "p0193"' in panel.payload.toPlainText()
    dark = panel.drawing.grab().toImage()
    panel.set_theme(LIGHT)
    assert panel.drawing.grab().toImage() != dark


def test_four_boxes_share_the_width_and_none_lies_on_another(panel: MessagesPanel) -> None:
    views = chain(1, decision(), report())
    late = replace(views[-1].message, id=views[-1].message.id[:-1] + "d")
    take(panel, [*views, StoredView(late, "done")])
    panel.select_chain(panel.chains.row(0).trace_id)
    boxes = [panel.drawing.box_of(place) for place in range(4)]
    assert all(left.right() < right.left() for left, right in pairwise(boxes))
    assert boxes[-1].right() <= panel.drawing.width()
