"""The three agents on their threads, and every connection between them."""

from photon_desktop.agents.agent_thread import AgentThread
from photon_desktop.agents.decision_maker import DecisionMaker
from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.market_monitor import MarketMonitor

PATIENCE_MS = 5_000


class AgentTeam:
    """MarketMonitor -> DecisionMaker -> ExecutionAgent, each started, stopped and restarted by itself.

    They start from the end of the chain, so that nobody speaks before somebody listens, and finish from its beginning.
    """

    def __init__(self, monitor: MarketMonitor, maker: DecisionMaker, executor: ExecutionAgent) -> None:
        self.monitor, self.maker, self.executor = monitor, maker, executor
        _connect(monitor, maker, executor)
        self._threads = {agent.name: AgentThread(agent) for agent in (executor, maker, monitor)}

    @property
    def agents(self) -> tuple[MarketMonitor, DecisionMaker, ExecutionAgent]:
        """The agents in the order of the chain."""
        return self.monitor, self.maker, self.executor

    def thread_of(self, name: str) -> AgentThread:
        """The thread of the agent called `name`."""
        return self._threads[name]

    def start(self) -> None:
        """Start all three."""
        for thread in self._threads.values():
            thread.start()

    def finish(self) -> tuple[str, ...]:
        """End all three for good, and name those that did not end in time."""
        late = [name for name, thread in reversed(self._threads.items()) if not thread.finish(PATIENCE_MS)]
        return tuple(late)


def _connect(monitor: MarketMonitor, maker: DecisionMaker, executor: ExecutionAgent) -> None:
    # the way of a message
    monitor.snapshot_made.connect(maker.receive)
    maker.decision_made.connect(executor.receive)
    # bars to learn from, prices to fill at, closes to mark the equity at
    monitor.history_loaded.connect(maker.learn)
    monitor.priced.connect(executor.on_price)
    monitor.bar_closed.connect(executor.on_bar_closed)
    # what is held, for the next decision
    executor.portfolio_changed.connect(maker.take_portfolio)
    # a simulated market waits for those who hear of it
    for listener in (maker, executor):
        monitor.keeping_up.expect(listener.name)
        monitor.bars_told.connect(listener.say_when_here)
        listener.caught_up.connect(monitor.hear)
    # a replay goes on when nothing more follows from its last event
    monitor.chain_ended.connect(monitor.advance)
    maker.chain_ended.connect(monitor.advance)
    executor.chain_ended.connect(monitor.advance)
    monitor.replay_finished.connect(executor.drop_waiting)
