"""The agents' log as a table, filtered by level and text."""

import logging
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Slot

from photon_desktop.trading.agent_status import AgentLogLine
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.words import agent_words
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, Index, Role, RowTable, Tone

LOG_LIMIT = 2_000
LEVEL_SHAPES = {"DEBUG": "·", "INFO": "i", "WARNING": "▲", "ERROR": "✕", "CRITICAL": "✕"}


@dataclass(frozen=True, slots=True)
class LogRow:
    """A line of the log and its running number."""

    number: int
    line: AgentLogLine


def log_table(parent: QObject | None = None) -> RowTable[LogRow]:
    """Log lines, newest first, at most 2,000."""
    columns = [
        Column[LogRow](tr("Time"), lambda row: formats.clock_time(row.line.at), tooltip=_moment),
        Column[LogRow](tr("Level"), _level, tone=_tone),
        Column[LogRow](tr("Agent"), lambda row: agent_words(row.line.agent)),
        Column[LogRow](tr("Text"), _text, tooltip=_details),
    ]
    return RowTable(columns, lambda row: str(row.number), LOG_LIMIT, parent)


class LogFilter(QSortFilterProxyModel):
    """Lines at or above a level that hold a text, in their agent's name or their own words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._level = logging.NOTSET
        self._text = ""

    @Slot(str)
    def set_level(self, level: str) -> None:
        """Show lines of this level and more serious ones."""
        self.beginFilterChange()
        self._level = logging.getLevelNamesMapping().get(level, logging.NOTSET)
        self.endFilterChange()

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Show lines that hold `text`, capitals or not."""
        self.beginFilterChange()
        self._text = text.strip().casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        log_row: Any = self.sourceModel().index(row, 0, parent).data(Role.ROW)
        line: AgentLogLine = log_row.line
        if logging.getLevelNamesMapping().get(line.level, logging.INFO) < self._level:
            return False
        if not self._text:
            return True
        words = (agent_words(line.agent), said(line.text), line.agent, line.text)  # as it is shown, and as it is kept
        return self._text in " ".join(words).casefold()


def _text(row: LogRow) -> str:
    return said(row.line.text)


def _level(row: LogRow) -> str:
    return f"{LEVEL_SHAPES.get(row.line.level, '·')} {row.line.level.lower()}"


def _tone(row: LogRow) -> Tone:
    level = logging.getLevelNamesMapping().get(row.line.level, logging.INFO)
    if level >= logging.ERROR:
        return Tone.DOWN
    return Tone.WARNING if level >= logging.WARNING else Tone.MUTED


def _moment(row: LogRow) -> str:
    return f"{formats.full_time(row.line.at)} ({formats.utc_time(row.line.at)})"


def _details(row: LogRow) -> str:
    if not row.line.message_id:
        return _text(row)
    return tr("{text}\nMessage {message}").format(text=_text(row), message=row.line.message_id)
