"""Lists a page at a time: nothing is told twice or left out, whatever the filters."""

from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.store import Store
from photon_desktop.store.bar_blocks import BLOCK_BARS
from photon_desktop.store.pages.span import Span
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MessageType
from tests.store.samples import HOUR, START, decision, deposit, message, order, snapshot, trade

KEY = SeriesKey("BTCUSDT", Interval.HOUR_1, "bybit")
BARS = 3 * BLOCK_BARS + 100


@pytest.fixture
def many_bars(store: Store) -> Bars:
    """A series of four blocks."""
    prices = np.arange(1.0, BARS + 1)
    bars = Bars.of(START + HOUR * np.arange(BARS), prices, prices + 1, prices - 0.5, prices, prices)
    store.bars.put(KEY.symbol, KEY.interval, KEY.source, bars)
    return bars


@pytest.mark.parametrize("size", [7, 500, BLOCK_BARS, 5_000])
@pytest.mark.parametrize("hours", [(None, None), (10, 2_000), (BLOCK_BARS, 2 * BLOCK_BARS), (5, 6), (9_000, 9_100)])
def test_pages_of_bars_together_are_the_bars_between_the_times(
    store: Store, many_bars: Bars, size: int, hours: tuple[int | None, int | None]
) -> None:
    start = Span().start_ns if hours[0] is None else START + hours[0] * HOUR
    end = Span().end_ns if hours[1] is None else START + hours[1] * HOUR
    told: list[int] = []
    for page in range(BARS // size + 2):
        count, bars = store.pages.bars.read(KEY, Span("", start, end, page * size, size))
        assert len(bars) <= size
        told += bars.times.tolist()[::-1]
    expected = many_bars.between(start, end).times.tolist()[::-1]
    assert told == expected and count == len(expected) == store.pages.bars.count(KEY, Span("", start, end))


def test_a_series_that_is_not_there_has_no_bars(store: Store) -> None:
    count, bars = store.pages.bars.read(KEY, Span())
    assert (count, len(bars)) == (0, 0)


def test_messages_are_found_by_type_symbol_and_time_newest_first(store: Store) -> None:
    for number in range(1, 10):
        store.messages.add(message(number, decision("BTCUSDT" if number % 2 else "ETHUSDT")))
        store.messages.add(message(100 + number, snapshot()))
    count, rows = store.pages.messages.read(MessageType.TRADE_DECISION, Span(size=4))
    assert count == 9 and len(rows) == 4
    _, later = store.pages.messages.read(MessageType.TRADE_DECISION, Span(skipped=4, size=100))
    times = [row["created_at"] for row in (*rows, *later)]
    assert times == sorted(times, reverse=True) and len({row["id"] for row in (*rows, *later)}) == 9
    count, rows = store.pages.messages.read(MessageType.TRADE_DECISION, Span("ETHUSDT"))
    assert count == 4 and {row["payload"]["ticker"] for row in rows} == {"ETHUSDT"}
    assert store.pages.messages.find(rows[0]["id"]) == rows[0]
    assert store.pages.messages.find("nothing") is None
    created = message(5, decision()).created_at
    count, _ = store.pages.messages.read(MessageType.TRADE_DECISION, Span(start_ns=created, end_ns=created + 1))
    assert count >= 1


def test_a_page_of_messages_reads_no_others(store: Store) -> None:
    plan = store.connections.tuples(
        "EXPLAIN QUERY PLAN SELECT sequence FROM messages WHERE type = ? AND created_at >= ? AND created_at < ?"
        " AND (? = '' OR ticker = ?) ORDER BY created_at DESC, ticker DESC, sequence DESC LIMIT 50 OFFSET 5000",
        ("TRADE_DECISION", 0, 1, "", ""),
    )
    words = " ".join(str(row[-1]) for row in plan)
    assert "COVERING INDEX messages_by_time" in words and "TEMP B-TREE" not in words


def test_what_decisions_say_is_read_on_from_a_number(store: Store) -> None:
    for number in range(1, 4):
        store.messages.add(message(number, decision()))
    first = store.pages.messages.told_after(MessageType.TRADE_DECISION, ("action", "model_type"), 0, 2)
    assert [row[2:] for row in first] == [["BTCUSDT", "HOLD", "random_forest"]] * 2
    rest = store.pages.messages.told_after(MessageType.TRADE_DECISION, ("action",), first[-1][0], 5)
    assert [row[0] for row in rest] == [3]


def test_fills_are_an_accounts_own(store: Store) -> None:
    account = deposit(store)
    for number in (1, 2, 3):
        account = trade(store, account, order(number))
    count, fills = store.pages.fills.read("paper", Span(size=2))
    assert count == 3 and [one.number for one in fills] == [3, 2]
    assert store.pages.fills.find("paper", 3) == fills[0]
    assert store.pages.fills.find("other", 3) is None
    assert store.pages.fills.read("other", Span()) == (0, [])
    assert store.pages.fills.read("paper", Span("NONE"))[0] == 0


def test_equity_is_told_oldest_first(store: Store) -> None:
    for number in range(5):
        store.trades.add_equity_point(number, Decimal(100 + number), Decimal(50))
    assert store.pages.equity.read("paper", Span(start_ns=1, skipped=1, size=2)) == (
        4,
        [(2, 102.0, 50.0), (3, 103.0, 50.0)],
    )


def test_symbols_keep_their_numbers(store: Store) -> None:
    kinds = {"BTCUSDT": InstrumentKind.CRYPTO, "AAPL": InstrumentKind.STOCK}
    numbers = store.symbols.numbers(kinds)
    assert set(numbers) == set(kinds) and store.symbols.numbers(kinds) == numbers
    assert {store.symbols.name_of(number) for number in numbers.values()} == set(kinds)
    assert store.symbols.watched() == [] and store.symbols.name_of(99) is None
    store.symbols.watch("AAPL", InstrumentKind.STOCK, 0)
    assert store.symbols.numbers(kinds) == numbers
