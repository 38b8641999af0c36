"""The legend: the name and present value of each curve; a click hides or shows it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from photon_desktop.ui.chart.panes import Layer
from photon_desktop.ui.design import GRID, TYPE_SMALL, Theme

_WORDS = {Layer.SMA10: "SMA 10", Layer.SMA20: "SMA 20", Layer.VOLUME: "Volume"}


class Legend(QWidget):
    """One flat button a layer. The room of a value only grows, so the buttons do not jump about."""

    layer_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self._buttons = {layer: self._make_button(layer) for layer in _WORDS}
        for button in self._buttons.values():
            row.addWidget(button)

    def button(self, layer: Layer) -> QToolButton:
        """The button of a layer."""
        return self._buttons[layer]

    def set_theme(self, theme: Theme) -> None:
        """Write each name in the colour of its curve."""
        colours = {Layer.SMA10: theme.lines[0], Layer.SMA20: theme.lines[1], Layer.VOLUME: theme.secondary_text}
        for layer, button in self._buttons.items():
            button.setStyleSheet(
                f"QToolButton {{ color: {theme.disabled_text}; background: {theme.canvas}; padding: 0 {GRID}px;"
                f" font-size: {TYPE_SMALL}px; border: 1px solid transparent; text-decoration: line-through; }}"
                f"QToolButton:checked {{ color: {colours[layer]}; text-decoration: none; }}"
                f"QToolButton:hover {{ background: {theme.raised}; }}"
                f"QToolButton:focus {{ border-color: {theme.accent}; }}"
            )

    def show_values(self, values: Mapping[Layer, str]) -> None:
        """Write these values behind the names."""
        for layer, button in self._buttons.items():
            text = f"{_WORDS[layer]} {values.get(layer, '')}".strip()
            if text != button.text():
                button.setText(text)
                button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))
        self.adjustSize()

    def _make_button(self, layer: Layer) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"legend_{layer.value}")
        button.setCheckable(True)
        button.setChecked(True)
        button.setText(_WORDS[layer])
        button.setAccessibleName(f"Show {_WORDS[layer]}")
        button.setToolTip(f"Show or hide {_WORDS[layer]}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.toggled.connect(self._tell)
        return button

    @Slot(bool)
    def _tell(self, is_shown: bool) -> None:
        sender = self.sender()
        layer = next(layer for layer, button in self._buttons.items() if button is sender)
        self.layer_toggled.emit(layer.value, is_shown)
