"""The why-panel: what the model leaned on, and the rules that spoke."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photon_desktop.trading.messages import Action, ReportStatus, TradeDecision
from photon_desktop.trading.why import Flip, PastCase
from photon_desktop.ui import formats
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.why import WhyPanel
from photon_desktop.ui.tables.decision_model import DecisionRow
from photon_desktop.ui.tables.row_table import Tone
from tests.ui.examples import BEGIN, HOUR, REASONING, blocked, decision, report

CASES = (
    PastCase(BEGIN - 900 * HOUR, 0.8, "BUY", 0.0312, 9),
    PastCase(BEGIN - 4_000 * HOUR, 1.114, "SELL", -0.0288, 1),
    PastCase(BEGIN - 60 * HOUR, 1.42, "HOLD", 0.0, 24),
)
FLIP = Flip("close", -0.176, 0.242, 0.31, "SELL", "a 20-bar change of -1.20% -> +0.40%")


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


def test_an_order_that_was_refused_shows_every_rule_by_code_and_sentence(panel: WhyPanel) -> None:
    refused = replace(
        report(ReportStatus.REJECTED), blocked_by=("MAX_ORDER", "NO_CASH"),
        message="The order is worth 1003.60, above 900. It needs 1003.60 and the free cash is 12.10.",
    )  # fmt: skip
    panel.show_decision(replace(row(decision()), reports=(refused,)))
    assert panel.outcome.text().splitlines() == [
        "✕ rejected by 2 rules:",
        "⊘ MAX_ORDER: The order would be larger than its share of equity allows.",
        "⊘ NO_CASH: There is not enough free cash for the order and its costs.",
        refused.message,
    ]
    assert panel.outcome.property("tone") == "warning"
    panel.show_decision(replace(row(decision()), reports=(report(ReportStatus.REJECTED),)))
    assert panel.outcome.text() == "✕ rejected, NO_CASH: The order needs 1003.60 and the free cash is 12.10."


def test_every_report_on_an_order_is_shown_as_it_comes(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    assert panel.outcome.isHidden()
    first = replace(report(ReportStatus.PARTIALLY_EXECUTED), executed_price=Decimal(96_500), quantity=Decimal("0.01"))
    panel.show_outcome(replace(row(decision()), reports=(first,)))
    panel.show_outcome(replace(row(decision()), reports=(first, report())))
    one, other = panel.outcome.text().splitlines()
    assert one.startswith("◐ partly executed 0.0100 at 96,500.0, ")
    assert other.startswith("✓ executed 0.0104 at 96,548.2, ")
    assert other.endswith("commission 1.00, slippage +0.50")
    assert panel.outcome.property("tone") == "plain"
    panel.show_outcome(replace(row(decision()), message_id="another", reports=(first,)))
    assert len(panel.outcome.text().splitlines()) == 2


def test_a_decision_that_was_never_handled_says_why(panel: WhyPanel) -> None:
    panel.show_decision(replace(row(decision()), status="expired", note="It is older than its bar."))
    assert panel.outcome.text() == "✕ Expired. It is older than its bar."
    assert panel.outcome.isVisible()


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


def test_contributions_next_to_nothing_are_no_long_bars(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(decision(), contributions=(("volume", -0.0004), ("macd", 0.0002)))))
    assert [line.share for line in panel.contributions.lines] == pytest.approx([-0.04, 0.02])


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
    assert panel.model.text() == "Decided by rules, without a model"
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


def test_past_bars_say_by_word_and_sign_what_followed_the_nearest_first(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(decision(), cases=CASES)))
    times = [formats.minute_time(case.time) for case in CASES]
    assert panel.cases.texts == [
        [times[0], "0.80", "▲ rose", "+3.17%"],
        [times[1], "1.11", "▼ fell", "−2.84%"],
        [times[2], "1.42", "■ neither", "0.00%"],
    ]
    assert f"{times[1]}: ▼ fell, −2.84% in 1 bar;" in panel.cases.accessibleDescription()
    assert panel.no_cases.isHidden()
    panel.show_decision(row(replace(decision(), cases=CASES[:1])))
    assert panel.cases.texts == [[times[0], "0.80", "▲ rose", "+3.17%"]]


def test_nothing_of_the_past_bars_is_cut_in_a_narrow_dock(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(decision(), cases=CASES, flip=FLIP)))
    labels = panel.cases.findChildren(QLabel)
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    assert max(label.geometry().right() for label in labels) < panel.cases.width()
    assert panel.cases.mapTo(panel, panel.cases.rect().topRight()).x() < panel.width()


def test_what_would_change_it_names_the_input_then_and_now(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(decision(), cases=CASES, flip=FLIP)))
    assert panel.flip.text() == (
        "The model would say ▼ SELL with a 20-bar change of −1.20% → +0.40%, all else as it was."
    )
    panel.show_decision(row(replace(decision(), cases=CASES)))
    assert panel.flip.text() == "No change of one input alone, as far as inputs went in training."


def test_what_an_early_decision_did_not_keep_is_said_in_words(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    assert panel.cases.isHidden()
    assert panel.no_cases.text() == panel.flip.text() == "It was not looked for when this decision was made."


def test_a_hold_says_why_it_holds_once(panel: WhyPanel) -> None:
    held = replace(decision(Action.HOLD), hold_code="MODEL_HOLDS")
    panel.show_decision(row(held))
    assert panel.hold.text() == "■ MODEL_HOLDS: The model itself holds: no move is the likeliest."
    panel.show_decision(row(replace(blocked(), hold_code="MAX_POSITION")))
    assert panel.hold.isHidden()
    assert panel.rules.text().count("MAX_POSITION") == 1
    panel.show_decision(row(decision()))
    assert panel.hold.isHidden()


def test_exploring_is_marked_by_shape_and_word(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(decision(), exploring=True)))
    assert panel.exploring.text().startswith("◇ Exploring:")
    panel.show_decision(row(decision()))
    assert panel.exploring.isHidden()


def test_rules_that_decided_are_named_and_no_model_is_spoken_of(panel: WhyPanel) -> None:
    plain = replace(
        blocked(), model_type="rules", model_version="", probabilities={}, contributions=(),
        rules_spoke=("a bull trend of strength 0.82 for buying", "an oversold RSI for buying"),
    )  # fmt: skip
    panel.show_decision(row(plain))
    assert panel.spoken.text() == "• A bull trend of strength 0.82 for buying\n• An oversold RSI for buying"
    assert panel.rules.text().startswith("The rules wanted BUY.")
    assert panel.no_cases.text() == "Rules decided; only a model remembers bars like this."
    panel.show_decision(row(decision()))
    assert panel.spoken.isHidden()


def test_all_it_says_has_an_accessible_name(panel: WhyPanel) -> None:
    panel.show_decision(row(replace(decision(), cases=CASES, flip=FLIP, exploring=True)))
    told = (panel.exploring, panel.rules, panel.hold, panel.spoken, panel.flip, panel.cases, panel.no_cases)
    names = [part.accessibleName() for part in told]
    assert all(names) and len(set(names)) == len(names)


def test_settings_that_were_not_the_defaults_are_told_with_the_defaults(panel: WhyPanel) -> None:
    told = {"limits.minimum_confidence": 0.3, "limits.allow_short": True, "policy.cooldown_bars": 5, "old.knob": 7}
    panel.show_decision(row(replace(decision(), settings=told)))
    assert panel.settings.isVisible()
    assert panel.settings.text() == (
        "Under changed settings: Least confidence 30% (default 40%), Short selling on (default off),"
        " Cooldown 5 bars (default 1 bar), old.knob 7."
    )


def test_under_the_defaults_nothing_is_said_of_settings(panel: WhyPanel) -> None:
    panel.show_decision(row(decision()))
    assert not panel.settings.isVisible()
