"""Notes what the user changes on a chart, so that it can be undone."""

from collections.abc import Callable
from functools import partial

from photon_desktop.ui.chart.look import SCALE_WORDS, STYLE_WORDS, Look
from photon_desktop.ui.language import tr
from photon_desktop.ui.undo_history import Change, UndoHistory

PLACE = "chart"


def note_look(history: UndoHistory, before: Look, after: Look, show: Callable[[Look], None]) -> None:
    """The look was changed; `show` puts a look on the chart."""

    def put(look: Look) -> str:
        show(look)
        return ""

    words, run = _told(before, after)
    history.add(Change(words, partial(put, before), partial(put, after), PLACE, run=run))


def note_drawing(history: UndoHistory, symbol: str, undo: Callable[[str], bool], redo: Callable[[str], bool]) -> None:
    """What is drawn on the chart of `symbol` was changed; `undo` and `redo` go a step there, False without one."""

    def go(step: Callable[[str], bool]) -> str:
        return "" if step(symbol) else tr("What is drawn on {symbol} was read anew meanwhile.").format(symbol=symbol)

    words = tr("drawing on {symbol}").format(symbol=symbol)
    history.add(Change(words, partial(go, undo), partial(go, redo), PLACE, symbol))


def _told(before: Look, after: Look) -> tuple[str, str]:
    """What is another in a few words, and of lengths, which are often turned step by step, the run they belong to."""
    for kind, study in after.studies.items():
        if study.is_shown != before.studies[kind].is_shown:
            words = tr("{study} shown") if study.is_shown else tr("{study} hidden")
            return words.format(study=study.title), ""
        if study.lengths != before.studies[kind].lengths:
            return tr("length of {study}").format(study=study.title), f"length {kind}"
    if after.style is not before.style:
        return tr("style: {style}").format(style=tr(STYLE_WORDS[after.style])), ""
    return tr("scale: {scale}").format(scale=tr(SCALE_WORDS[after.scale])), ""
