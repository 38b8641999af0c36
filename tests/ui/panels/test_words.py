"""What panels say of codes."""

import re
from pathlib import Path

import photon_desktop
from photon_desktop.learning import input_quality, wishes
from photon_desktop.trading import risk
from photon_desktop.ui.panels.words import RULE_SENTENCES, rule_sentence

PACKAGE = Path(photon_desktop.__file__).parent
CODE = re.compile(r'(?:Obstacle|Refusal)\(\s*"([A-Z_]+)"')


def codes() -> set[str]:
    """Every code that stands in the way of a trade: the constants for them, and those written where they are used."""
    named = {
        value
        for module in (wishes, input_quality, risk)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    }
    return named | {code for path in PACKAGE.rglob("*.py") for code in CODE.findall(path.read_text())}


def test_every_code_that_blocks_a_trade_has_a_sentence_of_its_own() -> None:
    assert {"COOLDOWN", "BARS_MISSING", "HALTED", "MAX_POSITION"} <= codes()
    assert codes() <= set(RULE_SENTENCES)
    assert all(sentence.endswith(".") for sentence in RULE_SENTENCES.values())


def test_a_code_nobody_knows_is_said_in_plain_letters() -> None:
    assert rule_sentence("BRAND_NEW_RULE") == "Brand new rule."
