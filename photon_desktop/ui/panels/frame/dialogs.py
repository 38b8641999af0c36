"""The sheet of shortcuts in the Help menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.actions import action_name

_CHART_KEYS = (
    (mark("Wheel"), mark("Zoom the chart in time")),
    (mark("Drag"), mark("Move the chart")),
    (mark("Arrows"), mark("Move and zoom the chart")),
    (mark("Shift+Left, Shift+Right"), mark("Read the bars one by one")),
)


class ShortcutSheet(QDialog):
    """Every shortcut beside what it does."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(1)  # all of it within a window of 800 px
        rows = [(_keys(action), action_name(action)) for action in actions]
        half = (len(rows) + len(_CHART_KEYS) + 1) // 2
        chart_rows = [(tr(keys), tr(text)) for keys, text in _CHART_KEYS]
        for number, (keys, text) in enumerate([*rows, *chart_rows]):
            row, column = number % half, number // half * 2
            key_label = QLabel(keys)
            key_label.setProperty("tone", "muted")
            grid.addWidget(key_label, row, column)
            grid.addWidget(QLabel(text), row, column + 1)
        _stack(self, [sheet])


def _stack(dialog: QDialog, parts: Sequence[QWidget]) -> None:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 24, 24, 16)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    buttons.button(QDialogButtonBox.StandardButton.Close).setAccessibleName(tr("Close"))
    layout.addWidget(buttons)


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
