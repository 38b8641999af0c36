"""The longest gaps of the bars, in a list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget

from photon_desktop.market.importer.quality import Gap
from photon_desktop.ui.dialogs.data.words import length_of, moment
from photon_desktop.ui.language import tr, tr_many
from photon_desktop.ui.tables.tones import small_font

_MOST = 100


class GapList(QListWidget):
    """Hidden while there is no gap."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backtestGaps")
        self.setAccessibleName(tr("The longest gaps"))
        self.setFont(small_font())
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these, the longest first."""
        self.clear()
        for gap in gaps[:_MOST]:
            self.addItem(_words(gap))
        self.setVisible(bool(gaps))


def _words(gap: Gap) -> str:
    told = tr_many(
        "{after} to {before}: {count} bars missing, {length}",
        "{after} to {before}: {count} bar missing, {length}",
        gap.missing,
    )
    after, before = moment(gap.after_ns), moment(gap.before_ns)
    return told.format(after=after, before=before, count=f"{gap.missing:,}", length=length_of(gap))
