"""Small parts that dialogs are made of."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

_SPACING = 8


def beside(*parts: QWidget | int | None) -> QHBoxLayout:
    """Widgets side by side; a number is so many pixels, None what room is left."""
    line = QHBoxLayout()
    line.setSpacing(_SPACING)
    for part in parts:
        if part is None:
            line.addStretch(1)
        elif isinstance(part, int):
            line.addSpacing(part)
        else:
            line.addWidget(part)
    return line


def push_button(text: str, name: str, tooltip: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that Enter presses only where it has the focus, or is the default one."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text.replace("&", ""))
    button.setToolTip(tooltip)
    button.setAutoDefault(False)
    return button
