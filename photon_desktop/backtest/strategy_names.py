"""What strategies are called where people read of them; in options, files and messages they keep their codes."""

_NAMES = {
    "buy_and_hold": "Buy and hold",
    "sma_cross": "SMA cross",
    "rsi": "RSI",
    "random": "Random entries",
    "random_forest": "Random forest",
    "gradient_boosting": "Gradient boosting",
}


def strategy_name(code: str) -> str:
    """The name of the strategy `code`; a strategy of the user's own has none but its code."""
    return _NAMES.get(code, code)
