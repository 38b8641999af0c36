"""What the last self-check came to, with each difference, and whether there is one each night."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QVBoxLayout, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.self_check.views import DifferenceRow, SelfCheckView
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.row_table import Column, RowTable

_SIZE = (880, 460)
_LIMIT = 1_000
_WIDTHS = (168, 96, 84, 112, 176)
_AGREES = mark("Nothing differs.")


class SelfCheckDialog(QDialog):
    """Shows what it is handed; decides nothing."""

    check_requested = Signal()
    wanted_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selfCheckDialog")
        self.setWindowTitle(tr("Parity self-check"))
        self.title, self.sentence, self.open_points = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.open_points.setProperty("role", "muted")
        names = {
            self.title: tr("Score"),
            self.sentence: tr("What was compared"),
            self.open_points: tr("What was not compared"),
        }
        for label, name in names.items():
            label.setAccessibleName(name)
            label.setWordWrap(True)
        self.differences = difference_table(self)
        self.table = PlainTable(tr("Differences"), self.differences, theme)
        self.table.set_widths(_WIDTHS)
        self.table.let_last_fill()
        self.agrees = QLabel(tr(_AGREES))
        self.is_wanted = QCheckBox(tr("Check the last day each &night"))
        self.is_wanted.setObjectName("selfCheckNightly")
        self.check_now = push_button(
            tr("&Check now"), "selfCheckNow", tr("Check the newest day up to now (Ctrl+Shift+Y)")
        )
        self.leave = push_button(tr("C&lose"), "selfCheckClose", tr("Close this (Esc)"))
        self._arrange()
        self.check_now.clicked.connect(self.check_requested)
        self.is_wanted.clicked.connect(self.wanted_changed)
        self.leave.clicked.connect(self.reject)

    @Slot(object)
    def show_check(self, view: SelfCheckView) -> None:
        """Show how it stands."""
        self.title.setText(view.title)
        self.sentence.setText(view.sentence)
        self.open_points.setText("\n".join(view.open_points))
        self.open_points.setVisible(bool(view.open_points))
        self.differences.set_rows(view.rows)
        self.table.setVisible(view.differs)
        self.agrees.setVisible(view.check is not None and not view.differs and view.check.score.share is not None)
        self.is_wanted.setChecked(view.is_wanted)
        self.check_now.setEnabled(not view.is_busy)

    def set_theme(self, theme: Theme) -> None:
        """Draw the table with this theme's colours."""
        self.table.set_theme(theme)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for label in (self.title, self.sentence, self.agrees):
            column.addWidget(label)
        column.addWidget(self.table, 1)
        column.addWidget(self.open_points)
        column.addStretch(0)
        column.addLayout(beside(self.is_wanted, None, self.check_now, self.leave))
        self.leave.setDefault(True)
        self.resize(*_SIZE)


def difference_table(parent: QObject | None = None) -> RowTable[DifferenceRow]:
    """Differences in the order they were found."""
    columns = [
        Column[DifferenceRow](tr("Time (UTC)"), lambda row: row.difference.at),
        Column[DifferenceRow](tr("Account"), lambda row: row.account),
        Column[DifferenceRow](tr("What"), lambda row: tr(row.difference.what)),
        Column[DifferenceRow](tr("Field"), lambda row: row.difference.field),
        Column[DifferenceRow](tr("Recorded"), lambda row: str(row.difference.recorded), tooltip=_whole),
        Column[DifferenceRow](tr("Done again"), lambda row: str(row.difference.replayed), tooltip=_whole),
    ]
    return RowTable(columns, lambda row: str(row.number), _LIMIT, parent)


def _whole(row: DifferenceRow) -> str:
    return tr("Recorded: {recorded}\nDone again: {replayed}").format(
        recorded=row.difference.recorded, replayed=row.difference.replayed
    )
