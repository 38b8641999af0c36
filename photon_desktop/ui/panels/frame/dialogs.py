"""The small dialogs of the Help menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from photon_desktop import __version__
from photon_desktop.ui.panels.frame.actions import action_name

_ABOUT = (
    "Three agents watch a market, decide, and trade on paper. Every number on the screen has a row in the ledger"
    " behind it, and the model says when it knows nothing."
)
_CHART_KEYS = (
    ("Wheel", "Zoom the chart in time"),
    ("Drag", "Move the chart"),
    ("Arrows", "Move and zoom the chart"),
    ("Shift+Left, Shift+Right", "Read the bars one by one"),
)


class AboutDialog(QDialog):
    """The program's name, version and licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle("About Photon Desktop")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = QLabel("Photon Desktop")
        name.setProperty("role", "figure")
        version = QLabel(f"Version {__version__}, Qt {qVersion()}. MIT licence.")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        version.setAccessibleName("Version")
        text = QLabel(_ABOUT)
        text.setWordWrap(True)
        _stack(self, [name, version, text])
        self.setMinimumWidth(400)


class ShortcutSheet(QDialog):
    """Every shortcut beside what it does."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        rows = [(_keys(action), action_name(action)) for action in actions]
        half = (len(rows) + len(_CHART_KEYS) + 1) // 2
        for number, (keys, text) in enumerate([*rows, *_CHART_KEYS]):
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
    buttons.button(QDialogButtonBox.StandardButton.Close).setAccessibleName("Close")
    layout.addWidget(buttons)


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
