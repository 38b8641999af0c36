import pytest

from photon_desktop.store import Store
from photon_desktop.trading.agent_status import AgentLogLine


def line(number: int, agent: str = "MarketMonitor") -> AgentLogLine:
    return AgentLogLine(agent, number, "INFO", f"line {number}", "message-1")


def test_lines_come_back_newest_first(store: Store) -> None:
    for number in range(4):
        store.log.add(line(number))
    store.log.add(line(4, "DecisionMaker"))
    assert store.log.recent(2) == [line(4, "DecisionMaker"), line(3)]
    assert store.log.recent(2, "MarketMonitor") == [line(3), line(2)]


@pytest.mark.slow
def test_at_most_twenty_thousand_lines_are_kept_and_they_are_the_newest(store: Store) -> None:
    most = 0
    with store.transaction():
        for number in range(20_750):
            store.log.add(line(number))
            if number % 250 == 248:
                most = max(most, store.connections.tuples("SELECT count(*) FROM agent_log")[0][0])
    kept = store.log.recent(30_000)
    assert most <= 20_000
    assert 19_500 <= len(kept) <= 20_000
    assert kept == [line(number) for number in range(20_749, 20_749 - len(kept), -1)]
