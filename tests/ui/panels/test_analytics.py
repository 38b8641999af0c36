"""The analytics dock with real widgets."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.learning.decision_outcomes import group_of, groups_of, reliability_of, settle
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.performance import Dealings, performance
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.analytics.panel import AnalyticsPanel
from photon_desktop.ui.panels.analytics.views import AnalyticsView, Period, RoundView
from tests.learning.test_decision_outcomes import BARS, made
from tests.store.samples import HOUR, START


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> AnalyticsPanel:
    shown = AnalyticsPanel(theme)
    qtbot.addWidget(shown)
    shown.resize(960, 220)
    shown.show()
    return shown


def view() -> AnalyticsView:
    none = np.array([])
    dealings = Dealings(np.array([], dtype=np.int64), none, none, none)
    times = START + HOUR * np.arange(50)
    equity = 10_000 + 100 * np.sin(np.arange(50) / 5) + np.arange(50)
    settled = settle([made(), made(place=len(BARS) - 1)], {"BTCUSDT": BARS}, HOUR)
    shown = performance(times, equity, dealings, Interval.HOUR_1)
    return AnalyticsView(
        shown,
        equity * 1.01,
        groups_of(settled),
        reliability_of(settled),
        settled,
        group_of("Blocked", "all", settled),
        2,
    )


def test_before_there_is_an_account_it_says_what_will_stand_there(panel: AnalyticsPanel) -> None:
    assert not panel.has_content
    assert "months" in panel.notice


def test_cards_and_metrics_say_the_same_with_formula_and_source(panel: AnalyticsPanel) -> None:
    panel.show_analytics(view())
    assert panel.cards.figures["total_return"].text() == panel.metrics.index(0, 1).data() == "+0.12%"
    tip = panel.metrics.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "last equity / first equity" in tip
    assert "Bacon" in tip
    yearly = panel.cards.figures["sharpe"].toolTip()
    assert "Sharpe 1994" in yearly
    assert "from 30 days" in yearly
    assert "from 30 days" not in tip
    assert panel.metrics.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_the_curves_say_their_ends_and_follow_the_theme(panel: AnalyticsPanel) -> None:
    panel.show_analytics(view())
    assert "buy and hold" in panel.curves.profit.accessibleDescription()
    dark = panel.curves.grab().toImage()
    panel.set_theme(LIGHT)
    assert panel.curves.grab().toImage() != dark


def test_the_months_stand_in_their_columns_with_the_whole_year(panel: AnalyticsPanel) -> None:
    panel.show_analytics(view())
    assert panel.months.index(0, 0).data() == "2024"
    assert panel.months.index(0, 12).data() == panel.months.index(0, 13).data() == "+0.12%"
    assert panel.months.index(0, 1).data() == ""


def test_the_ledger_sums_up_what_the_blocked_would_have_made(panel: AnalyticsPanel) -> None:
    panel.show_analytics(view())
    assert panel.ledger_line.text().startswith("2 blocked, 1 settled")
    made_by_the_open_one = panel.blocked.index(1, 4).data()
    assert made_by_the_open_one == "open"
    assert "free cash" in panel.blocked.index(0, 5).data()


def test_a_period_is_chosen_with_the_keyboard(panel: AnalyticsPanel, qtbot: QtBot) -> None:
    panel.show_analytics(view())
    panel.period.setFocus()
    with qtbot.waitSignal(panel.period_changed) as chosen:
        qtbot.keyClick(panel.period, Qt.Key.Key_Down)
    assert chosen.args == [Period.YEAR]


def test_earlier_rounds_can_be_chosen_once_there_are_any(panel: AnalyticsPanel, qtbot: QtBot) -> None:
    panel.show_analytics(view())
    panel.show_rounds([RoundView("paper", "Round 1 (now)")], "paper")
    assert panel.round.isHidden()
    panel.show_rounds([RoundView("paper#2", "Round 2 (now)"), RoundView("paper", "Round 1")], "paper#2")
    assert panel.round.isVisible()
    with qtbot.waitSignal(panel.round_changed) as chosen:
        panel.round.setCurrentIndex(1)
        panel.round.activated.emit(1)
    assert chosen.args == ["paper"]


def test_what_is_cleared_is_forgotten(panel: AnalyticsPanel) -> None:
    panel.show_analytics(view())
    panel.clear()
    assert not panel.has_content
    assert panel.metrics.rowCount() == panel.blocked.rowCount() == 0
