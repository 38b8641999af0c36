"""Price alerts in words."""

from decimal import Decimal

from photon_desktop.trading.alert_book import AlertHit
from photon_desktop.trading.alerts import AlertCondition, PriceAlert
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.ui import formats

CONDITION_WORDS = {
    AlertCondition.ABOVE: "rises to",
    AlertCondition.BELOW: "falls to",
    AlertCondition.CROSSES: "reaches, from either side",
    AlertCondition.CHANGE_PERCENT: "moves by, either way",
}
WINDOWS = {60: "1 minute", 300: "5 minutes", 900: "15 minutes", 3_600: "1 hour", 14_400: "4 hours", 86_400: "24 hours"}
_RULES = {
    AlertCondition.ABOVE: "▲ rises to {level}",
    AlertCondition.BELOW: "▼ falls to {level}",
    AlertCondition.CROSSES: "◆ reaches {level}",
    AlertCondition.CHANGE_PERCENT: "± moves by {level}% in {window}",
}


def rule_words(alert: PriceAlert, instrument: Instrument) -> str:
    """What the alert waits for: "▲ rises to 100,000.0"."""
    return _RULES[alert.condition].format(level=level_words(alert, instrument), window=window_words(alert.window_s))


def level_words(alert: PriceAlert, instrument: Instrument) -> str:
    """The level with the instrument's digits, or with its own where it has more; a percentage as it is."""
    if alert.condition is AlertCondition.CHANGE_PERCENT:
        return plain(alert.level)
    exponent = alert.level.normalize().as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    return formats.fixed(alert.level, max(instrument.price_decimals, own))


def window_words(seconds: int) -> str:
    """A window as the choice names it, any other as a length of time."""
    return WINDOWS.get(seconds) or formats.duration(seconds)


def state_words(alert: PriceAlert, is_watched: bool) -> str:
    """By sign and word how far an alert has come."""
    last = alert.last_triggered_ns
    went_off = "" if last is None else f"{formats.short_time(last)}"
    if alert.is_done:
        return f"✓ went off {went_off}"
    if not is_watched:
        return "– not on the watchlist"
    if alert.is_waiting_to_come_back:
        return f"↺ went off {went_off}, must come back" if went_off else "↺ waits to come back"
    return f"● on, went off {went_off}" if went_off else "● on"


def hit_words(hit: AlertHit, instrument: Instrument) -> tuple[str, str]:
    """A title and a sentence for an alert that went off: symbol, price, rule, time, and the user's note."""
    price = f"{formats.price(hit.price, instrument)} {instrument.quote}"
    rule = rule_words(hit.alert, instrument)
    note = f" {hit.alert.note}" if hit.alert.note else ""
    title = f"{hit.alert.symbol} at {price}"
    return title, f"Alert: {rule}. Went off at {formats.full_time(hit.time_ns)}.{note}"


def distance_words(alert: PriceAlert, price: float | None, instrument: Instrument) -> str:
    """How far the price is from the level, and whether it has to come back first."""
    if alert.condition is AlertCondition.CHANGE_PERCENT:
        return (
            f"Told when any price is {plain(alert.level)}% from another one of {window_words(alert.window_s)} before."
        )
    if price is None:
        return f"No price of {alert.symbol} has come yet; the alert can go off with the first one."
    share = alert.level / Decimal(str(price)) - 1
    away = f"{formats.signed_percent(share)} from {formats.price(price, instrument)} {instrument.quote}"
    if alert.placed(price).is_waiting_to_come_back:
        return f"The price is beyond that already ({away}); the alert waits until it has come back."
    return f"{away[0].upper()}{away[1:]}."
