"""Words and shapes for what messages say in codes. A state is told by word and shape; colour only follows."""

from photon_desktop.trading.agent_status import AgentState
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EVERYONE,
    EXECUTION_AGENT,
    MARKET_MONITOR,
    Action,
    MessageStatus,
    MessageType,
    ReportStatus,
    TradeDecision,
)
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr

ACTION_SHAPES = {Action.BUY: "▲", Action.SELL: "▼", Action.HOLD: "■"}
TREND_WORDS = {"bull": mark("▲ bull"), "bear": mark("▼ bear"), "sideways": mark("▶ sideways")}
AGENT_STATE_WORDS = {
    AgentState.STOPPED: mark("■ stopped"),
    AgentState.RUNNING: mark("● running"),
    AgentState.DEGRADED: mark("◆ degraded"),
    AgentState.FAILED: mark("✕ failed"),
}
AGENT_NAMES = {
    MARKET_MONITOR: mark("Market Monitor"),
    DECISION_MAKER: mark("Decision Maker"),
    EXECUTION_AGENT: mark("Execution Agent"),
    EVERYONE: mark("everyone"),
}
MESSAGE_STATUS_SHAPES = {
    MessageStatus.QUEUED.value: "○",
    MessageStatus.DONE.value: "✓",
    MessageStatus.FAILED.value: "✕",
    MessageStatus.EXPIRED.value: "⌛",
}
REPORT_STATUS_WORDS = {
    ReportStatus.EXECUTED: mark("✓ executed"),
    ReportStatus.PARTIALLY_EXECUTED: mark("◐ partly executed"),
    ReportStatus.REJECTED: mark("✕ rejected"),
    ReportStatus.CANCELLED: mark("✕ cancelled"),
    ReportStatus.EXPIRED: mark("✕ expired"),
    ReportStatus.UNKNOWN: mark("? unknown"),
}
MESSAGE_TYPE_WORDS = {
    MessageType.MARKET_SNAPSHOT: mark("snapshot"),
    MessageType.TRADE_DECISION: mark("decision"),
    MessageType.EXECUTION_REPORT: mark("report"),
}
MODEL_WORDS = {
    "random_forest": mark("Random forest"),
    "gradient_boosting": mark("Gradient boosting"),
    "rules": mark("Rules"),
}
FEATURE_WORDS = {
    "close": mark("20-bar move"),
    "volume": mark("Volume"),
    "price_change": mark("Last return"),
    "sma10": mark("Distance to SMA 10"),
    "sma20": mark("Distance to SMA 20"),
    "rsi14": mark("RSI 14"),
    "macd": "MACD",
    "macd_hist": mark("MACD histogram"),
    "volatility": mark("Volatility"),
    "trend": mark("Trend"),
    "trend_strength": mark("Trend strength"),
    "rsi_state": mark("RSI state"),
    "sma_cross": mark("SMA crossing"),
    "range_position": mark("Place in range"),
}
RULE_SENTENCES = {
    "MIN_CONFIDENCE": mark("The confidence is under the least allowed."),
    "MAX_POSITION": mark("The position would be larger than its share of equity allows."),
    "MAX_EXPOSURE": mark("All positions together would be larger than allowed."),
    "NO_CASH": mark("There is not enough free cash for the order and its costs."),
    "SHORT_NOT_ALLOWED": mark("It would open a short position, which is not allowed."),
    "ORDER_SIZE": mark("The order does not fit the instrument's least size or step."),
    "ORDER_PENDING": mark("An earlier order for this symbol is still open."),
    "EDGE_UNDER_COST": mark("The move to expect does not pay its costs."),
    "POSITION_OPEN": mark("A position on this side is held already."),
    "NO_POSITION": mark("Nothing is held that could be sold, and short selling is not allowed."),
    "SIZE_ZERO": mark("The sizing rules leave less than the least order."),
    "WARM_UP": mark("There are too few bars to decide on yet."),
    "NO_EVIDENCE": mark("Only a model that has shown an edge may open a position."),
    "DRIFT": mark("The market is unlike anything the model was trained on."),
    "COOLDOWN": mark("A position was closed just now; the next one waits."),
    "BARS_MISSING": mark("Bars are missing among those it needs."),
    "FEED_STALE": mark("The feed stood still when the bar came; prices may be old."),
    "MODEL_HOLDS": mark("The model itself holds: no move is the likeliest."),
    "RULES_HOLD": mark("The rules themselves hold."),
    "HALTED": mark("Trading is halted."),
    "MAX_ORDER": mark("The order would be larger than its share of equity allows."),
    "RISK_SCORE": mark("The moment is riskier than allowed."),
    "DAILY_LOSS": mark("As much was lost today as may be; nothing is opened until tomorrow (UTC)."),
    "DRAWDOWN": mark("Equity is as far under its peak as it may be; nothing is opened until trading is released."),
    "ORDER_RATE": mark("More orders went out within a minute than allowed."),
    "DUPLICATE": mark("This bar has led to such an order already."),
    "STALE_PRICE": mark("The last price is too old."),
    "MARKET_CLOSED": mark("The market is closed."),
    "PRICE_COLLAR": mark("The order's price is too far from the last one."),
    "CANCELLED": mark("The order was taken back."),
    "EXPLORING": mark("Only a simulated market is explored."),
    "EXPIRED": mark("More than a bar had passed before a price came."),
    "NOT_ARMED": mark("The account sends orders to an exchange and is not armed."),
    "NOT_RECONCILED": mark("The books and the exchange have not been found to agree."),
    "STREAM_DOWN": mark("What becomes of an order at the exchange would not be heard now."),
    "EXCHANGE": mark("The exchange refused the order."),
    "UNKNOWN": mark("The exchange did not say whether it took the order; it is asked."),
}


def agent_words(name: str) -> str:
    """An agent's name in the user's language, or all who listen."""
    return tr(AGENT_NAMES.get(name, name))


def action_words(action: Action) -> str:
    """Shape and word: "▲ BUY"."""
    return f"{ACTION_SHAPES[action]} {action}"


def rule_sentence(code: str) -> str:
    """What the rule `code` says, or the code in plain letters when it is a rule not met before."""
    return tr(RULE_SENTENCES[code]) if code in RULE_SENTENCES else f"{code.replace('_', ' ').capitalize()}."


def feature_words(name: str) -> str:
    """A model input's name for people."""
    return tr(FEATURE_WORDS[name]) if name in FEATURE_WORDS else name.replace("_", " ")


def blocked_words(decision: TradeDecision) -> str:
    """What the model wished for and which rules stood in its way; empty when none did."""
    if not decision.blocked_by:
        return ""
    rules = " ".join(rule_sentence(code) for code in decision.blocked_by)
    if decision.wanted is None:
        return tr("Blocked: {rules}").format(rules=rules)
    return tr("Wanted {action}, blocked: {rules}").format(action=decision.wanted, rules=rules)


def bar_closed_words(time_ns: int) -> str:
    """When the bar closed, in the user's time and in UTC."""
    return tr("Bar closed {time} ({utc})").format(time=formats.full_time(time_ns), utc=formats.utc_time(time_ns))


def is_by_rules(decision: TradeDecision) -> bool:
    """Whether the rules decided, there being no model."""
    return decision.model_type == "rules"


def certainty_words(decision: TradeDecision) -> str:
    """How sure a decision is: a model's probability in percent, the rules' score as the plain number it is."""
    if is_by_rules(decision):
        return f"{decision.confidence:.2f}"
    return formats.percent(decision.confidence)
