"""What a venue makes known by itself, without a price having come."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.order_change import OrderChange


@dataclass(frozen=True, slots=True)
class Opening:
    """What an account held before the program's first order: `capital` in quote money, and the orders and fills that
    turn a part of it into the positions. `opened_at` is ns UTC."""

    capital: Decimal
    changes: tuple[OrderChange, ...]
    opened_at: int


@dataclass(frozen=True, slots=True)
class Adoption:
    """What a person took over from the venue without an explanation: orders and fills that lead to its positions, and
    the `capital` (quote money) that then leads to its cash. `event_id` names it in the ledger, `words` say what was not
    explained, `foreign_orders` are open there and may stay. `adopted_at` is ns UTC."""

    event_id: str
    capital: Decimal
    changes: tuple[OrderChange, ...]
    words: tuple[str, ...]
    foreign_orders: tuple[str, ...]
    adopted_at: int


@dataclass(frozen=True, slots=True)
class Levels:
    """Where the venue keeps the stop and the target of a position in `symbol`; None where there is none."""

    symbol: str
    stop_loss: Decimal | None
    take_profit: Decimal | None


@dataclass(frozen=True, slots=True)
class News:
    """To be stored as a whole: the opening of the books, what became of orders, money that moved, stops and targets,
    what was adopted, and from where to go on reading (`bookmark`, empty when that stays). `complaints` are sentences
    for the person who asked for something that the venue did not do."""

    opening: Opening | None = None
    changes: tuple[OrderChange, ...] = ()
    flows: tuple[CashFlow, ...] = ()
    levels: tuple[Levels, ...] = ()
    bookmark: str = ""
    complaints: tuple[str, ...] = ()
    adoption: Adoption | None = None


def bookmark_key(account: str) -> str:
    """Under which setting the store keeps from where the executions of `account` are to be read."""
    return f"executions.{account}"


def foreign_key(account: str) -> str:
    """Under which setting the store keeps the ids of open orders at the venue that nobody here placed and that a person
    let stay."""
    return f"foreign_orders.{account}"


def adoption_key(account: str, adopted_at: int) -> str:
    """Under which setting the store keeps what was adopted then, in words and numbers."""
    return f"adopted.{account}.{adopted_at}"
