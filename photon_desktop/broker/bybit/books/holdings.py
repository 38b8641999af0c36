"""What the account at the exchange holds: coins, and positions in linear contracts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from photon_desktop.broker.bybit.orders.exchange_orders import SIDES, bad_row
from photon_desktop.broker.bybit.rest.certainty import broker_error
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import BALANCE, POSITIONS
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import unreadable
from photon_desktop.trading.money import ZERO, exact

QUOTE = "USDT"
_UNIFIED = {"accountType": "UNIFIED"}
_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class Holding:
    """A position at the exchange: `quantity` negative when short, `cost` its signed money at average price, and the
    stop and target that the exchange watches for it."""

    quantity: Decimal
    cost: Decimal
    stop_loss: Decimal | None = None
    take_profit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Wallet:
    """The coins of the account, how much quote money new orders may use, and what the coins are worth in dollars, as
    far as the exchange says."""

    coins: Mapping[str, Decimal]
    available: Decimal
    values: Mapping[str, Decimal] = field(default_factory=dict)


def read_wallet(client: TradingClient) -> Wallet:
    """The unified account's coins. Raises BrokerError."""
    accounts = client.rows(BALANCE, _UNIFIED)
    if len(accounts) != 1:
        raise broker_error(unreadable(f"{len(accounts)} unified accounts"))
    try:
        coins = {str(row["coin"]): exact(str(row["walletBalance"] or 0)) for row in accounts[0]["coin"]}
        values = {str(row["coin"]): exact(str(row.get("usdValue") or 0)) for row in accounts[0]["coin"]}
        return Wallet(coins, exact(str(accounts[0]["totalAvailableBalance"] or 0)), values)
    except (KeyError, TypeError, ValueRefusedError) as error:
        raise bad_row("a wallet", error) from None


def read_positions(client: TradingClient, settle_coin: str = "USDT") -> Mapping[str, Holding]:
    """The linear positions that hold something, by symbol. Raises BrokerError, also for a hedged account, which holds
    two positions in one symbol."""
    query: dict[str, str | int] = {"category": Category.LINEAR.value, "settleCoin": settle_coin, "limit": _A_PAGE}
    found: dict[str, Holding] = {}
    for row in client.rows(POSITIONS, query):
        symbol, holding = _position(row)
        if symbol in found and found[symbol] != holding:
            raise broker_error(unreadable(f"two positions in {symbol}; switch the account to one-way mode"))
        if holding.quantity:
            found[symbol] = holding
    return found


def linear_cash(money: Decimal, positions: Mapping[str, Holding]) -> Decimal:
    """The cash of our books that belongs to a wallet of `money` and these positions.

    A linear position costs the wallet nothing until it is closed; in our books it is bought. What was realised depends
    on the order of fills, this does not: the same trades give the same cash in whatever order they were booked.
    """
    return money - sum((holding.cost for holding in positions.values()), ZERO)


def level_of(text: object) -> Decimal | None:
    """The price of a stop or target as the exchange writes it: none is empty or zero."""
    price = exact(str(text or 0))
    return price if price > 0 else None


def _position(row: Mapping[str, Any]) -> tuple[str, Holding]:
    try:
        size = exact(str(row["size"] or 0))
        if size == 0:
            return str(row["symbol"]), Holding(ZERO, ZERO)
        quantity = size * SIDES[row["side"]].sign
        cost = quantity * exact(str(row["avgPrice"]))
        return str(row["symbol"]), Holding(
            quantity, cost, level_of(row.get("stopLoss")), level_of(row.get("takeProfit"))
        )
    except (KeyError, TypeError, ValueRefusedError) as error:
        raise bad_row("a position", error) from None
