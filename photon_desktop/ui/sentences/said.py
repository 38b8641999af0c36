"""Says a text of the floors below in the user's language, as far as its sentences are known."""

import re
from functools import cache, lru_cache

from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences import (
    of_agents,
    of_alerts,
    of_backtests,
    of_decisions,
    of_exchange,
    of_imports,
    of_inputs,
    of_reports,
    of_risk,
    of_settings,
)

PATTERNS = (
    *of_decisions.WHOLE, *of_decisions.HALF, *of_risk.WHOLE, *of_backtests.WHOLE, *of_backtests.HALF,
    *of_backtests.LINES, *of_backtests.NOTES, *of_reports.WHOLE, *of_inputs.CHANGES, *of_inputs.STATES,
    *of_agents.WHOLE, *of_agents.HALF, *of_exchange.WHOLE, *of_exchange.HALF, *of_imports.WHOLE, *of_imports.HALF,
    *of_settings.WHOLE, *of_alerts.WHOLE, *of_alerts.HALF,
)  # fmt: skip
_FIELD = re.compile(r"\{(\w+)\}")
_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")
_JOINTS = (", and ", ", ")
_SHORT = 6  # letters: what says so little takes only single words in its fields
_NESTED = 3  # sentences, the half sentences in them, and words in those


def said(text: str) -> str:
    """`text` with each sentence, each half sentence in it and each word of those that is known in the user's language;
    what is not known stays as it is, as everything does in English."""
    return text if not text or tr(_KNOWN) == _KNOWN else _said(text, tr(_KNOWN))


_KNOWN = of_decisions.WHOLE[5]  # every language has it, and says it in words of its own


@lru_cache(4_096)
def _said(text: str, _language: str) -> str:
    if (whole := tr(text)) != text:
        return whole
    return " ".join(_put(sentence, 0) or sentence for sentence in _ENDS.split(text))


def _put(text: str, depth: int) -> str | None:
    """`text` in the user's language; None when it is not known."""
    if (word := tr(text)) != text:
        return word
    for pattern, words, expression in _expressions():
        if words in text and (found := expression.fullmatch(text)) is not None:
            values = {name: _value(value, depth + 1) for name, value in found.groupdict().items()}
            return _begun_as(text, pattern, tr(pattern).format(**values))
    return None


def _value(text: str, depth: int) -> str:
    """What stands in a sentence's place: a name, a number, a half sentence, or several in a row."""
    if depth > _NESTED:
        return text
    rows = [
        (text.split(joint), [_put(part, depth) for part in text.split(joint)]) for joint in _JOINTS if joint in text
    ]
    for _, told in rows:  # before the whole: a field of one half sentence would take in the next one
        if all(told):
            return ", ".join(filter(None, told))
    if (known := _put(text, depth)) is not None:
        return known
    for parts, told in rows:
        if any(told):
            return ", ".join(said_part or part for said_part, part in zip(told, parts, strict=True))
    return text


def _begun_as(text: str, pattern: str, told: str) -> str:
    """`told` with the capital letter and the full stop that `text` has and its pattern has not."""
    begun = told[0].upper() + told[1:] if text[0].isupper() and pattern[0].islower() else told
    return f"{begun}." if text.endswith(".") and not (pattern.endswith(".") or begun.endswith(".")) else begun


@cache
def _expressions() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Every pattern, its longest words, which are looked for first, and what recognises it; those that say most first,
    so that none is taken for a wider one."""
    ordered = sorted(PATTERNS, key=lambda pattern: len(_FIELD.sub("", pattern)), reverse=True)
    return tuple((pattern, _longest_words(pattern), _expression(pattern)) for pattern in ordered)


def _longest_words(pattern: str) -> str:
    first, *others = _FIELD.split(pattern)[::2]
    return max((first[1:], *others), key=len).removesuffix(".")  # it may begin with a capital letter, and end otherwise


def _expression(pattern: str) -> re.Pattern[str]:
    parts = _FIELD.split(pattern)
    words = r"\S+" if sum(map(str.isalpha, "".join(parts[::2]))) < _SHORT else ".+?"
    seen: set[str] = set()
    written = []
    for place, part in enumerate(parts):
        if place % 2 == 0:
            written.append(re.escape(part))
        else:
            written.append(f"(?P={part})" if part in seen else f"(?P<{part}>{words})")
            seen.add(part)
    text = "".join(written)
    if pattern[0].islower():  # a half sentence may stand alone
        text = f"[{text[0]}{text[0].upper()}]{text[1:]}"
    if not pattern.endswith("."):
        text = rf"{text}\.?"
    return re.compile(text)
