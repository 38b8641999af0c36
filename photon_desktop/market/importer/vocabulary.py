"""The words that name the columns of bars, in the languages of those who publish them."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a column holds."""

    TIME = "time"
    CLOCK = "time of day"
    OPEN = "open"
    HIGH = "high"
    LOW = "low"
    CLOSE = "close"
    VOLUME = "volume"
    SYMBOL = "symbol"


PRICE_ROLES = (Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE)
STRONG, PART, WEAK = 3, 2, 1

_EXACT = {
    Role.TIME: "timestamp|time|date|datetime|date time|gmt time|utc time|local time|open time|opentime|time open|ts"
    "|timeopen|window start|ts event|t|unix|unix time|unix timestamp|start|start time|begin|begin time|trade date"
    "|candle begin time|tradingday|trading day|trade time|day|period|index|datum|datum zeit|zeit|zeitpunkt|fecha"
    "|fecha hora|data|data hora|date heure|horodatage|heure|дата|время|дата время|日期|时间|時間"
    "|日付|日時|交易日期|날짜|dtyyyymmdd|bar time|epoch|time utc|date utc|datetime utc|open timestamp"
    "|time period start|snapped at|time est|gmt",
    Role.CLOCK: "time|clock|time of day|hour|hhmm|uhrzeit|zeit|hora|heure|время|时间|時間|timestamp",
    Role.OPEN: "open|o|open price|opening|opening price|eröffnung|eröffnungskurs|erster|ouverture|apertura|abertura"
    "|aper|öppning|openingskoers|otwarcie|открытие|откр|始値|开盘|開盤|开盘价|開盤價|시가|px open|first",
    Role.HIGH: "high|h|high price|max|maximum|hoch|tageshoch|höchst|höchstkurs|plus haut|haut|máximo|máxima|máx|alto"
    "|massimo|najwyższy|najwyzszy|макс|максимум|高値|最高|最高价|最高價|고가|px high|hoogste|highest",
    Role.LOW: "low|l|low price|min|minimum|tief|tagestief|tiefst|tiefstkurs|plus bas|bas|mínimo|mínima|mín|bajo|minimo"
    "|najniższy|najnizszy|мин|минимум|安値|最低|最低价|最低價|저가|px low|laagste|lowest",
    Role.CLOSE: "close|c|close price|closing|closing price|schluss|schlusskurs|clôture|cierre|fechamento|chiusura"
    "|zamknięcie|zamkniecie|закрытие|закр|終値|收盘|收盤|收盘价|收盤價|종가|px last|close last|slotkoers|stängning",
    Role.VOLUME: "volume|v|vol|traded volume|volumes|volumen|wolumen|umsatz|stück|stueck|stücke|stuecke"
    "|tickvol|tick volume|tickvolume|base volume|volume base|volumefrom|volume from|total volume|shares|shares traded"
    "|quantity|volume traded|volym|объем|объём|出来高|成交量|거래량|trade volume"
    "|px volume|no of shares|base asset volume",
    Role.SYMBOL: "symbol|ticker|pair|code|instrument|tic|sym|stock|product|ts code|symbole|wertpapier|символ|тикер"
    "|代码|股票代码|銘柄|contract",
}
# A makeshift counts only where the file has no column of a better name.
_MAKESHIFT = {
    Role.TIME: "close time|closetime|timeclose|end|end time|exchange time|time close|period end|bar end",
    Role.CLOSE: "price|last|last price|kurs|letzter|zuletzt|dernier|último|ultimo|rate|mid|value|prix|precio|preis"
    "|adj close|adjusted close|adjclose|settle|цена",
    Role.VOLUME: "quote volume|quote asset volume|turnover|amount|volumeto|volume to|volume quote|value traded|money"
    "|trading volume",
}
_ONE_OF = {
    Role.TIME: {"timestamp", "datetime", "date", "time"},
    Role.OPEN: {"open"},
    Role.HIGH: {"high"},
    Role.LOW: {"low"},
    Role.CLOSE: {"close"},
    Role.VOLUME: {"volume", "vol"},
}
SIDES = ("mid", "bid", "ask")  # of a market; where a file has several, the first of these is taken
_TIME_WORDS = {"time", "timestamp", "datetime", "date"}
_BEGINS, _ENDS = {"open", "opening", "start", "begin"}, {"close", "closing", "end"}
_ENDS_RUN_TOGETHER = {"closetime", "timeclose", "closedate", "endtime"}
_PRICE_WORDS = {"open", "high", "low", "close"}
_VOLUME_WORDS = {"volume", "vol", "volumes", "traded", "total", "in", "of"}
_MONEY_WORDS = {"usd", "usdt", "usdc", "busd", "eur", "gbp", "jpy", "quote", "chf", "krw"}
_OF_SOMETHING_ELSE = re.compile(
    r"\b(adj|adjusted|ma|sma|ema|avg|average|taker|maker|trades|count|number|change|chg|pct|interest|openint|vwap|prev"
    r"|previous|dividend|split|cap|supply|spread|upper|lower|signal|ignore|24h|52)\b|%"
)


