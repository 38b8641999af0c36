"""What the why-panel says of a decision in words, of a model's as of the rules'."""

import re

from photon_desktop.settings.table import BY_KEY
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.words import MODEL_WORDS, action_words, is_by_rules, rule_sentence
from photon_desktop.ui.sentences.said import said

_MINUS_SIGN = re.compile(r"(?<!\w)-(?=\d)")
_NOT_LOOKED_FOR = mark("It was not looked for when this decision was made.")


def obstacle_words(decision: TradeDecision) -> str:
    """What was wanted, and each rule that stood in its way by code and sentence; empty when nothing did."""
    decided = tr("The rules wanted {action}.") if is_by_rules(decision) else tr("The model wanted {action}.")
    wish = "" if decision.wanted is None else f"{decided.format(action=decision.wanted)}\n"
    rules = "\n".join(f"⊘ {code}: {rule_sentence(code)}" for code in decision.blocked_by)
    return f"{wish}{rules}".strip()


def hold_words(decision: TradeDecision) -> str:
    """Why a HOLD holds; empty for a trade, and where a rule in its way says it already."""
    code = decision.hold_code
    if decision.action is not Action.HOLD or not code or code in decision.blocked_by:
        return ""
    return f"■ {code}: {rule_sentence(code)}"


def exploring_words(decision: TradeDecision) -> str:
    """The mark of a trade that only explores; empty for any other."""
    if not decision.exploring:
        return ""
    return tr("◇ Exploring: a small trade in a simulated market, to see what comes of it and not for a gain.")


def cases_words(decision: TradeDecision) -> str:
    """Why there are no past cases; empty when there are."""
    if decision.cases:
        return ""
    return tr("Rules decided; only a model remembers bars like this.") if is_by_rules(decision) else tr(_NOT_LOOKED_FOR)


def flip_words(decision: TradeDecision) -> str:
    """The smallest change of one input that would change the model's mind, or why none is told."""
    flip = decision.flip
    if flip is not None:
        told = said(_MINUS_SIGN.sub(formats.MINUS, flip.words.replace("->", "→")))
        action = action_words(Action(flip.action))
        return tr("The model would say {action} with {change}, all else as it was.").format(action=action, change=told)
    if is_by_rules(decision):
        return tr("Rules decided; this is known only of a model.")
    if not decision.cases:
        return tr(_NOT_LOOKED_FOR)
    return tr("No change of one input alone, as far as inputs went in training.")


def spoken_words(decision: TradeDecision) -> str:
    """Each rule that spoke, on a line of its own; empty for a model's decision."""
    if not is_by_rules(decision):
        return ""
    spoken = [said(sentence) for sentence in decision.rules_spoke if sentence]
    lines = [f"• {sentence[0].upper()}{sentence[1:]}" for sentence in spoken]
    return "\n".join(lines) or tr("None is noted with this decision.")


def settings_words(decision: TradeDecision) -> str:
    """Which settings were not the defaults when it was made; empty when all were."""
    told = ", ".join(_setting_words(key, value) for key, value in decision.settings.items())
    return tr("Under changed settings: {settings}.").format(settings=told) if told else ""


def _setting_words(key: str, told: float | int | bool | str) -> str:
    setting = BY_KEY.get(key)
    if setting is None:  # of another version
        return f"{key} {told}"
    return tr("{setting} {value} (default {default})").format(
        setting=tr(setting.label), value=setting.told_words(told), default=setting.words(setting.default)
    )


def decider_words(decision: TradeDecision) -> str:
    """Which model decided, by kind and version, or that rules did."""
    if is_by_rules(decision):
        return tr("Decided by rules, without a model")
    words = tr(MODEL_WORDS.get(decision.model_type, decision.model_type))
    return tr("{model}, version {version}").format(model=words, version=decision.model_version or formats.NO_VALUE)
