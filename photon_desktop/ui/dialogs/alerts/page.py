"""The page of the settings about alerts that leave the program."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import AlertChoices, Channel, ChannelChoice
from photon_desktop.alerts.quiet import QuietHours
from photon_desktop.ui.dialogs.alerts.channel_form import ChannelForm
from photon_desktop.ui.dialogs.alerts.kind_grid import KindGrid, Wanted
from photon_desktop.ui.dialogs.alerts.quiet_form import QuietForm
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs

_MEANS = mark(
    "What happens can reach you where you are. Many alerts at once come as one message. What is changed here"
    " counts at once and is kept."
)


class AlertsPage(QScrollArea):
    """Tells each change at once; secrets go out by a signal of their own and are shown nowhere."""

    shown = Signal()
    changed = Signal(object)  # AlertChoices
    secret_entered = Signal(object, str)  # Channel, the secret
    secret_forgotten = Signal(object)  # Channel
    test_requested = Signal(object)  # the channel's choice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alertsPage")
        self.setAccessibleName(tr("Alerts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choices = AlertChoices()
        self.forms = {channel: ChannelForm(channel) for channel in Channel}
        self.grid, self.quiet = KindGrid(), QuietForm()
        self._arrange()
        self._connect()
        self.show_choices(self._choices)

    def show_choices(self, choices: AlertChoices) -> None:
        """Show what holds now, without telling."""
        self._choices = choices
        for channel, form in self.forms.items():
            form.show_choice(choices.of(channel))
        self.grid.show_wanted(choices.wanted, choices.on_desktop)
        self.quiet.show_quiet(choices.quiet)

    def show_address(self, address: str) -> None:
        """Show what is to be seen of the webhook's address, and nothing else anew."""
        webhook = replace(self._choices.webhook, address=address)
        self._choices = replace(self._choices, webhook=webhook)
        self.forms[Channel.WEBHOOK].show_choice(webhook)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field applies nothing here; the dialog's own buttons must not hear it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @Slot(object)
    def _take_channel(self, choice: ChannelChoice) -> None:
        form = self.sender()
        if isinstance(form, ChannelForm):
            changed = {form.channel.value: choice}
            self._tell(replace(self._choices, **changed))  # type: ignore[arg-type]

    @Slot(object, object)
    def _take_wanted(self, wanted: Wanted, on_desktop: frozenset[AlertKind]) -> None:
        self._tell(replace(self._choices, wanted=wanted, on_desktop=on_desktop))

    @Slot(object)
    def _take_quiet(self, quiet: QuietHours) -> None:
        self._tell(replace(self._choices, quiet=quiet))

    def _tell(self, choices: AlertChoices) -> None:
        self._choices = choices
        self.changed.emit(choices)

    def _connect(self) -> None:
        for channel, form in self.forms.items():
            form.changed.connect(self._take_channel)
            form.test_requested.connect(self.test_requested)
            form.secret.entered.connect(lambda secret, of=channel: self.secret_entered.emit(of, secret))
            form.secret.forgotten.connect(lambda of=channel: self.secret_forgotten.emit(of))
        self.grid.changed.connect(self._take_wanted)
        self.quiet.changed.connect(self._take_quiet)

    def _arrange(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        means = QLabel(tr(_MEANS))
        means.setProperty("role", "muted")
        means.setWordWrap(True)
        column.addWidget(_title(tr("Alerts")))
        column.addWidget(means)
        for form in self.forms.values():
            column.addWidget(form)
        for title, part in ((tr("What is told"), self.grid), (tr("When"), self.quiet)):
            column.addWidget(_title(title))
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(content)
        forms = [part for form in self.forms.values() for part in form.parts]
        order_tabs([*forms, *self.grid.parts, *self.quiet.parts])


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    label.setContentsMargins(0, 4, 0, 4)
    return label
