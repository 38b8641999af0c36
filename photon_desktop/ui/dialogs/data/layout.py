"""What stands where on the dialog of the data."""

from itertools import pairwise

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.data.details import SeriesDetails
from photon_desktop.ui.dialogs.data.offer_line import OfferLine
from photon_desktop.ui.dialogs.data.series_table import WIDE_ONLY, WIDTHS
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.tables import PlainTable

UNDO_MS = 8_000
REPLACE_MS = 60_000
_HEIGHTS = (400, 220)


class DataWidgets:
    """The parts of the dialog, laid out on it."""

    def __init__(self, model: QAbstractItemModel, theme: Theme, dialog: QDialog) -> None:
        self.filter = QLineEdit(dialog, placeholderText=tr("Filter"))
        self.filter.setObjectName("dataFilter")
        self.filter.setAccessibleName(tr("Filter the series"))
        self.filter.setToolTip(tr("Show only the series that have every word (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.import_ = push_button(tr("&Import…"), "dataImport", tr("Import bars from a file"), dialog)
        self.download = push_button(tr("Down&load…"), "dataDownload", tr("Download bars"), dialog)
        self.table = _table(model, theme)
        self.notice = QLabel(dialog)
        self.notice.setObjectName("dataNotice")
        self.notice.setAccessibleName(tr("Notice"))
        self.notice.setProperty("tone", "muted")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self.notice.setMargin(16)
        self.details = SeriesDetails(theme, dialog)
        self.undo = OfferLine("dataUndo", tr("&Undo"), UNDO_MS, dialog)
        self.replace = OfferLine("dataReplace", tr("&Replace"), REPLACE_MS, dialog)
        self.status = QLabel(dialog)
        self.status.setObjectName("dataStatus")
        self.status.setAccessibleName(tr("What was done"))
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_ = push_button(tr("&Show"), "dataShow", tr("Show the series on the chart (Enter)"), dialog)
        self.export = push_button(tr("&Export as CSV…"), "dataExport", tr("Write the series to a file"), dialog)
        self.check = push_button(
            tr("&Check again"), "dataCheck", tr("Count gaps and compare with the passport (F5)"), dialog
        )
        self.delete = push_button(
            tr("&Delete"), "dataDelete", tr("Delete the series; it can be undone for 8 seconds (Del)"), dialog
        )
        self.close_ = push_button(tr("Close"), "dataClose", tr("Close the window (Esc)"), dialog)
        self._arrange(dialog)

    def show_notice(self, sentence: str) -> None:
        """Say this in the place of the table; show the table when it is empty."""
        self.notice.setText(sentence)
        self._pages.setCurrentWidget(self.notice if sentence else self._splitter)

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.table.set_theme(theme)
        self.details.set_theme(theme)

    def _arrange(self, dialog: QDialog) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes(list(_HEIGHTS))
        self._pages = QStackedWidget(dialog)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.notice)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = beside(self.filter, None, self.import_, self.download)
        first.setContentsMargins(16, 12, 16, 8)
        column.addLayout(first)
        column.addWidget(self._pages, 1)
        column.addWidget(self.undo)
        column.addWidget(self.replace)
        last = beside(self.status, *series_buttons(self), self.close_)
        last.setContentsMargins(16, 8, 16, 12)
        last.setStretch(0, 1)
        column.addLayout(last)
        _order_of_tab(self)


def series_buttons(parts: DataWidgets) -> tuple[QPushButton, ...]:
    """The buttons that do something with the series selected."""
    return (parts.show_, parts.export, parts.check, parts.delete)


def _table(model: QAbstractItemModel, theme: Theme) -> PlainTable:
    table = PlainTable(tr("Series of bars"), model, theme)
    table.setObjectName("dataTable")
    table.set_widths(WIDTHS)
    table.let_go(*WIDE_ONLY)
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    return table


def _order_of_tab(parts: DataWidgets) -> None:
    order: tuple[QWidget, ...] = (
        parts.filter, parts.import_, parts.download, parts.table, parts.details.gaps, parts.undo.button,
        parts.replace.button, *series_buttons(parts), parts.close_,
    )  # fmt: skip
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
