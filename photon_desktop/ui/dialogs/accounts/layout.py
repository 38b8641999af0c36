"""What stands where on the dialog of the accounts."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.accounts.tables import ACCOUNT_WIDTHS, ROUND_WIDTHS
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.panels.equity_plot import EquityPlot
from photon_desktop.ui.panels.tables import PlainTable

_HEIGHTS, _BREADTHS = (296, 216), (600, 264)


class AccountWidgets:
    """The parts of the dialog, laid out on it."""

    def __init__(self, accounts: QAbstractItemModel, rounds: QAbstractItemModel, theme: Theme, dialog: QDialog) -> None:
        self.new = push_button(tr("&New account…"), "accountsNew", tr("Make an account (Ctrl+N)"), dialog)
        self.archived = QCheckBox(tr("Show &archived"), dialog)
        self.archived.setObjectName("accountsArchived")
        self.archived.setAccessibleName(tr("Show archived accounts"))
        self.table = _table(tr("Accounts"), "accountsTable", accounts, theme, ACCOUNT_WIDTHS)
        self.table.let_last_fill()
        self.rounds_title = QLabel(dialog)
        self.rounds_title.setAccessibleName(tr("Whose rounds"))
        self.rounds_title.setProperty("role", "title")
        self.rounds = _table(tr("Rounds"), "roundsTable", rounds, theme, ROUND_WIDTHS)
        self.plot = EquityPlot(theme)
        self.no_curve = QLabel(dialog)
        self.no_curve.setAccessibleName(tr("About the equity curve"))
        self.no_curve.setProperty("role", "muted")
        self.no_curve.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.no_curve.setWordWrap(True)
        self.status = QLabel(dialog)
        self.status.setObjectName("accountsStatus")
        self.status.setAccessibleName(tr("What was done"))
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.trade = push_button(
            tr("&Trade with it"), "accountsTrade", tr("Stop the agents and go on with this one"), dialog
        )
        self.rename = push_button(tr("&Rename…"), "accountsRename", tr("Call it by another name (F2)"), dialog)
        self.reset = push_button(tr("R&eset…"), "accountsReset", tr("Begin it anew; its history is kept"), dialog)
        self.archive = push_button(tr("Arc&hive"), "accountsArchive", "", dialog)
        self.delete = push_button(
            tr("&Delete"), "accountsDelete", tr("Forget an account that never traded (Del)"), dialog
        )
        self.reports = push_button(
            tr("Trades of the r&ound…"), "accountsTrades", tr("See and export them (Enter)"), dialog
        )
        self.close_ = push_button(tr("Close"), "accountsClose", tr("Close the window (Esc)"), dialog)
        self._arrange(dialog)

    def show_curve(self, sentence: str) -> None:
        """Say this in the place of the curve; show the curve when it is empty."""
        self.no_curve.setText(sentence)
        self.no_curve.setVisible(bool(sentence))
        self.plot.setVisible(not sentence)

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        for part in (self.table, self.rounds, self.plot):
            part.set_theme(theme)

    def _arrange(self, dialog: QDialog) -> None:
        history = QWidget(dialog)
        lower = QVBoxLayout(history)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        heading = beside(self.rounds_title, None, self.reports)
        heading.setContentsMargins(16, 8, 16, 8)
        lower.addLayout(heading)
        lower.addWidget(self._history(), 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(history)
        halves.setStretchFactor(0, 1)
        halves.setSizes(list(_HEIGHTS))
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first, last = beside(self.new, None, self.archived), beside(self.status, *self._buttons(), self.close_)
        first.setContentsMargins(16, 12, 16, 8)
        last.setContentsMargins(16, 8, 16, 12)
        last.setStretch(0, 1)
        column.addLayout(first)
        column.addWidget(halves, 1)
        column.addLayout(last)
        order_tabs([self.new, self.archived, self.table, self.reports, self.rounds, *self._buttons(), self.close_])

    def _history(self) -> QSplitter:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        curve = QWidget()
        column = QVBoxLayout(curve)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.plot)
        column.addWidget(self.no_curve)
        sides.addWidget(self.rounds)
        sides.addWidget(curve)
        sides.setStretchFactor(1, 1)
        sides.setSizes(list(_BREADTHS))
        return sides

    def _buttons(self) -> tuple[QWidget, ...]:
        return (self.trade, self.rename, self.reset, self.archive, self.delete)


def _table(words: str, name: str, model: QAbstractItemModel, theme: Theme, widths: tuple[int, ...]) -> PlainTable:
    table = PlainTable(words, model, theme)
    table.setObjectName(name)
    table.set_widths(widths)
    return table
