"""The wizard from its first page to its results, with real widgets, keys and processes."""

import csv
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.backtest.trial_process import Outcome
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import LIGHT
from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
from photon_desktop.ui.dialogs.backtest.layout import KEPT, MARKET, RESULTS, RULES, RUN, STRATEGY
from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked
from photon_desktop.ui.dialogs.backtest.views import Coverage, NoCoverage
from tests.ui.chart.markets import walk
from tests.ui.dialogs.backtest.conftest import SYMBOL, WARNING, Runs, Shelved

PATIENCE_MS = 60_000


def press_enter(qtbot: QtBot, wizard: BacktestWizard) -> None:
    qtbot.keyClick(wizard.focusWidget() or wizard, Qt.Key.Key_Return)


def choose(wizard: BacktestWizard, strategy: str) -> None:
    box = wizard.parts.strategy.strategy.box
    box.setCurrentIndex(box.findData(strategy))


def run(qtbot: QtBot, wizard: BacktestWizard, strategy: str = "sma_cross") -> None:
    choose(wizard, strategy)
    qtbot.waitUntil(lambda: not wizard.parts.market.is_looking)
    for _ in range(4):
        press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.parts.page == RESULTS, timeout=PATIENCE_MS)


def text(wizard: BacktestWizard, name: str) -> str:
    label = wizard.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_five_presses_of_enter_run_a_good_backtest_and_show_its_result(qtbot: QtBot, wizard: BacktestWizard) -> None:
    for _ in range(5):
        press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.parts.page == RESULTS, timeout=PATIENCE_MS)
    assert text(wizard, "backtestVerdict").startswith("Random forest ")
    assert "buying and holding" in text(wizard, "backtestVerdict")
    press_enter(qtbot, wizard)  # one too many does no harm
    assert wizard.isVisible()
    assert wizard.parts.page == RESULTS


def at_the_run(qtbot: QtBot, wizard: BacktestWizard, strategy: str) -> None:
    """Turn to the page that runs it."""
    choose(wizard, strategy)
    qtbot.waitUntil(lambda: not wizard.parts.market.is_looking)
    for _ in range(3):
        press_enter(qtbot, wizard)
    assert wizard.parts.page == RUN


def test_a_model_is_replayed_when_that_is_chosen_by_keys_and_run_at_once_beside_it(
    qtbot: QtBot, wizard: BacktestWizard
) -> None:
    asked: list[ReplayAsked] = []
    told: list[str] = []
    wizard.replay_asked.connect(asked.append)
    wizard.worked_out.connect(lambda _trial, words: told.append(words))
    at_the_run(qtbot, wizard, "random_forest")
    page = wizard.parts.run
    assert page.at_once.isChecked()
    page.at_once.setFocus()
    qtbot.keyClick(page.at_once, Qt.Key.Key_Right)
    assert page.is_replayed
    press_enter(qtbot, wizard)
    (replay,) = asked
    assert (replay.trial.strategy, len(replay.bars), replay.source) == ("random_forest", 1_200, "demo")
    qtbot.waitUntil(lambda: wizard.parts.page == RESULTS, timeout=PATIENCE_MS)
    assert told[0].startswith("equity ")
    assert told[0].endswith(("trade.", "trades."))


def test_how_it_is_run_is_remembered_and_a_rule_says_why_it_is_not_replayed(
    qtbot: QtBot, wizard: BacktestWizard
) -> None:
    at_the_run(qtbot, wizard, "random_forest")
    page = wizard.parts.run
    page.replayed.click()
    for strategy, can_replay in (("sma_cross", False), ("gradient_boosting", True)):
        wizard.begin_with(SYMBOL, Interval.HOUR_1)
        at_the_run(qtbot, wizard, strategy)
        assert (page.replayed.isEnabled(), page.is_replayed) == (can_replay, can_replay)
        assert ("Not replayed for" in text(wizard, "backtestReplayWords")) is not can_replay


def test_enter_goes_on_from_every_field(qtbot: QtBot, wizard: BacktestWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.parts.market.is_looking)
    for page, field in (
        (MARKET, wizard.parts.market.symbol),
        (STRATEGY, wizard.parts.strategy.strategy.box),
        (RULES, wizard.parts.rules.commission.line),
    ):
        assert wizard.parts.page == page
        field.setFocus()
        press_enter(qtbot, wizard)
    assert wizard.parts.page == RUN


