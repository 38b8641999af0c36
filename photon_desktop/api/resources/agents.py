"""The three agents: how they are doing, and starting, stopping and asking them."""

from http import HTTPStatus

from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import BY_SYMBOL
from photon_desktop.api.resources.decisions import Decisions
from photon_desktop.api.resources.shapes import order_json, status_json
from photon_desktop.api.web.fields import Field, FieldKind
from photon_desktop.api.web.pages import on_worker
from photon_desktop.api.web.routes import Answer, Call, Route
from photon_desktop.store.pages.span import Span
from photon_desktop.trading.messages import DECISION_MAKER, EXECUTION_AGENT, MARKET_MONITOR, Json, MessageType
from photon_desktop.trading.timestamps import to_iso

_ACTION = Field(
    "action", FieldKind.CHOICE, "What the monitor shall do.", is_required=True, choices=("start", "stop")
)  # fmt: skip
_LINES, _REPORTS = 20, 10


def agent_routes(program: Program) -> tuple[Route, ...]:
    """What can be asked of the agents."""
    agents = Agents(program)
    worker, path = program.worker, "/api/trading/agents/"
    monitor, maker = f"{path}market-monitor/", f"{path}decision-maker/"
    return (
        Route("GET", monitor, "How the monitor is doing", on_worker(worker, agents.monitor), "Agent"),
        Route("POST", monitor, "Start or stop the monitor", agents.tell_monitor, "Agent", body=(_ACTION,)),
        Route("GET", maker, "How the decision maker is doing", on_worker(worker, agents.maker), "Agent"),
        Route("POST", maker, "Have one symbol decided on now", Decisions(program).make, "Decision", body=BY_SYMBOL,
              status=HTTPStatus.CREATED, faults=(HTTPStatus.CONFLICT,)),
        Route("GET", f"{path}execution/", "How execution is doing", on_worker(worker, agents.execution), "Agent"),
        Route("GET", f"{path}detail/", "All agents, and their newest log lines", on_worker(worker, agents.detail),
              "AgentDetail"),
    )  # fmt: skip


class Agents:
    """Reads on worker threads; starts and stops on the loop's."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def monitor(self, _: Call) -> Answer:
        """What it watches."""
        session = self._program.application.session
        told = self._status(MARKET_MONITOR)
        return {
            **told, "market": session.name, "interval": session.interval.value, "symbols": list(session.symbols)
        }  # fmt: skip

    async def tell_monitor(self, call: Call) -> Answer:
        """What the window's button does."""
        if call["action"] == "start":
            self._program.live.start(MARKET_MONITOR)
        else:
            self._program.live.stop(MARKET_MONITOR)
        return {**self._status(MARKET_MONITOR), "action": call["action"]}

    def maker(self, _: Call) -> Answer:
        """Which models decide."""
        models = [
            {
                "symbol": news.symbol,
                "model_type": news.model_type,
                "model_version": None if news.manifest is None else news.manifest.version,
                "is_training": news.is_pending,
                "note": news.note,
            }
            for news in self._program.live.models.values()
        ]
        return {**self._status(DECISION_MAKER), "models": models}

    def execution(self, _call: Call) -> Answer:
        """What waits, and what became of the last decisions. A halt is told; nothing here lifts it."""
        portfolio, halt = self._program.live.portfolio, self._program.application.halt.now
        _, reports = self._program.store.pages.messages.read(MessageType.EXECUTION_REPORT, Span(size=_REPORTS))
        orders = () if portfolio is None else portfolio.orders
        return {
            **self._status(EXECUTION_AGENT),
            "mode": self._program.application.profile.mode.value,
            "is_halted": halt is not None,
            "waiting_orders": [order_json(order) for order in orders],
            "reports": [{**row["payload"], "id": row["id"], "created_at": row["created_at"]} for row in reports],
        }

    def detail(self, _: Call) -> Answer:
        """Every agent, and why alerts do not go out where they do not."""
        troubles = self._program.alert_troubles()
        return {
            "agents": [self._with_log(name) for name in (MARKET_MONITOR, DECISION_MAKER, EXECUTION_AGENT)],
            "alert_troubles": [{"channel": channel, "detail": why} for channel, why in troubles.items()],
        }

    def _with_log(self, name: str) -> Json:
        lines = self._program.store.pages.log.newest(name, _LINES)
        told = [{"at": to_iso(line.at), "level": line.level, "text": line.text} for line in lines]
        return {**self._status(name), "log": told}

    def _status(self, name: str) -> Json:
        return status_json(name, self._program.live.statuses.get(name))
