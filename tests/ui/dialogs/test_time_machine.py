"""The time machine with real widgets."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.time_machine.dialog import TimeMachineDialog
from photon_desktop.ui.dialogs.time_machine.views import Moment, PastOrder, Recording
from tests.store.samples import order
from tests.ui.examples import BTC, HOUR, decision, instrument, snapshot, walk


@pytest.fixture
def dialog(qtbot: QtBot) -> TimeMachineDialog:
    made = TimeMachineDialog(BTC, DARK)
    qtbot.addWidget(made)
    made.show()
    return made


def position_at(place: int) -> Position:
    """Without a stop up to bar 44, then with one that was moved at bar 50."""
    stop = None if place < 45 else Decimal(94_000) if place < 50 else Decimal(95_000)
    return Position(BTC, Decimal("0.01"), Decimal(960), stop_loss=stop, take_profit=stop and Decimal(99_000))


def recording() -> Recording:
    bars = walk(60, 96_000.0)
    moments = []
    for place in range(30, 60):
        at = int(bars.times[place]) + HOUR
        held = Account(Decimal(9_000), {BTC: position_at(place)} if place > 40 else {})
        made = decision(decided_at=at) if place > 30 else None
        moments.append(Moment(at, snapshot(close_time=at), made, (), held, 10_000.0 + place))
    return Recording(BTC, instrument(BTC), bars, tuple(moments))


def facts(dialog: TimeMachineDialog) -> dict[str, str]:
    rows = range(dialog.facts.rowCount())
    return {dialog.facts.index(row, 1).data(): dialog.facts.index(row, 2).data() for row in rows}


def test_it_begins_at_the_newest_moment_and_says_that_it_is_the_past(dialog: TimeMachineDialog) -> None:
    dialog.show_recording(recording())
    assert "THE PAST" in dialog.sign.text()
    assert "bar 30 of 30" in dialog.sign.text()
    assert dialog.sign.property("tone") == "warning"
    assert facts(dialog)["Equity"] == "10,059.00"
    assert facts(dialog)["Version"] == "rf-20241207-4f2a"


def test_the_keys_go_by_bar_and_by_day(dialog: TimeMachineDialog, qtbot: QtBot) -> None:
    dialog.show_recording(recording())
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Left)
    assert dialog.slider.value() == 28
    qtbot.keyClick(dialog.slider, Qt.Key.Key_PageDown)
    assert dialog.slider.value() == 4
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Home)
    assert facts(dialog)["Action"] == "none was made"
    assert "Held DEMO-BTC" not in facts(dialog)


def test_the_chart_ends_at_the_moment_shown(dialog: TimeMachineDialog) -> None:
    shown = recording()
    dialog.show_recording(shown)
    dialog.slider.setValue(10)
    assert dialog.chart.last_price == pytest.approx(float(shown.bars.close[40]))


def test_the_stop_and_target_are_those_of_the_moment_on_the_chart_and_in_the_list(dialog: TimeMachineDialog) -> None:
    dialog.show_recording(recording())
    for bar, stop, target in ((9, None, None), (12, None, None), (15, 94_000, 99_000), (20, 95_000, 99_000)):
        dialog.slider.setValue(bar)
        content = dialog.chart.plot._content
        assert content is not None
        assert (content.position.stop, content.position.target) == (stop, target)
        told = facts(dialog).get(f"Stop of {BTC}"), facts(dialog).get(f"Target of {BTC}")
        words = "–" if stop is None else f"{stop:,}.0"
        assert told == ((None, None) if bar == 9 else (words, "–" if target is None else "99,000.0"))
    assert content.held is None  # nothing of the past can be dragged


def test_an_orders_stop_stands_beside_it(dialog: TimeMachineDialog) -> None:
    shown = recording()
    placed = replace(order(symbol=BTC), kind=OrderKind.STOP, stop_price=Decimal(95_500))
    newest = replace(shown.moments[-1], orders=(PastOrder(placed, Decimal(0), Decimal(95_500)),))
    dialog.show_recording(replace(shown, moments=(*shown.moments[:-1], newest)))
    (told,) = (value for name, value in facts(dialog).items() if name.startswith("1. "))
    assert told.endswith("not filled yet, stop at 95,500.0")


def test_it_goes_to_the_newest_moment_that_is_wanted(dialog: TimeMachineDialog) -> None:
    dialog.show_recording(recording())
    assert dialog.go_to(lambda moment: not moment.account.position(dialog.symbol).is_open)
    assert dialog.slider.value() == 10
    assert not dialog.go_to(lambda moment: moment.equity is None)
    assert dialog.slider.value() == 10


def test_escape_leads_back_to_now(dialog: TimeMachineDialog, qtbot: QtBot) -> None:
    dialog.show_recording(recording())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_a_past_it_says_how_to_get_one(dialog: TimeMachineDialog) -> None:
    dialog.show_recording(Recording(BTC, instrument(BTC), walk(5, 96_000.0), ()))
    assert "Nothing is recorded" in dialog.sign.text()
    assert not dialog.slider.isEnabled()
