"""Where stops and targets stood: kept with the books, over kills and over the change of the schema."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.errors import DuplicateError
from photon_desktop.store import Store
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.trading.account import Account
from photon_desktop.trading.order_kinds import OrderKind, Trail
from photon_desktop.trading.orders import OrderPurpose, Side
from tests.store.columns_of_today import columns_of_today
from tests.store.samples import HOUR, START, deposit, fill_of, order, trade

D = Decimal
SYMBOL = "BTCUSDT"
Told = tuple[str, Decimal | None, Decimal | None, int]
OPENED = START + 1 + HOUR  # when `order()` is filled


class KilledError(Exception):
    """Leaves a transaction unfinished, after its files were copied."""


def told(store: Store, account: str = "paper") -> list[Told]:
    moves = [moved for _, moved in store.trades.levels_after(0, 100, account)]
    return [(moved.client_order_id, moved.stop_loss, moved.take_profit, moved.moved_at) for moved in moves]


def opened(store: Store) -> Account:
    """An account that holds half a unit, with a stop and a target, booked as the agent books it."""
    before, placed = deposit(store, "100000"), order()
    after, lines = before.after(fill_of(placed))
    after = after.protected(SYMBOL, D(86_000), D(93_000))
    with store.transaction():
        store.trades.add_order(placed)
        store.trades.record_fill(fill_of(placed), after, lines)
    return after


def moved(store: Store, account: Account, stop: str | None, target: str | None, at_ns: int) -> Account:
    after = account.protected(SYMBOL, stop and D(stop), target and D(target))  # type: ignore[arg-type]
    store.trades.save_position(after.position(SYMBOL), at_ns)
    return after


def test_every_move_is_kept_with_the_markets_time(store: Store) -> None:
    held = moved(store, opened(store), "87000.5", "93000", OPENED + 5)
    moved(store, held, None, "93000", OPENED + 9)
    assert told(store) == [
        ("", D(86_000), D(93_000), OPENED),
        ("", D("87000.5"), D(93_000), OPENED + 5),
        ("", None, D(93_000), OPENED + 9),
    ]
    assert told(store, "live") == []


def test_a_position_that_is_closed_has_no_levels_any_more(store: Store) -> None:
    held = opened(store)
    trade(store, held, order(2, Side.SELL))
    assert told(store)[1:] == [("", None, None, START + 2 + HOUR)]


def test_a_position_without_stop_and_target_leaves_no_trace(store: Store) -> None:
    trade(store, deposit(store), order())
    assert told(store) == []


def test_moving_it_to_where_it_stands_adds_nothing(store: Store) -> None:
    held = moved(store, opened(store), "87000", None, OPENED + 5)
    moved(store, held, "87000.00", None, OPENED + 7)
    assert len(told(store)) == 2


def test_a_fill_that_is_told_of_late_counts_from_the_last_move_at_the_earliest(store: Store) -> None:
    held = moved(store, opened(store), "87000", None, OPENED + 2 * HOUR)
    trade(store, held, order(2, Side.SELL))
    assert told(store)[-1] == ("", None, None, OPENED + 2 * HOUR)


def test_the_way_of_a_trailing_stop_is_kept_and_no_other_stops(store: Store) -> None:
    trailing = replace(order(), kind=OrderKind.TRAILING_STOP, trail=Trail(D(5)))
    store.trades.add_order(trailing)
    store.trades.add_order(replace(order(2), kind=OrderKind.STOP, stop_price=D(80_000)))
    for at, stop in ((START + 1, D(88_000)), (START + 2, D(88_000)), (START + 3, D(88_100))):
        store.trades.move_order(replace(trailing, stop_price=stop), at)
    assert told(store) == [("order-1", D(88_000), None, START + 1), ("order-1", D(88_100), None, START + 3)]


def test_a_stop_that_does_not_wait_any_more_does_not_move(store: Store) -> None:
    store.trades.add_order(replace(order(), kind=OrderKind.TRAILING_STOP, trail=Trail(D(5)), stop_price=D(88_000)))
    store.trades.set_order_status("order-1", store.trades.order("order-1").status.CANCELLED)  # type: ignore[union-attr]
    trailing = replace(order(), kind=OrderKind.TRAILING_STOP, trail=Trail(D(5)), stop_price=D(88_100))
    assert not store.trades.move_order(trailing, START + 3)
    assert told(store) == [("order-1", D(88_000), None, START + 1)]


def test_after_a_kill_the_move_is_there_with_its_position_or_not_at_all(store: Store, store_path: Path) -> None:
    held = opened(store)
    killed, done = (store_path.parent / name for name in ("killed", "done"))
    with pytest.raises(KilledError), store.transaction():
        held = moved(store, held, "87000", None, OPENED + 5)
        copy(store_path, killed)
        raise KilledError
    moved(store, held, "87000", None, OPENED + 5)
    copy(store_path, done)
    for folder, stop, moves in ((killed, D(86_000), 1), (done, D(87_000), 2)):
        again = Store.open(folder / store_path.name)
        assert again.trades.load_account().position(SYMBOL).stop_loss == stop
        assert len(told(again)) == moves
        moved(again, again.trades.load_account(), "87000", None, OPENED + 5)
        assert len(told(again)) == 2
        again.close()


def copy(store_path: Path, folder: Path) -> None:
    """What a kill at this instruction would leave."""
    folder.mkdir()
    for file in store_path.parent.glob(f"{store_path.name}*"):
        shutil.copy(file, folder / file.name)


def test_a_fill_that_is_booked_again_moves_nothing(store: Store) -> None:
    held = opened(store)
    with pytest.raises(DuplicateError):
        store.trades.record_fill(fill_of(order()), held.protected(SYMBOL, D(1), None), ())
    assert len(told(store)) == 1


def test_the_tenth_schema_gets_the_moves_that_its_books_tell_of(store_path: Path) -> None:
    old = Store.open(store_path, migrations=DEFAULT[:10])
    with columns_of_today(old):
        held = opened_by_decision(old)
        held = trade(old, held, order(2, Side.SELL))  # closes it
        bought = opened_by_decision(old, 3, held)
        sold = trade(old, bought, replace(order(4, Side.SELL, "0.2"), purpose=OrderPurpose.CLOSED_BY_HAND))
        old.trades.save_position(
            sold.protected(SYMBOL, D(87_000), None).position(SYMBOL), START
        )  # by hand, unknown when
        old.trades.add_equity_point(OPENED + 9 * HOUR, D(1), D(1))
    old.close()
    store = Store.open(store_path)
    assert store.schema_version == len(DEFAULT)
    assert told(store) == [
        ("", D("86000.5"), None, OPENED),
        ("", None, None, START + 2 + HOUR),
        ("", D("86000.5"), None, START + 3 + HOUR),
        ("", D(87_000), None, OPENED + 9 * HOUR),
    ]
    assert store.trades.load_account().position(SYMBOL).stop_loss == D(87_000)
    assert store.health().ledger_equals_cash
    store.close()
    assert store_path.with_name(f"{store_path.name}.v10.bak").exists()


def opened_by_decision(store: Store, number: int = 1, before: Account | None = None) -> Account:
    """Half a unit more, guarded by the stop of its order."""
    start, placed = before or deposit(store, "100000"), order(number)
    after, lines = start.after(fill_of(placed))
    after = after.protected(SYMBOL, placed.stop_loss, None)
    with store.transaction():
        store.trades.add_order(placed)
        store.trades.record_fill(fill_of(placed), after, lines)
    return after
