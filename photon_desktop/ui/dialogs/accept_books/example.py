"""The dialog of accepting with a difference in it, to be looked at."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from photon_desktop.broker.difference import CASH, BooksDifference, HeldDifference
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.accept_books.dialog import AcceptBooksDialog

DIFFERENCE = BooksDifference(
    (
        "Bybit shows a SELL of 0.004 BTCUSDT at 30120.5 (execution 5f1c), which this program did not order.",
        "Bybit has an open order 81d2, a BUY of 0.02 BTCUSDT, which this program did not place.",
        "Bybit holds 0.006 BTCUSDT, the books 0.01: -0.004 is unexplained.",
        "The cash at Bybit is 119.98 more than the books explain.",
    ),
    HeldDifference(CASH, Decimal("9698.35"), Decimal("9818.33")),
    (HeldDifference("BTCUSDT", Decimal("0.01"), Decimal("0.006")),),
    ("81d2",),
)


def example_dialog(theme: Theme, parent: QWidget | None = None) -> AcceptBooksDialog:
    """A trade and an order of somebody else."""
    profile = Profile("Main account", "live-1", AccountMode.LIVE, "real")
    dialog = AcceptBooksDialog(profile, theme, parent)
    dialog.show_difference(DIFFERENCE)
    return dialog
