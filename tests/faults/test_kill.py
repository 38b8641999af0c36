"""The program is killed in the middle of a chain; the next start finishes or expires what was queued."""

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import MessageStatus, MessageType
from tests.faults.trading_child import PLACES

PROJECT = Path(__file__).resolve().parents[2]


def trade(folder: Path, place: str) -> int:
    """The exit code of a program that trades in `folder`, killed at `place`."""
    command = [sys.executable, "-m", "tests.faults.trading_child", str(folder), place]
    return subprocess.run(command, cwd=PROJECT, timeout=60, check=False).returncode


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_a_kill_loses_nothing_and_doubles_nothing(tmp_path: Path, place: str) -> None:
    assert trade(tmp_path, place) == -signal.SIGKILL
    store = Store.open(tmp_path / STORE_NAME)
    left = {item.message.id for item in store.messages.recent(1_000) if item.status is MessageStatus.QUEUED}
    store.close()

    assert trade(tmp_path, "finish") == 0
    store = Store.open(tmp_path / STORE_NAME)
    try:
        _check(store, left)
    finally:
        store.close()


def _check(store: Store, left: set[str]) -> None:
    health = store.health()
    assert (health.integrity, health.duplicate_fills, health.messages_failed) == ("ok", 0, 0)
    assert health.ledger_equals_cash
    settled = {item.message.id: item.status for item in store.messages.recent(1_000)}
    assert {settled[message_id] for message_id in left} <= {MessageStatus.DONE, MessageStatus.EXPIRED}
    replies = Counter((item.message.trace_id, item.message.type) for item in store.messages.recent(1_000))
    assert max(replies.values()) == 1, "a snapshot was decided on twice, or a decision reported twice"
    fills = Counter(fill.fill.client_order_id for fill in store.trades.fills(1_000))
    assert fills
    assert max(fills.values()) == 1
    decided = {item.message.trace_id for item in store.messages.of_type(MessageType.TRADE_DECISION, 1_000)}
    assert {fill.trace_id for fill in store.trades.fills(1_000)} <= decided