def test_coverage_and_gaps_are_shown_and_other_bars_are_one_click_away(qtbot: QtBot, wizard: BacktestWizard) -> None:
    qtbot.waitUntil(lambda: "1,200 bars" in text(wizard, "backtestCoverage"))
    assert "2 bars are missing, in 1 gap." in text(wizard, "backtestCoverage")
    assert wizard.parts.market.gaps.count() == 1
    assert "2 bars missing" in wizard.parts.market.gaps.item(0).text()
    with qtbot.waitSignal(wizard.import_asked):
        wizard.parts.market.import_button.click()
    with qtbot.waitSignal(wizard.download_asked):
        wizard.parts.market.download_button.click()


def test_a_symbol_without_bars_says_so_and_goes_no_further(qtbot: QtBot, wizard: BacktestWizard) -> None:
    wizard.parts.market.symbol.setCurrentText("NOPE")
    qtbot.waitUntil(lambda: "no 1h bars of NOPE" in text(wizard, "backtestCoverage"))
    assert not wizard.parts.next.isEnabled()
    press_enter(qtbot, wizard)
    assert wizard.parts.page == MARKET


def test_days_without_bars_say_which_days_have_some(qtbot: QtBot, wizard: BacktestWizard) -> None:
    market = wizard.parts.market
    qtbot.waitUntil(lambda: not market.is_looking)
    market.period.box.setCurrentIndex(market.period.box.findData("days"))
    market.last_day.setDate(market.first_day.date().addDays(-5))
    assert "swap them" in text(wizard, "backtestCoverage")
    market.first_day.setDate(market.first_day.date().addDays(-30))
    assert "there are bars from 2024-03-29 to 2024-05-17" in text(wizard, "backtestCoverage")
    assert not wizard.parts.next.isEnabled()


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("backtestCommission", "11", "The commission is 11; it is 0 to 10."),
        ("backtestStop", "120", "The stop is 120; it is above 0, up to 99.9."),
        ("backtestBalance", "", "The starting money is empty"),
        ("backtestSlippage", "much", "'much' is not a number"),
    ],
)
def test_what_lies_beyond_is_said_beside_its_field_with_the_bound(
    qtbot: QtBot, wizard: BacktestWizard, name: str, typed: str, sentence: str
) -> None:
    qtbot.waitUntil(lambda: not wizard.parts.market.is_looking)
    press_enter(qtbot, wizard)
    press_enter(qtbot, wizard)
    line = wizard.findChild(QLineEdit, name)
    assert line is not None
    line.setText(typed)
    assert sentence in line.accessibleDescription()
    assert any(sentence in label.text() for label in wizard.parts.rules.findChildren(QLabel))
    press_enter(qtbot, wizard)
    assert wizard.parts.page == RULES


def test_a_fast_average_that_is_not_shorter_is_refused(qtbot: QtBot, wizard: BacktestWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.parts.market.is_looking)
    press_enter(qtbot, wizard)
    choose(wizard, "sma_cross")
    wizard.parts.strategy.fast.line.setText("30")
    assert "shorter than the slow one" in text(wizard, "backtestStrategyFault")
    assert not wizard.parts.next.isEnabled()


def test_too_few_bars_are_told_on_the_page_of_the_run(qtbot: QtBot, wizard: BacktestWizard, library: Shelved) -> None:
    library.bars = walk(300)
    wizard.begin_with(SYMBOL, Interval.HOUR_1)
    for _ in range(5):
        press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: "needs at least" in text(wizard, "backtestStage"), timeout=PATIENCE_MS)
    assert wizard.parts.next.isEnabled()


def test_a_rule_that_fails_is_told_with_its_line(qtbot: QtBot, wizard: BacktestWizard, tmp_path: Path) -> None:
    rule = tmp_path / "mine.py"
    rule.write_text("def signal(bars):\n    return bars.close[-1] / 0 if len(bars) > 5 else missing\n")
    wizard.parts.strategy.path.setText(str(rule))
    choose(wizard, "own")
    for _ in range(4):
        press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: "mine.py, line 2" in text(wizard, "backtestStage"), timeout=PATIENCE_MS)


def test_a_run_is_stopped_within_a_second(qtbot: QtBot, wizard: BacktestWizard, library: Shelved) -> None:
    library.bars = walk(30_000)
    wizard.parts.market.period.box.setCurrentIndex(wizard.parts.market.period.box.findData("all"))
    wizard.begin_with(SYMBOL, Interval.HOUR_1)
    for _ in range(4):
        press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: "Fitting the models" in text(wizard, "backtestStage"), timeout=PATIENCE_MS)
    began = monotonic()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not wizard.is_running and not wizard.runs.is_leaving, timeout=PATIENCE_MS)
    assert monotonic() - began < 1
    assert wizard.isVisible()
    assert "Stopped." in text(wizard, "backtestStage")


