"""The symbol and the interval of bars: what a file's name and its cells say of them."""

import re

import numpy as np

from photon_desktop.market.importer.moments import TimeArray
from photon_desktop.trading.interval import Interval

_LONGEST_SYMBOL = 20
_QUOTES = "USDT|USDC|BUSD|FDUSD|TUSD|USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|BTC|ETH|TRY|KRW"
_PAIR = re.compile(rf"^[A-Z0-9]{{2,12}}(?:{_QUOTES})(?:\.?P|PERP)?$")
_PAIR_LENGTHS = (6, 7)  # of one in small letters
_SPLIT_PAIR = re.compile(rf"(?:^|[^A-Za-z0-9])([A-Z0-9]{{2,10}})[_/-]({_QUOTES})(?![A-Za-z0-9])")
_OWN = re.compile(rf"^([A-Z0-9][A-Z0-9.^=-]{{0,19}})_(?:{'|'.join(Interval)})$")  # as this program names files
_STOOQ = re.compile(r"(?:^|[^A-Za-z0-9])([a-z0-9-]{1,8})_(us|uk|de|jp|hk|hu|pl)_([dwm])(?![A-Za-z0-9])")
_WORD = re.compile(r"[A-Za-z0-9.^=]+")
_TICKER = re.compile(r"^(?:\^?[A-Z][A-Z0-9]{0,9}(?:[.=][A-Z]{1,4})?|\d{3,6}\.[A-Z]{2})$")
# names of vendors, exchanges and things about files that stand beside a symbol
_NO_SYMBOL = re.compile(
    r"ALL|AMEX|API|ASCII|ASK|BAR|BARS|BATS|BID|BINANCE|BINANCEUS|BITFINEX|BITMEX|BITSTAMP|BOOK|BYBIT|CANDLE"
    r"|CANDLES|CANDLESTICK|CBOE|CDD|CHART|COINBASE|CRYPTO|CSV|D|DAILY|DATA|DAY|DAYS|DEMO|DLY|DOWNLOAD|EMPTY|EST"
    r"|EXPORT|FILE|FTX|FUTURES|GEMINI|GMT|H|HIST|HISTDATA|HISTORICAL|HISTORY|HITBTC|HOUR|HOURLY|HUOBI|INPUT|ISO"
    r"|JSON|KLINE|KLINES|KRAKEN|KUCOIN|LSE|M|MEXC|MIN|MINUTE|MINUTES|MONTHLY|MT|MT4|MT5|NA|NASDAQ|NYMEX|NYSE"
    r"|OANDA|OHLC|OHLCV|OHLCVT|OKX|OTC|OUTPUT|PERP|PERPETUAL|POLONIEX|PRICE|PRICES|QUOTES|RAW|SAMPLE|SHEET|SPOT"
    r"|STOCK|STOCKS|SWAP|TABLE|TBT|TEST|TICK|TV|TXT|US|USDM|UTC|V1|V2|V5|VOL|W|WEEK|WEEKLY|XETRA|XLSX|YAHOO",
    re.IGNORECASE,
)
_UNITS = {"m": "m", "min": "m", "mins": "m", "minute": "m", "minutes": "m", "h": "h", "hr": "h", "hour": "h",
          "hours": "h", "d": "d", "day": "d", "days": "d", "w": "w", "wk": "w", "week": "w", "weeks": "w"}  # fmt: skip
