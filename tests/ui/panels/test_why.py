"""The why-panel: what the model leaned on, and the rules that spoke."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.messages import TradeDecision
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.why import WhyPanel
from photon_desktop.ui.tables.decision_model import DecisionRow
from photon_desktop.ui.tables.row_table import Tone
from tests.ui.examples import BEGIN, REASONING, blocked, decision


@pytest.fixture
def panel(qtbot: QtBot, instruments: InstrumentBook, theme: Theme) -> WhyPanel:
    made = WhyPanel(instruments, theme)
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def row(made: TradeDecision) -> DecisionRow:
    return DecisionRow("message", "trace", made, BEGIN, "done")


def test_before_a_decision_is_chosen_it_says_how_to_choose_one(panel: WhyPanel) -> None:
    assert not panel.has_content
    assert "Click one in the feed" in panel.notice


def test_it_shows_the_decision_in_full(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    assert panel.head.text() == "▲ BUY  DEMO-BTC  1h"
    assert panel.reasoning.text() == REASONING
    assert panel.model.text() == "Random forest, version rf-20241207-4f2a"
    texts = {name: label.text() for name, label in panel.figures.items()}
    assert texts == {
        "Price": "96,500.0", "Quantity": "0.0104", "Stop": "93,605.0", "Target": "101,325.0", "Risk score": "0.30",
    }  # fmt: skip
    assert "2024-12-07 10:00:00 UTC" in panel.moment.toolTip()


def test_contributions_are_signed_bars_the_largest_filling_its_side(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    lines = panel.contributions.lines
    assert [(line.label, line.figure) for line in lines] == [
        ("RSI 14", "+0.213"), ("Trend strength", "+0.121"), ("MACD histogram", "−0.064"),
    ]  # fmt: skip
    assert lines[0].share == 1.0
    assert lines[2].share == pytest.approx(-0.064 / 0.213)
    assert [line.tone for line in lines] == [Tone.UP, Tone.UP, Tone.DOWN]
    assert panel.contributions.accessibleDescription().startswith("RSI 14 +0.213")


def test_probabilities_are_bars_from_sell_to_buy(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    assert [(line.label, line.figure) for line in panel.probabilities.lines] == [
        ("▼ SELL", "5.0%"), ("■ HOLD", "10.0%"), ("▲ BUY", "85.0%"),
    ]  # fmt: skip


def test_blocked_wishes_name_every_rule_by_code_and_sentence(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(blocked(), blocked_by=("MAX_POSITION", "BRAND_NEW_RULE"))))
    assert panel.rules.text() == (
        "The model wanted BUY.\n"
        "⊘ MAX_POSITION: The position would be larger than its share of equity allows.\n"
        "⊘ BRAND_NEW_RULE: Brand new rule."
    )
    panel.show_decision(row(decision()))
    assert panel.rules.isHidden()


def test_a_decision_by_rules_shows_no_bars(panel: WhyPanel) -> None:
    plain = replace(decision(), model_type="rules", model_version="", probabilities={}, contributions=())
    panel.show_decision(row(plain))
    assert panel.model.text() == "Rules, version –"
    assert panel.probabilities.lines == panel.contributions.lines == ()


def test_the_bars_are_drawn_and_follow_the_theme(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    dark = panel.contributions.grab().toImage()
    turned = replace(decision(), contributions=(("rsi14", -0.213), ("trend_strength", 0.121), ("macd_hist", -0.064)))
    panel.show_decision(row(turned))
    assert panel.contributions.grab().toImage() != dark
    panel.show_decision(row(decision()))
    panel.set_theme(LIGHT)
    assert panel.contributions.grab().toImage() != dark
