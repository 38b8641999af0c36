"""The page of the settings on which keys of an exchange are entered, tested and forgotten."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.broker.bybit.preflight_card import KEY_LINES
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.dialogs.check_card import CheckCard
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.dialogs.progress_bar import ProgressBar
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_TITLE = mark("Exchange keys")
_MEANS = mark(
    "A key lets this program see and trade an account at Bybit. Make one there that can trade and can't withdraw, and"
    " tie it to your address. Live, demo and testnet have keys of their own."
)
_NO_ACCOUNTS = mark("There is no account with an exchange yet. Add one in the accounts dialog; then its keys go here.")
_LOOKING = mark("Looking for the system's keyring.")


class KeysPage(QWidget):
    """Tells what the user wants. The secret is shown nowhere: its field is masked, and empty once it was handed on or
    the page is left."""

    shown = Signal()
    profile_chosen = Signal(object)  # Profile
    keep_requested = Signal(object, object, bool)  # Profile, ApiKeys, for this session only
    test_requested = Signal(object)  # Profile, whose keys are known
    forget_requested = Signal(object)  # Profile
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysPage")
        self._profiles: tuple[Profile, ...] = ()
        self._is_lasting = self._has_keys = self._is_busy = False
        self.title, self.means, self.no_accounts = QLabel(tr(_TITLE)), QLabel(tr(_MEANS)), QLabel(tr(_NO_ACCOUNTS))
        self.account = QComboBox()
        self.key, self.secret = QLineEdit(), QLineEdit()
        self.session_only = QCheckBox(tr("Only for this &session"))
        self.place, self.known, self.result = QLabel(tr(_LOOKING)), QLabel(), QLabel()
        self.keep = push_button(tr("&Keep keys"), "keysKeep", tr("Ask Bybit what the key may do, and keep it (Enter)"))
        self.test = push_button(tr("&Test"), "keysTest", tr("Ask Bybit what the key that is kept may do"))
        self.forget = push_button(
            tr("F&orget"), "keysForget", tr("Remove the keys of this account, here and in the keyring")
        )
        self.stop = push_button(tr("&Stop"), "keysStop", tr("Stop waiting for the answer"))
        self.progress = ProgressBar()
        self.card = CheckCard(KEY_LINES)
        self._name_parts()
        self._arrange()
        self._connect()
        self.show_profiles((), "")

    @property
    def profile(self) -> Profile | None:
        """The account chosen."""
        index = self.account.currentIndex()
        return self._profiles[index] if 0 <= index < len(self._profiles) else None

    # what there is to show

    def show_profiles(self, profiles: Sequence[Profile], chosen: str) -> None:
        """Offer these accounts, all of an exchange, the one with the books `chosen` first if it is among them."""
        self._profiles = tuple(profiles)
        keys = [profile.account for profile in self._profiles]
        with QSignalBlocker(self.account):
            self.account.clear()
            self.account.addItems([f"{profile.name} · {profile.mode.value.upper()}" for profile in self._profiles])
            self.account.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        self.no_accounts.setVisible(not self._profiles)
        self._change_account()

    def show_place(self, sentence: str, *, is_lasting: bool) -> None:
        """Say where keys are kept."""
        self._is_lasting = is_lasting
        self.place.setText(said(sentence))
        set_tone(self.place, Tone.PLAIN if is_lasting else Tone.WARNING)
        self._judge()

    def show_known(self, shown: str) -> None:
        """Say of which key the account's are, by its first characters; empty when there are none."""
        self._has_keys = bool(shown)
        profile = self.profile
        name = "" if profile is None else profile.name
        self.known.setText(
            tr("{name} has the key {shown}").format(name=name, shown=shown)
            if shown
            else tr("No keys of {name} are known.").format(name=name)
        )
        self._judge()

    def show_busy(self, sentence: str) -> None:
        """Something is asked, and `sentence` says what."""
        self._is_busy = True
        self.card.hide()
        self._say(sentence, Tone.MUTED)
        self._judge()

    def show_result(self, sentence: str, checks: Sequence[Check] = (), *, is_good: bool) -> None:
        """Say what came of it."""
        self._is_busy = False
        self._say(f"{'✓' if is_good else '✕'} {sentence}", Tone.UP if is_good else Tone.DANGER)
        self.card.clear()
        for check in checks:
            self.card.show_check(check)
        self.card.setVisible(bool(checks))
        self._judge()

    def show_idle(self) -> None:
        """Nothing is asked, and there is nothing to say of it."""
        self._is_busy = False
        self.card.hide()
        self._say("", Tone.MUTED)
        self._judge()

    # what the user does

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._empty_fields()
        self.stop_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field is this page's; the dialog's own buttons must not hear it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @Slot()
    def _change_account(self) -> None:
        self._empty_fields()
        self.show_idle()
        profile = self.profile
        if profile is not None:
            self.profile_chosen.emit(profile)

    @Slot()
    def _keep(self) -> None:
        profile = self.profile
        if profile is None or not self.keep.isEnabled():
            return
        try:
            keys = ApiKeys(self.key.text().strip(), self.secret.text().strip())
        except ValueRefusedError as error:
            self.show_result(said(str(error)), is_good=False)
            return
        self._empty_fields()
        self.keep_requested.emit(profile, keys, self.session_only.isChecked())

    @Slot()
    def _test(self) -> None:
        if self.profile is not None:
            self.test_requested.emit(self.profile)

    @Slot()
    def _forget(self) -> None:
        if self.profile is not None:
            self.forget_requested.emit(self.profile)

    @Slot()
    def _judge(self) -> None:
        has_account = self.profile is not None
        is_free = has_account and not self._is_busy
        for field in (self.key, self.secret):
            field.setEnabled(is_free)
        self.session_only.setEnabled(is_free and self._is_lasting)
        self.account.setEnabled(is_free)
        is_typed = bool(self.key.text().strip() and self.secret.text().strip())
        self.keep.setEnabled(is_free and is_typed)
        self.test.setEnabled(is_free and self._has_keys and not is_typed)
        self.forget.setEnabled(is_free and self._has_keys)
        self.stop.setVisible(self._is_busy)
        self.progress.setVisible(self._is_busy)

    def _empty_fields(self) -> None:
        for field in (self.key, self.secret):
            field.setText("")  # unlike clear(), nothing can be undone afterwards

    def _say(self, sentence: str, tone: Tone) -> None:
        self.result.setText(said(sentence))
        self.result.setVisible(bool(sentence))
        set_tone(self.result, tone)

    # building

    def _name_parts(self) -> None:
        self.title.setProperty("role", "title")
        labels = (
            (tr("What keys are"), self.means),
            (tr("No account"), self.no_accounts),
            (tr("Where keys are kept"), self.place),
            (tr("Keys known"), self.known),
            (tr("What came of it"), self.result),
        )
        for name, label in labels:
            label.setAccessibleName(name)
            label.setWordWrap(True)
        for name, part in {"keysAccount": self.account, "keysKey": self.key, "keysSecret": self.secret}.items():
            part.setObjectName(name)
        self.account.setAccessibleName(tr("Account"))
        self.session_only.setObjectName("keysSessionOnly")
        self.session_only.setToolTip(tr("Keep them in memory until the program ends, and nowhere else"))
        for field, name in ((self.key, tr("Key")), (self.secret, tr("Secret"))):
            field.setAccessibleName(name)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(tr("Paste it here"))
        self.progress.setAccessibleName(tr("Waiting for an answer"))
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)

    def _arrange(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("A&ccount"), self.account),
            (tr("Ke&y"), self.key),
            (tr("Sec&ret"), self.secret),
            ("", self.session_only),
        )
        for row, (text, field) in enumerate(fields):
            caption = QLabel(text)
            caption.setBuddy(field)
            form.addWidget(caption, row, 0)
            form.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(12)
        for label in (self.title, self.means, self.no_accounts):
            column.addWidget(label)
        column.addLayout(form)
        column.addLayout(beside(self.keep, self.test, self.forget, None, self.stop))
        answers: tuple[QWidget, ...] = (self.known, self.place, self.progress, self.result, self.card)
        for part in answers:
            column.addWidget(part)
        column.addStretch(1)
        order_tabs(
            [self.account, self.key, self.secret, self.session_only, self.keep, self.test, self.forget, self.stop]
        )

    def _connect(self) -> None:
        self.account.currentIndexChanged.connect(self._change_account)
        for field in (self.key, self.secret):
            field.textChanged.connect(self._judge)
        self.secret.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.test.clicked.connect(self._test)
        self.forget.clicked.connect(self._forget)
        self.stop.clicked.connect(self.stop_requested)
