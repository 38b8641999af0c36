"""The account that trades, in the toolbar: others of the same market are chosen from here."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox

from photon_desktop.trading.profile import Profile
from photon_desktop.ui.language import mark, tr

_WIDTH = 96
_ALL = mark("All accounts…")


class AccountPicker(QComboBox):
    """Shows the account until another one trades; what is picked is only told."""

    picked = Signal(object)  # Profile
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("accountPicker")
        self.setAccessibleName(tr("Account"))
        self.setFixedWidth(_WIDTH)
        self._profiles: tuple[Profile, ...] = ()
        self._place = 0
        self.activated.connect(self._tell)

    def show_accounts(self, profiles: Sequence[Profile], trading: Profile) -> None:
        """Offer these, and show which one trades."""
        blocker = QSignalBlocker(self)
        self._profiles = tuple(profiles)
        self.clear()
        for place, profile in enumerate(profiles):
            self.addItem(profile.name)
            self.setItemData(place, _hint(profile), Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        self.addItem(tr(_ALL))
        self._place = next((place for place, one in enumerate(profiles) if one.key == trading.key), 0)
        self.setCurrentIndex(self._place)
        self.setToolTip(
            tr("{account} trades; choose another, or see all (Ctrl+Shift+U)").format(account=_hint(trading))
        )
        widest = max(self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        self.view().setMinimumWidth(widest + 40)
        blocker.unblock()

    @Slot(int)
    def _tell(self, place: int) -> None:
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(self._place)
        blocker.unblock()
        if place >= len(self._profiles):
            self.all_requested.emit()
        elif place != self._place:
            self.picked.emit(self._profiles[place])


def _hint(profile: Profile) -> str:
    return f"{profile.name} ({tr(profile.mode.value)})"
