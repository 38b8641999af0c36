"""The checks before an account is traded: each green, or one sentence that says what is wrong and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.broker.bybit.key_info import KeyInfo
from photon_desktop.errors import OrderError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.trading.risk import MOST_BARS_OLD, MOST_ORDERS_PER_MINUTE, RiskLimits

LARGEST_SKEW_MS = 1_000  # the exchange takes no request that is dated further ahead
LARGEST_ROUND_TRIP_MS = 2_500  # half of the window within which a request must arrive
LARGEST_STREAM_AGE_S = 30  # it is asked for a sign of life every twenty seconds
_DAY_MS = 86_400_000
_RIGHTS = {Category.LINEAR: ("ContractTrade", "Order"), Category.SPOT: ("Spot", "SpotTrade")}


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the card: its name, whether it is green, and what was found."""

    name: str
    is_green: bool
    sentence: str


def all_green(checks: Iterable[Check]) -> bool:
    """Whether there are checks, and each is green."""
    found = tuple(checks)
    return bool(found) and all(check.is_green for check in found)


def check_withdrawal(key: KeyInfo) -> Check:
    """A key that can take money out of the account is refused, whatever else it may do."""
    if key.can_withdraw:
        return _red("Withdrawal", "This key can withdraw money; make one at Bybit that can only trade.")
    return _green("Withdrawal", "This key can't withdraw money.")


def check_permissions(key: KeyInfo, category: Category) -> Check:
    """The key may place orders of `category`."""
    group, right = _RIGHTS[category]
    if key.is_read_only:
        return _red("Permissions", "This key can only read; let it trade at Bybit, or make another.")
    if not key.may(group, right):
        return _red("Permissions", f"This key may not trade {category.value}; give it {group}: {right} at Bybit.")
    return _green("Permissions", f"This key may trade {category.value}.")


def check_expiry(key: KeyInfo, now_ms: int) -> Check:
    """The key works for at least another day; `now_ms` is the exchange's time, ms UTC."""
    if key.expires_at_ms is None:
        return _green("Expiry", f"This key is tied to {', '.join(key.addresses)} and does not expire.")
    days = (key.expires_at_ms - now_ms) / _DAY_MS
    if days < 1:
        return _red("Expiry", "This key ends within a day or has ended; make a new one, tied to your address.")
    return _green("Expiry", f"This key works for {int(days)} more days, from any address.")


def check_clock(server_ns: int, computer_ns: int, round_trip_s: float) -> Check:
    """This computer's clock is within a second of the exchange's, and answers come fast enough for orders to arrive in
    time. Both times are of one moment, ns UTC."""
    skew_ms, trip_ms = (computer_ns - server_ns) / 1_000_000, round_trip_s * 1_000
    if trip_ms > LARGEST_ROUND_TRIP_MS:
        limit = f"the limit is {LARGEST_ROUND_TRIP_MS} ms"
        return _red("Clock", f"An answer of Bybit takes {trip_ms:.0f} ms, {limit}; check the connection.")
    if abs(skew_ms) > LARGEST_SKEW_MS:
        direction = "ahead of" if skew_ms > 0 else "behind"
        return _red(
            "Clock", f"This computer's clock is {abs(skew_ms):.0f} ms {direction} Bybit's; set it by the network."
        )
    return _green("Clock", f"The clocks differ by {abs(skew_ms):.0f} ms, an answer takes {trip_ms:.0f} ms.")


def check_stream(age_s: float | None) -> Check:
    """The account's own stream has shown a sign of life within half a minute; `age_s` seconds ago, None never."""
    if age_s is None:
        return _red("Stream", "Nothing has come from the account's private stream yet; wait a moment and check again.")
    if age_s > LARGEST_STREAM_AGE_S:
        limit = f"the limit is {LARGEST_STREAM_AGE_S} s"
        return _red("Stream", f"The private stream has been silent for {age_s:.0f} s, {limit}; check the connection.")
    return _green("Stream", f"The private stream showed a sign of life {age_s:.0f} s ago.")


def check_limits(limits: RiskLimits) -> Check:
    """No limit is so wide that it stops nothing."""
    shares = {
        "largest order": limits.maximum_order, "largest position": limits.maximum_position,
        "daily loss": limits.daily_loss, "drawdown halt": limits.drawdown_halt, "price collar": limits.price_collar,
    }  # fmt: skip
    off = [name for name, share in shares.items() if share >= 1]
    off += ["orders a minute"] if limits.orders_per_minute >= MOST_ORDERS_PER_MINUTE else []
    off += ["age of the last price"] if limits.oldest_price >= MOST_BARS_OLD else []
    if off:
        return _red("Limits", f"These limits stop nothing as they are set: {', '.join(off)}; lower them in Settings.")
    return _green(
        "Limits",
        f"Of equity at most: {limits.maximum_order:.0%} an order, {limits.maximum_position:.0%} a position,"
        f" {limits.maximum_exposure:.0%} in all; halts at {limits.daily_loss:.0%} lost a day or"
        f" {limits.drawdown_halt:.0%} under the peak.",
    )


def check_minimums(symbols: Iterable[Check]) -> Check:
    """What was found for each symbol, in one line."""
    found = tuple(symbols)
    reds = [check for check in found if not check.is_green]
    if not found:
        return _red("Minimum", "No symbol of this account's market is watched; add one to the watchlist.")
    if not reds:
        return (
            found[0] if len(found) == 1 else _green("Minimum", f"Orders in all {len(found)} symbols are large enough.")
        )
    rest = f" The same or another fault in {len(reds) - 1} more." if len(reds) > 1 else ""
    return _red("Minimum", f"{reds[0].sentence}{rest}")


def check_balance(available: Decimal, needed: Decimal, coin: str = "USDT") -> Check:
    """There is as much free money as the largest order needs."""
    if available <= 0 or available < needed:
        found = f"{plain(available)} {coin} are free, {plain(needed)} are needed"
        return _red("Balance", f"{found}; move money to the account, or lower the order size.")
    return _green("Balance", f"{plain(available)} {coin} are free.")


def check_minimum(instrument: Instrument, notional: Decimal, price: Decimal) -> Check:
    """An order of `notional` quote money at `price` is not under the exchange's least quantity and value."""
    if price <= 0:
        return _red("Minimum", f"There is no price of {instrument.symbol} yet; wait for the stream.")
    quantity = instrument.floor_quantity(notional / price)
    try:
        instrument.check_order(quantity, price)
    except OrderError as error:
        size = f"An order of {plain(notional)} {instrument.quote} is too small for Bybit"
        return _red("Minimum", f"{size}: {str(error).rstrip('.')}; raise the order size.")
    return _green("Minimum", f"An order is {plain(quantity)} {instrument.symbol}.")


def _green(name: str, sentence: str) -> Check:
    return Check(name, True, sentence)


def _red(name: str, sentence: str) -> Check:
    return Check(name, False, sentence)
