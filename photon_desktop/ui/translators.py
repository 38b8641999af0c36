"""The languages of the window, and Qt told which one it is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SYSTEM = "system"
ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "ru": "Русский"}  # each by its own name
_SPOKEN = "spokenLanguage"  # the program's property


def language_of(choice: str) -> str:
    """The language of `LANGUAGES` that `choice` stands for; the computer's for "system", English where that is none."""
    if choice == SYSTEM:
        choice = QLocale.system().name().partition("_")[0]
    return choice if choice in LANGUAGES else ENGLISH


def speak(program: QCoreApplication, language: str, folder: Path) -> None:
    """Have `program` speak `language` from now on: its own words from `folder`, and those of Qt's own dialogs. What is
    on the screen already stays as it is. A language whose files can't be read is spoken as far as they can."""
    for translator in program.findChildren(QTranslator):
        program.removeTranslator(translator)
        translator.setParent(None)
    program.setProperty(_SPOKEN, language)
    if language == ENGLISH:
        return
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt_folder / f"qtbase_{language}.qm", folder / f"photon_{language}.qm"):
        translator = QTranslator(program)
        if translator.load(str(path)):
            program.installTranslator(translator)


def spoken() -> str:
    """The language of `LANGUAGES` that the program speaks."""
    program = QCoreApplication.instance()
    return ENGLISH if program is None else str(program.property(_SPOKEN) or ENGLISH)
