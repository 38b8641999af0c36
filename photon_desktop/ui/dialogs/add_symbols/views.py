"""The two lists of the dialog: what will become of each symbol, and what the catalogue found."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from photon_desktop.trading.listing import Listing
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.add_symbols.entries import MOST_AT_ONCE, Entry, Fate
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_FATES = {Fate.NEW: mark("+ will be added"), Fate.WATCHED: mark("✓ watched already"), Fate.REFUSED: mark("✕ refused")}
_TONES = {Fate.NEW: Tone.PLAIN, Fate.WATCHED: Tone.MUTED, Fate.REFUSED: Tone.WARNING}
_MOST_FOUND = 200
_NO_BREAK = "\u2026"


def kind_text(entry: Entry) -> str:
    """ "crypto (automatic)" or "stock (chosen)"; nothing for what is not added."""
    if entry.fate is not Fate.NEW:
        return ""
    words = tr("{kind} (automatic)") if entry.chosen_kind is None else tr("{kind} (chosen)")
    return words.format(kind=tr(entry.kind.value))


def fate_text(entry: Entry) -> str:
    """What becomes of an entry, by sign and word, and why."""
    words = tr(_FATES[entry.fate])
    return f"{words}. {entry.note}" if entry.note else words


class EntryTable(PlainTable):
    """A row a symbol; several can be selected to give them a kind."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        self.rows: RowTable[Entry] = RowTable(
            (
                Column(tr("Symbol"), lambda entry: _shortened(entry.symbol), tone=_tone, tooltip=lambda e: e.symbol),
                Column(
                    tr("Kind"), kind_text, tone=lambda entry: Tone.MUTED if entry.chosen_kind is None else Tone.PLAIN
                ),
                Column(tr("What happens"), fate_text, tone=_tone, tooltip=fate_text),
            ),
            lambda entry: entry.symbol,
            2 * MOST_AT_ONCE,
            parent,
        )
        super().__init__(tr("Symbols to add"), self.rows, theme)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_widths((104, 128))
        self.let_last_fill()

    def selected(self) -> tuple[str, ...]:
        """The symbols of the rows selected."""
        return tuple(self.rows.row(index.row()).symbol for index in self.selectionModel().selectedRows())


class FoundTable(PlainTable):
    """What the catalogue found; Enter or a double click takes what is selected."""

    taken = Signal(object)  # tuple[Listing, ...]
    left_upwards = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        self.rows: RowTable[Listing] = RowTable(
            (
                Column(tr("Symbol"), lambda listing: listing.symbol),
                Column(tr("Name"), lambda listing: listing.name, tooltip=lambda listing: listing.name),
                Column(tr("Kind"), lambda listing: tr(listing.kind.value), tone=lambda _listing: Tone.MUTED),
                Column(tr("Exchange"), lambda listing: listing.exchange, tone=lambda _listing: Tone.MUTED),
            ),
            lambda listing: f"{listing.symbol} {listing.exchange}",
            _MOST_FOUND,
            parent,
        )
        super().__init__(tr("Found in the catalogue"), self.rows, theme)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_widths((104, 240, 64))
        self.let_last_fill()
        self.doubleClicked.connect(self._take)

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show these, the first on top; a listing named twice is shown once."""
        once = {f"{listing.symbol} {listing.exchange}": listing for listing in listings[:_MOST_FOUND]}
        self.rows.set_rows(list(once.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take with Enter, and go back to the field over the first row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if rows:
            self.taken.emit(tuple(self.rows.row(row) for row in rows))


def _tone(entry: Entry) -> Tone:
    return _TONES[entry.fate]


def _shortened(symbol: str) -> str:
    return symbol if len(symbol) <= 24 else symbol[:23] + _NO_BREAK
