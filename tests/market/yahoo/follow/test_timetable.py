"""When Yahoo is asked next."""

from photon_desktop.market.yahoo.follow.timetable import Pace, Timetable

S = 1_000_000_000


def opened(*symbols: str, is_open: bool = True) -> Timetable:
    table = Timetable(symbols, Pace())
    table.exchanges(symbols if is_open else (), 0)
    return table


def test_every_symbol_is_due_at_first_even_while_closed() -> None:
    assert opened("A", "B", is_open=False).due(0) == ("A", "B")


def test_an_open_exchange_is_asked_at_the_beat_and_at_a_bars_end() -> None:
    table = opened("A")
    table.answered("A", 100 * S, None)
    assert (table.due(114 * S), table.due(115 * S)) == ((), ("A",))
    table.answered("A", 100 * S, 103 * S)
    assert (table.due(108 * S), table.due(109 * S)) == ((), ("A",))


def test_a_closed_exchange_is_asked_only_for_what_is_unfinished() -> None:
    table = opened("A", is_open=False)
    table.answered("A", 100 * S, None)
    assert table.due(10**6 * S) == ()
    table.answered("A", 100 * S, 5_000 * S)
    assert (table.due(5_005 * S), table.due(5_006 * S)) == ((), ("A",))
    table.answered("A", 5_006 * S, 5_000 * S)  # it should be over and is not
    assert (table.due(5_065 * S), table.due(5_066 * S)) == ((), ("A",))


def test_opening_and_closing_make_every_symbol_due() -> None:
    table = opened("A", is_open=False)
    table.answered("A", 0, None)
    table.exchanges(("A",), 50 * S)
    assert (table.due(50 * S), table.opened_ns("A")) == (("A",), 50 * S)
    table.answered("A", 50 * S, None)
    table.exchanges((), 52 * S)
    assert (table.due(52 * S), table.opened_ns("A")) == (("A",), None)


def test_failures_rest_it_for_longer_each_time_until_an_answer() -> None:
    table = opened("A")
    rests, now_s = [], 0
    for _ in range(7):
        table.failed(now_s * S, None)
        rest = next(rest for rest in range(1_000) if table.due((now_s + rest) * S))
        rests.append(rest)
        now_s += rest
    assert rests == [5, 10, 20, 40, 80, 120, 120]
    table.answered("A", now_s * S, None)
    table.failed(now_s * S, None)
    assert table.is_resting((now_s + 4) * S) and not table.is_resting((now_s + 5) * S)
    table.failed(now_s * S, 60.0)
    assert table.is_resting((now_s + 59) * S)


def test_the_one_that_waited_longest_comes_first() -> None:
    table = opened("A", "B", "C")
    for symbol, asked_s in (("A", 30), ("B", 10), ("C", 20)):
        table.answered(symbol, asked_s * S, None)
    assert table.due(100 * S) == ("B", "C", "A")
    table.drop("B")
    assert table.due(100 * S) == ("C", "A")


def test_each_symbol_goes_by_its_own_exchange() -> None:
    table = opened("VOD.L", "AAPL", is_open=False)
    for symbol in ("VOD.L", "AAPL"):
        table.answered(symbol, 0, None)
    table.exchanges(("VOD.L",), 50 * S)
    assert table.due(50 * S) == ("VOD.L",)
    assert (table.opened_ns("VOD.L"), table.opened_ns("AAPL")) == (50 * S, None)
    table.answered("VOD.L", 50 * S, None)
    assert table.due(70 * S) == ("VOD.L",)
    table.drop("VOD.L")
    table.exchanges(("AAPL",), 80 * S)
    assert table.due(80 * S) == ("AAPL",)
