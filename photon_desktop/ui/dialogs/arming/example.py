"""The dialog of arming with a card filled in, to be looked at."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.dialogs.arming.dialog import ArmingDialog

_AGE_S = 12.0
_FOUND = {
    "Keys": "The key k7Qx… is used.",
    "Withdrawal": "This key can't withdraw money.",
    "Permissions": "This key may trade linear.",
    "Expiry": "This key is tied to 203.0.113.7 and does not expire.",
    "Clock": "The clocks differ by 12 ms, an answer takes 48 ms.",
    "Stream": "The private stream showed a sign of life 4 s ago.",
    "Balance": "10432.18 USDT are free.",
    "Minimum": "Orders in all 3 symbols are large enough.",
    "Limits": "Of equity at most: 15% an order, 15% a position; halts at 5% lost a day or 20% under the peak.",
    "Books": "Nothing is known that the books don't explain.",
    "Halt": "Trading is not halted.",
}
_SLOW_CLOCK = Check("Clock", False, "This computer's clock is 2400 ms behind Bybit's; set it by the network.")


def example_dialog(lines: Sequence[str], mode: AccountMode, parent: QWidget) -> ArmingDialog:
    """For an account of `mode`: all in order and the name typed where real money is at stake, else a clock that is off.

    `lines` are those of the card, of which each has to be known here.
    """
    dialog = ArmingDialog(lines, lambda: _AGE_S, parent)
    profile = Profile("Main account", f"{mode}-1", mode, "real")
    dialog.show_profile(profile, only_with_evidence=True)
    for name in lines:
        check = Check(name, True, _FOUND[name])
        dialog.show_check(_SLOW_CLOCK if name == _SLOW_CLOCK.name and not mode.is_real_money else check)
    dialog.show_done(0.0)
    dialog.name.setText(profile.name if dialog.is_ready else "")
    return dialog
