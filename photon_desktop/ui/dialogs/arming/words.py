"""What arming means for the user's money, in words for each mode."""

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.trading.profile import AccountMode, Product, Profile
from photon_desktop.ui.language import mark, tr

_PRODUCTS = {Product.SPOT: mark("spot"), Product.LINEAR: mark("linear contracts")}
_LIVE = mark(
    "Real money: while {name} is armed, the agents' orders leave for Bybit and move real money on this account"
    " ({product}). Losses are real, and a stop may fill worse than its price."
)
_DEMO = mark(
    "No real money: while {name} is armed, the agents' orders leave for Bybit's demo account ({product}). They are"
    " filled at real prices with play money."
)
_TESTNET = mark(
    "No real money: while {name} is armed, the agents' orders leave for Bybit's test network ({product}). Its prices"
    " are its own and can be far from the market's."
)
_MEANINGS = {AccountMode.LIVE: _LIVE, AccountMode.DEMO: _DEMO, AccountMode.TESTNET: _TESTNET}
ENDS = mark(
    "It ends at one press of Disarm, with the kill switch (Ctrl+Shift+K), with another account or market, with the"
    " program, and when the books differ from the exchange's and nothing explains it."
)
EVIDENCE = mark("Open positions only when the model has shown an &edge")
EVIDENCE_MEANS = mark(
    "The default for real money, whatever the settings say: a model without evidence out of sample opens nothing here."
    " Closing is always allowed."
)
STOPPED = mark("✕ The checks were stopped; check again to arm.")


def title_words(profile: Profile) -> str:
    """What the dialog is for."""
    words = tr("Arm {name} ({mode})").format(name=profile.name, mode=profile.mode.value.upper())
    return f"▲ {words}" if profile.mode.is_real_money else words


def meaning_words(profile: Profile) -> str:
    """What is at stake."""
    return tr(_MEANINGS[profile.mode]).format(name=profile.name, product=tr(_PRODUCTS[profile.product]))


def state_words(checks: dict[str, Check], lines: int, age_s: float | None) -> str:
    """How it stands with the card, which has so many `lines` and was done `age_s` seconds ago (None: not yet)."""
    red = [tr(name) for name, check in checks.items() if not check.is_green]
    if age_s is None:
        return tr("Checking, {done} of {lines} done.").format(done=len(checks), lines=lines)
    age = tr("just now") if age_s < 1 else tr("{seconds:.0f} s ago").format(seconds=age_s)
    if red:
        if len(red) == 1:
            return tr("✕ Checked {age}: {line} is not in order.").format(age=age, line=red[0])
        return tr("✕ Checked {age}: {lines} are not in order.").format(age=age, lines=", ".join(red))
    return tr("✓ Checked {age}: all in order. After a minute it is asked anew.").format(age=age)
