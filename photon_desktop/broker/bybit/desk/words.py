"""What the desk's threads leave for the agent's: each a fact, looked at in order."""

from collections.abc import Mapping
from dataclasses import dataclass

from photon_desktop.broker.bybit.books.execution_reader import ExecutionCursor
from photon_desktop.broker.bybit.books.holdings import Holding
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide
from photon_desktop.broker.bybit.orders.order_lookup import Standing
from photon_desktop.broker.bybit.stream.private_messages import Heard
from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import Levels


@dataclass(frozen=True, slots=True)
class Statement:
    """What the exchange said when it was asked for everything. `generation` is the stream's that was live before;
    `asked` are the ids of the stored open orders that were looked at; `holdings` are the positions by symbol, `levels`
    the stops and targets that the exchange watches; `cursor` is from where to read executions once `side` is booked."""

    generation: int
    side: ExchangeSide
    asked: frozenset[str]
    holdings: Mapping[str, Holding]
    cursor: ExecutionCursor
    taken_at: int = 0
    levels: tuple[Levels, ...] = ()


@dataclass(frozen=True, slots=True)
class Adopt:
    """What the exchange said when a person wished to take over what it holds, having been `shown` a difference."""

    statement: Statement
    shown: BooksDifference


@dataclass(frozen=True, slots=True)
class Glance:
    """Time to compare the money that the stream last told of with the books."""


@dataclass(frozen=True, slots=True)
class Told:
    """How an order stands, by the answer to a request about it."""

    client_order_id: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class NotCancelled:
    """An order that was to be cancelled and is, or may be, open still."""

    client_order_id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A stop and target that were moved."""

    levels: Levels


@dataclass(frozen=True, slots=True)
class Complaint:
    """What was asked for by hand and was not done, in a sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class NoStatement:
    """Why the exchange could not be asked for everything."""

    sentence: str


Word = Heard | Statement | Adopt | Glance | Told | NotCancelled | Moved | Complaint | NoStatement
