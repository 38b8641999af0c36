"""Which exchange's hours a symbol keeps, told by its kind and by the ending that Yahoo gives it."""

from dataclasses import dataclass

from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.trading.spelling import currencies_of

NEW_YORK = "XNYS"
_LONGEST_SHARE_CLASS = 2  # BRK-B, JPM-PC; longer is a currency, as in BTC-GBP
_BY_ENDING = {
    "US": NEW_YORK,
    "L": "XLON", "IR": "XDUB",
    "DE": "XETR", "F": "XFRA", "VI": "XWBO", "SW": "XSWX",
    "PA": "XPAR", "AS": "XAMS", "BR": "XBRU", "LS": "XLIS", "MI": "XMIL", "MC": "XMAD",
    "ST": "XSTO", "HE": "XHEL", "CO": "XCSE", "OL": "XOSL",
    "WA": "XWAR", "PR": "XPRA", "BD": "XBUD", "IS": "XIST", "JO": "XJSE",
    "TO": "XTSE", "V": "XTSE", "SA": "BVMF", "MX": "XMEX",
    "T": "XTKS", "HK": "XHKG", "SS": "XSHG", "SZ": "XSHG", "TW": "XTAI", "TWO": "XTAI", "KS": "XKRX", "KQ": "XKRX",
    "NS": "XBOM", "BO": "XBOM", "SI": "XSES", "AX": "XASX", "NZ": "XNZE",
}  # fmt: skip
EXCHANGES = tuple(dict.fromkeys(_BY_ENDING.values()))


@dataclass(frozen=True, slots=True)
class Hours:
    """When a market is open: in the sessions of `exchange` (its ISO 10383 code), or always, or nobody knows."""

    exchange: str | None = None
    is_always_open: bool = False


ALWAYS_OPEN = Hours(is_always_open=True)
UNKNOWN_HOURS = Hours()


def hours_of(symbol: str, kind: InstrumentKind | None = None) -> Hours:
    """When `symbol` is traded; `kind` where the user or the exchange knows better than its spelling does.

    Crypto and simulated markets are always open. A share keeps the hours of the exchange that the ending behind its dot
    stands for, "VOD.L" those of London, and without an ending New York's. The hours of endings not known here, of
    indices (^GSPC), currencies (EURUSD, EURUSD=X, BTC-GBP), metals (XAUUSD) and futures (ES=F) are unknown: these
    follow none of the calendars, are asked for at any time, and none of their missing bars is called a gap. Tel Aviv's
    are, too: its calendar does not build since the exchange has moved its weekend.
    """
    if (kind or kind_of(symbol)) is not InstrumentKind.STOCK:
        return ALWAYS_OPEN
    if symbol.startswith("^") or "=" in symbol or currencies_of(symbol) is not None:
        return UNKNOWN_HOURS
    name, dot, ending = symbol.upper().rpartition(".")
    if dot:
        exchange = _BY_ENDING.get(ending) if name else None
        return UNKNOWN_HOURS if exchange is None else Hours(exchange)
    is_currency = "-" in symbol and len(symbol.rpartition("-")[2]) > _LONGEST_SHARE_CLASS
    return UNKNOWN_HOURS if is_currency else Hours(NEW_YORK)
