"""Values of settings and their bounds, in the user's language. In English they read as `Setting` says them."""

from decimal import Decimal

from photon_desktop.settings.setting import Kind, Setting, Value
from photon_desktop.trading.money import exact
from photon_desktop.ui.language import tr, tr_many

_AMOUNTS = (Kind.MONEY, Kind.QUANTITY)


def value_words(setting: Setting, value: Value) -> str:
    """`value` for people, with its unit."""
    match setting.kind:
        case Kind.SWITCH:
            return tr("on") if value else tr("off")
        case Kind.CHOICE:
            return tr(setting.words(value))
        case Kind.ADDRESS:
            return str(value) or tr("none")
        case Kind.WHOLE:
            return _counted(setting.unit, int(value))
        case Kind.QUANTITY:
            amount = setting.words(value).partition(" ")[0]
            words = tr("{amount} unit") if exact(value) == 1 else tr("{amount} units")
            return words.format(amount=amount)
    return setting.words(value)


def bounds_words(setting: Setting) -> str:
    """Within what it lies; empty where it is chosen from a few."""
    if not setting.bounds:
        return ""
    least, most = (_bound(setting, bound) for bound in (setting.least, setting.most))
    if setting.kind is Kind.WHOLE:
        least = f"{int(setting.least):,}"
    words = tr("above {least} to {most}") if setting.is_above else tr("{least} to {most}")
    return words.format(least=least, most=most)


def _bound(setting: Setting, bound: Decimal) -> str:
    if setting.kind is Kind.QUANTITY:
        return setting.words(bound).partition(" ")[0]
    return value_words(setting, int(bound) if setting.kind is Kind.WHOLE else bound)


def _counted(unit: str, count: int) -> str:
    match unit:
        case "orders":
            said = tr_many("%n orders", "%n order", count)
        case "bars":
            said = tr_many("%n bars", "%n bar", count)
        case _:
            said = f"{count} {unit}".rstrip()
    return said.replace(str(count), f"{count:,}", 1)
