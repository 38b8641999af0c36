"""The sheet finds what a crash could have left, each fault on its own line."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from photon_desktop.drill.sheet import examine, passed
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import MessageStatus
from tests.store.samples import deposit, message, order, report, trade


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    account = deposit(opened)
    trade(opened, account, order())
    opened.messages.add(message(1, report()), MessageStatus.DONE)
    yield opened
    opened.close()


def failing(store: Store) -> list[str]:
    return [line.what for line in examine(store, "paper") if not line.holds]


def run(sql: str) -> Callable[[Store], None]:
    return lambda store: store.connections.write_many(sql, [()])


def test_books_that_add_up_pass_every_line(store: Store) -> None:
    assert failing(store) == []
    assert passed(examine(store, "paper"))


@pytest.mark.parametrize(
    ("harm", "line"),
    [
        (lambda store: store.messages.add(message(2)), "No message is left over"),
        (run("UPDATE positions SET quantity = '9'"), "Positions are what the fills make them"),
        (run("UPDATE ledger_entries SET amount = '1' WHERE line = 0"), "The ledger adds up to the cash"),
        (run("UPDATE fills SET quantity = '100'"), "No fill is stored twice, or beyond its order"),
        (
            run("DELETE FROM messages WHERE type = 'EXECUTION_REPORT'"),
            "Every fill has its report",
        ),
        (
            lambda store: store.trades.add_order(replace(order(2), decision_id=order().decision_id)),
            "No decision led to two orders",
        ),
    ],
)
def test_each_fault_is_found(store: Store, harm: Callable[[Store], None], line: str) -> None:
    harm(store)
    assert any(what.startswith(line) for what in failing(store))
    assert not passed(examine(store, "paper"))
