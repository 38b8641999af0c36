"""What was traded, what is held, and what it has been worth."""

from photon_desktop.api.faults import not_found
from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import BY_SYMBOL_AND_TIME, END, START, span_of
from photon_desktop.api.resources.shapes import portfolio_json, trade_json
from photon_desktop.api.web.pages import on_worker
from photon_desktop.api.web.routes import Answer, Call, Page, Route
from photon_desktop.trading.messages import Json
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.timestamps import to_iso


def trade_routes(program: Program) -> tuple[Route, ...]:
    """What can be asked about the account that is traded in."""
    trades = Trades(program)
    worker = program.worker
    return (
        Route("GET", "/api/trading/trades/", "Fills, newest first", on_worker(worker, trades.all), "Trade",
              query=BY_SYMBOL_AND_TIME, is_list=True),
        Route("GET", "/api/trading/trades/{id}/", "One fill", on_worker(worker, trades.one), "Trade"),
        Route("GET", "/api/trading/portfolio/", "What is held", on_worker(worker, trades.portfolio), "Portfolio"),
        Route("GET", "/api/trading/portfolio/equity-curve/", "What the account was worth, oldest first",
              on_worker(worker, trades.equity), "EquityPoint", query=(START, END), is_list=True),
    )  # fmt: skip


class Trades:
    """Of the books that are traded in now; those of other accounts are as if they were not there."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def all(self, call: Call) -> Answer:
        """A page of fills."""
        count, fills = self._program.store.pages.fills.read(self._program.account, span_of(self._program, call))
        return Page(count, [trade_json(fill) for fill in fills])

    def one(self, call: Call) -> Answer:
        """One fill by its number."""
        fill = self._program.store.pages.fills.find(self._program.account, call.id)
        if fill is None:
            raise not_found(f"This account has no trade with the number {call.id}.")
        return trade_json(fill)

    def portfolio(self, _: Call) -> Answer:
        """As the execution agent told it last."""
        return portfolio_now(self._program)

    def equity(self, call: Call) -> Answer:
        """A page of the curve."""
        count, points = self._program.store.pages.equity.read(self._program.account, span_of(self._program, call))
        return Page(
            count, [{"timestamp": to_iso(time), "equity": equity, "cash": cash} for time, equity, cash in points]
        )


def portfolio_now(program: Program) -> Json:
    """The portfolio as it was told last, or as the books have it before it was. For a worker thread."""
    portfolio = program.live.portfolio
    if portfolio is None:
        trades, account = program.store.trades, program.account
        portfolio = Portfolio(
            trades.load_account(account),
            mode=program.application.profile.mode.value,
            starting_cash=trades.deposits(account),
        )
    return {"account": program.application.profile.name, **portfolio_json(portfolio)}