_COUNTED = re.compile(
    rf"(?<![A-Za-z0-9])(\d{{1,4}})[ _-]?({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_METATRADER = re.compile(r"(?<![A-Za-z])([MHDW])(\d{1,2})(?![A-Za-z0-9])")
_WORDS = {"daily": "1d", "hourly": "1h", "weekly": "1w", "minutely": "1m"}
_MINUTES = re.compile(r"(?:[_, ]|(?<=[A-Z]))(\d{1,5})$")
_BY_SECONDS = {interval.seconds: interval for interval in Interval}


def clean_symbol(text: str) -> str | None:
    """A name from outside as a symbol that may name bars: no markup, no exchange before it, no separators; None when
    nothing is left of it."""
    bare = re.sub(r"<[^>]*>", "", text).strip().rpartition(":")[2]
    symbol = re.sub(r"[^\w.^=-]|_", "", bare).strip(".-=")
    symbol = symbol.upper() if symbol.islower() else symbol
    return symbol if symbol and len(symbol) <= _LONGEST_SYMBOL and re.search(r"[^\W_]", symbol) else None


def symbol_in(name: str) -> str | None:
    """The symbol that a file's name holds: a pair of currencies before any other word in capitals; None when the name
    holds nothing that is clearly one."""
    stem = _stem(name)
    if found := _OWN.match(stem):
        return found[1]
    if found := _STOOQ.search(stem):
        return f"{found[1]}.{found[2]}".upper()
    if found := _SPLIT_PAIR.search(stem):
        return clean_symbol(f"{found[1]}{found[2]}")
    words = [re.sub(r"(?<=[A-Z]{6})\d+$", "", word.strip(".")) for word in _WORD.findall(stem)]
    words = [word for word in words if not _NO_SYMBOL.fullmatch(word) and not _is_interval(word)]
    pairs = [
        word.upper() for word in words if _PAIR.match(word.upper()) and (word.isupper() or len(word) in _PAIR_LENGTHS)
    ]
    capitals = [word for word in words if _TICKER.match(word) and not word.isdigit()]
    if pairs or capitals:
        return (pairs or capitals)[0]
    only = words[0] if len(words) == 1 else ""
    return clean_symbol(only.upper()) if 0 < len(only) <= 8 and only.isalpha() and only.isascii() else None


def interval_in(name: str) -> Interval | None:
    """The interval that a file's name holds ("1h", "H1", "1 Hour", "daily", and minutes at its end)."""
    stem = _stem(name)
    for number, unit in _COUNTED.findall(stem):
        if unit != "M" and (found := _known(f"{int(number)}{_UNITS[unit.lower()]}")):
            return found
    for unit, number in _METATRADER.findall(stem):
        if found := _known(f"{int(number)}{unit.lower()}"):
            return found
    for word in re.findall(r"[a-z]+", stem.lower()):
        if word in _WORDS:
            return Interval(_WORDS[word])
    minutes = _MINUTES.search(stem)
    return _BY_SECONDS.get(int(minutes[1]) * 60) if minutes else None


def interval_of(times: TimeArray) -> Interval | None:
    """The interval at which bars open at `times` (ns, any order): the commonest distance, when it is one of ours."""
    distance = distance_of(times)
    if distance is None:
        return None
    known = {interval.nanoseconds: interval for interval in Interval}
    return known.get(distance)


def distance_of(times: TimeArray) -> int | None:
    """The commonest distance (ns) between neighbours that differ; None without any."""
    steps = np.abs(np.diff(times))
    steps = steps[steps > 0]
    if len(steps) == 0:
        return None
    distances, counts = np.unique(steps, return_counts=True)
    return int(distances[np.argmax(counts)])


def in_words(distance_ns: int) -> str:
    """A distance in its largest whole unit: "10 minutes"."""
    seconds = distance_ns / 1e9
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= length and seconds % length == 0:
            return f"{seconds / length:g} {unit}"
    return f"{seconds:g} seconds"


def _known(text: str) -> Interval | None:
    seconds = int(text[:-1]) * {"m": 60, "h": 3_600, "d": 86_400, "w": 604_800}[text[-1]]
    return _BY_SECONDS.get(seconds)


def _is_interval(word: str) -> bool:
    return bool(_COUNTED.fullmatch(word) or _METATRADER.fullmatch(word))


def _stem(name: str) -> str:
    """A file's name without its endings."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    while found := re.fullmatch(r"(.+)\.(csv|txt|tsv|gz|zip|json|parquet|feather|prn|dat)", stem, re.IGNORECASE):
        stem = found[1]
    return stem
