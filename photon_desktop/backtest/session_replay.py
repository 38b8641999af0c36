"""A recorded paper session once more: its bars through the functions that decided and filled it, and nothing else.

What the session knew comes from its record: the bars, the model of each decision, the settings in force, the money it
began with. What it did is worked out anew, so that a difference is a difference between live and backtest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from photon_desktop.backtest.decided_again import Circumstances, SessionRules, decided_again
from photon_desktop.backtest.session_account import SessionAccount
from photon_desktop.errors import DataError
from photon_desktop.learning.model import Model
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.indicators import DECISION_BARS
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision
from photon_desktop.trading.money import exact
from photon_desktop.trading.orders import Fill
from photon_desktop.trading.price_range import PriceRange, volatility_of
from photon_desktop.trading.timestamps import to_iso


@dataclass(frozen=True, slots=True)
class RecordedDecision:
    """A decision, the id of its message, and the snapshot it was made on."""

    message_id: str
    decision: TradeDecision
    snapshot: MarketSnapshot


@dataclass(frozen=True, slots=True, eq=False)
class RecordedSession:
    """What a session in one instrument left: its series' `bars` from before its first decision on, its decisions and
    fills in their order. `account` is the one it began with, `earlier` the fills that had led there, `peak` its highest
    equity. `model_of` finds a model by its version, `rules_of` the rules by a decision's settings."""

    instrument: Instrument
    bars: Bars
    decisions: Sequence[RecordedDecision]
    fills: Sequence[Fill]
    account: Account
    earlier: Sequence[Fill]
    peak: Decimal
    model_of: Callable[[str], Model]
    rules_of: Callable[[Mapping[str, float | int | bool | str]], SessionRules]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the replay decided, one for each decision recorded, and the fills it led to."""

    decisions: tuple[TradeDecision, ...]
    fills: tuple[Fill, ...]


def replay(session: RecordedSession) -> Replayed:
    """Decide and fill again. Each bar comes as its open, then as its range, then as closed, as a replay plays it.

    Raises DataError when the bars are not those that the session saw, and what `model_of` raises.
    """
    recorded = {each.decision.decided_at: each for each in session.decisions}
    bars, nanoseconds = session.bars, session.decisions[0].decision.interval.nanoseconds
    first, last = min(recorded) - nanoseconds, max(recorded) - nanoseconds
    account = SessionAccount(session.account, session.instrument, session.earlier, session.peak)
    decisions = []
    for index in range(int(np.searchsorted(bars.times, first)), len(bars)):
        bar = bars.bar(index)
        if bar.open_time > last:
            break
        told = recorded.get(bar.open_time + nanoseconds)
        rules = session.rules_of((told or session.decisions[0]).decision.settings)
        for prices in _prices_of(bar, nanoseconds):
            account.meet(prices, nanoseconds, rules.costs)
        account.mark(bar.open_time + nanoseconds, exact(bar.close))
        if told is not None:
            _check_bar(bar, told.snapshot.bar)
            decision = _decide(session, told, bars.part(max(0, index + 1 - DECISION_BARS), index + 1), rules, account)
            account.order(told.message_id, decision, rules.limits, rules.costs, rules.policy)
            decisions.append(decision)
    if len(decisions) != len(recorded):
        raise DataError(
            f"{len(recorded) - len(decisions)} of the session's {len(recorded)} bars are not in the store any more: it"
            " can't be replayed; bars that were removed, or those of a replay before the last 20, are gone."
        )
    return Replayed(tuple(decisions), tuple(account.fills))


def _check_bar(stored: Bar, seen: Bar) -> None:
    if stored != seen:
        raise DataError(
            f"The bar of {to_iso(seen.open_time)} is another one in the store than the session saw: it can't be"
            " replayed any more."
        )


def _decide(
    session: RecordedSession, told: RecordedDecision, bars: Bars, rules: SessionRules, account: SessionAccount
) -> TradeDecision:
    recorded, price = told.decision, exact(float(bars.close[-1]))
    model = session.model_of(recorded.model_version) if recorded.model_version else None
    known = Circumstances(
        account=account.account,
        prices=account.prices,
        instrument=session.instrument,
        order_pending=account.has_due_order,
        drawdown=float(account.drawdown(price) / rules.limits.drawdown_halt),
        last_close=account.last_close(recorded.interval, recorded.decided_at),
    )
    return decided_again(recorded, told.snapshot, bars, model, rules, known)


def _prices_of(bar: Bar, nanoseconds: int) -> tuple[PriceRange, PriceRange]:
    """A bar's open, and its whole range at its last nanosecond; each may count half of its volume as traded."""
    open_, high, low, close = (exact(price) for price in (bar.open, bar.high, bar.low, bar.close))
    half = exact(bar.volume / 2) if bar.volume > 0 else None
    still = Bar(bar.open_time, bar.open, bar.open, bar.open, bar.open, 0.0)
    return (
        PriceRange(bar.open_time, open_, open_, open_, open_, half, volatility_of(still)),
        PriceRange(bar.open_time + nanoseconds - 1, open_, high, low, close, half, volatility_of(bar)),
    )
