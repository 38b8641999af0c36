"""What many questions have in common: a symbol by name or by number, and times."""

from photon_desktop.api.faults import bad_request, conflict, not_found
from photon_desktop.api.program import Program
from photon_desktop.api.web.fields import Field, FieldKind
from photon_desktop.api.web.pages import window_of
from photon_desktop.api.web.routes import Call
from photon_desktop.store.pages.span import EARLIEST, LATEST, Span
from photon_desktop.trading.interval import Interval

SYMBOL = Field("symbol", FieldKind.TEXT, "A symbol by its name, like BTCUSDT.", longest=40)
SYMBOL_ID = Field("symbol_id", FieldKind.WHOLE, "A symbol by its number.", least=1)
INTERVAL = Field(
    "interval", FieldKind.CHOICE, "The length of bars; that which is decided on when left out.",
    choices=tuple(each.value for each in Interval),
)  # fmt: skip
START = Field("start", FieldKind.TIME, "From this time on.")
END = Field("end", FieldKind.TIME, "Before this time.")
BY_SYMBOL = (SYMBOL, SYMBOL_ID)
BY_SYMBOL_AND_TIME = (*BY_SYMBOL, START, END)


def symbol_of(program: Program, call: Call) -> str:
    """The symbol that is asked for, empty for all. For a worker thread. Raises ApiError (404) for a number that no
    symbol has."""
    if call["symbol_id"] is None:
        return str(call["symbol"] or "")
    name = program.store.symbols.name_of(call["symbol_id"])
    if name is None or (call["symbol"] or name) != name:
        raise not_found(f"There is no symbol with the number {call['symbol_id']}.")
    return name


def watched_symbol(program: Program, call: Call) -> str:
    """As `symbol_of`, of those that are watched. Raises ApiError: 400 when none is named, 409 for another."""
    symbol = symbol_of(program, call)
    if not symbol:
        raise bad_request("Say which symbol: symbol_id is missing from the body.")
    if symbol not in program.application.session.symbols:
        raise conflict(f"{symbol} is not watched now; add it to the watchlist, or change the market in the window.")
    return symbol


def span_of(program: Program, call: Call) -> Span:
    """Symbol, times and page that are asked for. For a worker thread."""
    skipped, size = window_of(call)
    start, end = call["start"], call["end"]
    return Span(
        symbol_of(program, call),
        EARLIEST if start is None else start,
        LATEST if end is None else end,
        skipped,
        size,
    )
