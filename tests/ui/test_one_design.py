"""Colours and sizes of type stand in the table of design tokens, and nowhere else."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "photon_desktop"
FILES = [
    path
    for folder in ("ui", "desks", "commands")
    for path in sorted((PACKAGE / folder).rglob("*.py"))
    if path != PACKAGE / "ui" / "design.py"
]
FORBIDDEN = {
    "a colour in figures": re.compile(r"[\"' ,(]#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b"),
    "a colour by rgb": re.compile(r"\brgba?\(\s*\d|QColor\(\s*\d|fromRgb"),
    "a colour by its name": re.compile(r"QColor\(\s*[\"']|GlobalColor\.(?!transparent)"),
    "a size of type": re.compile(r"font-size:\s*\d|set(?:Pixel|Point)SizeF?\(\s*\d"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_has_a_token_of_its_own(what: str) -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in FILES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a colour in figures", 'label.setStyleSheet("color: #ff0000")'),
        ("a colour by rgb", "pen = QColor(255, 0, 0)"),
        ("a colour by its name", 'pen = QColor("red")'),
        ("a size of type", '"font-size: 12px"'),
    ],
)
def test_what_is_forbidden_would_be_found(what: str, line: str) -> None:
    assert FORBIDDEN[what].search(line)
