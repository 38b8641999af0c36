"""The bar over the watchlist: a field that thins it out, and what can be done with it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr

_BUTTONS = {
    "add": (mark("Add symbols"), mark("Add symbols (Ins)")),
    "remove": (mark("Remove the selected symbols"), mark("Remove the selected symbols (Del)")),
    "alert": (mark("Price alerts of the selected symbol"), mark("Price alerts of the selected symbol (Alt+A)")),
}


class WatchBar(QWidget):
    """Buttons by their names: add, remove, alert. Escape clears the field; Down and Escape give the focus back."""

    left = Signal()  # the keys go back to the list

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.field = QLineEdit(placeholderText=tr("Filter"))
        self.field.setObjectName("watchFilter")
        self.field.setAccessibleName(tr("Filter the watchlist"))
        self.field.setToolTip(tr("Show only the symbols that contain this (Ctrl+F)"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(56)
        self.field.installEventFilter(self)
        self.buttons = {name: self._button(name) for name in _BUTTONS}
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 4, 4)
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addSpacing(2)
        for button in self.buttons.values():
            line.addWidget(button)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        for name, button in self.buttons.items():
            button.setIcon(self._icons.icon(name, theme))

    def show_use(self, name: str, reason: str) -> None:
        """Let a button be used, or not for `reason`, which its tooltip then says."""
        button = self.buttons[name]
        button.setEnabled(not reason)
        button.setToolTip(reason or tr(_BUTTONS[name][1]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Escape clear the field, and Down leave it for the list."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.field.clear()
        elif event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.left.emit()
        return True

    def _button(self, name: str) -> QToolButton:
        accessible_name, tip = _BUTTONS[name]
        button = QToolButton()
        button.setObjectName(f"watch{name.capitalize()}")
        button.setAccessibleName(tr(accessible_name))
        button.setToolTip(tr(tip))
        button.setProperty("role", "flat")
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
