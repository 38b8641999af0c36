"""The two quiet pages of the import: before a file is chosen, and after its bars are stored."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photon_desktop.trading.interval import Interval
from photon_desktop.ui.language import mark, tr, tr_many

_INVITATION = mark("Drop a file of bars here, or choose one.")
_ANOTHER = mark("Drop another file here, or choose one.")
_KINDS = mark(
    "CSV and text with any delimiter, gzip and zip archives, Parquet, Feather and JSON. Columns, numbers, times and the"
    " symbol are found out; you see the guess and can change it before anything is stored."
)


class EmptyPage(QWidget):
    """Says what to do first, or what to do after a file that could not be read."""

    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problem = _centred("")
        self.problem.setObjectName("importProblem")
        self.problem.setAccessibleName(tr("Why the file can't be imported"))
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.setProperty("tone", "warning")
        self.invitation = _centred(tr(_INVITATION))
        self.invitation.setProperty("role", "title")
        kinds = _centred(tr(_KINDS))
        kinds.setProperty("tone", "muted")
        kinds.setMaximumWidth(480)
        self.choose = QPushButton(tr("Choose file…"))
        self.choose.setObjectName("importChooseFirst")
        self.choose.setAccessibleName(tr("Choose a file of bars"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.choose_wanted)
        _in_the_middle(self, [self.problem, self.invitation, kinds, self.choose])
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say why the file chosen can't be read, and ask for another; empty for no problem."""
        self.problem.setText(f"▲ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))
        self.invitation.setText(tr(_ANOTHER if sentence else _INVITATION))


class DonePage(QWidget):
    """Says what was stored, and what can be done with it."""

    show_wanted = Signal(str, object)
    another_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._symbol, self._interval = "", Interval.HOUR_1
        self.headline = _centred("")
        self.headline.setProperty("role", "figure")
        self.headline.setObjectName("importDone")
        self.headline.setAccessibleName(tr("What was imported"))
        self.details = _centred("")
        self.details.setProperty("tone", "muted")
        self.show_symbol = QPushButton()
        self.show_symbol.setObjectName("importShow")
        self.show_symbol.setAccessibleName(tr("Show what was imported"))
        self.another = QPushButton(tr("Import another file"))
        self.another.setObjectName("importAnother")
        self.another.setAccessibleName(tr("Import another file"))
        self.another.setAutoDefault(False)
        self.show_symbol.clicked.connect(self._want_symbol)
        self.another.clicked.connect(self.another_wanted)
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.another)
        line.addWidget(self.show_symbol)
        _in_the_middle(self, [self.headline, self.details, buttons])

    def show_outcome(self, bars: int, symbol: str, interval: Interval, details: str) -> None:
        """Say that so many bars of `symbol` were stored."""
        self._symbol, self._interval = symbol, interval
        told = tr_many("✓ Imported {count} bars", "✓ Imported {count} bar", bars)
        self.headline.setText(told.format(count=f"{bars:,}"))
        self.details.setText(details)
        self.show_symbol.setText(tr("Show {symbol}").format(symbol=symbol))
        self.show_symbol.setAccessibleName(tr("Show {symbol}").format(symbol=symbol))

    @Slot()
    def _want_symbol(self) -> None:
        self.show_wanted.emit(self._symbol, self._interval)


def _centred(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _in_the_middle(page: QWidget, parts: list[QWidget]) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(12)
    column.addStretch(2)
    for part in parts:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(part, 4 if isinstance(part, QLabel) else 0)
        row.addStretch(1)
        column.addLayout(row)
    column.addStretch(3)
