"""The form of one price alert."""

from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.alerts import LONGEST_NOTE, AlertCondition, PriceAlert
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.ui.dialogs.price_alert.words import CONDITION_WORDS, WINDOWS
from photon_desktop.ui.dialogs.typed_numbers import typed_number
from photon_desktop.ui.language import mark, tr

_OFTEN = (mark("Once"), mark("Every time"))


class AlertForm(QWidget):
    """Condition, level, window, how often, and a note."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.condition = _choice(tr("Condition"), [tr(words) for words in CONDITION_WORDS.values()])
        self.level = QLineEdit()
        self.level.setObjectName("alertLevel")
        self.level.setAccessibleName(tr("Level"))
        self.unit = QLabel()
        self.window_choice = _choice(tr("Window", "of time"), [tr(words) for words in WINDOWS.values()])
        self.window_choice.setCurrentIndex(list(WINDOWS).index(900))
        self.window_label = QLabel(tr("within"))
        self.often = _choice(tr("How often"), [tr(words) for words in _OFTEN])
        self.note = QLineEdit(placeholderText=tr("Note (optional)"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setMaxLength(LONGEST_NOTE)
        self._quote = ""
        self._arrange()
        for choice in (self.condition, self.window_choice, self.often):
            choice.currentIndexChanged.connect(self._tell)
        self.level.textChanged.connect(self._tell)
        self._tell()

    def show_quote(self, quote: str) -> None:
        """Say in which money a level is."""
        self._quote = quote
        self._tell()

    def show_alert(self, alert: PriceAlert) -> None:
        """Fill the form with what `alert` says."""
        self.condition.setCurrentIndex(list(CONDITION_WORDS).index(alert.condition))
        self.level.setText(plain(alert.level))
        if alert.window_s in WINDOWS:
            self.window_choice.setCurrentIndex(list(WINDOWS).index(alert.window_s))
        self.often.setCurrentIndex(int(alert.repeats))
        self.note.setText(alert.note)

    def show_level(self, level: Decimal, price: float | None) -> None:
        """Fill the level in, to be reached from where the price stands; any level given can be typed over."""
        if price is not None:
            condition = AlertCondition.ABOVE if float(level) > price else AlertCondition.BELOW
            self.condition.setCurrentIndex(list(CONDITION_WORDS).index(condition))
        elif self.is_of_move:
            self.condition.setCurrentIndex(list(CONDITION_WORDS).index(AlertCondition.CROSSES))
        self.level.setText(plain(level))
        self.level.selectAll()

    def clear(self) -> None:
        """Forget the level and the note; the choices stay for the next one."""
        self.level.clear()
        self.note.clear()

    @property
    def is_of_move(self) -> bool:
        """Whether a move is asked for rather than a level."""
        return self._condition is AlertCondition.CHANGE_PERCENT

    def alert(self, alert_id: str, instrument: Instrument, created_at_ns: int) -> PriceAlert:
        """The alert as the form has it. Raises ValueRefusedError, saying what to write, when it can't be one."""
        return PriceAlert(
            id=alert_id,
            symbol=instrument.symbol,
            condition=self._condition,
            level=_level(self.level.text()),
            created_at_ns=created_at_ns,
            window_s=list(WINDOWS)[self.window_choice.currentIndex()] if self.is_of_move else 0,
            note=self.note.text().strip(),
            repeats=self.often.currentIndex() == 1,
        )

    @property
    def _condition(self) -> AlertCondition:
        return list(CONDITION_WORDS)[self.condition.currentIndex()]

    @Slot()
    def _tell(self) -> None:
        self.unit.setText("%" if self.is_of_move else self._quote)
        self.level.setPlaceholderText("5" if self.is_of_move else tr("Price"))
        for part in (self.window_choice, self.window_label):
            part.setVisible(self.is_of_move)
        self.changed.emit()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(QLabel(tr("when it")), 0, 0)
        for column, part in enumerate((self.condition, self.level, self.unit, self.window_label, self.window_choice)):
            grid.addWidget(part, 0, column + 1)
        grid.addWidget(QLabel(tr("tell me")), 1, 0)
        grid.addWidget(self.often, 1, 1)
        grid.addWidget(self.note, 1, 2, 1, 4)
        grid.setColumnStretch(2, 1)


def _choice(accessible_name: str, texts: list[str]) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(accessible_name)
    choice.addItems(texts)
    return choice


def _level(text: str) -> Decimal:
    if not text.strip():
        raise ValueRefusedError(tr("Write the level."))
    return typed_number(text)
