"""What a result is worth stands above everything else, and counts what is tried in the wizard."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photon_desktop.backtest.trial_judging import Judged, Judging
from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
from photon_desktop.ui.dialogs.backtest.keeping import Shown
from photon_desktop.ui.dialogs.backtest.layout import RESULTS
from tests.ui.dialogs.backtest.conftest import Runs
from tests.ui.dialogs.backtest.test_wizard import PATIENCE_MS, run, text


def said(wizard: BacktestWizard) -> str:
    return text(wizard, "backtestHonestVerdict")


def judged(qtbot: QtBot, wizard: BacktestWizard) -> None:
    qtbot.waitUntil(lambda: bool(lines(wizard)), timeout=PATIENCE_MS)


def lines(wizard: BacktestWizard) -> dict[str, str]:
    named = (label.accessibleName() for label in wizard.parts.results.honesty.facts.findChildren(QLabel))
    return dict(name.split(": ", 1) for name in named if name)


def test_the_result_is_shown_at_once_and_what_it_is_worth_above_it_when_it_is_known(
    qtbot: QtBot, wizard: BacktestWizard
) -> None:
    first: list[tuple[str, int]] = []
    wizard.runs.ended.connect(lambda _: first.append((said(wizard), wizard.parts.results.trades.rowCount())))
    run(qtbot, wizard)
    [(words, trades)] = first
    assert "is being found out" in words
    assert trades > 0
    judged(qtbot, wizard)
    panel = wizard.parts.results.honesty
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.y() + panel.height() <= wizard.parts.results.verdict.y())
    assert said(wizard).startswith("▲ No evidence of an edge:")
    found = lines(wizard)
    assert list(found)[:4] == ["This run", "Buy and hold", "RSI", "Random entries"]
    assert "of 1,000" in found["At random times"]
    assert found["At 1×, 2×, 3× the costs"].count("%") == 3
    assert found["Variations tried"] == "1, this one"
    assert "Deflated Sharpe ratio" in found
    assert "Minimum track length" in found


def test_a_models_score_stands_beside_knowing_nothing(qtbot: QtBot, wizard: BacktestWizard) -> None:
    run(qtbot, wizard, "random_forest")
    judged(qtbot, wizard)
    found = lines(wizard)
    assert "majority class" in found["Accuracy"]
    assert "chance 33.3%" in found["Balanced accuracy"]
    assert "class prior" in found["Log-loss"]
    assert wizard.minimumSizeHint().width() <= 1_240


def test_a_variation_that_is_kept_is_one_more_that_was_tried(qtbot: QtBot, wizard: BacktestWizard, shelf: Runs) -> None:
    run(qtbot, wizard)
    judged(qtbot, wizard)
    results = wizard.parts.results
    with qtbot.waitSignal(wizard.runs.varied, timeout=PATIENCE_MS):
        results.what_if.sliders["whatIfStop"].setValue(4)
    assert results.honesty.of_the_run.isVisible()
    results.keep.click()
    qtbot.waitUntil(lambda: lines(wizard).get("Variations tried", "")[:1] == "2", timeout=PATIENCE_MS)
    assert not results.honesty.of_the_run.isVisible()
    assert len(shelf.runs) == 2


def test_a_judgement_that_comes_with_the_result_waits_for_its_curves(qtbot: QtBot, wizard: BacktestWizard) -> None:
    found: list[Judged] = []
    wizard.runs.judged.connect(found.append)
    run(qtbot, wizard)
    judged(qtbot, wizard)
    at_once: list[str] = []

    def judge_at_once(_shown: Shown) -> None:
        wizard.runs.judged.emit(found[0])
        at_once.append(said(wizard))

    wizard.runs.ended.connect(judge_at_once)
    wizard.parts.results.again.click()
    qtbot.waitUntil(lambda: bool(at_once), timeout=PATIENCE_MS)
    assert "is being found out" in at_once[0]
    qtbot.waitUntil(lambda: "is being found out" not in said(wizard), timeout=PATIENCE_MS)
    assert said(wizard).startswith("▲ No evidence of an edge:")


@pytest.mark.parametrize("strategy", ["sma_cross", pytest.param("random_forest", marks=pytest.mark.slow)])
def test_nothing_below_moves_when_it_is_found_out(qtbot: QtBot, wizard: BacktestWizard, strategy: str) -> None:
    found: list[Judged] = []
    wizard.runs.judged.connect(found.append)
    run(qtbot, wizard, strategy)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE_MS)
    results = wizard.parts.results
    panel = results.honesty
    panel.wait_for()
    qtbot.wait(50)
    while_waiting = results.verdict.y(), results.curve.equity.height()
    panel.show_honesty(found[0].honesty)
    qtbot.wait(50)
    assert (results.verdict.y(), results.curve.equity.height()) == while_waiting
    assert all(label.height() >= label.sizeHint().height() for label in panel.facts.findChildren(QLabel))
    panel.say_none()
    qtbot.wait(50)
    assert results.verdict.y() < while_waiting[0]


def test_it_can_be_stopped_and_begun_again(qtbot: QtBot, wizard: BacktestWizard) -> None:
    run(qtbot, wizard)
    panel = wizard.parts.results.honesty
    panel.advance(Judging(0, 2, 8))
    assert "2 of 8 steps" in said(wizard)
    panel.stop.click()
    assert "it was stopped" in said(wizard)
    assert not panel.stop.isVisible()
    panel.again.click()
    judged(qtbot, wizard)
    assert wizard.parts.page == RESULTS


def test_sliders_are_followed_while_it_is_found_out(qtbot: QtBot, wizard: BacktestWizard) -> None:
    run(qtbot, wizard)
    with qtbot.waitSignal(wizard.runs.varied, timeout=PATIENCE_MS):
        wizard.parts.results.what_if.sliders["whatIfStop"].setValue(4)
    judged(qtbot, wizard)


def test_what_was_tried_and_can_not_be_read_is_told(
    qtbot: QtBot, wizard: BacktestWizard, shelf: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_data_hash: str) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(shelf, "tried_on", fail)
    run(qtbot, wizard)
    qtbot.waitUntil(lambda: "the disk is gone" in said(wizard))


def test_the_report_begins_with_what_the_result_is_worth(qtbot: QtBot, wizard: BacktestWizard, tmp_path: Path) -> None:
    run(qtbot, wizard)
    judged(qtbot, wizard)
    path = tmp_path / "report.html"
    wizard.shown_result.export("report", path)
    qtbot.waitUntil(path.is_file)
    page = path.read_text()
    order = [page.index(words) for words in (
        "No evidence of an edge", "Variations tried", "Sharpe ratio</td>", "<svg", "By month", "Entered (UTC)",
        "commission</td>", "Hash of the bars", "Seed", "Photon Desktop",
    )]  # fmt: skip
    assert order == sorted(order)
    assert not any(word in page for word in ("http", "src=", "<script", "url("))
