"""What the window says, in the user's language. All words of the window go through here, and only the window's do: what
the floors below say, and what is kept or sent, is English.

`python -m release.translations` collects what is asked for here into `resources/languages`, so each text is written
where it is asked for, as a literal: names of things go in with `str.format` afterwards.
"""

from PySide6.QtCore import QCoreApplication

_CONTEXT = ""


def tr(text: str, comment: str = "") -> str:
    """`text` in the user's language; `comment` tells texts apart that are the same in English only."""
    return QCoreApplication.translate(_CONTEXT, text, comment)


def tr_many(many: str, one: str, count: int) -> str:
    """`many` in the form that the user's language has for `count`, with the count in place of `%n`; `one` is the
    English form for one."""
    said = QCoreApplication.translate(_CONTEXT, many, one, count)
    is_english = said == many.replace("%n", str(count))
    return one.replace("%n", str(count)) if is_english and count == 1 else said


def mark(text: str, comment: str = "") -> str:  # noqa: ARG001 - collected with the text
    """`text` as it is, to be collected: for tables that are made before the language is known. `tr` says it later, with
    the same `comment`."""
    return text
