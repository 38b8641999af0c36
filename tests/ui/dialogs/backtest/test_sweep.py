"""A sweep in the wizard, with real widgets, keys and processes."""

from time import monotonic

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import DARK, LIGHT, theme_named
from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
from photon_desktop.ui.dialogs.backtest.layout import RESULTS, RUN, SWEEP, SWEEP_SETUP
from photon_desktop.ui.dialogs.backtest.sweep_painting import fill_of
from tests.ui.chart.markets import walk
from tests.ui.dialogs.backtest.conftest import SYMBOL, Runs, Shelved
from tests.ui.dialogs.backtest.test_wizard import PATIENCE_MS, choose, press_enter, text


def set_up(qtbot: QtBot, wizard: BacktestWizard, strategy: str = "sma_cross") -> None:
    choose(wizard, strategy)
    qtbot.waitUntil(lambda: not wizard.parts.market.is_looking)
    for _ in range(3):
        press_enter(qtbot, wizard)
    assert wizard.parts.page == RUN
    qtbot.keyClick(wizard, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: wizard.parts.page == SWEEP_SETUP)


def write(wizard: BacktestWizard, number: int, name: str, values: str) -> None:
    axis = wizard.parts.sweep_setup.axes[number]
    axis.name.setCurrentIndex(axis.name.findData(name))
    axis.values.setText(values)


def sweep(qtbot: QtBot, wizard: BacktestWizard) -> None:
    press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.parts.page == SWEEP, timeout=PATIENCE_MS)


def test_a_sweep_begins_with_what_could_have_been_known_and_every_combination_counts_as_tried(
    qtbot: QtBot, wizard: BacktestWizard, shelf: Runs
) -> None:
    set_up(qtbot, wizard)
    write(wizard, 0, "fast", "5, 10, 30")
    write(wizard, 1, "slow", "20 to 40 step 10")
    assert "7 combinations; 2 more are left out" in text(wizard, "sweepCount")
    sweep(qtbot, wizard)
    page = wizard.parts.sweep
    assert "Choosing by the past alone made" in text(wizard, "sweepOutOfSample")
    assert "nobody could have known" in text(wizard, "sweepBest")
    assert "Probability of overfitting" in text(wizard, "sweepOverfitting")
    assert "All 7 combinations count as tried" in text(wizard, "sweepTried")
    assert page.honest[0].y() < page.honest[1].y() < page.map.mapTo(page, QPoint(0, 0)).y()
    qtbot.waitUntil(lambda: len(shelf.runs) == 1)
    kept = shelf.runs[0]
    assert (len(kept.results["trials"]), kept.results["tried"]) == (7, 7)
    assert kept.results["sweep"] == {"fast": [5.0, 10.0, 30.0], "slow": [20.0, 30.0, 40.0]}
    assert all(TriedRun(trial["digest"], trial["sharpe"], 8_760.0).digest for trial in kept.results["trials"])


@pytest.mark.slow
def test_keys_go_over_the_map_and_enter_runs_the_combination_by_itself(qtbot: QtBot, wizard: BacktestWizard) -> None:
    set_up(qtbot, wizard)
    write(wizard, 0, "fast", "5, 10, 30")
    write(wizard, 1, "slow", "20, 40")
    sweep(qtbot, wizard)
    shown = wizard.parts.sweep.map
    assert shown.hasFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(shown, key)
    assert shown.current is not None
    assert shown.current.values == {"fast": 5.0, "slow": 40.0}
    assert text(wizard, "sweepReadout").startswith("fast 5, slow 40: return ")
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Down)  # 30 and 20 is none: nothing is there
    assert shown.current.values == {"fast": 30.0, "slow": 40.0}
    expected = shown.current
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.parts.page == RESULTS, timeout=PATIENCE_MS)
    assert wizard.parts.strategy.knobs().fast == 30
    assert wizard.parts.strategy.knobs().slow == 40
    assert wizard.parts.results.trades.rowCount() == expected.trades


def test_a_click_on_a_cell_takes_its_stop_into_the_rules(qtbot: QtBot, wizard: BacktestWizard) -> None:
    set_up(qtbot, wizard, "buy_and_hold")
    write(wizard, 0, "stop_loss", "2, 5")
    write(wizard, 1, "", "")
    sweep(qtbot, wizard)
    shown = wizard.parts.sweep.map
    assert shown.grid.down == ""
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.room_of((1, 0)).center().toPoint())
    qtbot.waitUntil(lambda: wizard.parts.page == RESULTS, timeout=PATIENCE_MS)
    assert wizard.parts.rules.choices(SYMBOL).rules.stop_loss == pytest.approx(0.05)


