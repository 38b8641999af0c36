"""What delegates paint with: colours, fonts and grounds from the theme, so that cells match the stylesheet."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter
from PySide6.QtWidgets import QStyle

from photon_desktop.ui.design import TYPE_NORMAL, TYPE_SMALL, Theme, mixed
from photon_desktop.ui.stylesheet import interface_font
from photon_desktop.ui.tables.row_table import Tone

_SELECTION_SHARE = 0.22  # of the accent over the canvas, as in the stylesheet
_EDGE = 2


def tone_color(theme: Theme, tone: Tone) -> QColor:
    """The text colour of a tone."""
    colors = {
        Tone.PLAIN: theme.text,
        Tone.MUTED: theme.muted_text,
        Tone.UP: theme.up,
        Tone.DOWN: theme.down,
        Tone.WARNING: theme.warning,
    }
    return QColor(colors[tone])


def panel_font() -> QFont:
    """What is read in panels."""
    return interface_font(TYPE_NORMAL)


def strong_font() -> QFont:
    """What a row is about."""
    font = interface_font(TYPE_NORMAL)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def small_font() -> QFont:
    """What stands beside it."""
    return interface_font(TYPE_SMALL)


def fixed_font() -> QFont:
    """What programs read, such as JSON."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(TYPE_SMALL)
    return font


def draw_row_ground(painter: QPainter, bounds: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """The ground of a row: selected with an edge of the accent, hovered, or plain."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(bounds, QColor(mixed(theme.canvas, theme.accent, _SELECTION_SHARE)))
        painter.fillRect(QRect(bounds.left(), bounds.top(), _EDGE, bounds.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(bounds, QColor(theme.surface))


def draw_hairline(painter: QPainter, bounds: QRect, theme: Theme) -> None:
    """The line under a row."""
    painter.fillRect(QRect(bounds.left(), bounds.bottom(), bounds.width(), 1), QColor(theme.hairline))