def test_sliders_move_verdict_trades_and_figures_and_only_the_newest_counts(
    qtbot: QtBot, wizard: BacktestWizard
) -> None:
    run(qtbot, wizard)
    results = wizard.parts.results
    before, told = results.figures.text_of("total_return"), []
    wizard.runs.varied.connect(told.append)
    stop = results.what_if.sliders["whatIfStop"]
    for place in range(1, 41):
        stop.setValue(place)
    qtbot.waitUntil(lambda: bool(told) and told[-1].rules.stop_loss == 0.2, timeout=PATIENCE_MS)
    assert len(told) < 40
    stop.setValue(2)
    qtbot.waitUntil(lambda: told[-1].rules.stop_loss == 0.01, timeout=PATIENCE_MS)
    assert results.figures.text_of("total_return") != before
    assert "Other rules than were run" in text(wizard, "backtestVerdict")
    assert results.trades.rowCount() == len(told[-1].simulation.trades)
    results.what_if.back.click()
    qtbot.waitUntil(lambda: results.figures.text_of("total_return") == before, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("name", "place", "read", "expected"),
    [
        ("whatIfTarget", 4, lambda o: o.rules.take_profit, 0.02),
        ("whatIfCommission", 50, lambda o: float(o.rules.costs.commission_rate), 0.005),
        ("whatIfSlippage", 0, lambda o: float(o.rules.costs.slippage_rate), 0.0),
        ("whatIfSize", 25, lambda o: o.rules.sizing.amount, 0.25),
    ],
)
def test_each_slider_stands_for_its_rule(
    qtbot: QtBot, wizard: BacktestWizard, name: str, place: int, read: Callable[[Outcome], float], expected: float
) -> None:
    run(qtbot, wizard)
    with qtbot.waitSignal(wizard.runs.varied, timeout=PATIENCE_MS) as told:
        wizard.parts.results.what_if.sliders[name].setValue(place)
    assert read(told.args[0]) == pytest.approx(expected)


@pytest.mark.slow
def test_the_confidence_of_a_model_varies_what_was_predicted(qtbot: QtBot, wizard: BacktestWizard) -> None:
    run(qtbot, wizard, "random_forest")
    slider = wizard.parts.results.what_if.sliders["whatIfConfidence"]
    assert slider.isVisible()
    with qtbot.waitSignal(wizard.runs.varied, timeout=PATIENCE_MS):
        slider.setValue(95)
    assert "never traded" in text(wizard, "backtestVerdict")


def test_trades_are_sorted_by_any_column(qtbot: QtBot, wizard: BacktestWizard) -> None:
    run(qtbot, wizard)
    model = wizard.parts.results.trades
    wizard.parts.results.table.sortByColumn(8, Qt.SortOrder.AscendingOrder)
    shown = [float(model.index(row, 8).data().replace("−", "-").rstrip("%")) for row in range(model.rowCount())]
    assert len(shown) > 2
    assert shown == sorted(shown)


def test_every_figure_says_how_it_comes_about(qtbot: QtBot, wizard: BacktestWizard) -> None:
    figures = wizard.parts.results.figures
    tooltips = {figures.item(row, 0).text(): figures.item(row, 0).toolTip() for row in range(figures.rowCount())}
    assert "√(bars a year)" in tooltips["Sharpe"]
    assert all(tooltips.values())


def test_runs_are_kept_named_and_compared(qtbot: QtBot, wizard: BacktestWizard, shelf: Runs) -> None:
    run(qtbot, wizard)
    qtbot.waitUntil(lambda: len(shelf.runs) == 1)
    qtbot.waitUntil(lambda: WARNING in text(wizard, "backtestWarnings"))
    wizard.parts.results.name.setFocus()
    wizard.parts.results.name.selectAll()
    qtbot.keyClicks(wizard.parts.results.name, "My cross")
    press_enter(qtbot, wizard)
    qtbot.waitUntil(lambda: shelf.runs[0].name == "My cross")
    with qtbot.waitSignal(wizard.runs.varied, timeout=PATIENCE_MS):
        wizard.parts.results.what_if.sliders["whatIfStop"].setValue(4)
    wizard.parts.results.keep.click()
    qtbot.waitUntil(lambda: len(shelf.runs) == 2)
    assert (shelf.runs[0].name, shelf.runs[0].parameters["stop_loss"]) == ("My cross, varied", 2.0)
    wizard.parts.show_kept.click()
    kept = wizard.parts.kept
    qtbot.waitUntil(lambda: kept.runs.rowCount() == 2)
    kept.select(0, 1)
    shown = [kept.figures.text_of("total_return", column) for column in (1, 2)]
    assert len(set(shown)) == 2
    assert kept.curve.isVisible()
    kept.select(0)
    kept.remove.click()
    qtbot.waitUntil(lambda: kept.runs.rowCount() == 1)


