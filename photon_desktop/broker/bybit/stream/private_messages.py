"""The private stream's messages read into ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.broker.bybit.books.executions import Execution, read_execution
from photon_desktop.broker.bybit.books.holdings import QUOTE, level_of
from photon_desktop.broker.bybit.orders.exchange_orders import ExchangeOrder, bad_row, read_order
from photon_desktop.broker.news import Levels
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import exact

TOPICS = ("order", "execution", "position", "wallet")


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message said, in its order; `money` is the wallet's quote money."""

    orders: tuple[ExchangeOrder, ...] = ()
    executions: tuple[Execution, ...] = ()
    flows: tuple[CashFlow, ...] = ()
    levels: tuple[Levels, ...] = ()
    money: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it is of use here."""
        return not (self.orders or self.executions or self.flows or self.levels) and self.money is None


def read_private(message: Mapping[str, Any], category: Category, coins_of: Any) -> Heard:
    """What `message` says of the account's `category`; rows of others are left out. `coins_of` gives a symbol's base
    and quote coin. Raises AmbiguousError for a row that can't be read, and what `coins_of` does."""
    rows = [row for row in message.get("data") or () if row.get("category", category.value) == category.value]
    match str(message.get("topic", "")).partition(".")[0]:
        case "order":
            return Heard(orders=tuple(read_order(row) for row in rows))
        case "execution":
            return _heard_executions(rows, category, coins_of)
        case "position" if category is Category.LINEAR:
            return Heard(levels=tuple(_levels_of(row) for row in rows if exact(str(row.get("size") or 0)) != 0))
        case "wallet":
            return Heard(money=_money_of(rows))
    return Heard()


def _heard_executions(rows: Sequence[Mapping[str, Any]], category: Category, coins_of: Any) -> Heard:
    found = [read_execution(row, category, *coins_of(str(row["symbol"]))) for row in rows]
    return Heard(
        executions=tuple(one for one in found if isinstance(one, Execution)),
        flows=tuple(one for one in found if isinstance(one, CashFlow)),
    )


def _money_of(rows: Sequence[Mapping[str, Any]]) -> Decimal | None:
    try:
        coins = [coin for row in rows for coin in row.get("coin") or () if coin["coin"] == QUOTE]
        return exact(str(coins[-1]["walletBalance"] or 0)) if coins else None
    except (KeyError, TypeError, ValueRefusedError) as error:
        raise bad_row("a wallet", error) from None


def _levels_of(row: Mapping[str, Any]) -> Levels:
    try:
        return Levels(str(row["symbol"]), level_of(row.get("stopLoss")), level_of(row.get("takeProfit")))
    except (KeyError, ValueRefusedError) as error:
        raise bad_row("a position", error) from None
