"""Asks for everything that the card before arming shows, each line by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from typing import TypeVar

from photon_desktop.broker.bybit.books.holdings import Wallet, read_wallet
from photon_desktop.broker.bybit.key_info import read_key_info
from photon_desktop.broker.bybit.preflight import (
    Check,
    check_balance,
    check_clock,
    check_expiry,
    check_limits,
    check_minimum,
    check_minimums,
    check_permissions,
    check_stream,
    check_withdrawal,
)
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.errors import DataError, PhotonError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.risk import RiskLimits

KEY_LINES = ("Withdrawal", "Permissions", "Expiry")
LINES = (*KEY_LINES, "Clock", "Stream", "Balance", "Minimum", "Limits")
QUOTE = "USDT"
_CENT = Decimal("0.01")

T = TypeVar("T")
Tell = Callable[[Check], object]


@dataclass(frozen=True, slots=True)
class AskedAccount:
    """What is to be traded: the `symbols` watched that the exchange has, `limits` for every order. `price_of` is a
    symbol's last price (None before the first), `stream_age_s` how long ago the private stream showed a sign of life
    (None never), `computer_ns` this computer's clock, ns UTC."""

    category: Category
    limits: RiskLimits
    symbols: Sequence[str]
    price_of: Callable[[str], Decimal | None]
    instrument_of: Callable[[str], Instrument]
    stream_age_s: Callable[[], float | None]
    computer_ns: Callable[[], int]


def collect_checks(client: TradingClient, asked: AskedAccount, tell: Tell = lambda _check: None) -> tuple[Check, ...]:
    """Every line of the card in the order of LINES, each told as soon as it is known. Raises nothing: what can't be
    asked is a red line that says why, and leaves the others to themselves."""
    found: dict[str, Check] = {}

    def take(*checks: Check) -> None:
        for check in checks:
            found[check.name] = check
            tell(check)

    take(_line("Clock", lambda: _clock(client, asked)))
    take(*check_key(client, asked.category))
    take(_line("Stream", lambda: check_stream(asked.stream_age_s())))
    wallet = _once(lambda: read_wallet(client))
    take(_line("Balance", lambda: _balance(wallet(), asked)))
    take(_line("Minimum", lambda: _minimum(wallet(), asked)))
    take(_line("Limits", lambda: check_limits(asked.limits)))
    return tuple(found[name] for name in LINES)


def check_key(client: TradingClient, category: Category) -> tuple[Check, ...]:
    """The lines of KEY_LINES: what the client's key may do, and for how long. Raises nothing."""
    key = _once(lambda: read_key_info(client))
    return (
        _line("Withdrawal", lambda: check_withdrawal(key())),
        _line("Permissions", lambda: check_permissions(key(), category)),
        _line("Expiry", lambda: check_expiry(key(), client.clock.now_ms())),
    )


def largest_order(wallet: Wallet, asked: AskedAccount) -> Decimal:
    """The most quote money that the limits let one order be worth, by what the wallet's coins are worth now."""
    equity = wallet.coins.get(QUOTE, ZERO)
    for coin, amount in wallet.coins.items():
        price = None if coin == QUOTE else asked.price_of(f"{coin}{QUOTE}")
        equity += amount * price if price is not None else ZERO
    return (equity * asked.limits.maximum_order).quantize(_CENT, ROUND_UP)


def _clock(client: TradingClient, asked: AskedAccount) -> Check:
    client.measure_clock()
    measured = client.clock.measured
    if measured is None:
        raise DataError("Bybit's time is not known; check the connection.")
    return check_clock(client.clock.now_ns(), asked.computer_ns(), measured.round_trip_s)


def _balance(wallet: Wallet, asked: AskedAccount) -> Check:
    return check_balance(wallet.available.quantize(_CENT, ROUND_DOWN), largest_order(wallet, asked), QUOTE)


def _minimum(wallet: Wallet, asked: AskedAccount) -> Check:
    notional = largest_order(wallet, asked)
    return check_minimums(
        check_minimum(asked.instrument_of(symbol), notional, asked.price_of(symbol) or ZERO) for symbol in asked.symbols
    )


def _line(name: str, check: Callable[[], Check]) -> Check:
    """What `check` finds, or in red why it finds nothing."""
    try:
        return check()
    except PhotonError as error:
        return Check(name, False, str(error))
    except Exception as error:  # whatever an answer holds, it is one line that is red and not the whole card
        return Check(name, False, f"Bybit's answer can't be used ({type(error).__name__}); try again later.")


def _once(question: Callable[[], T]) -> Callable[[], T]:
    """Ask now; gives the answer, or the error, as often as it is called."""
    try:
        answer = question()
    except Exception as error:
        met = error

        def fail() -> T:
            raise met

        return fail
    return lambda: answer
