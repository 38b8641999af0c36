"""For whom the settings speak: for all accounts, or for the one that trades."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel

from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.language import mark, tr

ANY_PROFILE = Profile("Paper", "paper", AccountMode.PAPER, "demo")
_FOR_ALL = mark("These count for every account that has no value of its own.")
_FOR_ONE = mark("These count for {name} alone; what is not marked is as for all accounts.")


class ScopeChoice(QObject):
    """Can be turned while nothing is typed that was not applied."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._name = ANY_PROFILE.name
        self.choice = QComboBox()
        self.choice.setObjectName("settingsScope")
        self.choice.setAccessibleName(tr("Settings of"))
        self.choice.addItems([tr("All accounts"), ""])
        self.label = QLabel(tr("Settings &of"))
        self.label.setProperty("role", "muted")
        self.label.setBuddy(self.choice)
        self.name_account(self._name)
        self.let_turn(True)
        self.choice.currentIndexChanged.connect(self._tell)

    @property
    def is_of_account(self) -> bool:
        """Whether the settings shown are those of one account."""
        return self.choice.currentIndex() == 1

    @property
    def words(self) -> str:
        """For whom they count, in a sentence."""
        return tr(_FOR_ONE).format(name=self._name) if self.is_of_account else tr(_FOR_ALL)

    def name_account(self, name: str) -> None:
        """Offer the account of this name beside all of them."""
        self._name = name
        self.choice.setItemText(1, tr("Only {name}").format(name=name))

    def let_turn(self, is_applied: bool) -> None:
        """Let nobody turn away from what is not applied."""
        self.choice.setEnabled(is_applied)
        self.choice.setToolTip(
            tr("Whether they are of all accounts, or of the one that trades")
            if is_applied
            else tr("Apply, or undo, first")
        )

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
