"""The bar that says how far something is."""

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Drawn with whatever is drawn next. Qt's own bar paints itself the moment its value is set, and with it all of its
    window that waits to be painted."""

    def setRange(self, minimum: int, maximum: int) -> None:  # noqa: N802 - Qt's name
        """As Qt's."""
        self.setUpdatesEnabled(False)
        super().setRange(minimum, maximum)
        self.setUpdatesEnabled(True)

    def setValue(self, value: int) -> None:  # noqa: N802 - Qt's name
        """As Qt's."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
