"""What earlier sessions left to show, and the equity curve that grows on from it."""

from collections.abc import Set
from dataclasses import dataclass

from photon_desktop.store.messages import StoredMessage
from photon_desktop.store.store import Store
from photon_desktop.trading.agent_status import AgentLogLine
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.curve_outline import CurveOutline
from photon_desktop.trading.instrument import DEMO_PREFIX
from photon_desktop.trading.messages import MessageType

_MESSAGES, _REPORTS = 300, 2_000
_POINTS = 5_000
_LOG_LINES = 200
_FIRST_ACCOUNTS = {"paper": True, "paper-real": False}  # by key: whether its market is the simulated one


@dataclass(frozen=True, slots=True)
class Past:
    """Messages (from further back only reports) and log lines, oldest first, and the outline of the paper account's
    equity (quote money) at times in ns UTC."""

    messages: tuple[StoredMessage, ...]
    log: tuple[AgentLogLine, ...]
    times: TimeArray
    equity: FloatArray


def read_past(store: Store, symbols: tuple[str, ...], account: str) -> Past:
    """The newest of what `store` has of `symbols` and `account`. Belongs in a worker thread; closes its connection."""
    try:
        reports = reports_of(store, account)
        own = {item.message.id for item in reports}
        newest = _of_account(store.messages.recent(_MESSAGES), own)
        known = {item.message.id for item in newest}
        older = [item for item in reports if item.message.id not in known]
        recent = [item for item in (*newest, *older) if item.message.payload.ticker in symbols]
        outline = CurveOutline()
        outline.take(*store.trades.equity_curve(account, _POINTS))
        return Past(tuple(reversed(recent)), tuple(reversed(store.log.recent(_LOG_LINES))), *outline.arrays())
    finally:
        store.close_thread()


def reports_of(store: Store, account: str) -> list[StoredMessage]:
    """The newest reports about the books under the key `account`, newest first; those that name none, from before there
    was more than one account for a market, are the first account's of the market they were made in."""
    reports = store.messages.reports_of(account, _REPORTS)
    if account in _FIRST_ACCOUNTS:
        is_simulated = _FIRST_ACCOUNTS[account]
        unnamed = store.messages.reports_of("", _REPORTS)
        reports += [item for item in unnamed if item.message.payload.ticker.startswith(DEMO_PREFIX) == is_simulated]
    return reports[:_REPORTS]


def _of_account(messages: list[StoredMessage], own: Set[str]) -> list[StoredMessage]:
    """Without the chains that ended in the books of another account; `own` are the ids of this one's reports."""
    others = {
        item.message.trace_id
        for item in messages
        if item.message.type is MessageType.EXECUTION_REPORT and item.message.id not in own
    }
    return [item for item in messages if item.message.trace_id not in others]
