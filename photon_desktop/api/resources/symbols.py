"""The watchlist: what is watched, one more, one less."""

from http import HTTPStatus

from photon_desktop.api.faults import bad_request, conflict, not_found
from photon_desktop.api.program import Program
from photon_desktop.api.web.fields import Field, FieldKind
from photon_desktop.api.web.pages import on_worker, window_of
from photon_desktop.api.web.routes import Answer, Call, Page, Route
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.messages import Json

_MOST_SYMBOLS = 200
_SYMBOL = Field("symbol", FieldKind.TEXT, "The symbol, like BTCUSDT or AAPL.", is_required=True, longest=20)
_KIND = Field(
    "kind", FieldKind.CHOICE, "Where it is traded; its spelling says so when left out.",
    choices=(InstrumentKind.CRYPTO.value, InstrumentKind.STOCK.value),
)  # fmt: skip
_SIMULATED = "The simulated market has its own symbols; choose the real market in the window to watch others."
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-^=_")


def symbol_routes(program: Program) -> tuple[Route, ...]:
    """What can be asked about the watchlist."""
    watchlist = Watchlist(program)
    worker = program.worker
    path, one = "/api/trading/symbols/", "/api/trading/symbols/{id}/"
    return (
        Route("GET", path, "The symbols that are watched", on_worker(worker, watchlist.all), "Symbol", is_list=True),
        Route("POST", path, "Watch one more symbol", watchlist.add, "Symbol", body=(_SYMBOL, _KIND),
              status=HTTPStatus.CREATED, faults=(HTTPStatus.CONFLICT,)),
        Route("GET", one, "A watched symbol", on_worker(worker, watchlist.one), "Symbol"),
        Route("DELETE", one, "Watch a symbol no longer", watchlist.remove, "Nothing", status=HTTPStatus.NO_CONTENT,
              faults=(HTTPStatus.CONFLICT,)),
    )  # fmt: skip


class Watchlist:
    """The store has a change before the agents are told of it."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def all(self, call: Call) -> Answer:
        """On a worker thread."""
        skipped, size = window_of(call)
        told = self._told()
        return Page(len(told), told[skipped : skipped + size])

    def one(self, call: Call) -> Answer:
        """On a worker thread."""
        return self._found(call.id)

    async def add(self, call: Call) -> Answer:
        """Watch it from now on."""
        symbol = str(call["symbol"]).strip().upper()
        if not symbol or not _LETTERS.issuperset(symbol):
            raise bad_request(f"symbol is {symbol!a}; write it like BTCUSDT or AAPL.")
        kind = None if call["kind"] is None else InstrumentKind(call["kind"])
        added = await self._program.worker.run(self._add, symbol, kind)
        self._program.list_changed()
        return added

    async def remove(self, call: Call) -> Answer:
        """Watch it no longer; its bars stay."""
        await self._program.worker.run(self._remove, call.id)
        self._program.list_changed()
        return None

    def _add(self, symbol: str, kind: InstrumentKind | None) -> Json:
        markets = self._program.markets
        if not markets.is_real:
            raise conflict(_SIMULATED)
        watched = markets.real_symbols()
        if symbol in watched:
            raise conflict(f"{symbol} is watched already.")
        if len(watched) >= _MOST_SYMBOLS:
            raise conflict(f"{_MOST_SYMBOLS} symbols are watched already; take one off first.")
        if kind is not None:
            markets.give_kind(symbol, kind)
        markets.watch((*watched, symbol))
        return next(told for told in self._told() if told["symbol"] == symbol)

    def _remove(self, number: int) -> None:
        symbol = self._found(number)["symbol"]
        markets = self._program.markets
        if not markets.is_real:
            raise conflict(_SIMULATED)
        portfolio = self._program.live.portfolio
        if portfolio is not None and portfolio.account.position(symbol).is_open:
            raise conflict(f"{symbol} is held, and its stop is tried against its prices; close the position first.")
        markets.watch([each for each in markets.real_symbols() if each != symbol])

    def _found(self, number: int) -> Json:
        for told in self._told():
            if told["id"] == number:
                return told
        raise not_found(f"No symbol with the number {number} is watched.")

    def _told(self) -> list[Json]:
        """The watched symbols in their order."""
        session = self._program.markets.session()
        instruments = [session.instrument(symbol) for symbol in session.symbols]
        numbers = self._program.store.symbols.numbers({each.symbol: each.kind for each in instruments})
        return [
            {
                "id": numbers[each.symbol],
                "symbol": each.symbol,
                "kind": each.kind.value,
                "quote": each.quote,
                "interval": session.interval.value,
                "tick_size": float(each.tick_size),
                "quantity_step": float(each.quantity_step),
                "is_active": True,
            }
            for each in instruments
        ]
