"""Money that came to the account, or left it, without a trade: deposits, transfers, interest, gifts."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from photon_desktop.broker.bybit.books.execution_reader import OVERLAP_MS, SPAN_MS, ExecutionCursor
from photon_desktop.broker.bybit.orders.exchange_orders import bad_row
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import TRANSACTIONS
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.cash_flow import CashFlow, FlowKind
from photon_desktop.trading.money import exact

_A_PAGE = 50  # the most that the exchange gives
_MILLISECOND_NS = 1_000_000
# Trades, funding, liquidations and deliveries are in the list of executions. Of a type that is named nowhere nobody
# knows what it means: it stays unexplained.
_KINDS = {
    "TRANSFER_IN": FlowKind.CAPITAL,
    "TRANSFER_OUT": FlowKind.CAPITAL,
    "DEPOSIT": FlowKind.CAPITAL,
    "WITHDRAW": FlowKind.CAPITAL,
    "INTEREST": FlowKind.INTEREST,
    "BONUS": FlowKind.BONUS,
    "AIRDROP": FlowKind.BONUS,
    "FEE_REFUND": FlowKind.BONUS,
}


def read_money_log(client: TradingClient, coin: str, cursor: ExecutionCursor) -> tuple[CashFlow, ...]:
    """What moved `coin` without a trade since `cursor`, oldest first. Its ids are the exchange's, so that what is read
    twice is booked once. Raises BrokerError, and gives nothing of half a list."""
    begin_ms = max(cursor.from_ms, cursor.until_ms - OVERLAP_MS)
    rows = {str(row.get("id")): row for row in _rows(client, coin, begin_ms, client.clock.now_ms())}
    flows = (_flow(row) for row in rows.values())
    found = [flow for flow in flows if flow is not None and flow.amount]
    return tuple(sorted(found, key=lambda flow: (flow.happened_at, flow.flow_id)))


def _rows(client: TradingClient, coin: str, begin_ms: int, end_ms: int) -> Iterator[Mapping[str, Any]]:
    """Every row from `begin_ms` to a span behind `end_ms`, so that a clock of ours that lags misses nothing."""
    starts = [*range(begin_ms, end_ms + 1, SPAN_MS), end_ms + SPAN_MS]
    for start, following in pairwise(starts):
        span = {"startTime": start, "endTime": min(following - 1, start + SPAN_MS)}
        yield from client.rows(TRANSACTIONS, {"accountType": "UNIFIED", "currency": coin, "limit": _A_PAGE, **span})


def _flow(row: Mapping[str, Any]) -> CashFlow | None:
    try:
        kind = _KINDS.get(str(row["type"]))
        if kind is None:
            return None
        when = int(row["transactionTime"]) * _MILLISECOND_NS
        return CashFlow(f"log-{row['id']}", "", exact(str(row["change"])), when, kind)
    except (KeyError, TypeError, ValueError, ValueRefusedError) as error:
        raise bad_row("a transaction", error) from None