def test_a_third_parameter_is_shown_by_the_best_over_it_and_the_table_is_sorted(
    qtbot: QtBot, wizard: BacktestWizard
) -> None:
    set_up(qtbot, wizard)
    write(wizard, 0, "fast", "5, 10")
    write(wizard, 1, "slow", "20, 40")
    write(wizard, 2, "stop_loss", "1, 3, 5")
    sweep(qtbot, wizard)
    page = wizard.parts.sweep
    assert page.trials.rowCount() == 12
    assert len(page.map.grid.cells) == 4
    for (column, row), trial in page.map.grid.cells.items():
        rest = [
            page.trials.row(place).total_return
            for place in range(12)
            if page.trials.row(place).values["fast"] == (5.0, 10.0)[column]
            and page.trials.row(place).values["slow"] == (20.0, 40.0)[row]
        ]
        assert (len(rest), trial.total_return) == (3, max(rest))
    assert "the best over stop loss" in text(wizard, "sweepReadout")
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    shown = [page.sorted.index(row, 1).data() for row in range(12)]
    made = [float(words.replace("−", "-").rstrip("%").replace(",", "")) for words in shown]
    assert made == sorted(made, reverse=True)
    page.measure.box.setCurrentIndex(page.measure.box.findData("sharpe"))
    assert page.map.current is not None
    assert page.map.current.sharpe == max(trial.sharpe or -9 for trial in page.map.grid.cells.values())


def test_a_sweep_is_stopped_within_a_second_and_nothing_of_it_is_kept(
    qtbot: QtBot, wizard: BacktestWizard, library: Shelved, shelf: Runs
) -> None:
    library.bars = walk(30_000)
    wizard.parts.market.period.box.setCurrentIndex(wizard.parts.market.period.box.findData("all"))
    wizard.begin_with(SYMBOL, Interval.HOUR_1)
    set_up(qtbot, wizard)
    write(wizard, 0, "fast", "2 to 50")
    write(wizard, 1, "slow", "51 to 200")
    press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: " left" in text(wizard, "sweepStage"), timeout=PATIENCE_MS)
    assert " of 7,350" in text(wizard, "sweepStage")
    began = monotonic()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not wizard.is_running and not wizard.sweeping.is_leaving, timeout=PATIENCE_MS)
    assert monotonic() - began < 1
    assert "Stopped" in text(wizard, "sweepStage")
    assert wizard.isVisible()
    assert shelf.runs == []


def test_what_cannot_be_swept_is_said_with_what_to_write(qtbot: QtBot, wizard: BacktestWizard) -> None:
    set_up(qtbot, wizard)
    for number, name, values, sentence in (
        (0, "fast", "many", "'many' is no number that fast can have"),
        (0, "fast", "1 to 9 step 0", "in steps above 0"),
        (0, "fast", "50", "shorter than the slow one"),
        (0, "slow", "20", "chosen twice"),
        (0, "fast", "1 to 4000", "it may have 1 to 10,000"),
    ):
        write(wizard, number, name, values)
        write(wizard, 1, "slow", "20, 30, 40")
        assert sentence in text(wizard, "sweepCount")
        assert not wizard.parts.next.isEnabled()
    press_enter(qtbot, wizard)
    assert wizard.parts.page == SWEEP_SETUP


@pytest.mark.slow
def test_some_are_drawn_at_random_and_a_refusal_of_the_cluster_is_told(qtbot: QtBot, wizard: BacktestWizard) -> None:
    set_up(qtbot, wizard)
    setup = wizard.parts.sweep_setup
    setup.way.box.setCurrentIndex(setup.way.box.findData("random"))
    setup.draws.line.setText("4")
    assert "; 4 of them are drawn." in text(wizard, "sweepCount")
    assert len(setup.choices()) == 4
    wizard._scheduler = lambda: "tcp://127.0.0.1:1"  # nobody listens there
    press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: text(wizard, "sweepStage").startswith("▲"), timeout=PATIENCE_MS)
    assert "Dask" in text(wizard, "sweepStage")
    assert wizard.parts.next.isEnabled()


def test_gains_and_losses_have_colours_the_colour_blind_can_tell_apart() -> None:
    for theme in (DARK, LIGHT):
        gain, loss, none = (fill_of(theme, value, 0.2) for value in (0.2, -0.2, 0.0))
        assert len({gain, loss, none}) == 3
        red_up, blue_up = (int(gain[1:3], 16), int(gain[5:7], 16))
        red_down, blue_down = (int(loss[1:3], 16), int(loss[5:7], 16))
        assert blue_up - red_up > blue_down - red_down
        assert fill_of(theme_named(theme.name, "teal_red"), 0.2, 0.2) == gain
