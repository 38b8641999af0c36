"""The dialog that adds symbols: typed, pasted, dropped as a file, or found in a catalogue."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.trading.listing import Listing
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.add_symbols.entries import Entry, Fate, last_word, read_entries, with_last_word
from photon_desktop.ui.dialogs.add_symbols.search import Found, SymbolSearch
from photon_desktop.ui.dialogs.add_symbols.views import EntryTable, FoundTable
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.watch.menu import KINDS
from photon_desktop.ui.tables.row_table import Tone

_MOST_TEXT = 200_000
_MOST_BYTES = 256 * 1024
_LEAST_SIZE = (560, 420)
_SIZE = (720, 520)
_HINT = mark("One or many, in any form: BTCUSDT, ETH/USDT aapl msft. A column can be pasted, a text file dropped here.")
_NOTHING_YET = mark("What is typed above stands here, with its kind and what becomes of it.")


class AddSymbolsDialog(QDialog):
    """Tells with `chosen` what to watch: the symbols, and the kinds that the user overruled."""

    chosen = Signal(object, object)  # tuple[str, ...], dict[str, InstrumentKind]

    def __init__(
        self,
        watched: Collection[str],
        theme: Theme,
        parent: QWidget | None = None,
        search: SymbolSearch | None = None,
        known: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addSymbolsDialog")
        self.setWindowTitle(tr("Add symbols"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_SIZE)
        self._watched, self._known, self._search = frozenset(watched), frozenset(known), search
        self._kinds: dict[str, InstrumentKind] = {}
        self._entries: tuple[Entry, ...] = ()
        self.field = _field(self)
        self.field.installEventFilter(self)
        self.found_state = _muted(tr("Found in the catalogue"))
        self.found = FoundTable(theme, self)
        self.entries = EntryTable(theme, self)
        self.nothing = _muted(tr("Nothing to add yet"), tr(_NOTHING_YET))
        self.kind = QComboBox()
        self.add_button, self.cancel = QPushButton(tr("Add")), QPushButton(tr("Cancel"))
        self.summary = _muted(tr("What will be added"))
        self._name_parts()
        self._arrange()
        self._connect()
        self._show_found(Found(""))
        self._read()

    @property
    def to_add(self) -> tuple[str, ...]:
        """The symbols that Add would add."""
        return tuple(entry.symbol for entry in self._entries if entry.fate is Fate.NEW)

    def take_text(self, text: str) -> None:
        """Add what `text` holds to what is in the field."""
        kept = self.field.text().rstrip(", ")
        self.field.setText(f"{kept}, {text[:_MOST_TEXT]}" if kept else text[:_MOST_TEXT])

    def take_file(self, path: Path) -> None:
        """Add the symbols of a text file, its first quarter megabyte."""
        try:
            with path.open("rb") as file:
                self.take_text(" ".join(file.read(_MOST_BYTES).decode("utf-8", "replace").split()))
        except OSError as error:
            self._say(
                tr("{name} can't be read ({fault}); choose another file.").format(
                    name=path.name, fault=error.strerror or error
                ),
                Tone.WARNING,
            )

    # events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        for path in files:
            self.take_file(path)
        if not files:
            self.take_text(event.mimeData().text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go down from the field into what the catalogue found."""
        is_key = watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down and self.found.isVisible():
            self.found.setFocus()
            self.found.selectRow(0)
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Close, and ask nothing more."""
        if self._search is not None:
            self._search.look_for("")
        super().done(result)

    # what the user does

    @Slot()
    def _read(self) -> None:
        self._entries = read_entries(self.field.text(), self._watched, self._known, self._kinds)
        self.entries.rows.set_rows(self._entries)
        self.entries.setVisible(bool(self._entries))
        self.nothing.setVisible(not self._entries)
        self._judge()

    @Slot(str)
    def _look_for(self, text: str) -> None:
        if self._search is not None:
            self._search.look_for(last_word(text))
            if not last_word(text):
                self._show_found(Found(""))

    @Slot()
    def _tell_begun(self) -> None:
        self.found_state.setText(tr("Searching the catalogue…"))

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        self.found.show_listings(found.listings)
        self.found.setVisible(bool(found.listings))
        self.found_state.setVisible(self._search is not None)
        self.found_state.setText(_found_words(found))

    @Slot(object)
    def _take_found(self, listings: tuple[Listing, ...]) -> None:
        """Put what was found in the place of the word typed, as the kind that the catalogue has it."""
        for listing in listings:
            if listing.kind is not kind_of(listing.symbol):
                self._kinds[listing.symbol] = listing.kind
        self.field.setText(with_last_word(self.field.text(), [listing.symbol for listing in listings]))
        self.field.setFocus()

    @Slot(int)
    def _give_kind(self, number: int) -> None:
        kind = None if number <= 0 else KINDS[number - 1]
        for symbol in self.entries.selected():
            if kind is None:
                self._kinds.pop(symbol, None)
            else:
                self._kinds[symbol] = kind
        selected = self.entries.selected()
        self._read()
        if selected:
            self._judge_kind()

    @Slot()
    def _accept(self) -> None:
        if self.to_add:
            chosen = {symbol: self._kinds[symbol] for symbol in self.to_add if symbol in self._kinds}
            self.chosen.emit(self.to_add, chosen)
            self.accept()

    # what is said

    @Slot()
    def _judge_kind(self) -> None:
        """Show the kind that the rows selected share."""
        selected = set(self.entries.selected())
        new = [entry for entry in self._entries if entry.symbol in selected and entry.fate is Fate.NEW]
        self.kind.setEnabled(bool(new))
        kinds = {entry.chosen_kind for entry in new}
        shared = next(iter(kinds)) if len(kinds) == 1 else None
        self.kind.setCurrentIndex(0 if shared is None else KINDS.index(shared) + 1)

    def _judge(self) -> None:
        new, refused = len(self.to_add), sum(entry.fate is Fate.REFUSED for entry in self._entries)
        self.add_button.setEnabled(bool(new))
        self.add_button.setText(tr_many("Add %n symbols", "Add", new) if new > 1 else tr("Add"))
        self.add_button.setAccessibleName(self.add_button.text())
        left_out = " " + tr("{count} can't be added.").format(count=refused) if refused else ""
        self._say(f"{_counted(new)}{left_out}" if self._entries else tr(_HINT))
        self._judge_kind()

    def _say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        self.summary.setText(sentence)
        set_tone(self.summary, tone)

    # building

    def _name_parts(self) -> None:
        names = {"List": self.entries, "Results": self.found, "Kind": self.kind, "Accept": self.add_button}
        for name, part in names.items():
            part.setObjectName(f"addSymbols{name}")

    def _arrange(self) -> None:
        self.kind.setAccessibleName(tr("Kind of the selected symbols"))
        self.kind.addItems([tr("Automatic"), *(tr(kind.value.capitalize()) for kind in KINDS)])
        self.add_button.setDefault(True)
        for button in (self.add_button, self.cancel):
            button.setAccessibleName(button.text())
            button.setMinimumWidth(88)
        self.cancel.setAutoDefault(False)
        label = QLabel(tr("&Symbols"))
        label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for part in (label, self.field, self.summary, self.found_state):
            column.addWidget(part)
        column.addWidget(self.found, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.entries, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        label = QLabel(tr("&Kind of the rows selected"))
        label.setBuddy(self.kind)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.kind)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.add_button)
        return line

    def _connect(self) -> None:
        self.field.textChanged.connect(self._read)
        self.field.textEdited.connect(self._look_for)
        self.found.taken.connect(self._take_found)
        self.found.left_upwards.connect(self.field.setFocus)
        self.entries.selectionModel().selectionChanged.connect(self._judge_kind)
        self.kind.activated.connect(self._give_kind)
        self.add_button.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        if self._search is not None:
            self._search.begun.connect(self._tell_begun)
            self._search.found.connect(self._show_found)


def _field(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent, placeholderText="BTCUSDT, AAPL, …")
    field.setObjectName("addSymbolsText")
    field.setAccessibleName(tr("Symbols to add"))
    field.setMaxLength(_MOST_TEXT)
    field.setClearButtonEnabled(True)
    return field


def _muted(accessible_name: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setAccessibleName(accessible_name)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def _found_words(found: Found) -> str:
    if found.problem:
        return tr("The catalogue can't be searched now ({problem}). Symbols can be added as they are typed.").format(
            problem=found.problem
        )
    if not found.text:
        return tr("Type part of a symbol or a name to search the catalogue.")
    if not found.listings:
        return tr("The catalogue has nothing for “{text}”. It can be added as it is typed.").format(text=found.text)
    return tr("Found in the catalogue: Down goes there, Enter takes what is selected.")


def _counted(count: int) -> str:
    return (
        tr_many("%n symbols will be added.", "%n symbol will be added.", count)
        if count
        else tr("Nothing will be added.")
    )
