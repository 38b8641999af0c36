"""The dialog of the price alerts: one is set or changed above, all of them stand below."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.alerts import PriceAlert
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.parts import beside
from photon_desktop.ui.dialogs.price_alert.form import AlertForm
from photon_desktop.ui.dialogs.price_alert.words import distance_words, rule_words, state_words
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_LEAST_SIZE = (640, 440)
_SIZE = (880, 520)
_NO_ALERTS = mark("No price alerts yet. Write a level above and press Enter to set one.")
_NO_SYMBOL = mark("Add a symbol to the watchlist first; then an alert can be set on it.")
_MOST = 1_000


class PriceAlertsDialog(QDialog):
    """Tells what the user wants; whoever keeps the alerts shows them with `show_alerts`. `price_of` gives the last
    price of a symbol, None before the first."""

    alert_put = Signal(object)  # PriceAlert, new or in the place of the one with its id
    alert_removed = Signal(str)  # id
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(
        self,
        instrument_of: Callable[[str], Instrument],
        price_of: Callable[[str], float | None],
        new_id: Callable[[], str],
        clock: Clock,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("priceAlertsDialog")
        self.setWindowTitle(tr("Price alerts"))
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_SIZE)
        self._instrument_of, self._price_of = instrument_of, price_of
        self._new_id, self._clock = new_id, clock
        self._alerts: tuple[PriceAlert, ...] = ()
        self._watched: frozenset[str] = frozenset()
        self._edited = ""  # id of the alert in the form, "" for a new one
        self.symbol = QComboBox()
        self.price = QLabel()
        self.form = AlertForm(self)
        self.hint = QLabel()
        self.put, self.leave = QPushButton(), QPushButton(tr("New alert"))
        self.only_this = QCheckBox(tr("Only this symbol"))
        self.model = self._table_model()
        self.table = PlainTable(tr("Price alerts"), self.model, theme)
        self.no_alerts = QLabel(tr(_NO_ALERTS))
        self.edit, self.remove, self.undo, self.close_button = (
            QPushButton(tr("Change", "an alert")),
            QPushButton(tr("Remove")),
            QPushButton(tr("Undo")),
            QPushButton(tr("Close")),
        )
        self.show_undo("")
        self._arrange()
        self._connect()
        self._show_rows()
        self._judge()

    # what there is to show

    def show_symbols(self, symbols: Sequence[str]) -> None:
        """Offer alerts on these symbols, and keep the one chosen where it still is among them."""
        self._watched = frozenset(symbols)
        chosen = self.symbol.currentText()
        known = [*symbols, *sorted({alert.symbol for alert in self._alerts} - self._watched)]
        with QSignalBlocker(self.symbol):
            self.symbol.clear()
            self.symbol.addItems(known)
            self.symbol.setCurrentText(chosen)
        self._change_symbol()

    def choose_symbol(self, symbol: str, level: Decimal | None = None) -> None:
        """Begin a new alert on `symbol`, at `level` where one is given."""
        if self.symbol.findText(symbol) < 0:
            self.symbol.addItem(symbol)
        self.symbol.setCurrentText(symbol)
        self._begin_new()
        if level is not None:
            self.form.show_level(level, self._price_of(symbol))
        self.form.level.setFocus()

    def show_alerts(self, alerts: Iterable[PriceAlert]) -> None:
        """Show these, the newest on top."""
        self._alerts = tuple(alerts)
        if self._edited and all(alert.id != self._edited for alert in self._alerts):
            self._begin_new()
        self._show_rows()
        self._judge()

    def show_undo(self, words: str) -> None:
        """Offer to take back what was changed last, "" for nothing."""
        self.undo.setEnabled(bool(words))
        self.undo.setToolTip(f"{words or tr('No alert was changed')} (Ctrl+Z)")

    @Slot()
    def refresh_price(self) -> None:
        """Show the last price of the symbol chosen, and how far the level is from it."""
        if self.isVisible():
            self._show_price()

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.table.set_theme(theme)

    # what the user does

    @Slot()
    def _change_symbol(self) -> None:
        if self._edited and self._alert_of(self._edited).symbol != self.symbol.currentText():
            self._begin_new()
        if self.symbol.currentText():
            self.form.show_quote(self._instrument().quote)
        self._show_rows()
        self._show_price()

    @Slot()
    def _begin_new(self) -> None:
        self._edited = ""
        self.form.clear()
        self._judge()

    @Slot()
    def _begin_change(self) -> None:
        alert = self._selected()
        if alert is None:
            return
        self.symbol.setCurrentText(alert.symbol)
        self._edited = alert.id
        self.form.show_alert(alert)
        self._judge()
        self.form.level.setFocus()
        self.form.level.selectAll()

    @Slot()
    def _put(self) -> None:
        alert = self._drafted()
        if alert is None:
            self.form.level.setFocus()
            return
        self._edited = ""
        self.form.clear()
        self.alert_put.emit(alert)
        self._judge()

    @Slot()
    def _remove(self) -> None:
        alert = self._selected()
        if alert is not None:
            self.alert_removed.emit(alert.id)

    # what is said

    @Slot()
    def _show_rows(self) -> None:
        symbol = self.symbol.currentText() if self.only_this.isChecked() else ""
        shown = [alert for alert in reversed(self._alerts) if symbol in ("", alert.symbol)]
        self.model.set_rows(shown)
        self.model.rewrite()
        self.table.setVisible(bool(shown))
        self.no_alerts.setVisible(not shown)

    def _show_price(self) -> None:
        symbol = self.symbol.currentText()
        self.price.setText(formats.price(self._price_of(symbol), self._instrument()) if symbol else formats.NO_VALUE)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Say what can be done, and how far the level is from the price."""
        has_symbol = bool(self.symbol.currentText())
        self.put.setText(tr("Save the change") if self._edited else tr("Set alert"))
        self.put.setAccessibleName(self.put.text())
        self.leave.setVisible(bool(self._edited))
        self.form.setEnabled(has_symbol)
        for button in (self.edit, self.remove):
            button.setEnabled(self._selected() is not None)
        sentence, tone, can_put = self._hint() if has_symbol else (tr(_NO_SYMBOL), Tone.MUTED, False)
        self.hint.setText(sentence)
        set_tone(self.hint, tone)
        self.put.setEnabled(can_put)

    def _hint(self) -> tuple[str, Tone, bool]:
        if not self.form.level.text().strip():
            return tr("Write a percentage.") if self.form.is_of_move else tr("Write a price."), Tone.MUTED, False
        try:
            alert = self._draft()
        except ValueRefusedError as error:
            return said(str(error)), Tone.WARNING, False
        price = self._price_of(alert.symbol)
        waits = alert.placed(price).is_waiting_to_come_back
        return distance_words(alert, price, self._instrument()), Tone.WARNING if waits else Tone.MUTED, True

    # inside

    def _drafted(self) -> PriceAlert | None:
        try:
            return self._draft() if self.symbol.currentText() else None
        except ValueRefusedError:
            return None

    def _draft(self) -> PriceAlert:
        created_at = self._alert_of(self._edited).created_at_ns if self._edited else self._clock.now_ns()
        return self.form.alert(self._edited or self._new_id(), self._instrument(), created_at)

    def _instrument(self) -> Instrument:
        return self._instrument_of(self.symbol.currentText())

    def _alert_of(self, alert_id: str) -> PriceAlert:
        return next(alert for alert in self._alerts if alert.id == alert_id)

    def _selected(self) -> PriceAlert | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.row(rows[0].row()) if rows else None

    def _table_model(self) -> RowTable[PriceAlert]:
        return RowTable(
            (
                Column(tr("Symbol"), lambda alert: alert.symbol),
                Column(tr("Rule"), lambda alert: rule_words(alert, self._instrument_of(alert.symbol))),
                Column(
                    tr("How often"),
                    lambda alert: tr("every time") if alert.repeats else tr("once"),
                    tone=lambda _: Tone.MUTED,
                ),
                Column(tr("State"), self._state, tone=_state_tone, tooltip=self._state),
                Column(tr("Note"), lambda alert: alert.note, tooltip=lambda alert: alert.note),
            ),
            lambda alert: alert.id,
            _MOST,
            self,
        )

    def _state(self, alert: PriceAlert) -> str:
        return state_words(alert, alert.symbol in self._watched)

    # building

    def _arrange(self) -> None:
        self.symbol.setAccessibleName(tr("Symbol"))
        self.symbol.setMinimumWidth(140)
        self.price.setAccessibleName(tr("Last price"))
        self.price.setProperty("role", "figure")
        self.hint.setAccessibleName(tr("What the alert means"))
        self.no_alerts.setAccessibleName(tr("No price alerts"))
        self.only_this.setAccessibleName(tr("Show only the alerts of this symbol"))
        for label in (self.hint, self.no_alerts):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self.no_alerts.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for button in (self.leave, self.edit, self.remove, self.undo, self.close_button):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        self.put.setDefault(True)
        self.table.set_widths((96, 176, 80, 232))
        self.table.let_last_fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(beside(QLabel(tr("Tell me about")), self.symbol, 8, self.price, None))
        column.addWidget(self.form)
        column.addWidget(self.hint)
        column.addLayout(beside(None, self.leave, self.put))
        column.addLayout(beside(QLabel(tr("All alerts")), None, self.only_this))
        column.addWidget(self.table, 1)
        column.addWidget(self.no_alerts, 1)
        column.addLayout(beside(self.edit, self.remove, self.undo, None, self.close_button))

    def _connect(self) -> None:
        self.symbol.currentIndexChanged.connect(self._change_symbol)
        self.form.changed.connect(self._judge)
        self.only_this.toggled.connect(self._show_rows)
        self.put.clicked.connect(self._put)
        self.leave.clicked.connect(self._begin_new)
        self.edit.clicked.connect(self._begin_change)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.reject)
        self.table.activated.connect(self._begin_change)
        self.table.selectionModel().selectionChanged.connect(self._judge)
        self.model.modelReset.connect(self._judge)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self.undo.clicked.connect(self.undo_requested)
        for keys, asked in (("Ctrl+Z", self.undo_requested), ("Ctrl+Shift+Z", self.redo_requested)):
            QShortcut(QKeySequence(keys), self).activated.connect(asked)


def _state_tone(alert: PriceAlert) -> Tone:
    return Tone.MUTED if alert.is_done else Tone.PLAIN
