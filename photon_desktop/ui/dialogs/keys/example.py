"""The page of the exchange keys with a key tested, to be looked at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.dialogs.keys.page import KeysPage

_SIZE = (720, 520)
_CHECKS = (
    Check("Withdrawal", True, "This key can't withdraw money."),
    Check("Permissions", True, "This key may trade linear."),
    Check("Expiry", False, "This key ends within a day or has ended; make a new one, tied to your address."),
)


def example_page(parent: QWidget) -> KeysPage:
    """As a window of its own; nothing is asked and nothing is kept."""
    page = KeysPage(parent)
    page.setWindowFlag(Qt.WindowType.Dialog)
    page.resize(*_SIZE)
    page.show_profiles([Profile("Main account", "live-1", AccountMode.LIVE, "real")], "live-1")
    page.show_place("Keys are kept in the system's Secret Service.", is_lasting=True)
    page.show_known("k7Qx…")
    page.show_result("This key can't be traded with as it is.", _CHECKS, is_good=False)
    return page
