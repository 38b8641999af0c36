"""Sentences as they are written in the code of floors below: what a user may read of them is recognised."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import photon_desktop
from photon_desktop.alerts.secrets import AlertSecrets
from photon_desktop.system_keyring import SystemKeyring
from photon_desktop.ui.sentences import of_agents, of_alerts, of_exchange, of_imports
from photon_desktop.ui.sentences.said import said
from tests.keyrings import NO_KEYRING, MemoryKeyring

ROOT = Path(photon_desktop.__file__).parent
READ = (
    *sorted((ROOT / "market" / "importer").glob("*.py")),
    ROOT / "broker" / "bybit" / "preflight.py",
    ROOT / "broker" / "bybit" / "preflight_card.py",
    ROOT / "desks" / "exchange" / "preflight_run.py",
    ROOT / "agents" / "hand_book.py",
    ROOT / "agents" / "hand_orders.py",
    ROOT / "agents" / "apprenticeship.py",
    ROOT / "alerts" / "channels" / "mail.py",
    ROOT / "alerts" / "channels" / "opening.py",
    ROOT / "alerts" / "channels" / "post.py",
    ROOT / "alerts" / "channels" / "telegram.py",
)
VALUE = "x7"
JOINED = ("found", "size", "times", "begin", "said")  # a sentence of which a part is another text's


def written(path: Path) -> Iterator[str]:
    """Each whole sentence that a file writes, a value in the place of its fields."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    inside -= {id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
    for node in ast.walk(tree):
        if id(node) in docs or id(node) in inside:
            continue
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        text = "".join(map(_text, parts))
        if re.fullmatch(r"[A-Zx][^\n]* [^\n]*\.", text):
            yield text


def _text(part: ast.AST) -> str:
    if isinstance(part, ast.Constant):
        return part.value if isinstance(part.value, str) else ""
    if isinstance(part, ast.FormattedValue):
        source = ast.unparse(part.value)
        if source in JOINED:
            return " \n"
        return "s" if source.startswith("'s' *") else f"{VALUE} rows" if source.startswith("_rows(") else VALUE
    return ""


def left_in_english(text: str) -> str:
    """What of `text` is not recognised, without values, marks and spaces."""
    told, before = said(text), ""
    while told != before:
        told, before = re.sub(r"«[^«»]*»", "", told), told
    return told.replace(VALUE, "").strip(" .")


@pytest.mark.parametrize("path", READ, ids=lambda path: path.stem)
def test_what_a_file_says_is_recognised(path: Path, quoted: None) -> None:
    assert [text for text in written(path) if left_in_english(text)] == []


@pytest.mark.parametrize("ring", [NO_KEYRING, SystemKeyring(MemoryKeyring(), "the system's Secret Service")])
def test_where_the_secrets_of_alerts_are_is_recognised(ring: SystemKeyring, quoted: None) -> None:
    secrets = AlertSecrets("store", lambda: ring)
    assert [left_in_english(secrets.place()), left_in_english(secrets.lack())] == ["", ""]


def test_sentences_are_found_at_all() -> None:
    assert sum(len(list(written(path))) for path in READ) > 80


def test_every_pattern_is_found_again_in_itself(quoted: None) -> None:
    made = {
        pattern: re.sub(r"\{\w+\}", VALUE, pattern)
        for pattern in (*of_agents.WHOLE, *of_alerts.WHOLE, *of_exchange.WHOLE, *of_imports.WHOLE)
    }
    assert [pattern for pattern, text in made.items() if left_in_english(text)] == []
