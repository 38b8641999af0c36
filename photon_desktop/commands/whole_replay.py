"""A replay of one symbol that nobody touched, played through once more from its bars alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from photon_desktop.backtest.decided_again import SessionRules
from photon_desktop.backtest.parity import Difference, differences
from photon_desktop.backtest.session_replay import RecordedDecision, RecordedSession, replay
from photon_desktop.commands.session_bars import bars_of
from photon_desktop.errors import DataError, ModelError
from photon_desktop.learning.files import load_model
from photon_desktop.learning.model import Model
from photon_desktop.store.fills import StoredFill
from photon_desktop.store.messages import StoredMessage
from photon_desktop.store.sessions import Session
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.indicators import DECISION_BARS
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision
from photon_desktop.trading.orders import Fill, OrderPurpose
from photon_desktop.trading.profile import AccountMode

_ALL = 2**31
_REPLAY = "replay"
_BY_A_PERSON = (OrderPurpose.CLOSED_BY_HAND, OrderPurpose.FLATTEN)


def whole_replay(
    store: Store, session: Session, models: Path, rules_of: Callable[[Mapping[str, Any]], SessionRules]
) -> tuple[Sequence[Difference], str]:
    """Where the whole differs, and in a sentence why it was not played through, if it was not.

    Prices between bars are known of replays only, and what a person did, or settings changed on the way, stands in no
    bar.
    """
    if session.market != _REPLAY:
        return (), ""
    decisions = _decisions(store.sessions.messages(session))
    before, mine = store.sessions.fill_ids(session)
    stored = {told.fill.fill_id: told for told in store.trades.fills(_ALL, session.account)}
    if why := _why_not(decisions, [stored[name] for name in mine]):
        return (), f"The whole was not played through from its bars: {why}."
    try:
        recorded = _recorded(store, session, models, rules_of, decisions, [stored[name].fill for name in before])
        recorded = replace(recorded, fills=[stored[name].fill for name in mine])
        return differences(recorded, replay(recorded)), ""
    except (DataError, ModelError) as error:
        return (), f"The whole was not played through from its bars: {error}"


def _why_not(decisions: Sequence[RecordedDecision], fills: Sequence[StoredFill]) -> str:
    """What makes it something else than bars and the agents alone; empty when nothing does."""
    if len({(told.snapshot.ticker, told.snapshot.interval) for told in decisions}) != 1:
        return "not exactly one symbol was decided on"
    if any(told.decision.settings != decisions[0].decision.settings for told in decisions):
        return "settings were changed on the way"
    if any(told.mode != AccountMode.PAPER for told in fills):
        return "an exchange filled its orders"
    if any(told.purpose in _BY_A_PERSON for told in fills):
        return "a position was closed by hand, or by the kill switch"
    return ""


def _recorded(
    store: Store,
    session: Session,
    models: Path,
    rules_of: Callable[[Mapping[str, Any]], SessionRules],
    decisions: Sequence[RecordedDecision],
    earlier: Sequence[Fill],
) -> RecordedSession:
    one = decisions[0].snapshot
    first, last = (decisions[place].decision.decided_at for place in (0, -1))
    series = bars_of(store, session, one, last)
    lead = DECISION_BARS * one.interval.nanoseconds
    account, _ = Account().deposited(store.trades.deposits(session.account))
    for fill in earlier:
        account, _ = account.after(fill)
    return RecordedSession(
        instrument=session.instruments[one.ticker],
        bars=series.between(first - 2 * lead, None),
        decisions=decisions,
        fills=(),
        account=account,
        earlier=earlier,
        peak=store.trades.deposits(session.account),
        model_of=cache(lambda version: _model(models, version)),
        rules_of=rules_of,
    )


def _decisions(messages: list[StoredMessage]) -> list[RecordedDecision]:
    snapshots = {
        told.message.trace_id: told.message.payload
        for told in messages
        if isinstance(told.message.payload, MarketSnapshot)
    }
    return [
        RecordedDecision(told.message.id, told.message.payload, snapshots[told.message.trace_id])
        for told in messages
        if isinstance(told.message.payload, TradeDecision) and told.message.trace_id in snapshots
    ]


def _model(folder: Path, version: str) -> Model:
    try:
        return load_model(folder / f"{version}.npz")
    except ModelError as error:
        raise ModelError(f"The session's model {version} is not to be had any more: {error}") from None
