"""What the agents did in two symbols is done again and compared: equal where it is, found where it was changed, and
named where it can't be."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.post import Post
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.backtest.self_check.stretch import StretchCheck, check_stretch
from photon_desktop.self_check import rules_of
from photon_desktop.store.store import Store
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.halt import Halt
from photon_desktop.trading.risk import RiskLimits
from tests.agents.conftest import NOON
from tests.agents.played import Played

_EVER = 2**62
RULES = TradingRules(CostModel(), RiskLimits(minimum_confidence=0.3))


@pytest.fixture
def played(store: Store, post: Post, qapp: QCoreApplication, tmp_path: Path) -> Iterator[Played]:
    made = Played(store, post, tmp_path / "models", RULES)
    yield made
    made.stop()


def checked(played: Played, since_ns: int = 0, until_ns: int = _EVER, account: str | None = None) -> StretchCheck:
    return check_stretch(played.store, played.folder, since_ns, until_ns, rules_of, account)


def all_open(check: StretchCheck) -> str:
    return " ".join([*check.open_points, *(point for found in check.accounts for point in found.open_points)])


def found(check: StretchCheck) -> set[tuple[str, str]]:
    return {(one.what, one.field) for each in check.accounts for one in each.differences}


def changed(played: Played, statement: str) -> None:
    with closing(sqlite3.connect(played.store.path)) as connection, connection:
        assert connection.execute(statement).rowcount == 1


def test_a_session_in_two_symbols_comes_out_equal_to_the_bit(played: Played) -> None:
    played.play(60)
    check = checked(played)
    assert found(check) == set()
    assert (check.score.decisions, check.score.share, check.score.largest_money) == (120, 1.0, 0)
    assert check.score.fills == len(played.store.trades.fills(1_000)) > 1
    assert all_open(check) == ""


def test_closes_by_hand_moved_stops_changed_settings_and_restarts_are_compared_and_told(played: Played) -> None:
    played.executor.close_position(played.play_until_held())
    played.play(2)
    played.set_rules(replace(RULES, costs=CostModel(Decimal("0.002"), Decimal("0.001"))))
    symbol = played.play_until_held()
    position = played.store.trades.load_account().position(symbol)
    assert position.stop_loss is not None
    played.executor.move_protection(symbol, position.stop_loss * Decimal("0.9"), None)
    played.play(2)
    played.restart()
    played.play(10)
    check = checked(played)
    assert found(check) == set()
    assert check.score.share == 1.0
    assert "closed by hand" in all_open(check)
    assert f"{symbol}'s stop or target was moved by hand" in all_open(check)


def test_the_kill_switch_leaves_no_false_difference(played: Played) -> None:
    played.play_until_held()
    played.halt.set(Halt("by hand", by_user=True))
    played.executor.obey_halt(True)
    played.play(20)
    assert not played.store.trades.load_account().open_positions()
    played.halt.release()
    played.executor.resume()
    played.maker.resume()
    played.play(10)
    check = checked(played)
    assert found(check) == set()
    assert "The kill switch closed a position" in all_open(check)


def test_of_two_stretches_each_has_its_own_and_nothing_of_the_other_is_left_open(played: Played) -> None:
    played.play_until_held()
    middle = played.post.now_ns()
    played.play(30)
    first, second = checked(played, 0, middle), checked(played, middle)
    assert first.score.decisions + second.score.decisions == checked(played).score.decisions
    assert (found(first), found(second)) == (set(), set())
    assert all_open(first) == all_open(second) == ""


def test_a_fill_that_nobody_made_is_left_open_and_said(played: Played) -> None:
    played.play_until_held()
    changed(
        played,
        "INSERT INTO fills (fill_id, account, client_order_id, symbol, side, quantity, price, commission, slippage,"
        " filled_at) SELECT 'planted', account, client_order_id, symbol, side, quantity, price, commission, slippage,"
        " filled_at FROM fills WHERE sequence = (SELECT max(sequence) FROM fills)",
    )
    assert "the prices it was made at are not kept" in all_open(checked(played))


def test_a_decision_that_was_changed_is_found(played: Played) -> None:
    played.play(30)
    changed(
        played,
        "UPDATE messages SET payload = json_set(payload, '$.confidence', 0.123) WHERE sequence ="
        " (SELECT max(sequence) FROM messages WHERE type = 'TRADE_DECISION')",
    )
    check = checked(played)
    assert found(check) == {("decision", "confidence")}
    assert check.score.equal_decisions == check.score.decisions - 1
    assert check.score.percent != "100%"


def test_a_fill_that_was_changed_is_found_once_with_its_money(played: Played) -> None:
    played.play_until_held()
    played.play(10)
    first = "sequence = (SELECT min(sequence) FROM fills)"
    changed(played, f"UPDATE fills SET commission = '7' WHERE {first}")
    check = checked(played)
    assert found(check) == {("fill", "commission")}
    assert check.score.largest_money > 6
    assert "money differs by" in check.score.sentence


def test_an_order_that_no_decision_asked_for_in_this_size_is_found(played: Played) -> None:
    played.play_until_held()
    played.play(4)
    changed(played, "UPDATE orders SET stop_loss = '1' WHERE sequence = (SELECT min(sequence) FROM orders)")
    assert ("order", "stop") in found(checked(played))


def test_a_lost_decision_is_a_difference_and_changed_bars_are_left_open(played: Played) -> None:
    played.play(20)
    changed(
        played,
        "DELETE FROM messages WHERE sequence ="
        " (SELECT max(sequence) FROM messages WHERE json_extract(payload, '$.action') = 'HOLD')",
    )
    check = checked(played)
    assert check.difference_count == 1
    series = next(iter(played._series.values()))
    played.store.bars.remove(series.symbol, series.interval, series.kept_as)
    check = checked(played)
    assert check.difference_count == 1
    assert f"A decision on {series.symbol} was not compared" in all_open(check)
    assert check.score.decisions < 40


def test_a_target_that_was_passed_over_is_found(played: Played) -> None:
    symbol = played.play_until_held()
    played.play(3)
    assert played.store.trades.load_account().position(symbol).is_open
    changed(
        played,
        "UPDATE orders SET take_profit = CAST(requested_price * 0.9 AS TEXT) WHERE sequence ="
        " (SELECT min(sequence) FROM orders)",
    )
    assert {("order", "target"), ("fill", "target")} <= found(checked(played))


def test_each_account_is_checked_by_its_own_balance_and_limits(
    store: Store, post: Post, qapp: QCoreApplication, tmp_path: Path
) -> None:
    small = replace(RULES, starting_cash=Decimal(500), limits=RiskLimits(0.3, Decimal("0.05")))
    sessions = [Played(store, post, tmp_path, rules, name) for rules, name in ((RULES, "paper"), (small, "small"))]
    for each in sessions:
        each.play(40)
        each.stop()
    check = checked(sessions[0])
    assert [one.account for one in check.accounts] == ["paper", "small"]
    assert found(check) == set()
    assert all(one.score.fills > 0 for one in check.accounts)
    sizes = [max(one.fill.notional for one in store.trades.fills(100, name)) for name in ("paper", "small")]
    assert sizes[1] < 30 < sizes[0]


def test_decisions_from_before_inputs_were_kept_are_counted_and_not_called_equal(played: Played) -> None:
    played.play(5)
    with closing(sqlite3.connect(played.store.path)) as connection, connection:
        connection.execute("DELETE FROM inputs")
    check = checked(played)
    assert (check.score.share, check.score.percent) == (None, "–")
    assert check.score.sentence == "Nothing could be compared."
    assert "10 decisions were not compared" in all_open(check)


def test_a_check_goes_through_json_unchanged(played: Played) -> None:
    played.play_until_held()
    changed(played, "UPDATE fills SET price = '1' WHERE sequence = (SELECT min(sequence) FROM fills)")
    check = checked(played, NOON)
    assert check.difference_count == 1
    assert StretchCheck.from_json(json.loads(json.dumps(check.to_json()))) == check
