"""Price alerts in words."""

from decimal import Decimal

from photon_desktop.trading.alert_book import AlertHit
from photon_desktop.trading.alerts import AlertCondition, PriceAlert
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr

CONDITION_WORDS = {
    AlertCondition.ABOVE: mark("rises to"),
    AlertCondition.BELOW: mark("falls to"),
    AlertCondition.CROSSES: mark("reaches, from either side"),
    AlertCondition.CHANGE_PERCENT: mark("moves by, either way"),
}
WINDOWS = {
    60: mark("1 minute"),
    300: mark("5 minutes"),
    900: mark("15 minutes"),
    3_600: mark("1 hour"),
    14_400: mark("4 hours"),
    86_400: mark("24 hours"),
}
_NOTE_ON_LINE = 32  # characters
_SIGNS = {AlertCondition.ABOVE: "▲", AlertCondition.BELOW: "▼", AlertCondition.CROSSES: "◆"}
_RULES = {
    AlertCondition.ABOVE: mark("▲ rises to {level}"),
    AlertCondition.BELOW: mark("▼ falls to {level}"),
    AlertCondition.CROSSES: mark("◆ reaches {level}"),
    AlertCondition.CHANGE_PERCENT: mark("± moves by {level}% in {window}"),
}


def rule_words(alert: PriceAlert, instrument: Instrument) -> str:
    """What the alert waits for: "▲ rises to 100,000.0"."""
    return tr(_RULES[alert.condition]).format(level=level_words(alert, instrument), window=window_words(alert.window_s))


def line_words(alert: PriceAlert) -> str:
    """What stands on the alert's line on the chart: from which side it waits, and the note or the word."""
    note = f"{alert.note[: _NOTE_ON_LINE - 1]}…" if len(alert.note) > _NOTE_ON_LINE else alert.note
    sign = "↺" if alert.is_waiting_to_come_back else _SIGNS[alert.condition]
    said = note or tr("Alert")
    return f"{sign} {said}"


def level_words(alert: PriceAlert, instrument: Instrument) -> str:
    """The level with the instrument's digits, or with its own where it has more; a percentage as it is."""
    if alert.condition is AlertCondition.CHANGE_PERCENT:
        return plain(alert.level)
    exponent = alert.level.normalize().as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    return formats.fixed(alert.level, max(instrument.price_decimals, own))


def window_words(seconds: int) -> str:
    """A window as the choice names it, any other as a length of time."""
    return tr(WINDOWS[seconds]) if seconds in WINDOWS else formats.duration(seconds)


def state_words(alert: PriceAlert, is_watched: bool) -> str:
    """By sign and word how far an alert has come."""
    last = alert.last_triggered_ns
    went_off = "" if last is None else f"{formats.short_time(last)}"
    if alert.is_done:
        return tr("✓ went off {when}").format(when=went_off)
    if not is_watched:
        return tr("– not on the watchlist")
    if alert.is_waiting_to_come_back:
        return tr("↺ went off {when}, must come back").format(when=went_off) if went_off else tr("↺ waits to come back")
    return tr("● on, went off {when}").format(when=went_off) if went_off else tr("● on")


def hit_words(hit: AlertHit, instrument: Instrument) -> tuple[str, str]:
    """A title and a sentence for an alert that went off: symbol, price, rule, time, and the user's note."""
    price = f"{formats.price(hit.price, instrument)} {instrument.quote}"
    rule = rule_words(hit.alert, instrument)
    title = tr("{symbol} at {price}").format(symbol=hit.alert.symbol, price=price)
    said = tr("Alert: {rule}. Went off at {when}.").format(rule=rule, when=formats.full_time(hit.time_ns))
    return title, f"{said} {hit.alert.note}".rstrip()


def distance_words(alert: PriceAlert, price: float | None, instrument: Instrument) -> str:
    """How far the price is from the level, and whether it has to come back first."""
    if alert.condition is AlertCondition.CHANGE_PERCENT:
        return tr("Told when any price is {level}% from another one of {window} before.").format(
            level=plain(alert.level), window=window_words(alert.window_s)
        )
    if price is None:
        return tr("No price of {symbol} has come yet; the alert can go off with the first one.").format(
            symbol=alert.symbol
        )
    share = alert.level / Decimal(str(price)) - 1
    away = tr("{share} from {price} {quote}").format(
        share=formats.signed_percent(share), price=formats.price(price, instrument), quote=instrument.quote
    )
    if alert.placed(price).is_waiting_to_come_back:
        return tr("The price is beyond that already ({away}); the alert waits until it has come back.").format(
            away=away
        )
    return f"{away[0].upper()}{away[1:]}."
