"""The settings' page about the window: what the desktop is told, staying awake, and the size of everything."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from photon_desktop.ui.comfort.choices import SCALES, ComfortChoices
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.translators import LANGUAGES, SYSTEM

_SWITCHES = {
    "tells_trades": (mark("Tell the desktop of &trades"), mark("A trade is told while another window is in front.")),
    "tells_alerts": (mark("Tell the desktop of price &alerts"), mark("The window says it in either case.")),
    "tells_halts": (
        mark("Tell the desktop when trading is &halted"),
        mark("By the kill switch, or because books don't add up."),
    ),
    "keeps_awake": (
        mark("&Keep the computer awake while an exchange's account holds something"),
        mark("Orders that wait and positions are looked after by this program; it can't while the computer sleeps."),
    ),
}
_LANGUAGE = mark("The language counts from the next start. What is kept and sent stays English.")
_SIZE = mark("The size counts from the next start.")
_NOW = mark("What is changed here counts at once and is kept.")


class WindowPage(QWidget):
    """Tells by `changed` what is chosen, at once."""

    changed = Signal(object)  # ComfortChoices
    tour_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("windowPage")
        self._choices = ComfortChoices()
        self.switches = {name: _switch(name, *map(tr, words)) for name, words in _SWITCHES.items()}
        self.scale = QComboBox()
        self.scale.setObjectName("comfortScale")
        self.scale.setAccessibleName(tr("Size of the interface"))
        self.scale.addItems([f"{scale}%" for scale in SCALES])
        self.language = _languages()
        self.tour = push_button(tr("Show the &tour again"), "comfortTour", tr("Walk through the window once more"))
        self._arrange()
        for box in self.switches.values():
            box.toggled.connect(self._tell)
        self.scale.currentIndexChanged.connect(self._tell)
        self.language.currentIndexChanged.connect(self._tell)
        self.tour.clicked.connect(self.tour_requested)
        self.show_choices(self._choices)

    def show_choices(self, choices: ComfortChoices) -> None:
        """Show what holds now."""
        self._choices = choices
        for name, box in self.switches.items():
            blocker = QSignalBlocker(box)
            box.setChecked(getattr(choices, name))
            blocker.unblock()
        blocker = QSignalBlocker(self.scale)
        self.scale.setCurrentIndex(SCALES.index(choices.scale))
        blocker.unblock()
        blocker = QSignalBlocker(self.language)
        self.language.setCurrentIndex(self.language.findData(choices.language))
        blocker.unblock()

    @Slot()
    def _tell(self) -> None:
        switched = {name: box.isChecked() for name, box in self.switches.items()}
        scale, language = SCALES[self.scale.currentIndex()], self.language.currentData()
        self._choices = replace(self._choices, **switched, scale=scale, language=language)
        self.changed.emit(self._choices)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(4)
        title = QLabel(tr("Window"))
        title.setProperty("role", "title")
        title.setContentsMargins(0, 4, 0, 8)
        column.addWidget(title)
        for name, box in self.switches.items():
            column.addWidget(box)
            column.addWidget(_hint(tr(_SWITCHES[name][1])))
            column.addSpacing(4)
        label = QLabel(tr("&Size of the interface"))
        label.setBuddy(self.scale)
        column.addLayout(beside(label, self.scale, None))
        column.addWidget(_hint(tr(_SIZE)))
        column.addSpacing(8)
        label = QLabel(tr("&Language"))
        label.setBuddy(self.language)
        column.addLayout(beside(label, self.language, None))
        column.addWidget(_hint(tr(_LANGUAGE)))
        column.addSpacing(8)
        column.addLayout(beside(self.tour, None))
        column.addSpacing(8)
        column.addWidget(_hint(tr(_NOW)))
        column.addStretch(1)


def _switch(name: str, text: str, hint: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(f"comfort_{name}")
    box.setAccessibleName(text.replace("&", ""))
    box.setAccessibleDescription(hint)
    return box


def _languages() -> QComboBox:
    box = QComboBox()
    box.setObjectName("comfortLanguage")
    box.setAccessibleName(tr("Language"))
    box.addItem(tr("As the computer's"), SYSTEM)
    for code, name in LANGUAGES.items():
        box.addItem(name, code)
    return box


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
