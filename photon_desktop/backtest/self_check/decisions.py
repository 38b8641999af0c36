"""Decisions made again from what they were made from, and compared to the bit."""

from collections.abc import Callable
from dataclasses import replace

from photon_desktop.backtest.decided_again import Circumstances, SessionRules, decided_again
from photon_desktop.backtest.parity import Difference
from photon_desktop.backtest.self_check.books import Books
from photon_desktop.backtest.self_check.findings import Tally, difference
from photon_desktop.backtest.self_check.record import KeptDecision, Record
from photon_desktop.backtest.self_check.told import Holdings, Settings
from photon_desktop.learning.model import Model
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision
from photon_desktop.trading.timestamps import to_iso

RulesOf = Callable[[Settings], SessionRules]
_NO_SNAPSHOT = "A decision was not compared: the snapshot it was made on is gone."
_OTHER_BARS = "A decision on {ticker} was not compared: its bars in the store have been changed or removed since."
_NO_MODEL = "A decision was not compared: its model {version} is not to be had any more."
_EXCHANGE = "What the account held was taken from the record: an exchange keeps its books."


def compare_decisions(record: Record, rules_of: RulesOf, books: tuple[Books, ...], tally: Tally) -> None:
    """Decide each again. `books`: the states the account went through as booked, and as it ought to have."""
    for kept in record.decisions:
        told, snapshot = kept.decision, kept.snapshot
        if snapshot is None:
            tally.leave_open(_NO_SNAPSHOT)
            continue
        bars = record.bars_of(snapshot, kept.inputs.bars)
        if bars is None:
            tally.leave_open(_OTHER_BARS.format(ticker=told.ticker))
            continue
        model = record.model_of(told.model_version) if told.model_version else None
        if told.model_version and model is None:
            tally.leave_open(_NO_MODEL.format(version=told.model_version))
            continue
        account = known_account(record, kept.inputs.holdings, books, tally)
        found = _of_account(kept, account)
        again = decided(kept, snapshot, bars, model, rules_of(told.settings), account or kept.inputs.holdings.account)
        tally.compared("decision", kept.message_id, [*found, *differences_of(told, again)])


def known_account(record: Record, held: Holdings, books: tuple[Books, ...], tally: Tally) -> Account | None:
    """The account of the books that held this; None when they never did."""
    if record.is_exchange:
        tally.leave_open(_EXCHANGE)
        return held.account
    return next((account for one in books if (account := one.state(held)) is not None), None)


def _of_account(kept: KeptDecision, account: Account | None) -> list[Difference]:
    if account is not None:
        return []
    at = to_iso(kept.decision.decided_at)
    return [difference(at, "decision", "account", kept.inputs.holdings.words, "the books never were so")]


def decided(
    kept: KeptDecision, snapshot: MarketSnapshot, bars: Bars, model: Model | None, rules: SessionRules, account: Account
) -> TradeDecision:
    """The decision as it ought to be."""
    recorded, inputs = kept.decision, kept.inputs
    if model is not None and model.manifest.evidence != inputs.evidence:  # it was tested for an edge since
        model = replace(model, manifest=replace(model.manifest, evidence=inputs.evidence))
    known = Circumstances(
        account=account,
        prices=inputs.prices,
        instrument=inputs.instrument,
        order_pending=inputs.order_pending,
        drawdown=inputs.drawdown,
        last_close=inputs.last_close,
        fallback_reason=inputs.fallback_reason,
    )
    return decided_again(recorded, snapshot, bars, model, rules, known)


def differences_of(recorded: TradeDecision, replayed: TradeDecision) -> list[Difference]:
    """Field by field, as their messages tell them."""
    one, other = recorded.to_json(), replayed.to_json()
    at = to_iso(recorded.decided_at)
    names = [*one, *(name for name in other if name not in one)]
    return [
        difference(at, "decision", name, one.get(name), other.get(name))
        for name in names
        if one.get(name) != other.get(name)
    ]
