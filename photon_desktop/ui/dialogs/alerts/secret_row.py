"""Where the secret of a channel is entered: it goes in, and is shown nowhere."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from photon_desktop.alerts.choices import Channel
from photon_desktop.ui.dialogs.alerts.field_row import LABEL_WIDTH
from photon_desktop.ui.dialogs.parts import push_button
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone


class SecretRow(QWidget):
    """The field is masked, and empty once the secret was handed on or the page is left."""

    entered = Signal(str)
    forgotten = Signal()

    def __init__(self, channel: Channel, label: str) -> None:
        super().__init__()
        name = f"alerts.{channel.value}"
        self.label, self.state = QLabel(label), QLabel()
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}.secret")
        self.field.setAccessibleName(label)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(tr("Paste it here"))
        self.keep = push_button(tr("Keep"), f"{name}.keep", tr("Keep it in the system's keyring (Enter)"))
        self.forget = push_button(tr("Forget"), f"{name}.forget", tr("Remove it, here and in the keyring"))
        for button in (self.keep, self.forget):
            button.setAccessibleName(f"{button.text()}: {label}")
        self.label.setBuddy(self.field)
        self.label.setMinimumWidth(LABEL_WIDTH)
        self.state.setWordWrap(True)
        self.state.setAccessibleName(tr("Where it is kept: {name}").format(name=label))
        self._arrange()
        self.field.textChanged.connect(self._judge)
        self.field.returnPressed.connect(self._hand_on)
        self.keep.clicked.connect(self._hand_on)
        self.forget.clicked.connect(self.forgotten)
        self.show_state("", is_known=False)

    def show_state(self, sentence: str, *, is_known: bool, is_good: bool = True) -> None:
        """Say where the secret is kept, or why it is not; `is_known`: there is one."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        set_tone(self.state, Tone.MUTED if is_good else Tone.DANGER)
        self.forget.setEnabled(is_known)
        self._judge()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.field.setText("")  # unlike clear(), nothing can be undone afterwards

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the field is this row's; the dialog's own buttons must not hear it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @Slot()
    def _hand_on(self) -> None:
        secret = self.field.text().strip()
        self.field.setText("")
        if secret:
            self.entered.emit(secret)

    @Slot()
    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.field.text().strip()))

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for column, part in enumerate((self.label, self.field, self.keep, self.forget)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.state, 1, 1, 1, 3)
