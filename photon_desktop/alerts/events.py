"""What agents and desks say, as alerts; each id follows from what happened."""

from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.alert_book import AlertHit
from photon_desktop.trading.alerts import AlertCondition
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import Action, ExecutionReport, Message, ReportStatus, TradeDecision
from photon_desktop.trading.money import plain

_TRADED = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)
_RULES = {
    AlertCondition.ABOVE: "It has risen to {level}.",
    AlertCondition.BELOW: "It has fallen to {level}.",
    AlertCondition.CROSSES: "It has reached {level}.",
    AlertCondition.CHANGE_PERCENT: "It has moved by {level}% in {minutes:g} minutes.",
}


def trade_alert(message: Message) -> Alert | None:
    """Of a report, if something was traded."""
    report = message.payload
    if not isinstance(report, ExecutionReport) or report.status not in _TRADED:
        return None
    return Alert(
        f"trade-{message.id}",
        AlertKind.TRADE,
        Severity.INFO,
        f"{report.mode.upper()}: {report.action} {report.ticker}",
        report.message,
        message.created_at,
        report.ticker,
        report.to_json(),
    )


def decision_alert(message: Message) -> Alert | None:
    """Of a decision, if it wants something done."""
    decision = message.payload
    if not isinstance(decision, TradeDecision) or decision.action is Action.HOLD:
        return None
    return Alert(
        f"decision-{message.id}",
        AlertKind.DECISION,
        Severity.INFO,
        f"Decided: {decision.action} {decision.ticker}",
        f"At {plain(decision.price)}, {decision.confidence:.0%} sure. {decision.reasoning}",
        message.created_at,
        decision.ticker,
        decision.to_json(),
    )


def price_alert(hit: AlertHit, instrument: Instrument | None, now_ns: int) -> Alert:
    """Of a price that the user waits for; `instrument` is None where nobody knows the symbol any more."""
    wanted = hit.alert
    price = f"{hit.price:g}" if instrument is None else _in_digits(hit.price, instrument)
    rule = _RULES[wanted.condition].format(level=plain(wanted.level), minutes=wanted.window_s / 60)
    return Alert(
        f"price-{wanted.id}-{hit.time_ns}",
        AlertKind.PRICE,
        Severity.INFO,
        f"{wanted.symbol} at {price}",
        f"{rule} {wanted.note}".strip(),
        now_ns,
        wanted.symbol,
        {"price": hit.price, "condition": wanted.condition.value, "level": plain(wanted.level), "note": wanted.note},
    )


def halt_alert(why: str, now_ns: int) -> Alert:
    """Of trading that is halted."""
    return Alert(f"halt-{now_ns}", AlertKind.HALT, Severity.URGENT, "Trading is halted", why, now_ns)


def agent_alert(status: AgentStatus) -> Alert:
    """Of an agent that can't go on, or that failed at a message."""
    is_failed = status.state is AgentState.FAILED
    return Alert(
        f"trouble-{status.name}-{status.beat_at}",
        AlertKind.TROUBLE,
        Severity.URGENT if is_failed else Severity.WARNING,
        f"The {status.name} {'has stopped' if is_failed else 'works on with a trouble'}",
        status.note,
        status.beat_at,
        data={"agent": status.name, "state": status.state.value},
    )


def exchange_alert(trouble: str, now_ns: int) -> Alert:
    """Of an exchange to which nothing is sent."""
    title = "Nothing is sent to the exchange"
    return Alert(f"trouble-exchange-{now_ns}", AlertKind.TROUBLE, Severity.URGENT, title, trouble, now_ns)


def feed_alert(title: str, sentence: str, now_ns: int, symbols: tuple[str, ...]) -> Alert:
    """Of prices that don't come, or come again."""
    symbol = symbols[0] if len(symbols) == 1 else ""
    data = {"symbols": list(symbols)}
    return Alert(f"trouble-prices-{now_ns}", AlertKind.TROUBLE, Severity.WARNING, title, sentence, now_ns, symbol, data)


def _in_digits(price: float, instrument: Instrument) -> str:
    return f"{price:,.{instrument.price_decimals}f} {instrument.quote}"
