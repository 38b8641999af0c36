"""How a symbol is given on the command line."""

from argparse import _ActionsContainer as Container


def symbol_written(text: str) -> str:
    """`text` as symbols are spelt everywhere else, in capitals: "btcusdt" must not begin a second series."""
    return text.strip().upper()


def add_symbol(parser: Container) -> None:
    """The option that says what it is about."""
    words = "such as BTCUSDT, AAPL or DEMO-BTC"
    parser.add_argument("--symbol", type=symbol_written, required=True, metavar="S", help=words)
