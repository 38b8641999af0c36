"""The languages of the window: all that it says is translated, with the same fields, and packed as it is."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from photon_desktop.ui.translators import ENGLISH, LANGUAGES
from release.translations import FOLDER, collect, pack

TRANSLATIONS = sorted(FOLDER.glob("*.ts"))
_FIELD = re.compile(r"\{[^}]*\}|%n|</?\w+")


def messages(translation: Path) -> list[tuple[str, list[str]]]:
    """What is said in English, and its forms in the other language."""
    root = ElementTree.parse(translation).getroot()
    found = []
    for message in root.iter("message"):
        said = message.find("translation")
        assert said is not None
        forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
        found.append((message.findtext("source") or "", forms))
    return found


def test_each_language_but_english_has_its_words() -> None:
    assert [path.stem.removeprefix("photon_") for path in TRANSLATIONS] == sorted(set(LANGUAGES) - {ENGLISH})


@pytest.mark.parametrize("translation", TRANSLATIONS, ids=lambda path: path.stem)
def test_what_the_window_says_is_translated_and_nothing_else_is(translation: Path, tmp_path: Path) -> None:
    collected = Path(shutil.copy(translation, tmp_path))
    collect(collected)
    assert collected.read_text(encoding="utf-8") == translation.read_text(encoding="utf-8"), (
        "collect the words anew: python -m release.translations"
    )
    missing = [source for source, forms in messages(translation) if not all(forms)]
    assert not missing


@pytest.mark.parametrize("translation", TRANSLATIONS, ids=lambda path: path.stem)
def test_translations_keep_the_fields_and_the_keys_of_what_they_translate(translation: Path) -> None:
    pairs = [(source, form) for source, forms in messages(translation) for form in forms]
    assert [pair for pair in pairs if sorted(_FIELD.findall(pair[0])) != sorted(_FIELD.findall(pair[1]))] == []
    assert [pair for pair in pairs if _mnemonics(pair[0]) != _mnemonics(pair[1])] == []


def _mnemonics(text: str) -> int:
    return len(re.findall(r"&(?=\w)", text.replace("&&", "").replace("&amp;", "")))


@pytest.mark.parametrize("translation", TRANSLATIONS, ids=lambda path: path.stem)
def test_what_is_packed_is_what_is_translated(translation: Path, tmp_path: Path, qapp: QCoreApplication) -> None:
    packed = tmp_path / "packed.qm"
    pack(translation, packed)
    assert packed.read_bytes() == translation.with_suffix(".qm").read_bytes()
    translator = QTranslator()
    assert translator.load(str(packed))
    source, (form, *_) = next(pair for pair in messages(translation) if "%n" not in pair[0])
    assert translator.translate("", source) == form