def test_a_kept_run_is_run_again_with_one_click_and_gives_the_same_trades(
    qtbot: QtBot, wizard: BacktestWizard, shelf: Runs
) -> None:
    run(qtbot, wizard)
    qtbot.waitUntil(lambda: len(shelf.runs) == 1)
    wizard.parts.rules.commission.line.setText("5")
    choose(wizard, "rsi")
    wizard.parts.show_kept.click()
    kept = wizard.parts.kept
    qtbot.waitUntil(lambda: kept.runs.rowCount() == 1)
    assert wizard.parts.page == KEPT
    kept.select(0)
    kept.again.click()
    qtbot.waitUntil(lambda: len(shelf.runs) == 2, timeout=PATIENCE_MS)
    again, first = shelf.runs
    assert again.results["digest"] == first.results["digest"]
    assert again.results["data_hash"] == first.results["data_hash"]


def test_a_run_is_written_as_csv_png_and_a_page_that_stands_alone(
    qtbot: QtBot, wizard: BacktestWizard, tmp_path: Path
) -> None:
    run(qtbot, wizard)
    paths = {kind: tmp_path / f"out.{kind}" for kind in ("trades", "equity", "picture", "report")}
    for kind, path in paths.items():
        wizard.shown_result.export(kind, path)
        qtbot.waitUntil(path.is_file)
    with paths["trades"].open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == wizard.parts.results.trades.rowCount()
    assert list(rows[0])[:3] == ["entry_time", "exit_time", "side"]
    assert paths["equity"].read_text().splitlines()[0] == "timestamp,equity"
    assert len(paths["equity"].read_text().splitlines()) == 1_201
    assert not QImage(str(paths["picture"])).isNull()
    page = paths["report"].read_text()
    assert text(wizard, "backtestVerdict") in page
    assert "http" not in page
    qtbot.waitUntil(lambda: "Written" in text(wizard, "backtestResultState"))


def test_a_place_that_can_not_be_written_is_told(qtbot: QtBot, wizard: BacktestWizard, tmp_path: Path) -> None:
    run(qtbot, wizard)
    wizard.shown_result.export("trades", tmp_path / "no" / "such" / "folder.csv")
    qtbot.waitUntil(lambda: "can't be written" in text(wizard, "backtestResultState"))


def test_everything_that_can_be_used_has_a_name(qtbot: QtBot, wizard: BacktestWizard) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QTableView)
    widgets = [widget for kind in kinds for widget in wizard.findChildren(kind) if is_reached(widget)]
    assert len(widgets) > 40
    assert [widget.objectName() for widget in widgets if not widget.accessibleName()] == []


def is_reached(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    is_part = parent is not None and (isinstance(parent, QComboBox) or "qt_" in widget.objectName())
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_part


def test_the_other_theme_is_drawn(qtbot: QtBot, wizard: BacktestWizard) -> None:
    run(qtbot, wizard)
    wizard.set_theme(LIGHT)
    assert wizard.parts.results.curve.equity.backgroundBrush().color().name() == LIGHT.canvas


def test_bars_that_come_late_are_waited_for(qtbot: QtBot, wizard: BacktestWizard) -> None:
    """Five presses before the first bar was read run the backtest all the same."""
    market = wizard.parts.market
    qtbot.waitUntil(lambda: not market.is_looking)
    choose(wizard, "buy_and_hold")
    market.is_looking = True
    for _ in range(5):
        press_enter(qtbot, wizard)
    assert wizard.is_running
    assert not wizard.runs.is_running
    wizard._take_bars(Coverage(SYMBOL, Interval.HOUR_1, walk(500), "csv", 0, 0, ()))
    qtbot.waitUntil(lambda: wizard.parts.page == RESULTS, timeout=PATIENCE_MS)
    assert "Buy and hold" in text(wizard, "backtestVerdict")


def test_bars_that_do_not_come_are_told_where_they_were_waited_for(qtbot: QtBot, wizard: BacktestWizard) -> None:
    market = wizard.parts.market
    qtbot.waitUntil(lambda: not market.is_looking)
    market.is_looking = True
    market._found = None
    for _ in range(5):
        press_enter(qtbot, wizard)
    wizard._take_bars(NoCoverage(SYMBOL, Interval.HOUR_1, "There are no bars."))
    assert "There are no bars" in text(wizard, "backtestStage")
    assert not wizard.is_running
