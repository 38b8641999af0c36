"""`python -m release.translations`: collects what the window says into `resources/languages`, and packs what is
translated there.

The words are in Qt's own files: `photon_ru.ts` is for translators (Qt Linguist, Weblate and others edit it), and
`photon_ru.qm` made of it is what the program reads. Both tools come with PySide6-Essentials.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

from release.names import ROOT

FOLDER = ROOT / "resources" / "languages"
PLACE = "photon_desktop"
_SPOKEN_BY = "from photon_desktop.ui.language import"
_ALIASES = "tr+=mark,tr+=tr_many"


def main() -> int:
    """Bring every language up to date, and tell what is not translated; 1 when something is not."""
    unfinished = 0
    for translation in sorted(FOLDER.glob("*.ts")):
        collect(translation)
        pack(translation, translation.with_suffix(".qm"))
        count = translation.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{translation.name}: {count} not translated")
        unfinished += count
    return 1 if unfinished else 0


def sources() -> list[Path]:
    """Every module whose words are collected."""
    modules = (ROOT / PLACE).rglob("*.py")
    return sorted(path for path in modules if _SPOKEN_BY in path.read_text(encoding="utf-8"))


def collect(translation: Path) -> None:
    """Add to `translation` what the window says and it lacks, and take out what nobody says any more."""
    options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages", "-tr-function-alias", _ALIASES]
    _run("lupdate", *options, *map(str, sources()), "-ts", str(translation))


def pack(translation: Path, packed: Path) -> None:
    """Write `packed`, the program's form of `translation`."""
    _run("lrelease", "-silent", str(translation), "-qm", str(packed))


def _run(tool: str, *words: str) -> None:
    subprocess.run([str(Path(PySide6.__file__).parent / tool), *words], check=True)


if __name__ == "__main__":
    sys.exit(main())
