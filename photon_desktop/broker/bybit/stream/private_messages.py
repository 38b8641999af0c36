"""The private stream's messages read into ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from photon_desktop.broker.bybit.books.executions import Execution, read_execution
from photon_desktop.broker.bybit.books.holdings import level_of
from photon_desktop.broker.bybit.orders.exchange_orders import ExchangeOrder, bad_row, read_order
from photon_desktop.broker.news import Levels
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import exact

TOPICS = ("order", "execution", "position", "wallet")


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message said, in its order."""

    orders: tuple[ExchangeOrder, ...] = ()
    executions: tuple[Execution, ...] = ()
    flows: tuple[CashFlow, ...] = ()
    levels: tuple[Levels, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it is of use here, as in one of the wallet: its money is counted when stock is taken."""
        return not (self.orders or self.executions or self.flows or self.levels)


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
    return Heard()


def _heard_executions(rows: Sequence[Mapping[str, Any]], category: Category, coins_of: Any) -> Heard:
    found = [read_execution(row, category, *coins_of(str(row["symbol"]))) for row in rows]
    return Heard(
        executions=tuple(one for one in found if isinstance(one, Execution)),
        flows=tuple(one for one in found if isinstance(one, CashFlow)),
    )


def _levels_of(row: Mapping[str, Any]) -> Levels:
    try:
        return Levels(str(row["symbol"]), level_of(row.get("stopLoss")), level_of(row.get("takeProfit")))
    except (KeyError, ValueRefusedError) as error:
        raise bad_row("a position", error) from None
