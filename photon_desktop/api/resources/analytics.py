"""How the account that is traded in did."""

from itertools import pairwise

import numpy as np

from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import END, START, span_of
from photon_desktop.api.resources.figures import AccountFigures
from photon_desktop.api.web.pages import on_worker, window_of
from photon_desktop.api.web.routes import Answer, Call, Page, Route
from photon_desktop.trading.metric_words import METRIC_WORDS
from photon_desktop.trading.performance import Performance
from photon_desktop.trading.timestamps import to_iso


def analytics_routes(program: Program, figures: AccountFigures) -> tuple[Route, ...]:
    """What can be asked about performance."""
    analytics = Analytics(program, figures)
    worker, path = program.reckoner, "/api/trading/analytics/"
    return (
        Route("GET", f"{path}performance-metrics/", "Return, risk and trades in figures",
              on_worker(worker, analytics.metrics), "PerformanceMetrics"),
        Route("GET", f"{path}pnl-curve/", "Profit bar by bar, oldest first", on_worker(worker, analytics.pnl),
              "PnlPoint", query=(START, END), is_list=True),
        Route("GET", f"{path}monthly-breakdown/", "The return of each month, oldest first",
              on_worker(worker, analytics.months), "Month", is_list=True),
    )  # fmt: skip


class Analytics:
    """The same figures as in the window; None where one is not defined yet."""

    def __init__(self, program: Program, figures: AccountFigures) -> None:
        self._program, self._figures = program, figures

    def metrics(self, _: Call) -> Answer:
        """Every figure by its name."""
        found = self._found()
        told = {} if found is None else found.figures
        return {
            "account": self._program.application.profile.name,
            "start": None if found is None else to_iso(int(found.times[0])),
            "end": None if found is None else to_iso(int(found.times[-1])),
            **{name: told.get(name) for name in METRIC_WORDS},
        }

    def pnl(self, call: Call) -> Answer:
        """A page of the curve."""
        found, span = self._found(), span_of(self._program, call)
        if found is None:
            return Page(0, [])
        chosen = np.flatnonzero((found.times >= span.start_ns) & (found.times < span.end_ns))
        first = float(found.equity[0])
        rows = [
            {
                "timestamp": to_iso(int(found.times[place])),
                "equity": float(found.equity[place]),
                "pnl": float(found.equity[place] - found.equity[max(0, place - 1)]),
                "cumulative_pnl": float(found.equity[place]) - first,
                "drawdown": float(found.drawdowns[place]),
            }
            for place in chosen[span.skipped : span.skipped + span.size].tolist()
        ]
        return Page(len(chosen), rows)

    def months(self, call: Call) -> Answer:
        """Each month with its return and what that was in quote money."""
        found = self._found()
        rows = [] if found is None else _months(found)
        skipped, size = window_of(call)
        return Page(len(rows), rows[skipped : skipped + size])

    def _found(self) -> Performance | None:
        return self._figures.of(self._program.account, self._program.application.session.interval)


def _months(found: Performance) -> list[dict[str, object]]:
    starts = np.flatnonzero(np.diff(found.times.astype("datetime64[ns]").astype("datetime64[M]").astype(int))) + 1
    places = [0, *(starts - 1).tolist(), len(found.times) - 1]
    profits = [float(found.equity[end] - found.equity[start]) for start, end in pairwise(places)]
    return [
        {"month": f"{year:04}-{month:02}", "year": year, "month_of_year": month, "return": gained, "pnl": profit}
        for ((year, month), gained), profit in zip(found.months.items(), profits, strict=False)
    ]
