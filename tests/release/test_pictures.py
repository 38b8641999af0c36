"""The README's pictures: those that are made, and none older than the code that draws the window."""

import re
from pathlib import Path

import pytest

from release.names import ROOT
from release.pictures import FOLDER, PICTURES, drawn_by, fingerprint


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_of_the_window_as_it_is(name: str) -> None:
    assert drawn_by(FOLDER / f"{name}.png") == fingerprint(), "draw the pictures anew: python -m release.pictures"


def test_the_readme_shows_what_is_made_and_nothing_else() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(f"resources/pictures/{name}.png" for name in PICTURES)
    assert all((ROOT / path).is_file() for path in map(Path, shown))


def test_a_picture_that_says_nothing_of_its_code_is_taken_for_old() -> None:
    assert not drawn_by(ROOT / "resources" / "icons" / "photon.svg")
