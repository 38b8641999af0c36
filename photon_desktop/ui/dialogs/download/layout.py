"""What stands where on the download dialog."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from photon_desktop.market.download import PERIODS
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.progress_bar import ProgressBar
from photon_desktop.ui.language import mark, tr

DATES = mark("from – to")
_MARGINS = (16, 16, 16, 16)
_DATE_WIDTH = 128


class DownloadWidgets:
    """The parts of the dialog, laid out on it."""

    def __init__(self, symbols: Sequence[str], folder: str, dialog: QDialog) -> None:
        self.symbol = _choice("downloadSymbol", tr("Symbol"), symbols)
        self.symbol.setEditable(True)
        self.symbol.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.interval = _choice("downloadInterval", tr("Interval"), [interval.value for interval in Interval])
        self.period = _choice("downloadPeriod", tr("Period"), ())
        for period in (*PERIODS, DATES):
            self.period.addItem(tr(period), period)
        self.first_day = _day("downloadFrom", tr("First day, in UTC"))
        self.last_day = _day("downloadTo", tr("Last day, in UTC"))
        self.folder = QLineEdit(folder)
        self.folder.setObjectName("downloadFolder")
        self.folder.setAccessibleName(tr("Folder"))
        self.browse = push_button(tr("&Browse…"), "downloadBrowse")
        self.where = _label("downloadWhere", tr("Where it comes from"))
        self.amount = _label("downloadAmount", tr("How much it is"))
        for label in (self.where, self.amount):
            label.setProperty("role", "muted")
        self.state = _label("downloadState", tr("State of the download"))
        self.progress = ProgressBar()
        self.progress.setObjectName("downloadProgress")
        self.progress.setAccessibleName(tr("Progress of the download"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.start = push_button(tr("&Download"), "downloadStart")
        self.cancel = push_button(tr("Close"), "downloadCancel")
        self.show_bars = push_button(tr("S&how"), "downloadShow")
        self.open_folder = push_button(tr("&Open folder"), "downloadOpenFolder")
        self.start.setDefault(True)
        self._arrange(dialog)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What says what to fetch, in the order of the tab key."""
        return (self.symbol, self.interval, self.period, self.first_day, self.last_day, self.folder, self.browse)

    def show_days(self, are_asked: bool) -> None:
        """Show the days to choose, or not."""
        self._form.setRowVisible(self._days, are_asked)

    def _arrange(self, dialog: QDialog) -> None:
        column = QVBoxLayout(dialog)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(8)
        column.addLayout(self._made_form())
        column.addWidget(self.where)
        column.addWidget(self.amount)
        column.addStretch(1)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addLayout(beside(self.show_bars, self.open_folder, None, self.cancel, self.start))
        order = (*self.fields, self.start, self.cancel, self.show_bars, self.open_folder)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _made_form(self) -> QFormLayout:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.addRow(tr("&Symbol"), self.symbol)
        self._form.addRow(tr("&Interval"), self.interval)
        self._form.addRow(tr("&Period"), self.period)
        days_label, self._days = (
            QLabel(tr("F&rom")),
            beside(self.first_day, QLabel(tr("to", "between two days")), self.last_day, QLabel(tr("in UTC")), None),
        )
        days_label.setBuddy(self.first_day)
        self._form.addRow(days_label, self._days)
        folder_label = QLabel(tr("&Folder"))
        folder_label.setBuddy(self.folder)
        self._form.addRow(folder_label, beside(self.folder, self.browse))
        return self._form


def _choice(name: str, words: str, items: Sequence[str]) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    choice.setAccessibleName(words)
    choice.addItems(list(items))
    return choice


def _day(name: str, words: str) -> QDateEdit:
    field = QDateEdit()
    field.setObjectName(name)
    field.setAccessibleName(words)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setMinimumDate(QDate(1970, 1, 1))
    field.setFixedWidth(_DATE_WIDTH)
    return field


def _label(name: str, words: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleName(words)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