def plain(text: str) -> str:
    """A column's name without case, accents, signs and numbering: "<DATE>" is "date", "1. open" is "open"."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    decomposed = unicodedata.normalize("NFKD", split.casefold())
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.sub(r"^\d+ (?=\D)", "", " ".join(re.sub(r"[^\w%]+|_", " ", letters).split()))


def _as_names(text: str) -> frozenset[str]:
    return frozenset(plain(name) for name in text.split("|"))


_EXACT_NAMES = {role: _as_names(text) for role, text in _EXACT.items()}
_MAKESHIFT_NAMES = {role: _as_names(text) for role, text in _MAKESHIFT.items()}


@lru_cache(maxsize=4_096)
def rank(name: str, role: Role) -> int:
    """How surely a column so named has this role: STRONG its very name, PART the word within it, WEAK a makeshift."""
    words = plain(name)
    if words in _EXACT_NAMES[role]:
        return STRONG
    if words in _MAKESHIFT_NAMES.get(role, ()):
        return WEAK
    if _OF_SOMETHING_ELSE.search(words):
        return 0
    found = set(words.split())
    if found & _TIME_WORDS and (role in PRICE_ROLES or names_end(name)):
        return WEAK if role is Role.TIME else 0
    if found.intersection(SIDES) and found.difference(SIDES) == {role.value[0]}:
        return PART
    belongs_elsewhere = bool(found & (_PRICE_WORDS - {role.value})) and role is not Role.VOLUME
    return PART if found & _ONE_OF.get(role, set()) and not belongs_elsewhere else 0


def names_begin(name: str) -> bool:
    """Whether a column of times so named holds those at which bars open."""
    return bool(_BEGINS.intersection(plain(name).split()))


def names_end(name: str) -> bool:
    """Whether a column of times so named holds those at which bars end."""
    words = set(plain(name).split())
    return bool(words & (_ENDS | _ENDS_RUN_TOGETHER)) and not words & _BEGINS


def role_of_volume(name: str, symbol: str | None) -> int:
    """As `rank` for the volume; of "Volume BTC" and "Volume USDT" the one in units of `symbol` is the surer."""
    found = rank(name, Role.VOLUME)
    rest = [word for word in plain(name).split() if word not in _VOLUME_WORDS]
    if not found or not rest:
        return found
    if symbol is not None and symbol.casefold().startswith(rest[0]):
        return STRONG + 1
    return WEAK if rest[0] in _MONEY_WORDS else found


def rank_of_all(name: str) -> int:
    """How surely a column so named has any role."""
    return max(rank(name, role) for role in Role)


def is_known(name: str) -> bool:
    """Whether a column's name says what it holds."""
    return rank_of_all(name) > 0


def is_of_something_else(name: str) -> bool:
    """Whether a name speaks of what is no bar's price or volume: averages, changes, dividends."""
    return bool(_OF_SOMETHING_ELSE.search(plain(name)))


def known_words(text: str) -> int:
    """How many cells of a text's first lines are names of columns, whatever separates them."""
    cells = {cell for line in text.splitlines()[:10] for cell in re.split(r"[,;\t|]", line)}
    return sum(1 for cell in cells if is_known(cell.strip(' "')))
