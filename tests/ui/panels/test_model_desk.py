"""The model desk: the model that decides, the ones before it, and going back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.learning.gains import ConfidenceBin, Gains
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.out_of_sample import OutOfSample
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.models.panel import ModelDeskPanel
from photon_desktop.ui.panels.models.views import ModelDeskView, StepView, VersionView

NEW, OLD, GONE = "rf-DEMO-BTC-1h-20250102T0000-aaaaaaaa", "rf-DEMO-BTC-1h-20250101T0000-bbbbbbbb", "rf-gone"
MADE = 1_735_776_000 * 10**9


def manifest(version: str, gain: float = 0.0123, evidence: str = "no evidence") -> ModelManifest:
    return ModelManifest(
        version=version,
        model_type=ModelType.RANDOM_FOREST,
        symbol="DEMO-BTC",
        interval=Interval.HOUR_1,
        trained_from=MADE,
        trained_to=MADE,
        rows=1_800,
        rows_dropped=0,
        effective_samples=96.4,
        feature_version=1,
        data_hash="d" * 64,
        model_hash="0123456789abcdef" * 4,
        seed=7,
        parameters={"trees": 300},
        libraries={"numpy": "2.4"},
        base_rates=(0.3, 0.4, 0.3),
        out_of_sample=OutOfSample(900, 0.476, 0.35, 1.0562, 0.475, 1.0663),
        evidence=evidence,
        created_at=MADE,
        importance=(("volatility", 0.02), ("rsi14", 0.001), ("volume", -0.0003)),
        gains=Gains(
            Estimate(gain, -0.004, 0.002, 0.02, 0.029),
            None,
            0,
            168,
            (ConfidenceBin(0.4, 0.5, 700, 0.45, 0.47), ConfidenceBin(0.5, 0.6, 200, 0.54, 0.5)),
        ),
    )


def view(**changes: object) -> ModelDeskView:
    versions = (
        VersionView(manifest(NEW), "champion"),
        VersionView(manifest(OLD, gain=-0.05), "retired"),
        VersionView(manifest(GONE), "dropped", is_there=False),
    )
    steps = (
        StepView(2, MADE, "promoted", "It gained +0.0020 nats."),
        StepView(1, MADE, "skipped", "Only 3 new labels."),
    )
    return replace(ModelDeskView("DEMO-BTC", Interval.HOUR_1, versions, steps), **changes)  # type: ignore[arg-type]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ModelDeskPanel:
    made = ModelDeskPanel(theme)
    qtbot.addWidget(made)
    made.resize(1_000, 260)
    made.show()
    return made


def choose(panel: ModelDeskPanel, version: str) -> None:
    position = panel.versions.position_of(version)
    assert position is not None
    panel.version_view.setCurrentIndex(panel.versions.index(position, 0))


def figure(panel: ModelDeskPanel, name: str) -> tuple[str, str]:
    row = panel.figures.find(name)
    assert row is not None
    return row.champion, row.other


def test_before_there_is_a_model_it_says_what_will_stand_here(panel: ModelDeskPanel) -> None:
    assert not panel.has_content
    assert "as soon as the first one is trained" in panel.notice
    panel.show_models(view(versions=(), steps=(), note="No model of DEMO-BTC could be trained: too few bars."))
    assert panel.notice == "No model of DEMO-BTC could be trained: too few bars."


def test_it_shows_the_champion_with_intervals_and_its_evidence(panel: ModelDeskPanel) -> None:
    panel.show_models(view())
    assert panel.head.text() == f"DEMO-BTC  1h  {NEW}"
    assert panel.evidence.text() == "○ no evidence of an edge"
    assert figure(panel, "Gain") == ("+0.0123 (−0.0040 to +0.0290)", "–")
    assert figure(panel, "Accuracy")[0] == "47.6%"
    assert figure(panel, "Likeliest class")[0] == "47.5%"
    assert figure(panel, "Direction gain")[0] == "–"
    assert figure(panel, "Rows")[0] == "1,800, worth 96"
    assert figure(panel, "Hash")[0] == "0123456789ab"


@pytest.mark.parametrize(("evidence", "words"), [("edge", "✓ edge"), ("untested", "… evidence untested")])
def test_each_state_of_evidence_has_its_own_sign(panel: ModelDeskPanel, evidence: str, words: str) -> None:
    panel.show_models(view(versions=(VersionView(manifest(NEW, evidence=evidence), "champion"),)))
    assert panel.evidence.text() == words


def test_a_version_chosen_stands_beside_the_champion_and_stays_chosen(panel: ModelDeskPanel) -> None:
    panel.show_models(view())
    choose(panel, OLD)
    assert figure(panel, "Gain")[1] == "−0.0500 (−0.0040 to +0.0290)"
    panel.show_models(view())
    assert figure(panel, "Gain")[1] == "−0.0500 (−0.0040 to +0.0290)"
    choose(panel, NEW)
    assert figure(panel, "Gain")[1] == "–"


def test_one_click_rolls_back_to_the_version_chosen(panel: ModelDeskPanel, qtbot: QtBot) -> None:
    panel.show_models(view())
    assert not panel.roll_back.isEnabled()
    choose(panel, OLD)
    with qtbot.waitSignal(panel.rollback_requested) as asked:
        qtbot.mouseClick(panel.roll_back, Qt.MouseButton.LeftButton)
    assert asked.args == ["DEMO-BTC", Interval.HOUR_1, OLD]


@pytest.mark.parametrize(("version", "why"), [(NEW, "decides already"), (GONE, "file of this version is gone")])
def test_what_can_not_be_gone_back_to_says_why(panel: ModelDeskPanel, version: str, why: str) -> None:
    panel.show_models(view())
    choose(panel, version)
    assert not panel.roll_back.isEnabled()
    assert why in panel.roll_back.toolTip()


def test_steps_are_told_by_sign_word_and_sentence(panel: ModelDeskPanel) -> None:
    panel.show_models(view())
    cells = [[panel.steps.index(row, column).data() for column in (1, 2)] for row in range(2)]
    assert cells == [["▲ took over", "It gained +0.0020 nats."], ["– skipped", "Only 3 new labels."]]


def test_inputs_show_their_worth_and_which_have_drifted(panel: ModelDeskPanel) -> None:
    panel.show_models(view(psi={"volatility": 0.31, "rsi14": 0.05}))
    cells = [[panel.inputs.index(row, column).data() for column in range(4)] for row in range(3)]
    assert cells == [
        ["Volatility", "+0.0200", "–", "▲ 0.31"],
        ["RSI 14", "+0.0010", "–", "0.05"],
        ["Volume", "−0.0003", "–", "–"],
    ]
    choose(panel, OLD)
    assert panel.inputs.index(0, 2).data() == "+0.0200"


def test_inputs_of_a_model_made_before_worth_was_measured_still_show_their_drift(panel: ModelDeskPanel) -> None:
    old = replace(manifest(NEW), importance=())
    panel.show_models(view(versions=(VersionView(old, "champion"),), psi={"close": 0.4}))
    assert panel.inputs.rowCount() == 14
    assert [panel.inputs.index(0, column).data() for column in range(4)] == ["20-bar move", "–", "–", "▲ 0.40"]


def test_drift_beyond_its_limit_is_marked(panel: ModelDeskPanel) -> None:
    panel.show_models(view())
    panel.show_drift(0.624)
    assert panel.drift.text() == "drift 0.62 of its limit"
    panel.show_drift(1.3)
    assert panel.drift.text() == "▲ drift 1.30 of its limit"
    panel.show_drift(None)
    assert panel.drift.text() == ""


def test_a_challenger_that_was_turned_down_can_be_compared_and_not_gone_back_to(panel: ModelDeskPanel) -> None:
    turned_down = VersionView(manifest("rf-challenger", gain=-0.2), "rejected", is_there=False)
    panel.show_models(view(versions=(*view().versions, turned_down)))
    choose(panel, "rf-challenger")
    assert figure(panel, "Gain")[1].startswith("−0.2000")
    assert not panel.roll_back.isEnabled()
    assert "was turned down" in panel.roll_back.toolTip()


def test_a_version_of_another_kind_can_be_compared_and_is_chosen_in_the_settings(panel: ModelDeskPanel) -> None:
    panel.show_models(view(versions=(*view().versions, VersionView(manifest("gb-1", gain=-0.2), "other kind"))))
    choose(panel, "gb-1")
    assert figure(panel, "Gain")[1].startswith("−0.2000")
    assert not panel.roll_back.isEnabled()
    assert "choose this kind in the settings" in panel.roll_back.toolTip()


def test_reliability_is_said_in_words_too(panel: ModelDeskPanel) -> None:
    panel.show_models(view())
    words = "told 45%, came true 47% of 700; told 54%, came true 50% of 200"
    assert panel.plot.accessibleDescription() == words


def test_another_market_takes_everything_away_and_themes_change(panel: ModelDeskPanel) -> None:
    panel.show_models(view())
    panel.set_theme(LIGHT)
    panel.clear()
    assert not panel.has_content
    assert panel.versions.rowCount() == panel.steps.rowCount() == panel.figures.rowCount() == 0
