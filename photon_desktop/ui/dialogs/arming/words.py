"""What arming means for the user's money, in words for each mode."""

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.trading.profile import AccountMode, Product, Profile

_PRODUCTS = {Product.SPOT: "spot", Product.LINEAR: "linear contracts"}
_LIVE = (
    "Real money: while {name} is armed, the agents' orders leave for Bybit and move real money on this account"
    " ({product}). Losses are real, and a stop may fill worse than its price."
)
_DEMO = (
    "No real money: while {name} is armed, the agents' orders leave for Bybit's demo account ({product}). They are"
    " filled at real prices with play money."
)
_TESTNET = (
    "No real money: while {name} is armed, the agents' orders leave for Bybit's test network ({product}). Its prices"
    " are its own and can be far from the market's."
)
_MEANINGS = {AccountMode.LIVE: _LIVE, AccountMode.DEMO: _DEMO, AccountMode.TESTNET: _TESTNET}
ENDS = (
    "It ends at one press of Disarm, with the kill switch (Ctrl+Shift+K), with another account or market, with the"
    " program, and when the books differ from the exchange's and nothing explains it."
)
EVIDENCE = "Open positions only when the model has shown an &edge"
EVIDENCE_MEANS = (
    "The default for real money, whatever the settings say: a model without evidence out of sample opens nothing here."
    " Closing is always allowed."
)
STOPPED = "✕ The checks were stopped; check again to arm."


def title_words(profile: Profile) -> str:
    """What the dialog is for."""
    return f"{'▲ ' if profile.mode.is_real_money else ''}Arm {profile.name} ({profile.mode.value.upper()})"


def meaning_words(profile: Profile) -> str:
    """What is at stake."""
    return _MEANINGS[profile.mode].format(name=profile.name, product=_PRODUCTS[profile.product])


def state_words(checks: dict[str, Check], lines: int, age_s: float | None) -> str:
    """How it stands with the card, which has so many `lines` and was done `age_s` seconds ago (None: not yet)."""
    red = [name for name, check in checks.items() if not check.is_green]
    if age_s is None:
        return f"Checking, {len(checks)} of {lines} done."
    age = "just now" if age_s < 1 else f"{age_s:.0f} s ago"
    if red:
        return f"✕ Checked {age}: {', '.join(red)} {'is' if len(red) == 1 else 'are'} not in order."
    return f"✓ Checked {age}: all in order. After a minute it is asked anew."
