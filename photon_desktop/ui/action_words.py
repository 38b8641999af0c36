"""An action's words in the user's language, with the English ones kept beside them to be found by."""

from PySide6.QtGui import QAction

from photon_desktop.ui.language import tr

_ENGLISH = "englishWords"


def say(action: QAction, text: str) -> None:
    """Have `action` read `text`, which `mark` collected."""
    action.setText(tr(text))
    keep_english(action, text)


def keep_english(action: QAction, text: str) -> None:
    """Keep `text` as what `action` says in English."""
    action.setProperty(_ENGLISH, text)


def english_of(action: QAction) -> str:
    """What the action says in English; "" where that was not kept."""
    return str(action.property(_ENGLISH) or "")
