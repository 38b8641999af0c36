"""Where an account is made, or called by another name."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.money import plain
from photon_desktop.trading.profile import LONGEST_NAME, AccountMode, Product, Profile
from photon_desktop.ui.dialogs.accounts.views import MARKET_WORDS, MODE_WORDS, PRODUCT_WORDS
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.typed_numbers import typed_number
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.sentences.said import said

_WIDTH = 440
_MEANS = {
    AccountMode.PAPER: mark("Orders are filled on this computer at the market's prices. No money is at stake."),
    AccountMode.DEMO: mark("Orders go to the exchange's demo account. No money is at stake."),
    AccountMode.TESTNET: mark("Orders go to the exchange's test network. No money is at stake."),
    AccountMode.LIVE: mark("Orders go to the exchange with real money, once keys are given and the account is armed."),
}


@dataclass(frozen=True, slots=True)
class AccountForm:
    """What was filled in; `starting_cash` (quote money) is None for an exchange's account."""

    name: str
    mode: AccountMode
    market: str
    starting_cash: Decimal | None
    product: Product


class NewAccountDialog(QDialog):
    """Says what is wrong as it is typed; the account is made by whoever hears `filled_in`."""

    filled_in = Signal(object)  # AccountForm

    def __init__(self, market: str, starting_cash: Decimal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newAccountDialog")
        self.setWindowTitle(tr("New account"))
        self.name = _line("accountName", tr("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.mode = _choice("accountMode", tr("Mode"), [tr(MODE_WORDS[mode]) for mode in AccountMode])
        self.market = _choice("accountMarket", tr("Market"), [tr(words) for words in MARKET_WORDS.values()])
        self.market.setCurrentIndex(list(MARKET_WORDS).index(market))
        self.product = _choice("accountProduct", tr("Trades"), [tr(words) for words in PRODUCT_WORDS.values()])
        self.cash = _line("accountCash", tr("Starting cash"))
        self.cash.setText(plain(starting_cash))
        self.cash.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.means = _words(tr("What it means"))
        self.fault = _words(tr("What is missing"))
        self.make = push_button(tr("&Create"), "accountCreate", tr("Make the account (Enter)"))
        self.cancel = push_button(tr("Cancel"), "accountCancel", tr("Make none (Esc)"))
        self._arrange()
        for line in (self.name, self.cash):
            line.textChanged.connect(self._judge)
        self.mode.currentIndexChanged.connect(self._judge)
        self.make.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._judge()

    @Slot()
    def accept(self) -> None:
        """Tell what is filled in; the dialog stays open until `close` is called, for the name may be taken."""
        form = self._form()
        if isinstance(form, AccountForm):
            self.filled_in.emit(form)

    def refuse(self, why: str) -> None:
        """Say why the account was not made."""
        self.fault.setText(f"▲ {why}")

    @property
    def _mode(self) -> AccountMode:
        return list(AccountMode)[self.mode.currentIndex()]

    @Slot()
    def _judge(self) -> None:
        form, is_exchange = self._form(), self._mode.is_exchange
        self.market.setEnabled(not is_exchange)
        self.cash.setEnabled(not is_exchange)
        self.product.setEnabled(is_exchange)
        if is_exchange:
            self.market.setCurrentIndex(list(MARKET_WORDS).index("real"))
        self.means.setText(tr(_MEANS[self._mode]))
        is_sound = isinstance(form, AccountForm)
        self.make.setEnabled(is_sound)
        self.fault.setText("" if isinstance(form, AccountForm) or not self.name.text() else f"▲ {form}")

    def _form(self) -> AccountForm | str:
        """What is filled in, or what is wrong with it."""
        mode = self._mode
        market = list(MARKET_WORDS)[self.market.currentIndex()]
        try:
            cash = None if mode.is_exchange else typed_number(self.cash.text())
            Profile(self.name.text().strip(), "new", mode, market, cash)
        except ValueRefusedError as error:
            return said(str(error))
        return AccountForm(
            self.name.text().strip(), mode, market, cash, list(PRODUCT_WORDS)[self.product.currentIndex()]
        )

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        fields = (self.name, self.mode, self.market, self.product, self.cash)
        for text, field in zip(
            (tr("&Name"), tr("M&ode"), tr("M&arket"), tr("&Trades"), tr("&Starting cash")), fields, strict=True
        ):
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.means)
        column.addWidget(self.fault)
        column.addLayout(beside(None, self.make, self.cancel))
        self.make.setDefault(True)
        self.setFixedWidth(_WIDTH)
        order_tabs([*fields, self.make, self.cancel])


class RenameDialog(QDialog):
    """Asks for another name; the account is renamed by whoever hears `named`."""

    named = Signal(object, str)  # Profile, its new name

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.setObjectName("renameAccountDialog")
        self.setWindowTitle(tr("Rename {name}").format(name=profile.name))
        self.name = _line("accountName", tr("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setText(profile.name)
        self.name.selectAll()
        self.fault = _words(tr("What is missing"))
        self.rename = push_button(tr("&Rename"), "accountRename", tr("Call it so (Enter)"))
        self.cancel = push_button(tr("Cancel"), "accountCancel", tr("Keep its name (Esc)"))
        label = QLabel(tr("&Name"))
        label.setBuddy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        line = beside(label, self.name)
        line.setStretch(1, 1)
        column.addLayout(line)
        column.addWidget(self.fault)
        column.addLayout(beside(None, self.rename, self.cancel))
        self.rename.setDefault(True)
        self.setFixedWidth(_WIDTH)
        self.name.textChanged.connect(self._judge)
        self.rename.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._judge()

    @Slot()
    def accept(self) -> None:
        """Tell the name; the dialog stays open until it is closed, for the name may be taken."""
        if self.rename.isEnabled():
            self.named.emit(self._profile, self.name.text().strip())

    def refuse(self, why: str) -> None:
        """Say why it was not renamed."""
        self.fault.setText(f"▲ {why}")

    @Slot()
    def _judge(self) -> None:
        name = self.name.text().strip()
        self.rename.setEnabled(bool(name) and name != self._profile.name)
        self.fault.setText("")


def _line(name: str, words: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(words)
    return line


def _choice(name: str, words: str, items: list[str]) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    choice.setAccessibleName(words)
    choice.addItems(items)
    return choice


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label
