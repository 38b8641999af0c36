"""Words and shapes for what messages say in codes. A state is told by word and shape; colour only follows."""

from photon_desktop.trading.agent_status import AgentState
from photon_desktop.trading.messages import Action, MessageStatus, MessageType, ReportStatus, TradeDecision
from photon_desktop.ui import formats

ACTION_SHAPES = {Action.BUY: "▲", Action.SELL: "▼", Action.HOLD: "■"}
TREND_WORDS = {"bull": "▲ bull", "bear": "▼ bear", "sideways": "▶ sideways"}
AGENT_STATE_WORDS = {
    AgentState.STOPPED: "■ stopped",
    AgentState.RUNNING: "● running",
    AgentState.DEGRADED: "◆ degraded",
    AgentState.FAILED: "✕ failed",
}
MESSAGE_STATUS_SHAPES = {
    MessageStatus.QUEUED.value: "○",
    MessageStatus.DONE.value: "✓",
    MessageStatus.FAILED.value: "✕",
    MessageStatus.EXPIRED.value: "⌛",
}
REPORT_STATUS_WORDS = {
    ReportStatus.EXECUTED: "✓ executed",
    ReportStatus.PARTIALLY_EXECUTED: "◐ partly executed",
    ReportStatus.REJECTED: "✕ rejected",
    ReportStatus.CANCELLED: "✕ cancelled",
    ReportStatus.EXPIRED: "✕ expired",
    ReportStatus.UNKNOWN: "? unknown",
}
MESSAGE_TYPE_WORDS = {
    MessageType.MARKET_SNAPSHOT: "snapshot",
    MessageType.TRADE_DECISION: "decision",
    MessageType.EXECUTION_REPORT: "report",
}
MODEL_WORDS = {"random_forest": "Random forest", "gradient_boosting": "Gradient boosting", "rules": "Rules"}
FEATURE_WORDS = {
    "close": "20-bar move",
    "volume": "Volume",
    "price_change": "Last return",
    "sma10": "Distance to SMA 10",
    "sma20": "Distance to SMA 20",
    "rsi14": "RSI 14",
    "macd": "MACD",
    "macd_hist": "MACD histogram",
    "volatility": "Volatility",
    "trend": "Trend",
    "trend_strength": "Trend strength",
    "rsi_state": "RSI state",
    "sma_cross": "SMA crossing",
    "range_position": "Place in range",
}
RULE_SENTENCES = {
    "MIN_CONFIDENCE": "The confidence is under the least allowed.",
    "MAX_POSITION": "The position would be larger than its share of equity allows.",
    "MAX_EXPOSURE": "All positions together would be larger than allowed.",
    "NO_CASH": "There is not enough free cash for the order and its costs.",
    "SHORT_NOT_ALLOWED": "It would open a short position, which is not allowed.",
    "ORDER_SIZE": "The order does not fit the instrument's least size or step.",
    "ORDER_PENDING": "An earlier order for this symbol is still open.",
    "EDGE_UNDER_COST": "The move to expect does not pay its costs.",
    "POSITION_OPEN": "A position on this side is held already.",
    "NO_POSITION": "Nothing is held that could be sold, and short selling is not allowed.",
    "SIZE_ZERO": "The sizing rules leave less than the least order.",
    "WARM_UP": "There are too few bars to decide on yet.",
    "NO_EVIDENCE": "Only a model that has shown an edge may open a position.",
    "DRIFT": "The market is unlike anything the model was trained on.",
    "COOLDOWN": "A position was closed just now; the next one waits.",
    "BARS_MISSING": "Bars are missing among those it needs.",
    "FEED_STALE": "The feed stood still when the bar came; prices may be old.",
    "MODEL_HOLDS": "The model itself holds: no move is the likeliest.",
    "RULES_HOLD": "The rules themselves hold.",
    "HALTED": "Trading is halted.",
    "MAX_ORDER": "The order would be larger than its share of equity allows.",
    "RISK_SCORE": "The moment is riskier than allowed.",
    "DAILY_LOSS": "As much was lost today as may be; nothing is opened until tomorrow (UTC).",
    "DRAWDOWN": "Equity is as far under its peak as it may be; nothing is opened until trading is released.",
    "ORDER_RATE": "More orders went out within a minute than allowed.",
    "DUPLICATE": "This bar has led to such an order already.",
    "STALE_PRICE": "The last price is too old.",
    "MARKET_CLOSED": "The market is closed.",
    "PRICE_COLLAR": "The order's price is too far from the last one.",
    "CANCELLED": "The order was taken back.",
    "EXPLORING": "Only a simulated market is explored.",
    "EXPIRED": "More than a bar had passed before a price came.",
    "NOT_ARMED": "The account sends orders to an exchange and is not armed.",
    "NOT_RECONCILED": "The books and the exchange have not been found to agree.",
    "STREAM_DOWN": "What becomes of an order at the exchange would not be heard now.",
    "EXCHANGE": "The exchange refused the order.",
    "UNKNOWN": "The exchange did not say whether it took the order; it is asked.",
}


def action_words(action: Action) -> str:
    """Shape and word: "▲ BUY"."""
    return f"{ACTION_SHAPES[action]} {action}"


def rule_sentence(code: str) -> str:
    """What the rule `code` says, or the code in plain letters when it is a rule not met before."""
    return RULE_SENTENCES.get(code, f"{code.replace('_', ' ').capitalize()}.")


def feature_words(name: str) -> str:
    """A model input's name for people."""
    return FEATURE_WORDS.get(name, name.replace("_", " "))


def blocked_words(decision: TradeDecision) -> str:
    """What the model wished for and which rules stood in its way; empty when none did."""
    if not decision.blocked_by:
        return ""
    wish = f"Wanted {decision.wanted}, blocked" if decision.wanted is not None else "Blocked"
    return f"{wish}: {' '.join(rule_sentence(code) for code in decision.blocked_by)}"


def is_by_rules(decision: TradeDecision) -> bool:
    """Whether the rules decided, there being no model."""
    return decision.model_type == "rules"


def certainty_words(decision: TradeDecision) -> str:
    """How sure a decision is: a model's probability in percent, the rules' score as the plain number it is."""
    if is_by_rules(decision):
        return f"{decision.confidence:.2f}"
    return formats.percent(decision.confidence)
