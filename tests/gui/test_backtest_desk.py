"""The backtest wizard in the whole program."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.trial import Trial
from photon_desktop.desks.backtest_desk import sizing_of
from photon_desktop.desktop import Desktop
from photon_desktop.settings.choices import Choices
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.sizing import SizingMethod, SizingRules
from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
from photon_desktop.ui.dialogs.backtest.layout import RESULTS
from photon_desktop.ui.dialogs.backtest.replay.pace import FASTEST
from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked
from tests.gui.desktops import Scenario, run_shown, until
from tests.ui.chart.markets import walk

SYMBOL = "QRSTUSDT"


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path) -> Callable[[Scenario], None]:
    return partial(run_shown, qapp, lambda: Desktop(tmp_path, venues=dict))


def opened(desktop: Desktop) -> BacktestWizard:
    return desktop.backtest_desk.open()


def test_enter_alone_backtests_stored_bars_and_the_run_is_kept(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        store = desktop.application.store
        store.bars.put(SYMBOL, Interval.HOUR_1, "csv", walk(1_200))
        wizard = opened(desktop)
        wizard.begin_with(SYMBOL, Interval.HOUR_1)
        for _ in range(5):
            QTest.keyClick(wizard.focusWidget() or wizard, Qt.Key.Key_Return)
        await until(lambda: wizard.parts.page == RESULTS)
        await until(store.backtests.recent)
        kept = store.backtests.recent()[0]
        assert (kept.name, kept.results["source"]) == (f"Random forest on {SYMBOL} 1h", "csv")
        assert len(kept.results["curve"]["times"]) == 500

    run(scenario)


def shown_wizard(desktop: Desktop) -> BacktestWizard | None:
    wizard = desktop.window.findChild(BacktestWizard, "backtestWizard")
    return wizard if wizard is not None and wizard.isVisible() else None


def test_the_menu_opens_the_wizard_without_building_it_in_one_stroke(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        action = desktop.window.actions_by_name["actionBacktest"]
        action.trigger()
        action.trigger()  # once more while it is built
        assert shown_wizard(desktop) is None
        await until(lambda: shown_wizard(desktop) is not None)
        assert shown_wizard(desktop) is desktop.backtest_desk.open()
        desktop.backtest_desk.open().close()
        action.trigger()
        assert shown_wizard(desktop) is not None

    run(scenario)


def test_a_wizard_that_is_half_built_is_let_go_of_at_the_end(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.actions_by_name["actionBacktest"].trigger()
        await asyncio.sleep(0)
        desktop.close()
        assert shown_wizard(desktop) is None

    run(scenario)


def test_the_settings_are_the_wizards_defaults(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.settings_desk.apply(Choices.of({"costs.commission_rate": Decimal("0.004")}))
        wizard = opened(desktop)
        assert wizard.parts.rules.commission.line.text() == "0.4"
        assert wizard.parts.market.symbol.currentText() == desktop.window.desk.symbol

    run(scenario)


@pytest.mark.slow
def test_bars_that_were_brought_in_are_offered_at_once(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        wizard = opened(desktop)
        wizard.begin_with(SYMBOL, Interval.HOUR_1)
        await until(lambda: "There are no 1h bars" in wizard.parts.market.coverage.text())
        wizard.parts.market.import_button.click()
        assert desktop.data_desk.open_import().isVisible()
        desktop.application.store.bars.put(SYMBOL, Interval.HOUR_1, "csv", walk(300))
        desktop.data_desk.bars_stored.emit()
        await until(lambda: "300 bars" in wizard.parts.market.coverage.text())
        assert SYMBOL in [wizard.parts.market.symbol.itemText(n) for n in range(wizard.parts.market.symbol.count())]

    run(scenario)


@pytest.mark.slow
def test_a_replay_changes_nothing_in_the_users_store(run: Callable[[Scenario], None], tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        team = desktop.application.team
        await until(lambda: all(agent._is_on for agent in team.agents))
        for agent in team.agents:
            team.thread_of(agent.name).stop()
        await until(lambda: not any(agent._is_on for agent in team.agents))
        before = contents(desktop)
        bars = walk(Schedule().first_prediction + 5)
        replay = desktop.backtest_desk.replay(ReplayAsked(bars, Trial(SYMBOL, Interval.HOUR_1, "random_forest"), "csv"))
        replay.pace.set_speed(FASTEST)
        await until(lambda: not replay.pace.can_go_on)
        assert replay.bars_seen == 5
        assert contents(desktop) == before
        assert [path.name for path in (tmp_path / "models").glob(f"*{SYMBOL}*")] == []

    run(scenario)


def contents(desktop: Desktop) -> tuple[object, ...]:
    """What a session would leave behind in the store."""
    store = desktop.application.store
    series = [(one.key.symbol, one.bars) for one in store.bars.series()]
    return store.messages.last_sequence(), len(store.trades.fills()), len(store.sessions.all()), series


@pytest.mark.parametrize(
    ("method", "text"),
    [
        (SizingMethod.BALANCED, "all"), (SizingMethod.SHARE, "share:0.1"), (SizingMethod.FIXED_QUANTITY, "fixed:1"),
        (SizingMethod.FIXED_NOTIONAL, "notional:1000"), (SizingMethod.VOLATILITY, "volatility:0.01:0.1"),
        (SizingMethod.KELLY, "kelly:0.25:0.1"),
    ],
)  # fmt: skip
def test_the_size_of_the_settings_is_taken_up(method: SizingMethod, text: str) -> None:
    assert sizing_of(replace(SizingRules(), method=method)).text == text
