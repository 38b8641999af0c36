"""The longest gaps of the bars, in a list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget

from photon_desktop.market.importer.quality import Gap
from photon_desktop.ui.dialogs.data.words import counted, length_of, moment
from photon_desktop.ui.tables.tones import small_font

_MOST = 100


class GapList(QListWidget):
    """Hidden while there is no gap."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backtestGaps")
        self.setAccessibleName("The longest gaps")
        self.setFont(small_font())
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these, the longest first."""
        self.clear()
        for gap in gaps[:_MOST]:
            missing = counted(gap.missing, "bar", "bars")
            self.addItem(f"{moment(gap.after_ns)} to {moment(gap.before_ns)}: {missing} missing, {length_of(gap)}")
        self.setVisible(bool(gaps))
