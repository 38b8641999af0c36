"""Draws cells: text in the tone of what it says, decisions as cards, the watchlist with its sparklines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.tables.row_table import Role, Tone
from photon_desktop.ui.tables.tones import tone_color


class ToneDelegate(QStyledItemDelegate):
    """A cell whose text has the colour of its tone, selected or not."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours from the next paint on."""
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        tone = index.data(Role.TONE)
        if tone is None or tone == Tone.PLAIN:
            return
        color = tone_color(self._theme, Tone(tone))
        palette = QPalette(option.palette)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            palette.setColor(role, color)
        option.palette = palette
