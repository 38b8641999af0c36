"""Asks before the books are led to what the exchange holds: what is not explained, in words and numbers, and a name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from photon_desktop.broker.difference import CASH, BooksDifference, HeldDifference
from photon_desktop.trading.money import plain
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import ROW_HEIGHT, PlainTable
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_WIDTH = 640
_SENTENCES_HEIGHT = 112
_MOST_SEEN, _MOST = 6, 1_000
_WIDTHS = (136, 148, 148, 156)
_MEANS = mark(
    "The difference is booked as an adjustment against capital, with the time and these sentences: it counts as neither"
    " profit nor loss. Nothing is ordered at the exchange. That can't be undone."
)
_STAY = mark("Left unticked, orders that this program did not place stay open, and what they fill stops trading again.")
_ASKING = mark("Bybit is asked once more…")
_GONE = mark("Nothing is unexplained any more; there is nothing to accept.")
_OTHER = mark("What Bybit holds has changed; look at it again, then type the name.")


class AcceptBooksDialog(QDialog):
    """Enter and Esc leave the books as they are until the account's name is typed as it is written. Whoever hears
    `accept_requested` has the exchange asked once more; what came of it is told here."""

    accept_requested = Signal(object, bool)  # BooksDifference as shown; whether open orders are cancelled first

    def __init__(self, profile: Profile, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._shown: BooksDifference | None = None
        self._is_asking = False
        self.setObjectName("acceptBooksDialog")
        self.setWindowTitle(tr("Accept what the exchange holds: {name}").format(name=profile.name))
        self.title = _label(tr("Accept what Bybit holds in {name}?").format(name=profile.name), tr("Question"))
        self.title.setProperty("role", "title")
        self.sentences = QPlainTextEdit(readOnly=True)
        self.sentences.setObjectName("acceptSentences")
        self.sentences.setAccessibleName(tr("What is not explained"))
        self.sentences.setFixedHeight(_SENTENCES_HEIGHT)
        self.sentences.setTabChangesFocus(True)
        self.model = _table(self)
        self.table = PlainTable(tr("What the books and Bybit hold"), self.model, theme)
        self.table.setObjectName("acceptNumbers")
        self.table.set_widths(_WIDTHS)
        self.means = _label(tr(_MEANS), tr("What accepting does"))
        self.cancel_orders = QCheckBox(tr("Cancel &all open orders of the account at Bybit first"))
        self.cancel_orders.setObjectName("acceptCancelOrders")
        self.stay = _label(tr(_STAY), tr("Open orders of others"))
        self.stay.setProperty("role", "muted")
        self.prompt = QLabel(
            tr("To accept it, &type the account's name: {name}").format(name=profile.name.replace("&", "&&"))
        )
        self.name = QLineEdit()
        self.name.setObjectName("acceptName")
        self.name.setAccessibleName(tr("Type the account's name"))
        self.prompt.setBuddy(self.name)
        self.note = _label("", tr("State"))
        self.accept_button = push_button(tr("Acc&ept"), "acceptConfirm", tr("Lead the books to what Bybit holds"))
        self.accept_button.setProperty("tone", "danger")
        self.keep = push_button(tr("&Keep the books"), "acceptKeep", tr("Leave the books as they are (Esc)"))
        self._arrange()
        self.name.textChanged.connect(self._judge)
        self.accept_button.clicked.connect(self._ask)
        self.keep.clicked.connect(self.reject)
        self._say("", Tone.MUTED)
        self._judge()

    def show_difference(self, difference: BooksDifference | None) -> None:
        """Show what is unexplained now; a name that was typed for other numbers does not count for these."""
        before, self._shown = self._shown, difference
        if difference is None:
            self._say("" if self._is_asking else tr(_GONE), Tone.MUTED)
            self._judge()
            return
        is_other = before is not None and not _is_same(before, difference)
        if is_other and not self._is_asking:
            self.name.setText("")
            self._say(tr(_OTHER), Tone.WARNING)
        self._show_rows(difference)
        self._judge()
        if before is None:
            self.name.setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Say why nothing was accepted."""
        self._is_asking = False
        self.name.setText("")
        self._say(f"✕ {sentence}", Tone.DANGER)
        self._judge()

    @property
    def is_asking(self) -> bool:
        """Whether accepting was asked for, and nothing came of it yet."""
        return self._is_asking

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.table.set_theme(theme)

    @Slot()
    def _judge(self) -> None:
        is_typed = self.name.text().strip() == self._profile.name
        can_accept = is_typed and self._shown is not None and not self._is_asking
        self.name.setEnabled(self._shown is not None and not self._is_asking)
        self.cancel_orders.setEnabled(not self._is_asking)
        self.accept_button.setEnabled(can_accept)
        (self.accept_button if can_accept else self.keep).setDefault(True)

    @Slot()
    def _ask(self) -> None:
        if self._shown is not None:
            self._is_asking = True
            self._say(tr(_ASKING), Tone.MUTED)
            self._judge()
            self.accept_requested.emit(self._shown, self.cancel_orders.isChecked())

    def _say(self, words: str, tone: Tone) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
        set_tone(self.note, tone)

    def _show_rows(self, difference: BooksDifference) -> None:
        self.sentences.setPlainText("\n".join(map(said, difference.sentences)))
        rows = (difference.cash, *difference.holdings)
        self.model.set_rows(rows)
        self.table.setFixedHeight(ROW_HEIGHT * (1 + min(len(rows), _MOST_SEEN)) + 2)
        for part in (self.cancel_orders, self.stay):
            part.setVisible(bool(difference.foreign_orders))
        self.adjustSize()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        parts = (
            self.title, self.sentences, self.table, self.means, self.cancel_orders, self.stay, self.prompt, self.name,
            self.note,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addLayout(beside(None, self.accept_button, self.keep))
        self.setFixedWidth(_WIDTH)
        order_tabs([self.cancel_orders, self.name, self.accept_button, self.keep, self.sentences, self.table])


def _is_same(before: BooksDifference, now: BooksDifference) -> bool:
    return before.is_as(now) and (before.sentences, before.foreign_orders) == (now.sentences, now.foreign_orders)


def _table(parent: QWidget) -> RowTable[HeldDifference]:
    columns = [
        Column[HeldDifference](tr("What"), lambda one: tr(one.name) if one.name == CASH else one.name),
        Column[HeldDifference](tr("Books"), lambda one: plain(one.books), is_number=True),
        Column[HeldDifference]("Bybit", lambda one: plain(one.venue), is_number=True),
        Column[HeldDifference](tr("Difference"), _signed, is_number=True, tone=_tone),
    ]
    return RowTable(columns, lambda one: one.name, _MOST, parent)


def _signed(one: HeldDifference) -> str:
    return f"+{plain(one.difference)}" if one.difference > 0 else plain(one.difference)


def _tone(one: HeldDifference) -> Tone:
    return Tone.WARNING if one.difference else Tone.PLAIN


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setAccessibleName(name)
    label.setWordWrap(True)
    return label
