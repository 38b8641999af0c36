"""A moment in rows: features, decision, model, orders and portfolio."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject

from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.time_machine.views import Moment
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.words import MODEL_WORDS, TREND_WORDS, action_words, certainty_words, feature_words
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

_INDICATOR_WORDS = {
    "sma10": "SMA 10",
    "sma20": "SMA 20",
    "rsi14": "RSI 14",
    "macd": "MACD",
    "macd_signal": mark("MACD signal"),
    "macd_hist": mark("MACD histogram"),
    "volatility": mark("Volatility"),
}
_INPUTS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was so, under the heading it belongs to."""

    group: str
    name: str
    value: str


def fact_table(parent: QObject | None = None) -> RowTable[Fact]:
    """Facts in their order."""
    columns = [
        Column[Fact](tr("About"), lambda row: row.group, tone=lambda _: Tone.MUTED),
        Column[Fact](tr("What"), lambda row: row.name, tooltip=lambda row: row.name),
        Column[Fact](tr("Then"), lambda row: row.value, is_number=True, tooltip=lambda row: row.value),
    ]
    return RowTable(columns, lambda row: f"{row.group}/{row.name}", 200, parent)


def facts_of(moment: Moment, instrument: Instrument) -> list[Fact]:
    """Everything that is shown of a moment beside its chart."""
    return [
        *_of_decision(moment.decision, instrument),
        *_of_portfolio(moment, instrument),
        *_of_orders(moment, instrument),
        *_of_features(moment),
    ]


def _of_decision(decision: TradeDecision | None, instrument: Instrument) -> Iterator[Fact]:
    if decision is None:
        yield Fact(tr("Decision"), tr("Action"), tr("none was made"))
        return
    yield Fact(tr("Decision"), tr("Action"), action_words(decision.action))
    yield Fact(tr("Decision"), tr("Certainty"), certainty_words(decision))
    yield Fact(tr("Decision"), tr("Price"), formats.price(decision.price, instrument))
    yield Fact(tr("Decision"), tr("Risk score"), formats.fixed(decision.risk_score, 2))
    if decision.blocked_by:
        yield Fact(
            tr("Decision"),
            tr("Wanted {wanted}, blocked by").format(wanted=decision.wanted),
            " ".join(decision.blocked_by),
        )
    yield Fact(tr("Model"), tr("Kind"), tr(MODEL_WORDS.get(decision.model_type, decision.model_type)))
    yield Fact(tr("Model"), tr("Version"), decision.model_version or formats.NO_VALUE)
    for name, share in decision.contributions[:_INPUTS_SHOWN]:
        yield Fact(tr("Model"), tr("Leaned on {name}").format(name=feature_words(name)), formats.signed(share, 3))


def _of_portfolio(moment: Moment, instrument: Instrument) -> Iterator[Fact]:
    yield Fact(tr("Portfolio"), tr("Equity"), formats.money(moment.equity))
    yield Fact(tr("Portfolio"), tr("Cash"), formats.money(moment.account.cash))
    for position in moment.account.open_positions():
        symbol = position.symbol
        yield Fact(tr("Portfolio"), tr("Held {symbol}").format(symbol=symbol), formats.fixed(position.quantity, 4))
        stop, target = (_level(price, symbol, instrument) for price in (position.stop_loss, position.take_profit))
        yield Fact(tr("Portfolio"), tr("Stop of {symbol}").format(symbol=symbol), stop)
        yield Fact(tr("Portfolio"), tr("Target of {symbol}").format(symbol=symbol), target)


def _of_orders(moment: Moment, instrument: Instrument) -> Iterator[Fact]:
    for place, each in enumerate(moment.orders, start=1):
        order = each.order
        name = f"{place}. {order.side} {order.symbol} {formats.short_time(order.created_at)}"
        at = formats.price(order.requested_price, instrument) if order.symbol == instrument.symbol else ""
        stop = "" if each.stop is None else _level(each.stop, order.symbol, instrument)
        words = tr("{progress}, stop at {price}").format(progress=each.words, price=stop) if stop else each.words
        yield Fact(tr("Orders"), name, f"{formats.fixed(order.quantity, 4)} {at} {words}".replace("  ", " "))


def _level(price: Decimal | None, symbol: str, instrument: Instrument) -> str:
    """A price with the digits of the symbol that is shown, of another as it is; a dash where there is none."""
    if price is None or symbol == instrument.symbol:
        return formats.price(price, instrument)
    return f"{price.normalize():,f}"


def _of_features(moment: Moment) -> Iterator[Fact]:
    snapshot = moment.snapshot
    yield Fact(tr("Features"), tr("Trend"), f"{tr(TREND_WORDS[snapshot.trend])} {snapshot.strength:.2f}")
    yield Fact(tr("Features"), tr("RSI state"), tr(snapshot.rsi_state))
    for name, value in snapshot.indicators.items():
        yield Fact(tr("Features"), tr(_INDICATOR_WORDS.get(name, name)), formats.fixed(value, 2))
