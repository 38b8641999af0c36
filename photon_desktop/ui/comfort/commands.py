"""What the command palette lists: anything that can be done by its name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from photon_desktop.ui.action_words import english_of
from photon_desktop.ui.comfort.fuzzy import fit
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.actions import PLANS, WHY_NOT, action_name

_NOT_NOW = mark("Not possible now.")
_PLANNED = {plan.name: plan.text for plan in PLANS}
_OF_RECENT = 50  # what it is worth to have been used lately: less than a better fit


@dataclass(frozen=True, slots=True)
class Command:
    """`key` is remembered when it was done; it is English, such as "settings:Sizing". `why_not` is a sentence where it
    can't be done now."""

    key: str
    text: str
    do: Callable[[], object]
    shortcut: str = ""
    why_not: str = ""
    english: str = ""  # its words in English, where the window speaks another language


def commands_of(actions: Iterable[QAction]) -> list[Command]:
    """A command an action, with its shortcut and with the reason where it is greyed."""
    return [
        Command(
            action.objectName() or action_name(action),
            action_name(action),
            action.trigger,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            "" if action.isEnabled() else action.property(WHY_NOT) or tr(_NOT_NOW),
            english_of(action) or _PLANNED.get(action.objectName(), ""),
        )
        for action in actions
    ]


def matching(commands: Sequence[Command], typed: str, recent: Sequence[str]) -> list[Command]:
    """Those that fit what was typed, the best first; what was used lately goes before what fits as well, and what
    can't be done now stands last."""
    fits = [(command, _fit(typed, command)) for command in commands]
    found = [(command, value) for command, value in fits if value is not None]
    found.sort(key=lambda one: (bool(one[0].why_not), -_worth(one[0], one[1], recent)))
    return [command for command, _ in found]


def _fit(typed: str, command: Command) -> int | None:
    """How well the command's words fit, or its English ones where those fit better."""
    english = command.english.replace("&", "") or command.key
    fits = [fit(typed, words) for words in (command.text, english)]
    return max((one for one in fits if one is not None), default=None)


def _worth(command: Command, value: int, recent: Sequence[str]) -> int:
    return value + _OF_RECENT - recent.index(command.key) if command.key in recent else value
