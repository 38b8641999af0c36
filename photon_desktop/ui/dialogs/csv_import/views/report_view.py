"""The quality report as a calm list whose lines fold out."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.views.report_words import ReportLine
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.tables import ROW_HEIGHT
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.tables.tones import tone_color

_TONE = Qt.ItemDataRole.UserRole


class ReportView(QTreeWidget):
    """Words on the left, figures on the right, details folded in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("importReport")
        self.setAccessibleName(tr("Quality report"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show these lines instead of those before; what was folded out stays so."""
        unfolded = {item.text(0).split(",")[0] for item in self.items() if item.isExpanded()}
        self.clear()
        for line in lines:
            item = self._added(line)
            item.setExpanded(line.words.split(",")[0] in unfolded)

    def set_theme(self, theme: Theme) -> None:
        """Write in this theme's colours."""
        self._theme = theme
        for item in self.items():
            self._paint(item)
            for detail in _children_of(item):
                self._paint(detail)

    def items(self) -> list[QTreeWidgetItem]:
        """The lines of the report, top down."""
        return _children_of(self.invisibleRootItem())

    def _added(self, line: ReportLine) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        self._write(item, line)
        for detail in line.details:
            self._write(QTreeWidgetItem(item), detail)
        return item

    def _write(self, item: QTreeWidgetItem, line: ReportLine) -> None:
        item.setText(0, line.words)
        item.setToolTip(0, line.words)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setText(1, line.figure)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(
            0, Qt.ItemDataRole.AccessibleTextRole, f"{line.words}: {line.figure}" if line.figure else line.words
        )
        item.setData(0, _TONE, line.tone.value)
        self._paint(item)

    def _paint(self, item: QTreeWidgetItem) -> None:
        brush = QBrush(tone_color(self._theme, Tone(item.data(0, _TONE))))
        item.setForeground(0, brush)
        item.setForeground(1, brush)


def _children_of(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(number) for number in range(item.childCount()))
    return [child for child in children if child is not None]
