"""What the spelling of a symbol says of the market it is of."""

from decimal import Decimal

CURRENCY_ENDING = "=X"  # Yahoo's
_PERPETUAL = "PERP"  # BTCPERP, quoted in USDC
_OTHERS_PERPETUAL = ".P"  # as charting programs write BTCUSDT's
_COINS = ("USDT", "USDC", "FDUSD", "USD", "BTC", "ETH", "EUR")
_LEAST_BASE = 2  # letters; GBTC and FETH are shares of funds
_MONEY = ("TRY", "BRL", "GBP", "JPY", "AUD", "CAD", "KRW")
_LEAST_BASE_OF_MONEY = 3  # no share of a country that writes letters has six
_CURRENCIES = frozenset({
    "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "ZAR",
    "MXN", "BRL", "SGD", "HKD", "CNH", "CNY", "INR", "KRW", "ILS", "THB", "RUB",
})  # fmt: skip
_METALS = frozenset({"XAU", "XAG", "XPT", "XPD"})


def crypto_quote(symbol: str) -> str | None:
    """What `symbol` is priced in if it is spelt like a crypto market ("USDT" of BTCUSDT and of BTCUSDT.P); None for any
    other, currencies among them."""
    name = symbol.removesuffix(_OTHERS_PERPETUAL)
    if currencies_of(name) is not None:
        return None
    if name.endswith(_PERPETUAL) and len(name) >= _LEAST_BASE + len(_PERPETUAL):
        base = name.removesuffix(_PERPETUAL)
        return _quote_among(_COINS, base, _LEAST_BASE) or "USDC"
    return _quote_among(_COINS, name, _LEAST_BASE) or _quote_among(_MONEY, name, _LEAST_BASE_OF_MONEY)


def currencies_of(symbol: str) -> tuple[str, str] | None:
    """The two currencies of a pair, or a metal and its currency: EUR and USD of EURUSD and of EURUSD=X; None for any
    other symbol."""
    name = symbol.removesuffix(CURRENCY_ENDING)
    base, quote = name[:3], name[3:]
    is_pair = base in _CURRENCIES | _METALS and quote in _CURRENCIES and base != quote
    return (base, quote) if is_pair else None


def tick_of_currencies(base: str, quote: str) -> Decimal:
    """The usual step of such a pair's price, a tenth of a pip; for metals a cent."""
    if base in _METALS:
        return Decimal("0.01")
    return Decimal("0.001") if quote == "JPY" else Decimal("0.00001")


def _quote_among(quotes: tuple[str, ...], name: str, least_base: int) -> str | None:
    return next((quote for quote in quotes if name.endswith(quote) and len(name) >= len(quote) + least_base), None)
