"""What a first look shows: everything in short, a chart, and how the watched markets moved."""

from dataclasses import replace

from photon_desktop.api.faults import not_found
from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import BY_SYMBOL, INTERVAL, symbol_of
from photon_desktop.api.resources.series import interval_of, series_of
from photon_desktop.api.resources.shapes import decision_json, finite, status_json, trade_json
from photon_desktop.api.resources.trades import portfolio_now
from photon_desktop.api.web.fields import Field, FieldKind
from photon_desktop.api.web.pages import on_worker
from photon_desktop.api.web.routes import Answer, Call, Route
from photon_desktop.store.pages.span import Span
from photon_desktop.trading.bar_json import bar_json
from photon_desktop.trading.indicators import WARM_UP_BARS, Indicators, compute_indicators
from photon_desktop.trading.messages import DECISION_MAKER, EXECUTION_AGENT, MARKET_MONITOR, Json, MessageType
from photon_desktop.trading.timestamps import to_iso

_RECENT, _USUAL_BARS, _MOST_BARS = 5, 200, 1_000
_DAY_S = 86_400
_LIMIT = Field("limit", FieldKind.WHOLE, "How many bars.", default=_USUAL_BARS, least=1, most=_MOST_BARS)


def dashboard_routes(program: Program) -> tuple[Route, ...]:
    """What can be asked for a first look."""
    dashboard = Dashboard(program)
    worker, path = program.worker, "/api/trading/dashboard/"
    return (
        Route("GET", f"{path}overview/", "Everything in short", on_worker(worker, dashboard.overview), "Overview"),
        Route("GET", f"{path}market-chart/", "Bars of one symbol with their indicators, oldest first",
              on_worker(worker, dashboard.chart), "Chart", query=(*BY_SYMBOL, INTERVAL, _LIMIT)),
        Route("GET", f"{path}market-heatmap/", "How each watched symbol moved in a day",
              on_worker(worker, dashboard.heatmap), "Heatmap"),
    )  # fmt: skip


class Dashboard:
    """Reads on worker threads."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def overview(self, _: Call) -> Answer:
        """Account, agents, and the newest decisions and trades."""
        pages, session = self._program.store.pages, self._program.application.session
        made, decisions = pages.messages.read(MessageType.TRADE_DECISION, Span(size=_RECENT))
        booked, fills = pages.fills.read(self._program.account, Span(size=_RECENT))
        live = self._program.live
        agents = (MARKET_MONITOR, DECISION_MAKER, EXECUTION_AGENT)
        return {
            "market": session.name,
            "interval": session.interval.value,
            "symbols": list(session.symbols),
            "portfolio": portfolio_now(self._program),
            "agents": [status_json(name, live.statuses.get(name)) for name in agents],
            "decisions": made,
            "trades": booked,
            "recent_decisions": [decision_json(row) for row in decisions],
            "recent_trades": [trade_json(fill) for fill in fills],
        }

    def chart(self, call: Call) -> Answer:
        """Of the symbol that is asked for, else of the first that is watched."""
        session = self._program.application.session
        symbol = symbol_of(self._program, call) or next(iter(session.symbols), "")
        interval, limit = interval_of(self._program, call), call["limit"] or _USUAL_BARS
        key = series_of(self._program, symbol, interval)
        bars = self._program.store.bars.read(symbol, interval, key.source, last=limit + WARM_UP_BARS)
        if len(bars) == 0:
            raise not_found(f"There are no bars of {symbol} {interval.value}.")
        indicators, first = compute_indicators(bars), max(0, len(bars) - limit)
        return {
            "symbol": symbol,
            "interval": interval.value,
            "source": key.source,
            "candles": [bar_json(bar) for bar in bars.part(first)],
            "indicators": {
                name: finite(getattr(indicators, name)[first:].tolist()) for name in Indicators.__slots__
            },
            "trades": self._trades_since(symbol, int(bars.times[first])),
        }  # fmt: skip

    def heatmap(self, _: Call) -> Answer:
        """The change of each symbol's last price over the bars of a day."""
        session = self._program.application.session
        told = [row for symbol in session.symbols if (row := self._moved(symbol)) is not None]
        return {"interval": session.interval.value, "symbols": told}

    def _moved(self, symbol: str) -> Json | None:
        interval = self._program.application.session.interval
        key = series_of(self._program, symbol, interval)
        in_a_day = max(1, _DAY_S // interval.seconds)
        bars = self._program.store.bars.read(symbol, interval, key.source, last=in_a_day + 1)
        if len(bars) == 0:
            return None
        day, tick = bars.tail(in_a_day), self._program.live.tick(symbol)
        price = float(bars.close[-1]) if tick is None else tick.price
        return {
            "symbol": symbol,
            "price": price,
            "change": price / float(bars.close[0]) - 1,
            "high": float(day.high.max()),
            "low": float(day.low.min()),
            "volume": float(day.volume.sum()),
            "turnover": float((day.volume * day.close).sum()),
            "timestamp": to_iso(int(bars.times[-1])),
        }

    def _trades_since(self, symbol: str, start_ns: int) -> list[Json]:
        span = replace(Span(symbol, size=_USUAL_BARS), start_ns=start_ns)
        _, fills = self._program.store.pages.fills.read(self._program.account, span)
        return [trade_json(fill) for fill in fills]
