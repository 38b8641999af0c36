"""What the store kept of a stretch of time in one account: decisions, orders, fills, and what they were made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.backtest.self_check.inputs import DecisionInputs, FillInputs, OrderInputs, digest
from photon_desktop.learning.model import Model
from photon_desktop.store.fills import StoredFill
from photon_desktop.store.inputs import InputKind, KeptInput
from photon_desktop.store.orders import StoredOrder
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.indicators import DECISION_BARS
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import ExecutionReport, MarketSnapshot, Message, MessageStatus, TradeDecision
from photon_desktop.trading.orders import Order

MOST_DECISIONS = 5_000  # a minute or two of one core at low priority
_ALL = 2**31


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """A decision with its inputs, what the rules saw of it, and what the store has of the order it led to."""

    message_id: str
    status: MessageStatus
    decision: TradeDecision
    snapshot: MarketSnapshot | None
    inputs: DecisionInputs
    order_inputs: OrderInputs | None
    order: StoredOrder | None
    refused: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Of the books `account` between two moments. `fills`: all that the account ever had, oldest first; `mine`: the
    ids of those of the stretch; `kept_at`: when the inputs of each were kept. `lost`: what the inputs are there of,
    while it itself is gone. `moved_at`: when a person last moved the stop or target, by symbol. `marked_at`: closes at
    which the execution agent was at work. `left_out`: how many older decisions there are than are compared.
    """

    account: str
    is_exchange: bool
    capital: Decimal
    decisions: tuple[KeptDecision, ...]
    fills: tuple[StoredFill, ...]
    mine: frozenset[str]
    kept_at: Mapping[str, int]
    fill_inputs: Mapping[str, FillInputs]
    orders: Mapping[str, StoredOrder]
    moved_at: Mapping[str, int]
    marked_at: frozenset[int]
    lost: tuple[str, ...]
    left_out: int
    bars_of: Callable[[MarketSnapshot, str], Bars | None]
    model_of: Callable[[str], Model | None]
    order_of: Callable[[str], Order | None]


def read_record(
    store: Store,
    account: str,
    since_ns: int,
    until_ns: int,
    model_of: Callable[[str], Model | None],
    most: int = MOST_DECISIONS,
) -> Record:
    """All that was kept in `account` from `since_ns` on and before `until_ns` (ns UTC, wall time); of decisions the
    newest `most`."""
    kept = store.inputs.between(since_ns, until_ns, account)
    by_kind = {kind: {one.subject: one for one in kept if one.kind is kind} for kind in InputKind}
    fills = tuple(reversed(store.trades.fills(_ALL, account)))
    mine = frozenset(one.fill.fill_id for one in fills if one.fill.fill_id in by_kind[InputKind.FILL])
    names = {one.fill.client_order_id for one in fills if one.fill.fill_id in mine}
    decided = dict(list(by_kind[InputKind.DECISION].items())[-most:])
    decisions = _decisions(store, decided, by_kind[InputKind.ORDER])
    profile = store.profiles.find(account)
    return Record(
        account=account,
        is_exchange=profile is not None and profile.mode.is_exchange,
        capital=store.trades.deposits(account),
        decisions=decisions,
        fills=fills,
        mine=mine,
        kept_at=store.inputs.times_of(InputKind.FILL, account),
        fill_inputs={name: FillInputs.from_json(one.content) for name, one in by_kind[InputKind.FILL].items()},
        orders={name: order for name in names if (order := store.trades.order(name)) is not None},
        moved_at=store.inputs.moved_levels(account),
        marked_at=_marked(store, account, decisions),
        lost=_lost(store, decided, by_kind[InputKind.FILL], mine),
        left_out=len(by_kind[InputKind.DECISION]) - len(decided),
        bars_of=_BarsAsSeen(store).find,
        model_of=model_of,
        order_of=lambda name: None if (stored := store.trades.order(name)) is None else stored.order,
    )


def _decisions(
    store: Store, kept: Mapping[str, KeptInput], ordered: Mapping[str, KeptInput]
) -> tuple[KeptDecision, ...]:
    found = []
    for message_id, one in kept.items():
        told = store.messages.find(message_id)
        if told is None or not isinstance(told.message.payload, TradeDecision):
            continue
        chain = [other.message for other in store.messages.chain(told.message.trace_id)]
        order_inputs, order_id = ordered.get(message_id), client_order_id(message_id)
        order = store.trades.order(order_id)
        found.append(
            KeptDecision(
                message_id,
                told.status,
                told.message.payload,
                next((each.payload for each in chain if isinstance(each.payload, MarketSnapshot)), None),
                DecisionInputs.from_json(one.content),
                None if order_inputs is None else OrderInputs.from_json(order_inputs.content),
                order,
                None if order is not None else _refused(chain, order_id),
            )
        )
    return tuple(found)


def _lost(
    store: Store, decisions: Mapping[str, KeptInput], fills: Mapping[str, KeptInput], mine: frozenset[str]
) -> tuple[str, ...]:
    gone = [f"decision {name}" for name in decisions if store.messages.find(name) is None]
    return (*gone, *(f"fill {name}" for name in fills if name not in mine))


def _refused(chain: list[Message], order_id: str) -> tuple[str, ...] | None:
    """The codes of the rules that refused the decision, None when none did."""
    for message in chain:
        report: Any = message.payload
        if isinstance(report, ExecutionReport) and report.order_id == order_id and report.blocked_by:
            return report.blocked_by
    return None


def _marked(store: Store, account: str, decisions: tuple[KeptDecision, ...]) -> frozenset[int]:
    """When the account's equity was marked: the execution agent was at work at each of these closes."""
    if not decisions:
        return frozenset()
    first = min(one.decision.decided_at - one.decision.interval.nanoseconds for one in decisions)
    return frozenset(time for time, _ in store.trades.equity_after(first - 1, _ALL, account))


class _BarsAsSeen:
    """Finds the bars of decisions; those of a replay stand under its session's name once it has ended."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[tuple[str, Interval, str], str] = {}

    def find(self, snapshot: MarketSnapshot, seen: str) -> Bars | None:
        """The bars that `snapshot` is the end of, whose digest is `seen`; None where they are not to be had."""
        key = (snapshot.ticker, snapshot.interval, snapshot.kept_as)
        sources = self._store.bars.sources(snapshot.ticker, snapshot.interval)
        named = (name for name in sources if name.startswith(f"{snapshot.kept_as} "))
        for source in dict.fromkeys((self._found.get(key, snapshot.kept_as), snapshot.kept_as, *named)):
            bars = self._store.bars.read(
                snapshot.ticker, snapshot.interval, source, end_ns=snapshot.close_time, last=DECISION_BARS
            )
            if digest(bars) == seen:
                self._found[key] = source
                return bars
        return None
